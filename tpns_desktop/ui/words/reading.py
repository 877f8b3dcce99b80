"""What was taken of a pasted request, as sentences, and why the rest was not."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from tpns_desktop.model.draft import empty_draft, ids_of
from tpns_desktop.ui.words.audience import counted_accounts, counted_devices, tag_sentence
from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.numbers import duration

if TYPE_CHECKING:
    from tpns_desktop.model.reading import Left

_QUOTED = 90
"""Characters of a text that are quoted."""

_REASONS: dict[str, str] = {
    "retired": QT_TRANSLATE_NOOP("Reading", "TPNS has done away with it."),
    "unknown": QT_TRANSLATE_NOOP("Reading", "TPNS has no field of this name. Check the spelling."),
    "not_allowed": QT_TRANSLATE_NOOP(
        "Reading", "It holds nothing that this field can have. Set it by hand."
    ),
    "not_offered": QT_TRANSLATE_NOOP(
        "Reading", "Texts in the app's own languages are not written here. Write title and text."
    ),
    "needs_list": QT_TRANSLATE_NOOP(
        "Reading", "An upload is of no use twice. Choose the file again under “Who gets it”."
    ),
    "needs_plan": QT_TRANSLATE_NOOP("Reading", "Choose the plan by its name under “Plan”."),
    "of_the_app": QT_TRANSLATE_NOOP("Reading", "The app that you send with decides this."),
    "excluded": QT_TRANSLATE_NOOP(
        "Reading", "It contradicts another part of the request. Choose one of the two by hand."
    ),
    "not_a_table": QT_TRANSLATE_NOOP(
        "Reading", "It is no table of names and values. Fill in “Custom data” by hand."
    ),
    "empty_key": QT_TRANSLATE_NOOP("Reading", "One of its rows has no name. Fill it in by hand."),
    "repeated_key": QT_TRANSLATE_NOOP(
        "Reading", "One of its names stands twice. Keep one of them by hand."
    ),
    "too_deep": QT_TRANSLATE_NOOP(
        "Reading", "These tag rules are too deep to be checked by eye. Build them anew."
    ),
    "unused": QT_TRANSLATE_NOOP("Reading", "It would do nothing in this push."),
    "rewritten": QT_TRANSLATE_NOOP("Reading", "Taken, in another form that means the same."),
}

_TEXTS: tuple[tuple[str, str], ...] = (
    ("message.title", QT_TRANSLATE_NOOP("Reading", "Title: {0}")),
    ("message.content", QT_TRANSLATE_NOOP("Reading", "Text: {0}")),
    ("message.subtitle", QT_TRANSLATE_NOOP("Reading", "Subtitle: {0}")),
    ("message.tap.url", QT_TRANSLATE_NOOP("Reading", "A tap opens {0}")),
    ("message.tap.page", QT_TRANSLATE_NOOP("Reading", "A tap opens the page {0}")),
    ("message.tap.activity", QT_TRANSLATE_NOOP("Reading", "A tap opens the activity {0}")),
    ("message.picture", QT_TRANSLATE_NOOP("Reading", "Picture: {0}")),
    ("message.audio", QT_TRANSLATE_NOOP("Reading", "Audio: {0}")),
    ("message.group.id", QT_TRANSLATE_NOOP("Reading", "In the group {0}")),
    ("schedule.speed", QT_TRANSLATE_NOOP("Reading", "Spread out: {0} a second")),
    ("sms.template_id", QT_TRANSLATE_NOOP("Reading", "Text message backup with template {0}")),
)
"""Path of a text in the draft → its sentence."""


def taken_sentences(draft: Mapping[str, Any]) -> list[str]:
    """One sentence for each thing that the draft has and an empty one has not."""
    empty = empty_draft()
    said = [who] if (who := _who(draft["audience"])) else []
    if draft["message"].get("kind") == "message":
        said.append(
            QCoreApplication.translate("Reading", "A silent or in-app message, no notification")
        )
    told = {"message.kind"}
    for path, words in _TEXTS:
        told.add(path)
        if value := _at(draft, path):
            said.append(QCoreApplication.translate("Reading", words).format(_quoted(value)))
    said += _when(draft["schedule"], empty["schedule"])
    others = [
        path
        for path in _changed(draft, empty)
        if path not in told
        and path.startswith(("message", "sms", "schedule."))
        and not path.startswith(("schedule.kind", "schedule.at", "schedule.loop", "message.tap"))
        and path not in ("schedule.expire_s", "sms.on")
    ]
    if others:
        said.append(
            QCoreApplication.translate("Reading", "%Ln other setting(s)", None, len(others))
        )
    return said


def left_sentence(left: Left) -> str:
    """Why a part was not taken, without its name."""
    words = _REASONS.get(left.reason)
    if words is None:
        return QCoreApplication.translate("Reading", "It could not be taken ({0}).").format(
            left.reason
        )
    return QCoreApplication.translate("Reading", words)


def _who(audience: Mapping[str, Any]) -> str:
    kind = audience["kind"]
    if kind == "all":
        return QCoreApplication.translate("Reading", "Goes to everyone")
    if kind == "tag":
        people = tag_sentence(audience["tag"]["groups"])
        if not people:
            return QCoreApplication.translate(
                "Reading", "Goes to people with tags, still to be chosen"
            )
        said = QCoreApplication.translate("Reading", "Goes to people with tags: {0}")
        return said.format(people)
    if kind == "file":
        return QCoreApplication.translate("Reading", "Goes to a list, still to be chosen")
    if kind in ("account", "device"):
        count = len(ids_of(audience[kind]["text"])[0])
        counted = counted_accounts(count) if kind == "account" else counted_devices(count)
        return QCoreApplication.translate("Reading", "Goes to {0}").format(counted)
    return QCoreApplication.translate("Reading", "Goes to nobody yet: choose who gets it")


def _when(schedule: Mapping[str, Any], empty: Mapping[str, Any]) -> Iterator[str]:
    if schedule["kind"] == "at":
        said = QCoreApplication.translate("Reading", "Starts {0}, Beijing time")
        at = schedule["at"].replace("T", " ")
        yield said.format(at or QCoreApplication.translate("Reading", "at a time to be chosen"))
    elif schedule["kind"] == "loop":
        times = schedule.get("loop", {}).get("times", [])
        said = QCoreApplication.translate("Reading", "Repeats at {0}, Beijing time")
        yield said.format(QCoreApplication.translate("Words", ", ").join(times) or "…")
    if schedule["expire_s"] != empty["expire_s"] and schedule["expire_s"].isdecimal():
        said = QCoreApplication.translate("Reading", "Kept for phones that are off: {0}")
        yield said.format(duration(int(schedule["expire_s"])))


def _changed(draft: Mapping[str, Any], empty: Mapping[str, Any], path: str = "") -> Iterator[str]:
    for name, value in draft.items():
        here = f"{path}.{name}" if path else name
        was = empty.get(name)
        if isinstance(value, Mapping) and isinstance(was, Mapping):
            yield from _changed(value, was, here)
        elif value not in (was, ""):  # what is not in a request was not taken from it
            yield here


def _at(draft: Mapping[str, Any], path: str) -> str:
    at: object = draft
    for name in path.split("."):
        at = at.get(name) if isinstance(at, Mapping) else None
    return at if isinstance(at, str) else ""


def _quoted(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _QUOTED else f"{flat[:_QUOTED]}…"
