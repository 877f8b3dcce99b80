"""Words about the text that follows a push: when, how long it is, what a phone shows of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.widgets.text_phone import TextContent
from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.numbers import duration

if TYPE_CHECKING:
    from tpns_desktop.send.sms_facts import SmsText

translate = QCoreApplication.translate

_RULES: dict[str, str] = {
    "0": QT_TRANSLATE_NOOP("Texts", "Where notifications are off, a text follows after {0}."),
    "1": QT_TRANSLATE_NOOP("Texts", "If it has not arrived after {0}, a text follows."),
    "2": QT_TRANSLATE_NOOP("Texts", "If nobody tapped it after {0}, a text follows."),
}
"""Trigger, as a draft has it → when a text follows."""


def rule_sentence(trigger: object, delay_s: object) -> str:
    """When a text follows; "…" for a wait that is no number yet."""
    text = str(delay_s).strip()
    number = text.isascii() and text.isdigit() and len(text) <= 9
    wait = duration(int(text)) if number else "…"
    return translate("Texts", _RULES.get(str(trigger), _RULES["1"])).format(wait)


def length_words(text: SmsText) -> str:
    """How long it is, and as how many messages it counts."""
    characters = translate("Texts", "%Ln character(s)", None, text.length.characters)
    messages = translate("Texts", "%Ln message(s)", None, text.length.messages)
    return translate("Texts", "{0} · {1}").format(characters, messages)


def not_known() -> str:
    """Why a text cannot be shown."""
    return translate("Texts", "The words of this template are not in your book yet.")


def bubble_words(text: SmsText | None, trigger: object, delay_s: object) -> str:
    """For a phone that shows the push: when a text follows, and the text below it."""
    rule = rule_sentence(trigger, delay_s)
    return f"{rule}\n{text.text}" if text is not None else rule


def page_of(text: SmsText | None, trigger: object, delay_s: object) -> TextContent:
    """For a phone that shows the text."""
    if text is None:
        return TextContent(head=rule_sentence(trigger, delay_s), nothing=not_known())
    return TextContent(text.text, rule_sentence(trigger, delay_s), length_words(text))
