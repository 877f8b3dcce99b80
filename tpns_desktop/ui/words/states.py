"""States of a push and refusals of the service, in words: what happened, was it sent, what to do.

The tense tells the truth: on hold is not gone, accepted is not arrived. Whoever settled a push that
nobody knew of, a look-up or a person, is named with the state.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from tpns_desktop.send.results import Batch


class StateWords(NamedTuple):
    """How a state looks: words, the pill's tone and the icon's name."""

    text: str
    tone: str
    icon: str


_STATES: dict[str, StateWords] = {
    "confirmed": StateWords(QT_TRANSLATE_NOOP("States", "On hold"), "warn", "clock"),
    "uploading": StateWords(QT_TRANSLATE_NOOP("States", "Uploading the list"), "warn", "clock"),
    "held": StateWords(QT_TRANSLATE_NOOP("States", "On hold"), "warn", "clock"),
    "sending": StateWords(QT_TRANSLATE_NOOP("States", "Sending request"), "accent", "send"),
    "accepted": StateWords(QT_TRANSLATE_NOOP("States", "Accepted by TPNS"), "ok", "check"),
    "rejected": StateWords(QT_TRANSLATE_NOOP("States", "Refused"), "danger", "cross"),
    "not_sent": StateWords(QT_TRANSLATE_NOOP("States", "Not sent"), "danger", "cross"),
    "unknown": StateWords(QT_TRANSLATE_NOOP("States", "We don't know yet"), "warn", "question"),
    "withdrawn": StateWords(QT_TRANSLATE_NOOP("States", "Cancelled, not sent"), "neutral", "cross"),
    "not_found": StateWords(QT_TRANSLATE_NOOP("States", "No such push found"), "warn", "question"),
    "partly": StateWords(
        QT_TRANSLATE_NOOP("States", "Different for each system"), "warn", "question"
    ),
    # A state and how it came about, as `shown_state` tells them apart.
    "conflict": StateWords(QT_TRANSLATE_NOOP("States", "Several pushes match"), "danger", "danger"),
    "doubt": StateWords(QT_TRANSLATE_NOOP("States", "One push may be it"), "warn", "question"),
    "again": StateWords(QT_TRANSLATE_NOOP("States", "Not sent: confirm again"), "warn", "cross"),
    "accepted.query": StateWords(QT_TRANSLATE_NOOP("States", "Accepted, looked up"), "ok", "check"),
    "accepted.person": StateWords(
        QT_TRANSLATE_NOOP("States", "Accepted, you saw it"), "ok", "check"
    ),
    "not_found.person": StateWords(
        QT_TRANSLATE_NOOP("States", "Did not go, you said"), "warn", "question"
    ),
}

UNSETTLED = frozenset({"unknown"})
"""States that still wait for a look-up or for a person's word."""


def state_words(state: str) -> StateWords:
    """Words, tone and icon of a row's or batch's state, in the present language."""
    words = _STATES[state]
    return words._replace(text=QCoreApplication.translate("States", words.text))


class Part(Protocol):
    """What the words go by of one platform's row."""

    @property
    def state(self) -> str: ...
    @property
    def matches(self) -> tuple[str, ...]: ...
    @property
    def reason(self) -> str | None: ...
    @property
    def settled_by(self) -> str | None: ...
    @property
    def list_sha256(self) -> str | None: ...


def rows_words(rows: Iterable[Part], joined: str) -> StateWords:
    """The same for rows that are shown as one, `joined` being their one state.

    Says more than the state does: several matches of a look-up, who settled it, and that a push
    which nobody took back wants to be confirmed again.
    """
    return state_words(_shown_state(tuple(rows), joined))


def batch_words(batch: Batch) -> StateWords:
    """`rows_words` of a whole push."""
    return rows_words(batch.rows, batch.state)


def _shown_state(rows: tuple[Part, ...], joined: str) -> str:
    if joined == "unknown" and any(row.matches for row in rows):
        return "conflict" if any(is_conflict(row) for row in rows) else "doubt"
    if joined == "confirmed" and any(row.list_sha256 is not None for row in rows):
        return "uploading"
    if joined == "withdrawn" and any(row.reason != "cancelled" for row in rows):
        return "again"
    settled = {row.settled_by for row in rows if row.state == joined}
    for by in ("person", "query"):
        if by in settled and f"{joined}.{by}" in _STATES:
            return f"{joined}.{by}"
    return joined


def is_conflict(row: Part) -> bool:
    """Whether several pushes at the service may be this one. One that is not certain is none."""
    return row.state == "unknown" and len(row.matches) > 1


class RefusalWords(NamedTuple):
    """What happened and what to do about it."""

    happened: str
    to_do: str


_KEYS = RefusalWords(
    QT_TRANSLATE_NOOP(
        "Refusals", "The Access ID and Secret Key don't match, or the region is wrong."
    ),
    QT_TRANSLATE_NOOP(
        "Refusals",
        "Connect the app again in Settings with the keys and the region of the TPNS console.",
    ),
)
_SETTING = RefusalWords(
    QT_TRANSLATE_NOOP("Refusals", "TPNS doesn't accept a setting of this push."),
    QT_TRANSLATE_NOOP(
        "Refusals", "The details below name it. Change it and review the push again."
    ),
)

_REFUSALS: dict[int, RefusalWords] = {
    1008001: _SETTING,
    1008002: _SETTING,
    1008003: _KEYS,
    1008007: _SETTING,
    1008011: RefusalWords(
        QT_TRANSLATE_NOOP("Refusals", "TPNS could not use the uploaded list."),
        QT_TRANSLATE_NOOP(
            "Refusals",
            "Try once more. If it happens again, check the list again and look at its rows.",
        ),
    ),
    1008012: RefusalWords(
        QT_TRANSLATE_NOOP("Refusals", "TPNS found nothing in the uploaded list."),
        QT_TRANSLATE_NOOP("Refusals", "Choose a list with at least one row."),
    ),
    1008019: RefusalWords(
        QT_TRANSLATE_NOOP("Refusals", "Tencent's content check refused the text."),
        QT_TRANSLATE_NOOP("Refusals", "Change title or text and review the push again."),
    ),
    1008023: RefusalWords(
        QT_TRANSLATE_NOOP("Refusals", "The app's iOS push certificate has expired."),
        QT_TRANSLATE_NOOP("Refusals", "Ask a developer to renew it in the TPNS console."),
    ),
    1008028: RefusalWords(
        QT_TRANSLATE_NOOP("Refusals", "TPNS was asked too often in a short time."),
        QT_TRANSLATE_NOOP("Refusals", "Wait a minute, then review and send the push again."),
    ),
    1008029: RefusalWords(
        QT_TRANSLATE_NOOP("Refusals", "TPNS doesn't know one of these devices."),
        QT_TRANSLATE_NOOP(
            "Refusals", "Check the device tokens: one may be mistyped or from another app."
        ),
    ),
    1008030: RefusalWords(
        QT_TRANSLATE_NOOP("Refusals", "This app has no paid TPNS package."),
        QT_TRANSLATE_NOOP("Refusals", "Buy or renew it in the TPNS console, then send again."),
    ),
    1008031: RefusalWords(
        QT_TRANSLATE_NOOP("Refusals", "This app's TPNS resources have expired."),
        QT_TRANSLATE_NOOP("Refusals", "Renew them in the TPNS console, then send again."),
    ),
    1008035: _KEYS,
    1010001: RefusalWords(
        QT_TRANSLATE_NOOP("Refusals", "This app has no TPNS resources."),
        QT_TRANSLATE_NOOP("Refusals", "Buy them in the TPNS console, then send again."),
    ),
    10010005: RefusalWords(
        QT_TRANSLATE_NOOP("Refusals", "TPNS found nobody to push to."),
        QT_TRANSLATE_NOOP(
            "Refusals", "Check the accounts and their type: no phone is bound to them."
        ),
    ),
    10010012: RefusalWords(
        QT_TRANSLATE_NOOP("Refusals", "TPNS doesn't accept the chosen time."),
        QT_TRANSLATE_NOOP("Refusals", "Pick a time at least 5 minutes and at most 90 days ahead."),
    ),
    10030002: _KEYS,
    10110008: RefusalWords(
        QT_TRANSLATE_NOOP("Refusals", "TPNS doesn't know these devices or accounts."),
        QT_TRANSLATE_NOOP("Refusals", "Check them: they may be mistyped or from another app."),
    ),
}

_OTHER = RefusalWords(
    QT_TRANSLATE_NOOP("Refusals", "TPNS refused this push."),
    QT_TRANSLATE_NOOP("Refusals", "The details below are for a developer."),
)

_UNREADABLE = QT_TRANSLATE_NOOP("Refusals", "The answer of the service could not be read.")
_STORE_FAULT = QT_TRANSLATE_NOOP(
    "Refusals", "The history file on this computer could not be used at that moment."
)

_REASONS: dict[str, str] = {
    "refused_connection": QT_TRANSLATE_NOOP(
        "Refusals", "Nothing answered at the service's address."
    ),
    "dns": QT_TRANSLATE_NOOP("Refusals", "The service's address could not be found."),
    "tls": QT_TRANSLATE_NOOP("Refusals", "No secure connection to the service could be made."),
    "connect_timeout": QT_TRANSLATE_NOOP("Refusals", "The service could not be reached in time."),
    "proxy": QT_TRANSLATE_NOOP("Refusals", "The network's proxy did not let the request through."),
    "no_connection": QT_TRANSLATE_NOOP("Refusals", "No connection to the service could be made."),
    "bad_key": QT_TRANSLATE_NOOP("Refusals", "The stored Secret Key can't be used as it is."),
    "bad_access_id": QT_TRANSLATE_NOOP("Refusals", "The stored Access ID can't be used as it is."),
    "read_timeout": QT_TRANSLATE_NOOP("Refusals", "The service did not answer in time."),
    "deadline": QT_TRANSLATE_NOOP("Refusals", "The service did not answer in time."),
    "no_key": QT_TRANSLATE_NOOP("Refusals", "The app's Secret Key is not at hand."),
    "no_practice": QT_TRANSLATE_NOOP("Refusals", "The practice service is not running."),
    "other_practice": QT_TRANSLATE_NOOP(
        "Refusals", "This push belongs to an earlier practice service."
    ),
    "changed": QT_TRANSLATE_NOOP("Refusals", "The stored push is not the one that was confirmed."),
    "expired": QT_TRANSLATE_NOOP("Refusals", "The confirmation was too old."),
    "quit": QT_TRANSLATE_NOOP("Refusals", "The program was closed while the push was on hold."),
    "restart": QT_TRANSLATE_NOOP("Refusals", "The program was closed while the push was on hold."),
    "closed": QT_TRANSLATE_NOOP("Refusals", "The program was closed while the push was on hold."),
    "cancelled": QT_TRANSLATE_NOOP("Refusals", "You took it back while it was on hold."),
    "slept": QT_TRANSLATE_NOOP(
        "Refusals", "The computer slept, or its clock was changed, while the push was on hold."
    ),
    "schedule_passed": QT_TRANSLATE_NOOP(
        "Refusals", "The chosen time came too near while the push was on hold."
    ),
    "body_changed": QT_TRANSLATE_NOOP(
        "Refusals", "The stored push is not the one that was confirmed."
    ),
    "app_changed": QT_TRANSLATE_NOOP(
        "Refusals", "The app's keys, region or environment changed after the push was confirmed."
    ),
    "app_gone": QT_TRANSLATE_NOOP("Refusals", "The app is no longer connected on this computer."),
    "not_written": QT_TRANSLATE_NOOP(
        "Refusals", "The push could not be written down on this computer. The disk may be full."
    ),
    "practice_changed": QT_TRANSLATE_NOOP(
        "Refusals", "This push belongs to an earlier practice service."
    ),
    "wrong_address": QT_TRANSLATE_NOOP(
        "Refusals", "A real push may not go to the practice service's address."
    ),
    "practice_key": QT_TRANSLATE_NOOP(
        "Refusals", "A practice service's key may not go to the real service."
    ),
    "keyring_locked": QT_TRANSLATE_NOOP("Refusals", "This computer's password store is locked."),
    "keyring_silent": QT_TRANSLATE_NOOP(
        "Refusals", "This computer's password store did not answer."
    ),
    "keyring_gone": QT_TRANSLATE_NOOP(
        "Refusals", "The Secret Key is in a password store that can't be reached now."
    ),
    "keyring_other": QT_TRANSLATE_NOOP(
        "Refusals", "The Secret Key is in another password store than the one in use now."
    ),
    "keyring_failed": QT_TRANSLATE_NOOP(
        "Refusals", "This computer's password store could not be read."
    ),
    "pool_timeout": QT_TRANSLATE_NOOP(
        "Refusals", "This program had too many connections open at once."
    ),
    "write_timeout": QT_TRANSLATE_NOOP(
        "Refusals", "The service stopped taking the request in the middle of it."
    ),
    "cut": QT_TRANSLATE_NOOP("Refusals", "The connection broke."),
    "failed": QT_TRANSLATE_NOOP("Refusals", "A step inside this program went wrong."),
    "refused": QT_TRANSLATE_NOOP("Refusals", "TPNS answered and said no."),
    "http_status": QT_TRANSLATE_NOOP(
        "Refusals", "The service, or something on the way to it, answered with an error page."
    ),
    "encoding": _UNREADABLE,
    "answer_too_large": _UNREADABLE,
    "not_json": _UNREADABLE,
    "not_object": _UNREADABLE,
    "repeated_keys": _UNREADABLE,
    "no_code": _UNREADABLE,
    "bad_fields": _UNREADABLE,
    "no_push_id": QT_TRANSLATE_NOOP("Refusals", "TPNS answered without a push ID."),
    "bad_upload_id": QT_TRANSLATE_NOOP(
        "Refusals", "TPNS answered without a usable ID for the uploaded list."
    ),
    "bad_file_name": QT_TRANSLATE_NOOP(
        "Refusals",
        "The list's file name can't be sent as it is. Rename the file and choose it again.",
    ),
    "upload_failed": QT_TRANSLATE_NOOP("Refusals", "The list could not be uploaded."),
    "list_changed": QT_TRANSLATE_NOOP(
        "Refusals", "The stored copy of the list is not the one that was confirmed."
    ),
    "list_gone": QT_TRANSLATE_NOOP(
        "Refusals", "The stored copy of the list is gone. Choose the file again."
    ),
    "not_uploaded": QT_TRANSLATE_NOOP("Refusals", "The list was not uploaded."),
    "no_plan_id": QT_TRANSLATE_NOOP("Refusals", "TPNS answered without a plan ID."),
    "duplicate": QT_TRANSLATE_NOOP(
        "Refusals", "The same push to the same people left while this one was on hold."
    ),
    "unsettled": QT_TRANSLATE_NOOP(
        "Refusals",
        "An earlier push with the same text to the same people is not settled yet. You find it "
        "under Sent.",
    ),
    "app_switched": QT_TRANSLATE_NOOP(
        "Refusals", "You switched to another app while the push was on hold."
    ),
    "budget": QT_TRANSLATE_NOOP(
        "Refusals",
        "This hour's questions to TPNS are used up: it answers only so many. Ask again in a while.",
    ),
    "unread": QT_TRANSLATE_NOOP(
        "Refusals", "The list of pushes at the service could not be read to its end."
    ),
    "too_many": QT_TRANSLATE_NOOP(
        "Refusals", "There are too many pushes of that day at the service to look through."
    ),
    "too_old": QT_TRANSLATE_NOOP(
        "Refusals", "The service remembers pushes for a month, and this one is older."
    ),
    "no_date": QT_TRANSLATE_NOOP(
        "Refusals", "The service didn't say what time it is, so its list can't be compared."
    ),
    "nothing_to_ask": QT_TRANSLATE_NOOP("Refusals", "There is nothing left to ask about it."),
    "no_keyring": QT_TRANSLATE_NOOP("Refusals", "This computer has no password store."),
    "locked": QT_TRANSLATE_NOOP("Refusals", "This computer's password store is locked."),
    "silent": QT_TRANSLATE_NOOP("Refusals", "This computer's password store did not answer."),
    "cannot_open": QT_TRANSLATE_NOOP(
        "Refusals", "The history file on this computer could not be read or written."
    ),
    "wrong_thread": _STORE_FAULT,
    "transaction_lost": _STORE_FAULT,
    "unknown_app": QT_TRANSLATE_NOOP(
        "Refusals", "The app is no longer connected on this computer."
    ),
    "already_confirmed": QT_TRANSLATE_NOOP("Refusals", "This push was confirmed already."),
    "illegal_move": QT_TRANSLATE_NOOP("Refusals", "The push has moved on meanwhile."),
    "disk_full": QT_TRANSLATE_NOOP("Refusals", "The disk is full."),
    "busy": QT_TRANSLATE_NOOP(
        "Refusals", "Another program kept the history file busy for too long."
    ),
    "damaged": QT_TRANSLATE_NOOP("Refusals", "The history file on this computer is damaged."),
    "certificate": QT_TRANSLATE_NOOP(
        "Refusals",
        "The service's certificate is not trusted on this computer, has run out or belongs to "
        "somebody else.",
    ),
    "ca_file": QT_TRANSLATE_NOOP(
        "Refusals", "The file of extra certificates that is set up can't be read."
    ),
    "proxy_unreachable": QT_TRANSLATE_NOOP("Refusals", "The network's proxy could not be reached."),
    "proxy_login": QT_TRANSLATE_NOOP(
        "Refusals", "The network's proxy wants a user and a password, or other ones."
    ),
    "proxy_password": QT_TRANSLATE_NOOP(
        "Refusals",
        "The password of the network's proxy is not at hand. Enter it under Settings ▸ Network.",
    ),
    "proxy_address": QT_TRANSLATE_NOOP(
        "Refusals", "The address of the network's proxy is not one this program can use."
    ),
    "proxy_kind": QT_TRANSLATE_NOOP(
        "Refusals", "The network's proxy is of a kind this program can't use."
    ),
    "network_folder": QT_TRANSLATE_NOOP(
        "Refusals", "The history file is on a network drive, where it can't be kept safely."
    ),
    "no_backup": QT_TRANSLATE_NOOP(
        "Refusals", "The backup that should be restored is missing or damaged."
    ),
    "database_gone": QT_TRANSLATE_NOOP(
        "Refusals", "The history file is gone from its place on this computer."
    ),
    "database_damaged": QT_TRANSLATE_NOOP("Refusals", "The history file can't be read any more."),
    "newer": QT_TRANSLATE_NOOP(
        "Refusals", "The history file was written by a newer version of the program."
    ),
    "read_only": QT_TRANSLATE_NOOP("Refusals", "The history file can't be written."),
}

_NOT_REACHED = QT_TRANSLATE_NOOP("Refusals", "The request never left this computer.")


def refusal_words(code: int | None) -> RefusalWords:
    """What a refusal with this code means to a person."""
    words = _REFUSALS.get(code, _OTHER) if code is not None else _OTHER
    return RefusalWords(*(QCoreApplication.translate("Refusals", text) for text in words))


def known_refusal(code: int | None) -> bool:
    """Whether this code has words of its own."""
    return code in _REFUSALS


def known_reasons() -> frozenset[str]:
    """The reasons that have a sentence of their own."""
    return frozenset(_REASONS)


def reason_words(reason: str | None) -> str:
    """Why a push was not sent or a question not answered, from the core's short reason.

    Always a whole sentence; one that no table knows says no more than is sure.
    """
    return QCoreApplication.translate("Refusals", _REASONS.get(reason or "", _NOT_REACHED))
