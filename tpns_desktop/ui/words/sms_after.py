"""Words about what became of the texts that followed a push."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.widgets.text_phone import TextContent
from tpns_desktop.ui.words.audience import listed
from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.numbers import (
    BEIJING,
    day,
    duration,
    grouped,
    percent,
    time_of,
    when,
)
from tpns_desktop.ui.words.sentences import together

if TYPE_CHECKING:
    from datetime import datetime

    from tpns_desktop.model.cloud_sms import Receipt, ReceiptTotals
    from tpns_desktop.send.sms_desk import SmsAfter

_TRIGGERS: dict[int, str] = {
    0: QT_TRANSLATE_NOOP(
        "Texts", "A text goes to phones on which notifications are off, {0} after the push."
    ),
    1: QT_TRANSLATE_NOOP(
        "Texts", "A text goes to phones that the push has not reached {0} after it left."
    ),
    2: QT_TRANSLATE_NOOP(
        "Texts", "A text goes to people who have not tapped the push {0} after it left."
    ),
}

_FAILED: dict[str, str] = {
    "wrong_number": QT_TRANSLATE_NOOP("Texts", "no such number: {0}"),
    "switched_off": QT_TRANSLATE_NOOP("Texts", "phone off or no service: {0}"),
    "blocked": QT_TRANSLATE_NOOP("Texts", "takes no such texts: {0}"),
    "too_often": QT_TRANSLATE_NOOP("Texts", "too many texts to the number: {0}"),
    "internal": QT_TRANSLATE_NOOP("Texts", "a fault in the carrier's network: {0}"),
}
"""Field of `ReceiptTotals` → why texts were not delivered."""


def trigger_words(after: SmsAfter) -> str:
    """To whom a text goes, and when."""
    text = _TRIGGERS.get(after.trigger, _TRIGGERS[1])
    return _said(text).format(duration(after.wait_s))


def waiting_for(after: SmsAfter) -> str:
    """When the first texts leave."""
    if after.starts_at is None:
        return _said(QT_TRANSLATE_NOOP("Texts", "It is not known when the first texts leave."))
    return _said(QT_TRANSLATE_NOOP("Texts", "The first texts leave at {0}.")).format(
        time_of(after.starts_at)
    )


def hours_words(after: SmsAfter) -> str:
    """What the figures are of, honestly: everything an SMS app sent in some hours."""
    if after.from_at is None or after.to_at is None:
        return ""
    text = QT_TRANSLATE_NOOP(
        "Texts", "All texts of SMS app {0} between {1} and {2} on {3} (Beijing time)"
    )
    first, last = after.from_at.astimezone(BEIJING), after.to_at.astimezone(BEIJING)
    return _said(text).format(after.sms_app_id, _time(first), _time(last, first), day(first.date()))


def _time(moment: datetime, first: datetime | None = None) -> str:
    said = moment.strftime("%H:%M")
    if first is not None and moment.date() != first.date():
        return f"{day(moment.date())} {said}"
    return said


def mixed_words(after: SmsAfter) -> str:
    """Why these figures are not this push's alone."""
    said = _said(
        QT_TRANSLATE_NOOP(
            "Texts",
            "The SMS service counts by SMS app, not by push: other texts of this app are in these "
            "figures.",
        )
    )
    if after.other_pushes:
        others = QCoreApplication.translate(
            "Texts",
            "%Ln other push(es) of yours sent texts with it in these hours.",
            None,
            after.other_pushes,
        )
        return together([said, others])
    return said


def facts_of(after: SmsAfter) -> list[tuple[str, str, str]]:
    """(name, fact, hint) a line; a fact that is not known says so."""
    unknown = _said(QT_TRANSLATE_NOOP("Texts", "Not known"))
    sent, paid = unknown, ""
    if after.sent is not None:
        text = QT_TRANSLATE_NOOP("Texts", "{0} of {1} numbers")
        sent = _said(text).format(grouped(after.sent.accepted), grouped(after.sent.requested))
        text = QT_TRANSLATE_NOOP("Texts", "Messages paid for: {0}")
        paid = _said(text).format(grouped(after.sent.messages))
    delivered, failed = unknown, ""
    if after.receipts is not None:
        given = after.receipts
        text = QT_TRANSLATE_NOOP("Texts", "{0} of {1} that carriers reported ({2})")
        delivered = _said(text).format(
            grouped(given.delivered),
            grouped(given.reported),
            percent(given.delivered, given.reported),
        )
        failed = failed_words(given)
    return [
        (_said(QT_TRANSLATE_NOOP("Texts", "Sent")), sent, paid),
        (_said(QT_TRANSLATE_NOOP("Texts", "Delivered")), delivered, ""),
        (_said(QT_TRANSLATE_NOOP("Texts", "Not delivered")), failed, ""),
    ]


def page_after(after: SmsAfter) -> TextContent | None:
    """In practice, what phones show of it from when the first texts left; None before and else."""
    if not after.practice or after.waiting or after.text is None or after.starts_at is None:
        return None
    said = _said(QT_TRANSLATE_NOOP("Texts", "{0}, after the push")).format(time_of(after.starts_at))
    count = ""
    if after.sent is not None:
        count = QCoreApplication.translate("Texts", "%Ln text(s) so far", None, after.sent.accepted)
    return TextContent(after.text.text, said, count)


def failed_words(given: ReceiptTotals) -> str:
    """How many texts did not arrive, and why; empty for none."""
    if not given.failed:
        return ""
    reasons = [
        _said(text).format(grouped(count))
        for name, text in _FAILED.items()
        if (count := getattr(given, name))
    ]
    total = grouped(given.failed)
    if not reasons:
        return total
    return _said(QT_TRANSLATE_NOOP("Texts", "{0} ({1})")).format(total, listed(reasons))


def receipt_words(one: Receipt) -> str:
    """One receipt in a line."""
    said = (
        QT_TRANSLATE_NOOP("Texts", "✓ Delivered")
        if one.delivered
        else QT_TRANSLATE_NOOP("Texts", "✕ Not delivered")
    )
    parts = [_said(said)]
    if one.at is not None:
        parts.append(when(one.at))
    if one.description and not one.delivered:
        text = QT_TRANSLATE_NOOP("Texts", "the carrier says “{0}”")
        parts.append(_said(text).format(one.description))
    return " · ".join(parts)


def _said(text: str) -> str:
    return QCoreApplication.translate("Texts", text)
