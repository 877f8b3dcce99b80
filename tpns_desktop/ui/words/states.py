"""States of a push and refusals of the service, in words: what happened, was it sent, what to do.

The tense tells the truth: on hold is not gone, accepted is not arrived.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP


class StateWords(NamedTuple):
    """How a state looks: words, the pill's tone and the icon's name."""

    text: str
    tone: str
    icon: str


_STATES: dict[str, StateWords] = {
    "confirmed": StateWords(QT_TRANSLATE_NOOP("States", "On hold"), "warn", "clock"),
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
}


def state_words(state: str) -> StateWords:
    """Words, tone and icon of a row's or batch's state, in the present language."""
    words = _STATES[state]
    return words._replace(text=QCoreApplication.translate("States", words.text))


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
    "keyring_failed": QT_TRANSLATE_NOOP(
        "Refusals", "This computer's password store could not be read."
    ),
}

_NOT_REACHED = QT_TRANSLATE_NOOP("Refusals", "The request never left this computer.")


def refusal_words(code: int | None) -> RefusalWords:
    """What a refusal with this code means to a person."""
    words = _REFUSALS.get(code, _OTHER) if code is not None else _OTHER
    return RefusalWords(*(QCoreApplication.translate("Refusals", text) for text in words))


def reason_words(reason: str | None) -> str:
    """Why a push was not sent, from the short reason that the core gives."""
    return QCoreApplication.translate("Refusals", _REASONS.get(reason or "", _NOT_REACHED))
