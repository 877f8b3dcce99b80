"""What became of a push to one system, in plain words: what happened, was it sent, what to do.

The tense tells the truth: accepted is not arrived, and where nobody knows it is said so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.numbers import day_and_time, percent
from tpns_desktop.ui.words.states import reason_words, refusal_words

if TYPE_CHECKING:
    from tpns_desktop.store.history import PushRow

translate = QCoreApplication.translate

DRAFT_STATES = frozenset({"rejected", "not_sent", "withdrawn", "not_found"})
"""Endings after which the draft may be opened to try again. Never `unknown`."""

_KEY_REASONS = frozenset(
    {"no_key", "bad_key", "bad_access_id", "keyring_locked", "keyring_silent", "keyring_failed"}
)
_REPEATED = 10010018
"""The service's code for a push that is probably there already (tpns-rest.md 13)."""


class EndingWords(NamedTuple):
    """Three answers, in this order; an empty one is not shown."""

    happened: str
    was_sent: str
    to_do: str


def ending_words(row: PushRow) -> EndingWords:
    """The answers for one row, in the present language."""
    if row.state == "accepted":
        return EndingWords(_accepted(row), "", "")
    if row.state == "rejected":
        refusal = refusal_words(row.code)
        return EndingWords(
            refusal.happened,
            translate("Results", "No. TPNS answered and did not take the push."),
            refusal.to_do,
        )
    if row.state == "not_sent":
        return EndingWords(
            reason_words(row.reason),
            translate("Results", "No. The request never left this computer."),
            _after_not_sent(row.reason),
        )
    if row.state == "withdrawn":
        return EndingWords(
            reason_words(row.reason),
            translate("Results", "No. Nothing left this computer."),
            translate("Results", "The draft is kept. Open it and review it when you want to send."),
        )
    if row.state == "unknown":
        return EndingWords(
            _unknown(row),
            translate("Results", "It may have been. Don't send it again yet."),
            translate(
                "Results",
                "Look for it on a phone that should have got it, or in the TPNS console. This "
                "program does not send it again by itself.",
            ),
        )
    if row.state == "not_found":
        return EndingWords(
            translate("Results", "The service shows no such push."),
            translate("Results", "As far as TPNS can tell, no."),
            translate("Results", "If you send it again, watch a phone that should get it."),
        )
    if row.state == "sending":
        return EndingWords(
            translate("Results", "The request is on its way. The answer takes a moment."), "", ""
        )
    return EndingWords("", "", "")


def _accepted(row: PushRow) -> str:
    if row.schedule_at is not None:
        return translate("Results", "TPNS has it and starts it on {0} (Beijing time).").format(
            day_and_time(row.schedule_at)
        )
    return translate("Results", "TPNS has it. Phones get it from now on; the figures below grow.")


def _unknown(row: PushRow) -> str:
    if row.reason == "restart":
        return translate("Results", "The program ended while the push was being sent.")
    if row.code == _REPEATED:
        return translate("Results", "TPNS says that an identical push is probably there already.")
    if row.code:
        return translate(
            "Results", "TPNS answered with an error that doesn't tell whether it was sent."
        )
    if row.reason in ("http_status", "not_json", "not_object", "no_code", "no_push_id"):
        return translate("Results", "The answer of the service could not be read.")
    return translate("Results", "The connection broke after we sent it. It may have gone out.")


def _after_not_sent(reason: str | None) -> str:
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
