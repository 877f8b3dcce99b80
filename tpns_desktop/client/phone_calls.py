"""The calls of the practice service that nobody else has: its drawn phones, and a tap on one.

Refused here for every address but this machine's: at a real one they would be an unknown path.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from tpns_desktop.client.answers import Envelope
from tpns_desktop.client.caller import Caller
from tpns_desktop.client.endpoints import AccessPoint
from tpns_desktop.client.strict import Unusable, text
from tpns_desktop.model.phone_wall import PHONES, STATES, PhoneSeen, PhonesSeen

PATH: Final = "/practice/phones"
TAP_PATH: Final = "/practice/phones/tap"

_YEAR_3000: Final = 32_503_680_000


class PhoneCalls(Caller):
    """Questions raise `BadAnswer` when no usable answer came; a tap, too: it is asked once."""

    access_point: AccessPoint

    async def phones(self, push_ids: Sequence[str]) -> PhonesSeen:
        """What the phones of practice show of a push with these ids, none before it has any.

        Raises:
            ValueError: this is no practice service; nothing left.
        """
        self._require_practice()
        return await self._ask(PATH, {"pushIds": list(push_ids)}, phones_seen)

    async def tap_phone(self, push_ids: Sequence[str], phone: str) -> PhonesSeen:
        """Tap the push on `phone` (one of `PHONES`), if it stands there; what they show then."""
        self._require_practice()
        return await self._ask(TAP_PATH, {"pushIds": list(push_ids), "phone": phone}, phones_seen)

    def _require_practice(self) -> None:
        if not self.access_point.practice:
            raise ValueError("phones are drawn of a practice service alone")


def phones_seen(answer: Envelope) -> PhonesSeen:
    """Read an answer. Raises `Unusable` ("bad_fields"); a phone or state unknown here is one."""
    told, pace = answer.fields.get("phones"), answer.fields.get("pace")
    now = _instant(answer.fields.get("now"))
    if not isinstance(told, list) or now is None or not isinstance(pace, int | float):
        raise Unusable("bad_fields")
    return PhonesSeen(tuple(_phone(one) for one in told), now, float(pace))


def _phone(told: object) -> PhoneSeen:
    fields: Mapping[str, Any] = told if isinstance(told, dict) else {}
    name, state = text(fields.get("phone")), text(fields.get("state"))
    if name not in PHONES or state not in STATES:
        raise Unusable("bad_fields")
    return PhoneSeen(
        name,
        text(fields.get("model")),
        text(fields.get("account")),
        state,
        why=text(fields.get("why")),
        channel=text(fields.get("channel")),
        away=fields.get("away") is True,
        shown_at=_instant(fields.get("shownAt")),
        tapped_at=_instant(fields.get("tappedAt")),
        gone_at=_instant(fields.get("goneAt")),
        text=text(fields.get("text")),
        text_at=_instant(fields.get("textAt")),
        text_why=text(fields.get("textWhy")),
        settled=fields.get("settled") is True,
    )


def _instant(value: object) -> datetime | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return datetime.fromtimestamp(value, UTC) if 0 <= value < _YEAR_3000 else None
