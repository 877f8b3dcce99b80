"""What became of the texts that followed a push, as far as the SMS service tells.

TPNS does not report texts, and the service counts them by SMS app and hour, of whatever origin. So
the figures here are the app's total over the hours in which this push's texts left, and are named
so; single receipts can be read by phone number for seven days. Source: tencent-cloud-sms.md 5.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, Final

from tpns_desktop.client.sms_points import INTERNATIONAL
from tpns_desktop.model.cloud_sms import Receipt, ReceiptTotals, SendTotals
from tpns_desktop.send.sms_account import SmsAccount, SmsFailed
from tpns_desktop.send.sms_facts import sms_facts, text_of_info
from tpns_desktop.store.history import History, PushRow

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tpns_desktop.send.clock import Clock
    from tpns_desktop.send.sms_facts import SmsText
    from tpns_desktop.store.database import Database
    from tpns_desktop.store.settings import Settings

WINDOW: Final = timedelta(hours=4)
"""Ours: a push to many devices is spread over hours, and so are its texts."""
HOUR: Final = timedelta(hours=1)
SCHEDULED_AHEAD: Final = timedelta(days=31)
"""A push is confirmed at most so long before it leaves (tpns-rest.md 5.9)."""
RECEIPTS_DAYS: Final = 7
"""How far back receipts of a number can be read."""


@dataclass(frozen=True)
class SmsAfter:
    """The texts of one push."""

    trigger: int
    """0 notifications off, 1 not arrived, 2 not tapped."""
    wait_s: int
    sms_app_id: str
    template_id: str
    signature: str
    starts_at: datetime | None
    """When the first texts leave; None while it is not known when the push left."""
    from_at: datetime | None = None
    """Full hours over which the figures are: from here …"""
    to_at: datetime | None = None
    """… to here."""
    open: bool = False
    """Whether those hours still run: the figures will grow."""
    sent: SendTotals | None = None
    receipts: ReceiptTotals | None = None
    other_pushes: int = 0
    """How many other pushes of this program sent texts by the same SMS app in these hours."""
    receipts_until: datetime | None = None
    """Until when receipts of single numbers can be read."""
    read_at: datetime | None = None
    trouble: SmsFailed | None = None
    """Why the figures could not be read; None also when nothing was asked yet."""
    practice: bool = False
    text: SmsText | None = None
    """What phones show, as the book has its template; None where it does not know it."""
    platform: str = "android"
    """Of the first of its requests."""

    @property
    def waiting(self) -> bool:
        """Whether no text can have left yet."""
        return self.from_at is None


class After:
    """Asks for what became of texts."""

    def __init__(
        self, database: Database, account: SmsAccount, clock: Clock, settings: Settings
    ) -> None:
        self._database = database
        self._account = account
        self._clock = clock
        self._settings = settings

    async def after(self, batch_id: str) -> SmsAfter | None:
        """The texts of a push; None for a push without any, or one that was not taken on."""
        rows = self._rows(batch_id)
        texts = [(row, info) for row in rows if (info := sms_of(row)) is not None]
        if not texts:
            return None
        row, info = texts[0]
        starts = self._starts(texts)
        found = SmsAfter(
            trigger=int(info.get("trigger_condition") or 0),
            wait_s=_seconds(info),
            sms_app_id=str(info.get("sms_app_id") or ""),
            template_id=str(info.get("sms_template_id") or ""),
            signature=str(info.get("sms_sign_name") or ""),
            starts_at=min(starts, default=None),
            practice=row.practice,
            text=self._text(row, info),
            platform=row.platform,
        )
        now = self._clock.now()
        if found.starts_at is None or now < found.starts_at:
            return found
        begin, last = hour_of(found.starts_at), max(starts) + WINDOW
        end = hour_of(min(last, now))
        if end == begin and self._account.real_site(practice=row.practice) == INTERNATIONAL:
            begin -= HOUR  # that site takes no single hour
        found = replace(
            found,
            from_at=begin,
            to_at=end + HOUR,
            open=now < end + HOUR,
            other_pushes=self._others(batch_id, found.sms_app_id, begin, end + HOUR),
            receipts_until=min(starts) + timedelta(days=RECEIPTS_DAYS),
        )
        try:
            async with self._account.asking(practice=row.practice) as client:
                sent = await client.send_totals(found.sms_app_id, begin, end)
                found = replace(found, sent=sent, read_at=self._clock.now())
                receipts = await client.receipt_totals(found.sms_app_id, begin, end)
                found = replace(found, receipts=receipts)
        except SmsFailed as failed:
            found = replace(found, trouble=failed)
        return found

    async def receipts(self, batch_id: str, number: str) -> list[Receipt]:
        """Receipts of texts to one phone number since this push's texts began, the last first.

        Raises SmsFailed; reason "too_old" when that is more than seven days ago, "too_early" when
        no text can have left yet.
        """
        texts = [(row, info) for row in self._rows(batch_id) if (info := sms_of(row)) is not None]
        starts = self._starts(texts)
        now = self._clock.now()
        if not starts or now < min(starts):
            raise SmsFailed("too_early")
        if now - min(starts) > timedelta(days=RECEIPTS_DAYS):
            raise SmsFailed("too_old")
        row, info = texts[0]
        async with self._account.asking(practice=row.practice) as client:
            found = await client.receipts_of(str(info.get("sms_app_id")), number, min(starts), now)
        return sorted(found, key=lambda one: one.at.timestamp() if one.at else 0.0, reverse=True)

    def _starts(self, texts: Sequence[tuple[PushRow, dict[str, Any]]]) -> list[datetime]:
        """When the texts of each row begin, as far as that is known."""
        return [
            at + self._wait(row, info) for row, info in texts if (at := left_at(row)) is not None
        ]

    def _wait(self, row: PushRow, info: dict[str, Any]) -> timedelta:
        # Practice plays an hour in a minute, or as a person chose.
        pace = float(self._settings.practice_pace) if row.practice else 1.0
        return timedelta(seconds=_seconds(info) / pace)

    def _rows(self, batch_id: str) -> Sequence[PushRow]:
        with self._database.reading() as conn:
            rows = History(conn).batch(batch_id)
        return [row for row in rows if row.state == "accepted"]

    def _text(self, row: PushRow, info: dict[str, Any]) -> SmsText | None:
        with self._database.reading() as conn:
            return text_of_info(info, sms_facts(conn, self._account.shelf(practice=row.practice)))

    def _others(self, batch_id: str, sms_app_id: str, begin: datetime, end: datetime) -> int:
        """Other pushes whose texts leave through the same SMS app in these hours."""
        found = set()
        with self._database.reading() as conn:
            for row in History(conn).accepted_since(begin - SCHEDULED_AHEAD):
                if row.batch_id == batch_id or (info := sms_of(row)) is None:
                    continue
                at = left_at(row)
                if at is None or str(info.get("sms_app_id")) != sms_app_id:
                    continue
                start = at + self._wait(row, info)
                if start < end and start + WINDOW > begin:
                    found.add(row.batch_id)
        return len(found)


def sms_of(row: PushRow) -> dict[str, Any] | None:
    """``sms_info`` of a push as it was confirmed; None for a push without texts."""
    if b'"sms_info"' not in row.body:
        return None
    body = json.loads(row.body)
    info = body.get("sms_info")
    return info if body.get("resend_by_sms") and isinstance(info, dict) else None


def left_at(row: PushRow) -> datetime | None:
    """When the service sends a push, as far as it is known."""
    return row.schedule_at or row.sent_at or row.settled_at


def hour_of(moment: datetime) -> datetime:
    """The full hour in which a moment lies."""
    return moment.replace(minute=0, second=0, microsecond=0)


def _seconds(info: dict[str, Any]) -> int:
    given = info.get("delay_trigger_time")
    return given if isinstance(given, int) else 0
