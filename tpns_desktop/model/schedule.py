"""When and over what: ``send_time``, ``loop_param``, ``channel_rules``.

TPNS REST fact sheet, 5.6 and 5.8. Times are wall-clock texts of the service's zone. The service
sends a push of the recent past at once; we refuse every past time, since nobody who wrote a time
meant "now".
"""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Annotated, Final, Literal, get_args

from pydantic import AfterValidator, Field, ValidationInfo, model_validator

from tpns_desktop.model.audience import BROADCASTS
from tpns_desktop.model.limits import SCHEDULE_DAYS_MAX, SERVICE_ZONE
from tpns_desktop.model.values import Some, Whole
from tpns_desktop.model.wire import Blame, Circumstances, WireModel, circumstances, fault

if TYPE_CHECKING:
    from tpns_desktop.model.push import Push

DAILY: Final = 1
WEEKLY: Final = 2
MONTHLY: Final = 3

_DAY_INDEXES: Final = {DAILY: range(1), WEEKLY: range(7), MONTHLY: range(1, 32)}
"""Kind of loop → its day indexes. Weekly, 0 is Sunday in the newer pages, Monday in older ones."""

_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_TIME: Final = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]")
_FAR: Final = timedelta(days=SCHEDULE_DAYS_MAX)


def _service_now(known: Circumstances) -> datetime:
    return known.now.astimezone(SERVICE_ZONE)


def _date_of(text: str) -> date:
    try:
        found = date.fromisoformat(text) if _DATE.fullmatch(text) else None
    except ValueError:
        found = None
    if found is None:
        raise fault("value", "bad_format")
    return found


def _time_of(text: str) -> str:
    if not _TIME.fullmatch(text):
        raise fault("value", "bad_format")
    return text


def _send_time(text: str, info: ValidationInfo) -> str:
    day, _, clock = text.partition(" ")
    moment = datetime.fromisoformat(f"{_date_of(day)} {_time_of(clock)}").replace(
        tzinfo=SERVICE_ZONE
    )
    now = _service_now(circumstances(info))
    if moment <= now:
        raise fault("time", "too_early")
    if moment - now > _FAR:
        raise fault("time", "too_late")
    return text


def _loop_date(text: str, info: ValidationInfo) -> str:
    """Within the next 90 days; told apart from a time so that the field itself is blamed."""
    day = _date_of(text)
    today = _service_now(circumstances(info)).date()
    if day - today > _FAR:
        raise fault("time", "too_late")
    if day < today:
        raise fault("time", "too_early")
    return text


def _no_repeats(items: tuple[int, ...] | tuple[str, ...]) -> tuple[int, ...] | tuple[str, ...]:
    if len(set(items)) != len(items):
        raise fault("value", "repeated")
    return items


SendTime = Annotated[str, AfterValidator(_send_time)]
"""``YYYY-MM-DD HH:MM:SS`` of the service's zone, ahead of now, at most 90 days."""


class LoopParam(WireModel):
    """A push that repeats. Names are spelt as the service spells them."""

    start_date: Annotated[str, AfterValidator(_loop_date)] = Field(alias="startDate")
    end_date: Annotated[str, AfterValidator(_loop_date)] = Field(alias="endDate")
    loop_type: Annotated[Literal[1, 2, 3], Whole] = Field(alias="loopType")
    """1 daily, 2 weekly, 3 monthly."""
    loop_day_indexes: Annotated[Some[int], AfterValidator(_no_repeats)] = Field(
        alias="loopDayIndexs"
    )
    day_times: Annotated[
        Some[Annotated[str, AfterValidator(_time_of)]], AfterValidator(_no_repeats)
    ] = Field(alias="dayTimes")

    @model_validator(mode="after")
    def _can_happen(self, info: ValidationInfo) -> LoopParam:
        blame = Blame()
        allowed = _DAY_INDEXES[self.loop_type]
        if any(index not in allowed for index in self.loop_day_indexes):
            blame.at(("loopDayIndexs",), "value", "not_allowed")
        now = _service_now(circumstances(info))
        if self.end_date < self.start_date:
            blame.at(("endDate",), "value", "too_early")
        elif self.end_date == now.date().isoformat() and max(self.day_times) <= f"{now:%H:%M:%S}":
            # Ends today, and today's times are over.
            blame.at(("dayTimes",), "time", "too_early")
        blame.settle()
        return self


Channel = Literal["xg", "hw", "xm", "mz", "vivo", "oppo", "apns", "honor", "fcm"]

_SERVING: Final[dict[str, frozenset[str]]] = {
    "android": frozenset(get_args(Channel)) - {"apns"},
    "ios": frozenset({"xg", "apns"}),
}
"""Platform → channels that reach its devices."""


class ChannelRule(WireModel):
    """Switches one channel off or leaves it on."""

    channel: Channel
    disable: bool


def schedule_rules(push: Push, known: Circumstances, blame: Blame) -> None:
    """Time, speed and replacing are for broadcasts only; one way of timing; one channel left."""
    if push.audience_type not in BROADCASTS:
        for field in ("send_time", "loop_param", "push_speed", "collapse_id"):
            if getattr(push, field) is not None:
                blame.at((field,), "value", "excluded")
    elif push.send_time is not None and push.loop_param is not None:
        blame.at(("loop_param",), "value", "excluded")

    seen: set[str] = set()
    off: set[str] = set()
    for i, rule in enumerate(push.channel_rules or ()):
        if rule.channel in seen:
            blame.at(("channel_rules", i, "channel"), "value", "repeated")
        seen.add(rule.channel)
        if rule.disable:
            off.add(rule.channel)
    if off >= _SERVING[known.platform]:
        # Not described by the service (inferred): nobody could be reached.
        blame.at(("channel_rules",), "value", "excluded")
