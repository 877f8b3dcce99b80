"""Words about the book of texts: templates, signatures and SMS apps, as pickers show them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.numbers import grouped, time_of
from tpns_desktop.ui.words.sms_account import status_words

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from tpns_desktop.send.sms_desk import SmsApp, SmsSignature, SmsTemplate

USABLE: Final = 0
GONE: Final = -2
"""As in `model.cloud_sms`."""
BESIDE: Final = 10
"""Characters of the template that are shown on each side of a blank."""

_SIDES: dict[int, str] = {
    0: QT_TRANSLATE_NOOP("Texts", "Chinese mainland"),
    1: QT_TRANSLATE_NOOP("Texts", "outside the Chinese mainland"),
    3: QT_TRANSLATE_NOOP("Texts", "mainland and everywhere else"),
}

_KINDS: dict[str, str] = {
    "notice": QT_TRANSLATE_NOOP("Texts", "Notice"),
    "marketing": QT_TRANSLATE_NOOP("Texts", "Marketing"),
    "code": QT_TRANSLATE_NOOP("Texts", "Code"),
    "unknown": QT_TRANSLATE_NOOP("Texts", "Not known"),
}

_PROBLEMS: dict[str, str] = {
    "required": QT_TRANSLATE_NOOP("Texts", "This is needed."),
    "digits": QT_TRANSLATE_NOOP("Texts", "An ID has digits only, such as 1400006666."),
    "brackets": QT_TRANSLATE_NOOP(
        "Texts", "Write the signature without brackets; the SMS service adds them."
    ),
    "length": QT_TRANSLATE_NOOP(
        "Texts", "This is too long. A template has at most 2,000 characters, a name 100."
    ),
    "gaps": QT_TRANSLATE_NOOP("Texts", "Number the blanks {1}, {2}, {3} without a gap."),
    "unknown": QT_TRANSLATE_NOOP("Texts", "Choose one of the list."),
}
"""Reason of a problem with what was typed → what is to be mended."""

_CHANGES: dict[str, str] = {
    "template_gone": QT_TRANSLATE_NOOP("Texts", "The account does not have the template any more."),
    "template_changed": QT_TRANSLATE_NOOP("Texts", "The words of the template changed."),
    "template_status": QT_TRANSLATE_NOOP("Texts", "The template may not be used any more."),
    "signature_gone": QT_TRANSLATE_NOOP(
        "Texts", "The account does not have the signature any more."
    ),
    "signature_status": QT_TRANSLATE_NOOP("Texts", "The signature may not be used any more."),
}
"""What of a choice is no longer as it was → a sentence."""


@dataclass(frozen=True)
class Pick:
    """One row of a picker."""

    key: str
    """What a draft names."""
    title: str
    lines: tuple[str, ...]
    """Below the title."""
    usable: bool
    """Whether it may be sent with, as far as anybody knows."""
    status: str = ""
    """In words, with the reviewer's reason."""
    tone: str = "neutral"
    typed: bool = False
    """Typed by hand: all of it can be changed, and it can be removed."""
    gone: bool = False
    international: bool = False
    row: Any = None

    @property
    def words(self) -> str:
        """All that can be read in it."""
        return "\n".join((self.title, *self.lines))


def template_pick(row: SmsTemplate) -> Pick:
    """A template."""
    status, tone = status_line(row.status, row.reply)
    facts = [status, side_words(row.international), age_words(row.read_at)]
    if row.kind != "unknown":
        facts.append(kind_words(row.kind))
    return Pick(
        row.template_id,
        template_title(row),
        (_line(facts), " ".join(row.content.split())),
        row.status in (None, USABLE),
        status,
        tone,
        row.read_at is None,
        row.status == GONE,
        row=row,
    )


def signature_pick(row: SmsSignature) -> Pick:
    """A signature."""
    status, tone = status_line(row.status, row.reply)
    facts = [status, side_words(int(row.international)), age_words(row.read_at)]
    return Pick(
        row.name,
        f"[{row.name}]" if row.international else f"【{row.name}】",
        (_line([*facts, _id(row.sign_id)]),),
        row.status in (None, USABLE),
        status,
        tone,
        row.read_at is None,
        row.status == GONE,
        row.international,
        row,
    )


def app_pick(row: SmsApp) -> Pick:
    """An SMS app."""
    facts = [balance_words(row.balance, row.balance_at)]
    if row.used_at is not None:
        facts.append(
            _said(QT_TRANSLATE_NOOP("Texts", "last used {0}")).format(time_of(row.used_at))
        )
    return Pick(row.sms_app_id, app_title(row), (_line(facts),), True, typed=True, row=row)


def template_title(row: SmsTemplate) -> str:
    """Id and name of a template."""
    return " — ".join(part for part in (row.template_id, row.name) if part)


def app_title(row: SmsApp) -> str:
    """Id and name of an SMS app."""
    return " — ".join(part for part in (row.sms_app_id, row.name) if part)


def template_note(row: SmsTemplate) -> str:
    """How the chosen template stands, in a line."""
    status, _ = status_line(row.status, row.reply)
    return _line([status, side_words(row.international), age_words(row.read_at)])


def signature_note(rows: Iterable[SmsSignature]) -> str:
    """How the chosen signature stands; one name may be there for both sides."""
    return "\n".join(
        _line(
            [
                status_line(row.status, row.reply)[0],
                side_words(int(row.international)),
                age_words(row.read_at),
            ]
        )
        for row in rows
    )


def status_line(status: int | None, reply: str) -> tuple[str, str]:
    """Words and tone of a status, with the reviewer's reason where one was given."""
    words, tone = status_words(status)
    if reply.strip() and status != USABLE:
        pattern = _said(QT_TRANSLATE_NOOP("Texts", "{0}: {1}"))
        return pattern.format(words, reply.strip()), tone
    return words, tone


def side_words(international: int | None) -> str:
    """For which numbers it is; empty where nobody knows."""
    return "" if international is None else _said(_SIDES.get(international, _SIDES[0]))


def side_choices(*, both: bool) -> list[tuple[str, str]]:
    """Sides as (key, words); with `both` also "mainland and elsewhere" and "not known"."""
    keys = (0, 1, 3) if both else (0, 1)
    found = [(str(key), _said(_SIDES[key])) for key in keys]
    return [*found, ("", _said(_KINDS["unknown"]))] if both else found


def kind_words(kind: str) -> str:
    """What a template is for."""
    return _said(_KINDS.get(kind, _KINDS["unknown"]))


def kind_choices() -> list[tuple[str, str]]:
    """Kinds of templates as (key, words)."""
    return [(key, _said(text)) for key, text in _KINDS.items()]


def age_words(read_at: datetime | None) -> str:
    """When it was read from the account; empty for what was typed, whose status says so."""
    if read_at is None:
        return ""
    return _said(QT_TRANSLATE_NOOP("Texts", "read {0}")).format(time_of(read_at))


def balance_words(left: int | None, read_at: datetime | None) -> str:
    """What an SMS app's packages have, and when that was read."""
    if left is None or read_at is None:
        return _said(QT_TRANSLATE_NOOP("Texts", "package balance not read"))
    text = QT_TRANSLATE_NOOP("Texts", "package balance {0}, read {1}")
    return _said(text).format(grouped(left), time_of(read_at))


def typed_problem_words(reason: str) -> str:
    """What is to be mended in something typed for the book."""
    return _said(_PROBLEMS.get(reason, _PROBLEMS["unknown"]))


def change_words(changes: Iterable[str]) -> list[str]:
    """What of a choice is no longer as it was, a sentence each."""
    return [_said(_CHANGES[one]) for one in changes if one in _CHANGES]


def around(template: str, number: int) -> str:
    """The words next to a blank: "…order {1} was sent…"; empty where it is not in there."""
    mark = f"{{{number}}}"
    before, found, after = template.partition(mark)
    if not found:
        return ""
    before, after = re.split(r"\{[0-9]+\}", before)[-1], re.split(r"\{[0-9]+\}", after)[0]
    left = before if len(before) <= BESIDE else "…" + before[-BESIDE:]
    right = after if len(after) <= BESIDE else after[:BESIDE] + "…"
    return " ".join(f"{left}{mark}{right}".split())


def _id(sign_id: str | None) -> str:
    return _said(QT_TRANSLATE_NOOP("Texts", "ID {0}")).format(sign_id) if sign_id else ""


def _line(facts: Iterable[str]) -> str:
    return " · ".join(fact for fact in facts if fact)


def _said(text: str) -> str:
    return QCoreApplication.translate("Texts", text)
