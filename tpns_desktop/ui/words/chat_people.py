"""Looking after the users of a Chat app, in words: what is done, how far, and of whom it failed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.audience import listed, quoted
from tpns_desktop.ui.words.chat_codes import chat_refusal_words
from tpns_desktop.ui.words.lists import refusal_sentence
from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.numbers import duration, grouped, percent
from tpns_desktop.ui.words.results import ask_trouble

if TYPE_CHECKING:
    from tpns_desktop.send.chat_people import JobSeen
    from tpns_desktop.store.chat_jobs import Fault, JobRow

CONTEXT = "ChatPeople"
translate = QCoreApplication.translate

_KINDS: Final[Mapping[str, tuple[str, str, str]]] = {
    "read": (
        QT_TRANSLATE_NOOP("ChatPeople", "See what users have"),
        QT_TRANSLATE_NOOP("ChatPeople", "See tags and attributes"),
        QT_TRANSLATE_NOOP("ChatPeople", "Reads tags and attributes. Nothing is changed."),
    ),
    "add_tags": (
        QT_TRANSLATE_NOOP("ChatPeople", "Add tags"),
        QT_TRANSLATE_NOOP("ChatPeople", "Add {0}"),
        QT_TRANSLATE_NOOP(
            "ChatPeople", "Users keep the tags they have. A user can have 100 tags at most."
        ),
    ),
    "remove_tags": (
        QT_TRANSLATE_NOOP("ChatPeople", "Remove tags"),
        QT_TRANSLATE_NOOP("ChatPeople", "Remove {0}"),
        QT_TRANSLATE_NOOP("ChatPeople", "Users keep their other tags."),
    ),
    "remove_all_tags": (
        QT_TRANSLATE_NOOP("ChatPeople", "Remove all tags"),
        QT_TRANSLATE_NOOP("ChatPeople", "Remove all tags"),
        QT_TRANSLATE_NOOP(
            "ChatPeople",
            "Every tag of these users is gone then, also those that other programs gave them. "
            "Nobody keeps what they had: read it first, and save it.",
        ),
    ),
    "replace_tags": (
        QT_TRANSLATE_NOOP("ChatPeople", "Replace all tags"),
        QT_TRANSLATE_NOOP("ChatPeople", "Replace all tags by {0}"),
        QT_TRANSLATE_NOOP(
            "ChatPeople",
            "Users have these tags then and no others. Nobody keeps what they had: read it first, "
            "and save it.",
        ),
    ),
    "set_attributes": (
        QT_TRANSLATE_NOOP("ChatPeople", "Set attributes"),
        QT_TRANSLATE_NOOP("ChatPeople", "Set {0}"),
        QT_TRANSLATE_NOOP(
            "ChatPeople", "A value that a user has is overwritten. Other attributes stay."
        ),
    ),
    "remove_attributes": (
        QT_TRANSLATE_NOOP("ChatPeople", "Remove attributes"),
        QT_TRANSLATE_NOOP("ChatPeople", "Remove the values of {0}"),
        QT_TRANSLATE_NOOP("ChatPeople", "Users lose these values. Other attributes stay."),
    ),
}
"""Kind → what a person chooses, what a job is called, what it does."""

_PAUSES: Final[Mapping[str, str]] = {
    "person": QT_TRANSLATE_NOOP("ChatPeople", "You paused it."),
    "quit": QT_TRANSLATE_NOOP("ChatPeople", "The program was closed."),
    "switched": QT_TRANSLATE_NOOP("ChatPeople", "Another app was chosen."),
    "cut_off": QT_TRANSLATE_NOOP("ChatPeople", "The program or the computer ended in the middle."),
    "busy": QT_TRANSLATE_NOOP(
        "ChatPeople", "The Chat service stayed busy for minutes. Continue in a while."
    ),
    "no_answer": QT_TRANSLATE_NOOP(
        "ChatPeople", "The Chat service gave no answer that could be used. Continue in a while."
    ),
    "offline": QT_TRANSLATE_NOOP(
        "ChatPeople", "The Chat service could not be reached. Check the network, then continue."
    ),
    "key": QT_TRANSLATE_NOOP(
        "ChatPeople", "The secret key can't be used. Enter it again under Settings, Chat apps."
    ),
    "file_gone": QT_TRANSLATE_NOOP(
        "ChatPeople",
        "This program's copy of the users is missing or was changed, so it can't go on. Remove it "
        "and begin anew from your file.",
    ),
    "storage": QT_TRANSLATE_NOOP(
        "ChatPeople", "Progress could not be written down. Look for free space on the disk."
    ),
    "app_gone": QT_TRANSLATE_NOOP("ChatPeople", "Its Chat app was removed."),
    "app_changed": QT_TRANSLATE_NOOP(
        "ChatPeople",
        "It belongs to another SDKAppID or to an earlier practice service, so it can't go on.",
    ),
    "dialect": QT_TRANSLATE_NOOP("ChatPeople", "This kind of Chat app can't do that."),
}

_REFUSALS: Final[Mapping[str, str]] = {
    "no_users": QT_TRANSLATE_NOOP(
        "ChatPeople", "There are no users yet. Paste their accounts, or choose a file or a list."
    ),
    "no_tag": QT_TRANSLATE_NOOP("ChatPeople", "Enter at least one tag."),
    "many_tags": QT_TRANSLATE_NOOP(
        "ChatPeople", "The Chat service takes {0} tags at a time. Take some out."
    ),
    "long": QT_TRANSLATE_NOOP(
        "ChatPeople",
        "“{0}” is too long: 50 bytes at most, and a Chinese character is 3. Shorten it.",
    ),
    "empty": QT_TRANSLATE_NOOP(
        "ChatPeople", "One of the values is empty. Fill it in, or take it out."
    ),
    "twice": QT_TRANSLATE_NOOP("ChatPeople", "“{0}” stands there twice. Take one out."),
    "no_attribute": QT_TRANSLATE_NOOP("ChatPeople", "Choose at least one attribute."),
    "dialect": QT_TRANSLATE_NOOP("ChatPeople", "This kind of Chat app can't do that."),
    "app_gone": QT_TRANSLATE_NOOP("ChatPeople", "The Chat app was removed meanwhile."),
    "app_changed": QT_TRANSLATE_NOOP(
        "ChatPeople",
        "It belongs to another SDKAppID or to an earlier practice service, so it can't go on.",
    ),
    "switched": QT_TRANSLATE_NOOP(
        "ChatPeople", "Another Chat app was chosen meanwhile. Choose its own app, then go on."
    ),
    "job_gone": QT_TRANSLATE_NOOP("ChatPeople", "It is not there any more."),
    "state": QT_TRANSLATE_NOOP("ChatPeople", "It goes on already, or is done."),
    "name": QT_TRANSLATE_NOOP("ChatPeople", "Type the name of the Chat app as it is shown."),
    "tick": QT_TRANSLATE_NOOP("ChatPeople", "Tick that you have checked it."),
    "list_gone": QT_TRANSLATE_NOOP(
        "ChatPeople", "The list is not there any more. Choose another one, or a file."
    ),
    "list_unfit": QT_TRANSLATE_NOOP(
        "ChatPeople",
        "This list can't be used as it is: it has devices, or rows to be settled first. Open it "
        "under Lists & tags.",
    ),
}

_FAULTS: Final[Mapping[int, str]] = {
    70107: QT_TRANSLATE_NOOP(
        "ChatPeople", "Not known to this Chat app: never logged in, nor imported"
    ),
    90003: QT_TRANSLATE_NOOP(
        "ChatPeople", "Not known to this Chat app: never logged in, nor imported"
    ),
    90048: QT_TRANSLATE_NOOP(
        "ChatPeople", "Not known to this Chat app: never logged in, nor imported"
    ),
    90032: QT_TRANSLATE_NOOP("ChatPeople", "Has too many tags: a user can have 100"),
    90033: QT_TRANSLATE_NOOP("ChatPeople", "An attribute is not declared by the app"),
    90035: QT_TRANSLATE_NOOP(
        "ChatPeople", "The tag or attribute is kept for devices, not for users"
    ),
}


def _said(text: str) -> str:
    return translate(CONTEXT, text)


def kind_choices(kinds: Sequence[str]) -> list[tuple[str, str]]:
    """The things that can be done, to choose from."""
    return [(kind, _said(_KINDS[kind][0])) for kind in kinds]


def kind_hint(kind: str) -> str:
    """What it does and leaves alone."""
    return _said(_KINDS[kind][2])


def counted_users(count: int) -> str:
    """As "2,040 users"."""
    return translate("ChatPeople", "%Ln user(s)", None, count)


def what_words(kind: str, params: Mapping[str, Any]) -> str:
    """What a job does: "Add “vip” and “gold”"."""
    if kind in ("add_tags", "remove_tags", "replace_tags"):
        named = listed([quoted(str(tag)) for tag in params.get("tags") or ()])
    elif kind == "set_attributes":
        values = params.get("values") or {}
        named = listed(
            [
                translate("ChatPeople", "{0} = {1}").format(name, value)
                for name, value in values.items()
            ]
        )
    else:
        named = listed([quoted(str(name)) for name in params.get("names") or ()])
    return _said(_KINDS[kind][1]).format(named)


@dataclass(frozen=True)
class Question:
    """What is asked before a job begins."""

    title: str
    happens: tuple[str, ...]
    verb: str


def question(seen: JobSeen, app_name: str) -> Question:
    """The last question: what, with how many users, of which app."""
    row = seen.row
    title = translate("ChatPeople", "{0} for {1} of {2}?").format(
        what_words(row.kind, row.params), counted_users(row.accounts), app_name
    )
    happens = (taken_words(row), kind_hint(row.kind), time_words(row))
    verb = translate("ChatPeople", "Do it for {0}").format(counted_users(row.accounts))
    return Question(title, happens, verb)


def taken_words(row: JobRow) -> str:
    """What was counted while the users were copied."""
    parts = [counted_users(row.accounts)]
    if row.name:
        parts[0] = translate("ChatPeople", "{0}: {1}").format(row.name, parts[0])
    if row.repeats:
        parts.append(translate("ChatPeople", "%Ln repeated row(s) left out", None, row.repeats))
    if row.bad:
        parts.append(
            translate("ChatPeople", "%Ln row(s) that can't be an account left out", None, row.bad)
        )
    return " · ".join(parts)


def time_words(row: JobRow) -> str:
    """How long it takes at best."""
    calls = -(-row.accounts // 100) * (2 if row.kind == "read" else 1)
    return translate("ChatPeople", "Takes {0} at least. You can pause it at any time.").format(
        rough(calls / row.calls_per_s)
    )


def rough(seconds: float) -> str:
    """A length of time that nobody takes for exact."""
    if seconds < 60:
        return duration(max(round(seconds), 1))
    if seconds < 5400:
        return duration(60 * round(seconds / 60))
    return duration(3600 * round(seconds / 3600))


def state_words(row: JobRow) -> tuple[str, str]:
    """The state in short, and its tone."""
    if row.state == "done":
        if row.failed:
            return translate("ChatPeople", "Done, not for all"), "warn"
        return translate("ChatPeople", "Done"), "ok"
    if row.state == "running":
        return translate("ChatPeople", "At work"), "accent"
    if row.state == "waiting":
        return translate("ChatPeople", "Waits for its turn"), "neutral"
    return translate("ChatPeople", "Paused"), "warn"


def progress_words(seen: JobSeen) -> str:
    """How far, how fast, how long still."""
    row = seen.row
    parts = [
        translate("ChatPeople", "{0} of {1}").format(grouped(row.done), counted_users(row.accounts))
    ]
    if seen.per_s:
        parts.append(
            translate("ChatPeople", "{0} a second").format(counted_users(round(seen.per_s)))
        )
    if seen.left_s is not None:
        parts.append(translate("ChatPeople", "about {0} left").format(rough(seen.left_s)))
    return " · ".join(parts)


def pause_words(row: JobRow) -> str:
    """Why it paused."""
    reason = row.reason or "person"
    if reason in ("refused", "all_refused") and row.code is not None:
        words = chat_refusal_words(row.code)
        said = f"{words.happened} {words.to_do}"
        if reason == "all_refused":
            return translate(
                "ChatPeople", "The last 300 users were all refused for one reason. {0}"
            ).format(said)
        return said
    if reason == "failed":
        return translate("ChatPeople", "Something unforeseen happened. Continue, or save a report.")
    known = _PAUSES.get(reason)
    return _said(known) if known is not None else ask_trouble(reason, row.code)


def end_words(seen: JobSeen) -> list[str]:
    """What came of a job so far, a sentence each."""
    row = seen.row
    good = row.done - row.failed
    lines = []
    if row.state == "done":
        lines.append(
            translate("ChatPeople", "Done for {0}.").format(counted_users(good))
            if row.failed
            else translate("ChatPeople", "Done for all {0}.").format(counted_users(row.accounts))
        )
    elif row.state == "paused":
        lines.append(pause_words(row))
    for code, reason, count in seen.kinds:
        lines.append(
            translate("ChatPeople", "Not done for {0}: {1}.").format(
                counted_users(count), _fault_text(code, reason)
            )
        )
    if row.repeated:
        lines.append(
            translate(
                "ChatPeople",
                "%Ln time(s), nobody knew whether the service had heard a batch; it was asked "
                "again. That changes nothing twice.",
                None,
                row.repeated,
            )
        )
    return lines


def fault_words(fault: Fault) -> str:
    """Why one user was not done."""
    return _fault_text(fault.code, fault.reason)


def _fault_text(code: int | None, reason: str) -> str:
    if code is None:
        return translate("ChatPeople", "The service answered without this user")
    known = _FAULTS.get(code)
    if known is not None:
        return _said(known)
    return chat_refusal_words(code).happened.rstrip(".。")


def refused_words(reason: str, value: str = "", detail: Mapping[str, Any] | None = None) -> str:
    """Why a job could not be prepared or begun, and what to do, from a `JobRefused`."""
    known = _REFUSALS.get(reason)
    if known is not None:
        return _said(known).format(value)
    return refusal_sentence(reason, detail)


def bytes_words(text: str) -> str:
    """How long a value is: "12 of 50 bytes"."""
    size = len(text.encode("utf-8", "surrogatepass"))
    return translate("ChatPeople", "{0} of {1} bytes").format(size, 50)


def over_long(texts: Sequence[str]) -> str:
    """What is longer than the service takes; nothing while all fits."""
    return " ".join(
        translate("ChatPeople", "“{0}”: {1}, so it has to be shorter.").format(
            text, bytes_words(text)
        )
        for text in texts
        if len(text.encode("utf-8", "surrogatepass")) > 50
    )


def names_line(names: Mapping[int, str]) -> str:
    """The attributes in one line: "0 Membership · 1 City"."""
    return " · ".join(
        translate("ChatPeople", "{0} {1}").format(slot, quoted(name))
        for slot, name in names.items()
    )


def waiting_words(row: JobRow) -> str:
    """A job that nobody paused waits to go on."""
    return translate("ChatPeople", "{0}: {1} of {2} done. {3}").format(
        what_words(row.kind, row.params),
        grouped(row.done),
        counted_users(row.accounts),
        pause_words(row),
    )


def reading_words(done: int, size: int) -> str:
    """While a file is copied and counted."""
    if not size:
        return translate("ChatPeople", "Copying and counting the users…")
    return translate("ChatPeople", "Copying and counting the users: {0}").format(
        percent(done, size)
    )


def shown_first(shown: int, whole: int) -> str:
    """Below a table that does not hold everything."""
    return translate("ChatPeople", "The first {0} of {1}. A saved table has all of them.").format(
        grouped(shown), grouped(whole)
    )


def report_head(seen: JobSeen, app_name: str) -> list[list[str]]:
    """The first rows of a report: what, totals, then what the columns are."""
    row = seen.row
    told: list[list[str]] = [
        [translate("ChatPeople", "Chat app"), f"{app_name} ({row.sdkappid})"],
        [translate("ChatPeople", "What"), what_words(row.kind, row.params)],
        [translate("ChatPeople", "Users"), str(row.accounts)],
        [translate("ChatPeople", "Done"), str(row.done - row.failed)],
        [translate("ChatPeople", "Not done"), str(row.failed)],
        [translate("ChatPeople", "Not reached yet"), str(row.accounts - row.done)],
        [translate("ChatPeople", "Repeated rows left out"), str(row.repeats)],
        [translate("ChatPeople", "Rows that can't be an account"), str(row.bad)],
        [translate("ChatPeople", "Batches asked again"), str(row.repeated)],
        [],
    ]
    return [*told, fault_head()]


def fault_head() -> list[str]:
    """What the columns of failures are called."""
    return [
        translate("ChatPeople", "User"),
        translate("ChatPeople", "What happened"),
        translate("ChatPeople", "Code"),
    ]


def found_head() -> list[str]:
    """What the first columns of what was read are called."""
    return [translate("ChatPeople", "User"), translate("ChatPeople", "Tags")]


def speed_choices() -> list[tuple[str, str]]:
    """How fast a job may ask: calls a second → users a second."""
    return [
        (str(calls), translate("ChatPeople", "{0} a second").format(counted_users(100 * calls)))
        for calls in (2, 10, 30, 80)
    ]


def all_tables() -> Mapping[str, frozenset[str]]:
    """What has words, for the test that nothing is missing."""
    return {
        "kinds": frozenset(_KINDS),
        "pauses": frozenset(_PAUSES) | {"refused", "all_refused", "failed"},
        "refusals": frozenset(_REFUSALS),
    }
