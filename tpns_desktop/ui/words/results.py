"""What became of a push to one system, in plain words: what happened, was it sent, what to do.

The tense tells the truth: accepted is not arrived, and where nobody knows it is said so.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import reduce
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.audience import PLATFORMS
from tpns_desktop.ui.words.numbers import (
    clock,
    day_and_time,
    grouped,
    percent,
    time_of,
    when_inside,
)
from tpns_desktop.ui.words.review import systems
from tpns_desktop.ui.words.sentences import together
from tpns_desktop.ui.words.states import is_conflict, known_refusal, reason_words, refusal_words

if TYPE_CHECKING:
    from tpns_desktop.store.history import PushRow

translate = QCoreApplication.translate

DRAFT_STATES = frozenset({"rejected", "not_sent", "withdrawn", "not_found"})
"""Endings after which the draft may be opened to try again. Never `unknown`."""

_KEY_REASONS = frozenset(
    {
        "no_key",
        "bad_key",
        "bad_access_id",
        "keyring_locked",
        "keyring_silent",
        "keyring_failed",
        "keyring_gone",
        "keyring_other",
    }
)
ATTEMPTS = 3
"""How often a request is tried at most, while it is sure that none got through (sending.md 2.3)."""
_SOON = timedelta(minutes=1)
_BAD_ANSWERS = frozenset(
    {
        "http_status",
        "encoding",
        "answer_too_large",
        "not_json",
        "not_object",
        "repeated_keys",
        "bad_fields",
        "no_code",
        "no_push_id",
    }
)
_REPEATED = 10010018
"""The service's code for a push that is probably there already (tpns-rest.md 13)."""


class EndingWords(NamedTuple):
    """Three answers, in this order; an empty one is not shown."""

    happened: str
    was_sent: str
    to_do: str


def ending_words(row: PushRow, out_of_reach: str | None = None) -> EndingWords:
    """The answers for one row, in the present language; `out_of_reach` as in `Batch`."""
    if row.state == "accepted":
        return EndingWords(_accepted(row), "", "")
    # The late answer of a copy of the program that another one had taken for ended.
    late = row.state == "not_found" and row.settled_by == "answer"
    if row.state == "rejected" or (late and row.code is not None):
        refusal = refusal_words(row.code)
        return EndingWords(
            refusal.happened,
            translate("Results", "No. TPNS answered and did not take the push."),
            refusal.to_do,
        )
    if row.state == "not_sent" or late:
        return EndingWords(
            reason_words(row.reason),
            translate("Results", "No. The request never left this computer."),
            after_not_sent(row.reason),
        )
    if row.state == "withdrawn":
        listed = row.list_sha256 is not None
        return EndingWords(
            _upload_failed(row) if row.reason == "upload_failed" else reason_words(row.reason),
            translate("Results", "No. A list may have been uploaded, but no push was requested.")
            if listed
            else translate("Results", "No. Nothing left this computer."),
            translate("Results", "The draft is kept. Open it and review it when you want to send."),
        )
    if row.state == "unknown":
        return EndingWords(
            _unknown(row),
            translate("Results", "It may have been. Don't send it again yet."),
            _by_hand(out_of_reach) if out_of_reach else _unknown_to_do(row),
        )
    if row.state == "not_found":
        return _not_found(row)
    if row.state == "sending":
        return EndingWords(_sending(row), "", "")
    return EndingWords("", "", "")


def _sending(row: PushRow) -> str:
    if row.attempts > 1:
        return translate(
            "Results", "Trying again ({0} of {1}). The tries before did not get through."
        ).format(grouped(row.attempts), grouped(ATTEMPTS))
    return translate("Results", "The request is on its way. The answer takes a moment.")


def _accepted(row: PushRow) -> str:
    if row.schedule_at is not None:
        said = translate("Results", "TPNS has it and starts it on {0} (Beijing time).").format(
            day_and_time(row.schedule_at)
        )
    elif len(row.push_ids) > 1:  # only a repetition has several
        said = translate(
            "Results",
            "TPNS has it and starts each of its runs at its time: the calendar shows them.",
        )
    elif row.push_ids:
        said = translate(
            "Results", "TPNS has it. Phones get it from now on; the figures below grow."
        )
    elif row.matches:
        said = translate(
            "Results",
            "It is not certain which push at the service it is, so this program cannot read its "
            "figures.",
        )
    else:
        said = translate(
            "Results", "No push ID is known for it, so this program cannot read its figures."
        )
    settled = settled_words(row)
    return _both(settled, said) if settled else said


def settled_words(row: PushRow) -> str:
    """Who settled a push whose answer was lost, and when; empty where the answer told at once."""
    at = when_inside(row.settled_at) if row.settled_at is not None else ""
    if row.settled_by == "person" and row.state == "accepted":
        return translate("Results", "You said that you saw it on a phone ({0}).").format(at)
    if row.settled_by == "person" and row.state == "not_found":
        return translate("Results", "You said that it did not go ({0}).").format(at)
    if row.settled_by == "query" and row.state == "accepted":
        return translate(
            "Results", "Its answer was lost; a look-up found it at the service ({0})."
        ).format(at)
    if row.settled_by == "query" and row.state == "not_found":
        return translate("Results", "The service shows no such push ({0}).").format(at)
    if row.settled_by == "answer" and row.state == "accepted" and row.reason == "restart":
        return translate("Results", "Its answer came late ({0}).").format(at)
    return ""


def _unknown(row: PushRow) -> str:
    if row.reason in ("restart", "quit"):
        return translate("Results", "The program ended while the push was being sent.")
    if row.reason == "restored":
        return translate(
            "Results",
            "This history comes from a backup or a copy that was made before the push had ended.",
        )
    if row.code == _REPEATED:
        return translate("Results", "TPNS says that an identical push is probably there already.")
    if row.code:
        doubt = translate(
            "Results", "TPNS answered with an error that doesn't tell whether it was sent."
        )
        why = refusal_words(row.code).happened if known_refusal(row.code) else ""
        return together((why, doubt))
    if row.reason in _BAD_ANSWERS:
        return translate("Results", "The answer of the service could not be read.")
    if row.reason in ("read_timeout", "deadline"):
        return translate("Results", "We sent it and no answer came in time. It may have gone out.")
    if row.reason == "failed":
        return translate(
            "Results",
            "A step inside this program went wrong while the push was being sent. It may have "
            "gone out.",
        )
    return translate("Results", "The connection broke after we sent it. It may have gone out.")


def _unknown_to_do(row: PushRow) -> str:
    if is_conflict(row):
        return translate(
            "Results",
            "Open the TPNS console, compare the push IDs below with the time and text of this "
            "push, and stop there what should not run. Then say below what you found.",
        )
    if row.matches:
        return translate(
            "Results",
            "Let this program look again, which may settle it. Or compare the push ID below with "
            "the time and text of this push in the TPNS console, and say below what you found.",
        )
    return translate(
        "Results",
        "Let this program look for it, or look at a phone that should have got it and say below "
        "what you found. It is never sent again by itself.",
    )


def _by_hand(reason: str) -> str:
    if reason == "other_practice":
        return translate(
            "Results",
            "Its practice service is gone, so it can't be looked up any more. Say below what you "
            "know of it.",
        )
    return translate(
        "Results",
        "It can't be looked up here: its app is not connected any more, or with other Access IDs. "
        "Compare its time and text with the pushes in the TPNS console, or look at a phone that "
        "should have got it, and say below what you found. Or connect the app again.",
    )


def _not_found(row: PushRow) -> EndingWords:
    return EndingWords(
        settled_words(row) or translate("Results", "The service shows no such push."),
        translate("Results", "By what you saw, no. That is no proof.")
        if row.settled_by == "person"
        else translate("Results", "As far as TPNS shows, no. That is no proof."),
        translate(
            "Results",
            "Look at a phone that should have got it. If it did go out and you send it again, "
            "people get it twice.",
        ),
    )


def joined_answers(rows: Sequence[PushRow], out_of_reach: str | None = None) -> EndingWords:
    """The answers for rows that are shown as one; where they differ, each names its system."""
    told = [ending_words(row, out_of_reach) for row in rows]
    return EndingWords(*(_joined(rows, answers) for answers in zip(*told, strict=True)))


def _joined(rows: Sequence[PushRow], answers: Sequence[str]) -> str:
    if len(set(answers)) == 1:
        return answers[0]
    return "\n".join(
        translate("Results", "{0}: {1}").format(PLATFORMS[row.platform], answer)
        for row, answer in zip(rows, answers, strict=True)
        if answer
    )


def again_warning(rows: Sequence[PushRow]) -> str:
    """What sending again would do to systems that have the push already; empty for none."""
    have = [row.platform for row in rows if row.state == "accepted"]
    if not have or len(have) == len(rows):
        return ""
    return translate(
        "Results", "{0} has this push already and would get it a second time with it."
    ).format(systems(have))


# --------------------------------------------------------------------------------- looking it up


def look_words(rows: Sequence[PushRow], next_look_at: datetime | None, now: datetime) -> str:
    """How far the look-up of unsettled rows is: what the last look found, when the next one is."""
    told = [_look(row) for row in rows]
    if len(set(told)) > 1:
        told = [
            translate("Results", "{0}: {1}").format(PLATFORMS[row.platform], said)
            for row, said in zip(rows, told, strict=True)
        ]
    else:
        told = told[:1]
    return reduce(_both, [*told, _next_look(next_look_at, now)])


def _both(first: str, second: str) -> str:
    """Two sentences, one after the other, as the language sets them."""
    return translate("Results", "{0} {1}").format(first, second)


def _look(row: PushRow) -> str:
    if row.looked_at is None or row.look is None:
        return translate("Results", "Not looked for yet.")
    at = time_of(row.looked_at)
    if row.look == "several" and is_conflict(row):
        return QCoreApplication.translate(
            "Results", "Looked at {0}: %Ln push(es) match.", None, len(row.matches)
        ).format(at)
    if row.look == "several":
        return translate("Results", "Looked at {0}: one push may be it.").format(at)
    if row.look == "failed":
        return translate("Results", "Tried at {0}: the service could not be asked.").format(at)
    return translate("Results", "Looked at {0}: no record yet.").format(at)


def _next_look(next_look_at: datetime | None, now: datetime) -> str:
    if next_look_at is None:
        return translate("Results", "No further look by itself.")
    ahead = next_look_at - now
    if ahead > _SOON:
        return translate("Results", "Next look at {0}.").format(clock(next_look_at))
    if ahead > -_SOON:
        return translate("Results", "Next look in a moment.")
    return translate("Results", "No further look by itself.")


def conflict_words(rows: Sequence[PushRow]) -> str:
    """What several matches, or one that is not certain, mean; empty where there are none."""
    if any(is_conflict(row) for row in rows):
        return translate(
            "Results",
            "Several pushes at the service match this one, so it can't be told which is yours. It "
            "may have gone out more than once.",
        )
    if any(row.matches for row in rows):
        return translate(
            "Results", "One push at the service may be this one, but that is not certain."
        )
    return ""


def look_trouble(reason: str, code: int | None) -> str:
    """Why a look-up by hand told nothing, from an `AskFailed`."""
    if reason in ("practice_changed", "other_practice"):
        return translate(
            "Results",
            "This push belongs to an earlier practice service that is gone, so it can't be looked "
            "up any more. Say what you know of it.",
        )
    if reason in _KEY_REASONS:
        to_do = translate("Results", "Enter it again under Settings, then look again.")
        return _both(reason_words(reason), to_do)
    if reason == "budget":
        return translate(
            "Results",
            "This hour's 60 look-ups are used up. TPNS answers only so many questions an hour; "
            "look again in a while.",
        )
    return refusal_words(code).happened if reason == "refused" else reason_words(reason)


def _upload_failed(row: PushRow) -> str:
    """Why a list could not be uploaded, as well as it is known."""
    said = [reason_words("upload_failed")]
    if row.code is not None:
        said.append(refusal_words(row.code).happened)
    elif row.trouble:
        said.append(reason_words(row.trouble))
    return " ".join(said)


def after_not_sent(reason: str | None) -> str:
    """What to do about a request that never left, by its reason."""
    if reason in _KEY_REASONS:
        return translate(
            "Results", "Connect the app again in Settings, then open the draft and review it."
        )
    return translate(
        "Results", "Check this computer's connection, then open the draft and review it again."
    )


def share(part: int | None, whole: int | None, of: str) -> str:
    """A share with what it is a share of: "80.1% of planned"; empty where one is not known."""
    if part is None or whole is None or whole <= 0:
        return ""
    return translate("Results", "{0} of {1}").format(percent(part, whole), of)


def ask_trouble(reason: str, code: int | None) -> str:
    """Why newer figures could not be read, from an `AskFailed`."""
    if forgotten(reason, code):
        return translate(
            "Results", "TPNS no longer has figures for this push. These are the last it gave."
        )
    if reason == "refused":
        return refusal_words(code).happened
    return reason_words(reason)


_FORGOTTEN_CODE = 1008015
"""push id not exist (tpns-rest.md 13)."""


def forgotten(reason: str, code: int | None) -> bool:
    """Whether asking again is of no use: the service has no record of the push any more."""
    gone = {"practice_changed", "app_gone", "app_changed", "nothing_to_ask"}
    return reason in gone or code == _FORGOTTEN_CODE
