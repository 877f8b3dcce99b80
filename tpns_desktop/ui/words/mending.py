"""Putting a push right, in words: what can be done, why not, and what was done.

The tense tells the truth: asked for is not done, and where nobody knows it is said so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.audience import PLATFORMS
from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.numbers import day_and_time, grouped, time_of, when, when_inside
from tpns_desktop.ui.words.review import systems
from tpns_desktop.ui.words.states import reason_words, refusal_words, state_words

if TYPE_CHECKING:
    from tpns_desktop.send.mending import Deed, Entry, TakenBack

translate = QCoreApplication.translate

_VERBS = {
    "cancel": QT_TRANSLATE_NOOP("Mending", "Cancel scheduled…"),
    "stop": QT_TRANSLATE_NOOP("Mending", "Stop the rest…"),
    "replace": QT_TRANSLATE_NOOP("Mending", "Replace the text…"),
    "correct": QT_TRANSLATE_NOOP("Mending", "Write a correction…"),
}
"""In the order in which they are offered."""

_EFFECTS = {
    "cancel": QT_TRANSLATE_NOOP("Mending", "TPNS drops it before its time comes. Nobody gets it."),
    "stop": QT_TRANSLATE_NOOP(
        "Mending", "Phones that are off don't get it any more. What is shown already stays."
    ),
    "replace": QT_TRANSLATE_NOOP(
        "Mending", "A new push takes its place, on phones that can replace one by another."
    ),
    "correct": QT_TRANSLATE_NOOP(
        "Mending", "A new push to the same people. What is shown already stays."
    ),
}

_WHY_NOT = {
    "on_hold": QT_TRANSLATE_NOOP(
        "Mending", "It is still on hold. Take it back with Cancel above: nothing has left yet."
    ),
    "leaving": QT_TRANSLATE_NOOP("Mending", "The request is just leaving. Wait for its end."),
    "unsettled": QT_TRANSLATE_NOOP(
        "Mending", "Nobody knows yet whether it went out. Settle that first."
    ),
    "not_accepted": QT_TRANSLATE_NOOP(
        "Mending", "TPNS did not take it, so there is nothing to put right."
    ),
    "test": QT_TRANSLATE_NOOP("Mending", "It was a test. Send another test instead."),
    "no_id": QT_TRANSLATE_NOOP(
        "Mending", "Its push ID is not known, and TPNS knows pushes by their ID only."
    ),
    "under_way": QT_TRANSLATE_NOOP("Mending", "TPNS is being asked right now."),
    "not_known": QT_TRANSLATE_NOOP(
        "Mending", "TPNS was asked, and nobody knows yet whether it heard. It is looked up first."
    ),
    "cancelled": QT_TRANSLATE_NOOP("Mending", "It is cancelled at Tencent."),
    "stopped": QT_TRANSLATE_NOOP("Mending", "It is stopped already."),
    "recalled": QT_TRANSLATE_NOOP("Mending", "It was recalled in TPNS."),
    "replaced": QT_TRANSLATE_NOOP("Mending", "Another push has replaced it."),
    "deleted": QT_TRANSLATE_NOOP("Mending", "It was deleted in TPNS."),
    "failed": QT_TRANSLATE_NOOP("Mending", "TPNS could not send it: nobody gets it."),
    "not_scheduled": QT_TRANSLATE_NOOP(
        "Mending", "It was sent at once. Only a push with a time can be cancelled."
    ),
    "cancel_audience": QT_TRANSLATE_NOOP(
        "Mending", "TPNS cancels only pushes to everyone, by tag or to a file of accounts."
    ),
    "dispatched": QT_TRANSLATE_NOOP("Mending", "Its time has come, and TPNS has begun to send it."),
    "stop_system": QT_TRANSLATE_NOOP("Mending", "TPNS stops pushes to Android phones only."),
    "stop_audience": QT_TRANSLATE_NOOP(
        "Mending", "TPNS stops only pushes to everyone, by tag or to several typed accounts."
    ),
    "replace_audience": QT_TRANSLATE_NOOP(
        "Mending", "TPNS replaces only pushes to everyone, by tag or to a file of accounts."
    ),
    "replace_repeats": QT_TRANSLATE_NOOP(
        "Mending", "It repeats: no single ID stands for all of its runs."
    ),
    "not_begun": QT_TRANSLATE_NOOP("Mending", "It has not begun yet. Cancel it instead."),
    "over": QT_TRANSLATE_NOOP("Mending", "TPNS keeps it no longer: no more phone gets it anyway."),
    "forgotten": QT_TRANSLATE_NOOP(
        "Mending", "It went out more than 30 days ago, and TPNS has forgotten it."
    ),
    "app_gone": QT_TRANSLATE_NOOP(
        "Mending", "Its app was removed here. Connect the app again first."
    ),
    "other_app": QT_TRANSLATE_NOOP(
        "Mending", "It belongs to another app. Choose that app at the top first."
    ),
    # What a request can run into beside these.
    "gone": QT_TRANSLATE_NOOP("Mending", "There is nothing left of it to do this with."),
    "too_near": QT_TRANSLATE_NOOP(
        "Mending", "The new time has come, or almost. Choose a later one; the old push stands."
    ),
    "everyone_hour": QT_TRANSLATE_NOOP(
        "Mending",
        "TPNS takes the same text to everyone once an hour. Move it when the hour is over; the old "
        "push stands.",
    ),
    "no_effect": QT_TRANSLATE_NOOP(
        "Mending", "TPNS shows no sign of it, so it was not heard. You may try again."
    ),
    "no_collapse_id": QT_TRANSLATE_NOOP(
        "Mending", "TPNS gives no ID to replace it by. It may be too old, or not yet finished."
    ),
    "restart": QT_TRANSLATE_NOOP("Mending", "The program ended before the answer came."),
    "quit": QT_TRANSLATE_NOOP("Mending", "The program was closed before the answer came."),
}

_TAKEN_BACK = {
    "cancelled": QT_TRANSLATE_NOOP("Mending", "Cancelled at Tencent"),
    "stopped": QT_TRANSLATE_NOOP("Mending", "Stopped at Tencent"),
    "replaced": QT_TRANSLATE_NOOP("Mending", "Replaced by another push"),
    "deleted": QT_TRANSLATE_NOOP("Mending", "Deleted at Tencent"),
    "recalled": QT_TRANSLATE_NOOP("Mending", "Recalled at Tencent"),
}

_DEEDS = {
    ("cancel", "begun"): QT_TRANSLATE_NOOP("Mending", "Asking Tencent to cancel it"),
    ("cancel", "done"): QT_TRANSLATE_NOOP("Mending", "Cancelled at Tencent"),
    ("cancel", "refused"): QT_TRANSLATE_NOOP("Mending", "Not cancelled"),
    ("cancel", "not_sent"): QT_TRANSLATE_NOOP(
        "Mending", "Not cancelled: the request never left this computer"
    ),
    ("cancel", "unknown"): QT_TRANSLATE_NOOP(
        "Mending", "We don't know yet whether it is cancelled"
    ),
    ("stop", "begun"): QT_TRANSLATE_NOOP("Mending", "Asking Tencent to stop it"),
    ("stop", "done"): QT_TRANSLATE_NOOP("Mending", "Stopped at Tencent"),
    ("stop", "refused"): QT_TRANSLATE_NOOP("Mending", "Not stopped"),
    ("stop", "not_sent"): QT_TRANSLATE_NOOP(
        "Mending", "Not stopped: the request never left this computer"
    ),
    ("stop", "unknown"): QT_TRANSLATE_NOOP("Mending", "We don't know yet whether it is stopped"),
}

_FOLLOWED = {
    "replace": (
        QT_TRANSLATE_NOOP("Mending", "A replacement was begun in a draft and not sent"),
        QT_TRANSLATE_NOOP("Mending", "Replacement “{0}”: {1}"),
    ),
    "correct": (
        QT_TRANSLATE_NOOP("Mending", "A correction was begun in a draft and not sent"),
        QT_TRANSLATE_NOOP("Mending", "Correction “{0}”: {1}"),
    ),
}
"""Kind → while its draft is not confirmed; once it is."""

BOTH: dict[str, str] = {
    "oppo": QT_TRANSLATE_NOOP("Mending", "OPPO phones can't replace"),
    "vivo": QT_TRANSLATE_NOOP("Mending", "vivo phones can't replace"),
    "hw": QT_TRANSLATE_NOOP("Mending", "Huawei phones can from EMUI 10 on only"),
    "honor": QT_TRANSLATE_NOOP("Mending", "HONOR phones: TPNS doesn't say whether they can"),
    "fcm": QT_TRANSLATE_NOOP("Mending", "Phones over Google: TPNS doesn't say whether they can"),
}
"""Channel → why its phones don't show the new text in place of the old (tpns-rest 5.6)."""
LEFT_OUT = frozenset({"oppo", "vivo"})
"""They get the new push only if it is asked for, `force_collapse` (tpns-rest 5.1)."""


def verb_words(kind: str) -> str:
    """What its button says."""
    return translate("Mending", _VERBS[kind])


def effect_words(kind: str) -> str:
    """What it does."""
    return translate("Mending", _EFFECTS[kind])


def why_not_words(reason: str, code: int | None = None) -> str:
    """Why it can't be done, or wasn't: a whole sentence."""
    if reason in _WHY_NOT:
        return translate("Mending", _WHY_NOT[reason])
    if code is not None:
        said = refusal_words(code)
        return f"{said.happened} {said.to_do}".strip() if code != _BAD_VALUE else _refused()
    return reason_words(reason)


_BAD_VALUE = 1008007
"""Of a push it is about a setting; here the push is not in a state that allows it."""


def _refused() -> str:
    return translate("Mending", "TPNS refused: this push can't be taken back any more.")


def entry_words(entry: Entry) -> str:
    """What an entry does, or why it can't be chosen; where it differs, for each system."""
    if entry.reason:
        return why_not_words(entry.reason)
    said = effect_words(entry.kind)
    if entry.kind == "stop" and entry.until is not None:
        said = f"{said} {_still_due(entry.finished, time_of(entry.until))}"
    for platform, reason in entry.others.items():
        pattern = translate("Mending", "{0} Not on {1}: {2}")
        said = pattern.format(said, PLATFORMS[platform], why_not_words(reason))
    return said


def _still_due(finished: bool | None, until: str) -> str:
    if finished is None:
        said = translate(
            "Mending",
            "TPNS has not said yet whether it has handed everything over; phones that are off may "
            "get it until {0}.",
        )
    elif finished:
        said = translate(
            "Mending",
            "TPNS has handed it over to all that are reachable: only phones that were off still "
            "get it, until {0}. If there are none, there is nothing to stop.",
        )
    else:
        said = translate("Mending", "Phones that are off may get it until {0}.")
    return said.format(until)


def taken_back_words(taken: TakenBack) -> str:
    """What became of a push as a whole, when, and by whom."""
    what = translate("Mending", _TAKEN_BACK[taken.kind])
    where = systems(taken.platforms)
    if taken.ours and taken.at is not None:
        pattern = translate("Mending", "{0} for {1}, {2}, from this computer.")
        return pattern.format(what, where, when_inside(taken.at))
    return translate("Mending", "{0} for {1}, not from this computer.").format(what, where)


def deed_rows(deeds: Sequence[Deed]) -> list[tuple[str, str, str]]:
    """What was done, as (when, what, why); runs with the same end on one line."""
    groups: dict[tuple[object, ...], list[Deed]] = {}
    for deed in deeds:
        one = deed.action
        end = (one.kind, one.outcome, one.reason, one.code, one.what, deed.state)
        groups.setdefault(end, []).append(deed)
    return [_deed_row(some) for some in groups.values()]


def _deed_row(deeds: list[Deed]) -> tuple[str, str, str]:
    first = deeds[0]
    action = first.action
    where = systems(_in_order(deed.platform for deed in deeds))
    if action.kind in _FOLLOWED:
        open_, sent = _FOLLOWED[action.kind]
        said = translate("Mending", open_)
        if first.state is not None:
            said = translate("Mending", sent).format(first.title, state_words(first.state).text)
        return when(action.begun_at), said, ""
    said = translate("Mending", _DEEDS[action.kind, action.outcome])
    said = translate("Mending", "{0} ({1})").format(said, where)
    runs = {deed.at for deed in deeds if deed.of_runs}
    if len(runs) == 1 and (at := next(iter(runs))) is not None:
        said = translate("Mending", "{0}: the run of {1}").format(said, day_and_time(at))
    elif runs:
        counted = translate("Mending", "%Ln run(s)", None, len(runs))
        said = translate("Mending", "{0}: {1}").format(said, counted)
    if action.what == "move":
        said = translate("Mending", "{0}, to move it").format(said)
    why = ""
    if action.outcome in ("refused", "not_sent", "unknown"):
        why = why_not_words(action.reason or "", action.code)
    ends = [deed.action.ended_at or deed.action.begun_at for deed in deeds]
    return when(max(ends)), said, why


def _in_order(platforms: Iterable[str]) -> list[str]:
    return sorted(set(platforms))


def left_out_rows(counters: Iterable[tuple[str, int | None]]) -> list[str]:
    """Phones that keep the old text and don't get the new one, as the review has it."""
    return _phone_rows(counters, [one for one in BOTH if one in LEFT_OUT])


def both_rows(counters: Iterable[tuple[str, int | None]]) -> list[str]:
    """Phones that would show the old text and the new one: (channel, how many have got it)."""
    return _phone_rows(counters, [one for one in BOTH if one not in LEFT_OUT])


def _phone_rows(counters: Iterable[tuple[str, int | None]], channels: Iterable[str]) -> list[str]:
    known = dict(counters)
    rows = []
    for channel in channels:
        why = BOTH[channel]
        count = known.get(channel)
        if count == 0 and known:
            continue
        said = translate("Mending", why)
        if count:
            pattern = translate("Mending", "{0}: {1} got it over that channel")
            said = pattern.format(said, grouped(count))
        rows.append(said)
    return rows
