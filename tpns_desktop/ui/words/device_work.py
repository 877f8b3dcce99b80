"""Changes of a test device in words: the question before, and how each one ended."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from tpns_desktop.model.unseen import shown
from tpns_desktop.ui.words.audience import PLATFORMS, listed, quoted
from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.numbers import time_of, when
from tpns_desktop.ui.words.states import reason_words, refusal_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from tpns_desktop.send.device_work import OpenRemoval, Order, Work

translate = QCoreApplication.translate


class Question(NamedTuple):
    """A dialog's title, what will happen, and its verb."""

    title: str
    happens: str
    verb: str


_ASKED: dict[str, tuple[str, str, str]] = {
    "tags_added": (
        QT_TRANSLATE_NOOP("DeviceWork", "Give “{0}” the tags {1}?"),
        QT_TRANSLATE_NOOP(
            "DeviceWork", "The phone gets them at once. Tags that it has already stay."
        ),
        QT_TRANSLATE_NOOP("DeviceWork", "Add the tags"),
    ),
    "tags_removed": (
        QT_TRANSLATE_NOOP("DeviceWork", "Take the tags {1} off “{0}”?"),
        QT_TRANSLATE_NOOP(
            "DeviceWork", "The phone loses them at once. Other tags and other phones keep theirs."
        ),
        QT_TRANSLATE_NOOP("DeviceWork", "Remove the tags"),
    ),
    "tags_overwritten": (
        QT_TRANSLATE_NOOP("DeviceWork", "Replace the tags of “{0}” by {1}?"),
        QT_TRANSLATE_NOOP(
            "DeviceWork",
            "All other tags of your own leave the phone; if each new one has a colon, only tags "
            "with the same word before the colon do. TPNS does it a little later.",
        ),
        QT_TRANSLATE_NOOP("DeviceWork", "Replace the tags"),
    ),
    "tags_cleared": (
        QT_TRANSLATE_NOOP("DeviceWork", "Take all tags off “{0}”?"),
        QT_TRANSLATE_NOOP(
            "DeviceWork",
            "Every tag of your own leaves this phone, also those that the app gave it. TPNS does "
            "it a little later; nobody can list them afterwards.",
        ),
        QT_TRANSLATE_NOOP("DeviceWork", "Remove all tags"),
    ),
    "accounts_overwritten": (
        QT_TRANSLATE_NOOP("DeviceWork", "Bind {1} to “{0}”?"),
        QT_TRANSLATE_NOOP(
            "DeviceWork",
            "It takes the place of every account that is bound to this phone now. Pushes to those "
            "no longer find it.",
        ),
        QT_TRANSLATE_NOOP("DeviceWork", "Bind the account"),
    ),
    "accounts_removed": (
        QT_TRANSLATE_NOOP("DeviceWork", "Unbind {1} from “{0}”?"),
        QT_TRANSLATE_NOOP(
            "DeviceWork",
            "Pushes to this account no longer find this phone. Other phones of the account stay.",
        ),
        QT_TRANSLATE_NOOP("DeviceWork", "Unbind the account"),
    ),
    "accounts_cleared": (
        QT_TRANSLATE_NOOP("DeviceWork", "Unbind every account from “{0}”?"),
        QT_TRANSLATE_NOOP(
            "DeviceWork", "No push to an account finds this phone until somebody signs in again."
        ),
        QT_TRANSLATE_NOOP("DeviceWork", "Unbind all"),
    ),
    "attributes_set": (
        QT_TRANSLATE_NOOP("DeviceWork", "Set {1} of “{0}”?"),
        QT_TRANSLATE_NOOP(
            "DeviceWork",
            "Personal texts show the new value from now on. A name that was never declared in the "
            "TPNS console is left out, and you are told.",
        ),
        QT_TRANSLATE_NOOP("DeviceWork", "Set the attribute"),
    ),
    "attributes_removed": (
        QT_TRANSLATE_NOOP("DeviceWork", "Remove {1} from “{0}”?"),
        QT_TRANSLATE_NOOP("DeviceWork", "Personal texts fall back to their standard text."),
        QT_TRANSLATE_NOOP("DeviceWork", "Remove it"),
    ),
    "attributes_cleared": (
        QT_TRANSLATE_NOOP("DeviceWork", "Remove every attribute from “{0}”?"),
        QT_TRANSLATE_NOOP("DeviceWork", "Personal texts fall back to their standard text."),
        QT_TRANSLATE_NOOP("DeviceWork", "Remove all"),
    ),
}

_DONE: dict[str, str] = {
    "tags_added": QT_TRANSLATE_NOOP("DeviceWork", "Tags added: {0}"),
    "tags_removed": QT_TRANSLATE_NOOP("DeviceWork", "Tags removed: {0}"),
    "tags_overwritten": QT_TRANSLATE_NOOP("DeviceWork", "Tags replaced by: {0}"),
    "tags_cleared": QT_TRANSLATE_NOOP("DeviceWork", "All tags removed"),
    "accounts_overwritten": QT_TRANSLATE_NOOP("DeviceWork", "Account bound: {0}"),
    "accounts_removed": QT_TRANSLATE_NOOP("DeviceWork", "Account unbound: {0}"),
    "accounts_cleared": QT_TRANSLATE_NOOP("DeviceWork", "All accounts unbound"),
    "attributes_set": QT_TRANSLATE_NOOP("DeviceWork", "Attribute set: {0}"),
    "attributes_removed": QT_TRANSLATE_NOOP("DeviceWork", "Attribute removed: {0}"),
    "attributes_cleared": QT_TRANSLATE_NOOP("DeviceWork", "All attributes removed"),
    "tags_deleted": QT_TRANSLATE_NOOP("DeviceWork", "Taken off every phone: {0}"),
}

_REFUSED: dict[str, str] = {
    "gone": QT_TRANSLATE_NOOP("DeviceWork", "The device was removed meanwhile. Add it anew."),
    "name": QT_TRANSLATE_NOOP("DeviceWork", "That is not the app's name. Type it as it is shown."),
    "no_tag": QT_TRANSLATE_NOOP("DeviceWork", "Write at least one tag."),
    "tag_unseen": QT_TRANSLATE_NOOP(
        "DeviceWork",
        "A tag has a line end or another character that nobody sees. Type the tag again.",
    ),
    "tag_long": QT_TRANSLATE_NOOP("DeviceWork", "A tag has at most 50 characters."),
    "too_many_tags": QT_TRANSLATE_NOOP("DeviceWork", "At most 100 tags at a time."),
    "no_account": QT_TRANSLATE_NOOP("DeviceWork", "Write the account."),
    "no_attribute": QT_TRANSLATE_NOOP("DeviceWork", "Write the name of the attribute."),
    "attribute_long": QT_TRANSLATE_NOOP(
        "DeviceWork", "Name and value have at most 50 bytes each, about 16 Chinese characters."
    ),
    "token_long": QT_TRANSLATE_NOOP("DeviceWork", "A device ID is one row of 36 characters."),
}


def question(order: Order, device_name: str) -> Question:
    """What is asked before a change is made."""
    title, happens, verb = (translate("DeviceWork", text) for text in _ASKED[order.verb])
    return Question(title.format(device_name, names_of(order)), happens, verb)


def names_of(order: Order) -> str:
    """What a change is about."""
    if order.values:
        return listed([f"{name} = {value}" for name, value in order.values.items()])
    return listed([quoted(one) for one in order.names or [a.name for a in order.accounts]])


def refused_words(reason: str) -> str:
    """Why nothing was asked of the service."""
    text = _REFUSED.get(reason)
    return translate("DeviceWork", text) if text else reason_words(reason)


def work_words(work: Work) -> str:
    """One change as it was written down: "Today 10:42 · Tags added: “vip” · done"."""
    what = translate("DeviceWork", _DONE[work.verb]).format(
        listed([quoted(name) for name in work.names])
    )
    return translate("DeviceWork", "{0} · {1} · {2}").format(when(work.at), what, end_words(work))


def end_words(work: Work) -> str:
    """How a change ended, as truly as it is known."""
    if work.outcome == "done":
        if work.reason == "left_out":
            return translate(
                "DeviceWork", "taken, but {0} was left out: it is not declared in the TPNS console"
            ).format(quoted(work.text or ""))
        if work.verb in ("tags_overwritten", "tags_cleared", "tags_deleted"):
            return translate("DeviceWork", "taken by TPNS, which does it a little later")
        if work.verb.startswith("accounts_"):
            return translate("DeviceWork", "taken by TPNS; it may need a moment")
        return translate("DeviceWork", "done")
    if work.outcome == "refused":
        return translate("DeviceWork", "not taken: {0}").format(refusal_words(work.code).happened)
    if work.outcome == "not_sent":
        return translate("DeviceWork", "not asked: {0}").format(reason_words(work.reason))
    if work.outcome == "begun":
        return translate("DeviceWork", "under way")
    if work.code is not None:
        return translate(
            "DeviceWork",
            "not known: TPNS answered with code {0}, which leaves open whether a part was done. "
            "Doing it again does no harm",
        ).format(work.code)
    return translate(
        "DeviceWork",
        "not known: the answer was lost. It may have been done. Doing it again does no harm",
    )


def open_words(one: OpenRemoval, systems: int) -> str:
    """That nobody knows how a removal from every phone ended; `systems` of the app."""
    asked = time_of(one.at)
    if systems > 1:
        asked = f"{asked} · {PLATFORMS[one.platform]}"
    return translate(
        "DeviceWork",
        "It is not known whether TPNS took {0} off every phone; asked at {1}. "
        "Doing it again does no harm.",
    ).format(listed([quoted(shown(name)) for name in one.names]), asked)


def ends_words(ends: Mapping[str, Work]) -> str:
    """How taking a tag off every phone ended on each system."""
    return "\n".join(
        translate("DeviceWork", "{0}: {1}").format(PLATFORMS[platform], end_words(work))
        for platform, work in ends.items()
    )
