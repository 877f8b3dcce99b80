"""What a person sees: ``message`` (TPNS REST fact sheet, 5.3 to 5.6, 5.10).

Owns title, content, media and showing windows, and which of them the platform and the kind of
message need. The platforms' own parts are in ``android`` and ``ios``.
"""

from __future__ import annotations

import re
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, ValidationInfo, model_validator

from tpns_desktop.model.android import AndroidMessage
from tpns_desktop.model.ios import IosMessage
from tpns_desktop.model.limits import ACCEPT_HOUR_MAX, ACCEPT_MINUTE_MAX, MESSAGE_BYTES_MAX
from tpns_desktop.model.values import Many, Said, SecureLink, Whole
from tpns_desktop.model.wire import Blame, WireModel, circumstances, fault, json_text

_CLOCK: Final = re.compile(r"[0-9]{1,2}")


class ClockTime(WireModel):
    """A time of day, as texts."""

    hour: str
    min: str

    @property
    def minutes(self) -> int | None:
        """Minutes since midnight; ``None`` if these texts are no time of day."""
        if not (_CLOCK.fullmatch(self.hour) and _CLOCK.fullmatch(self.min)):
            return None
        hour, minute = int(self.hour), int(self.min)
        if hour > ACCEPT_HOUR_MAX or minute > ACCEPT_MINUTE_MAX:
            return None
        return hour * 60 + minute


class AcceptWindow(WireModel):
    """A part of the day in which the message may be shown."""

    start: ClockTime
    end: ClockTime


def _within_a_day(windows: tuple[AcceptWindow, ...]) -> tuple[AcceptWindow, ...]:
    """The list is blamed as a whole, as the service has one answer for it."""
    for window in windows:
        start, end = window.start.minutes, window.end.minutes
        if start is None or end is None:
            raise fault("value", "bad_format")
        if end <= start:
            # A window over midnight is written as two (inferred from the published sample).
            raise fault("value", "not_allowed")
    return windows


class Message(WireModel):
    """``message``. A platform reads its own parts and leaves the others."""

    title: Said | None = None
    content: Said | None = None
    accept_time: Annotated[Many[AcceptWindow], AfterValidator(_within_a_day)] | None = None
    thread_id: Said | None = None
    """Notifications of one id are grouped."""
    thread_sumtext: Said | None = None
    """Summary of that group (Android)."""
    show_type: Annotated[Literal[1, 2], Whole] | None = None
    """iOS, app in foreground: 1 hide, 2 show."""
    xg_media_resources: SecureLink | None = None
    xg_media_audio_resources: SecureLink | None = None
    android: AndroidMessage | None = None
    ios: IosMessage | None = None
    default_title: Said | None = None
    """With ``default_content`` and ``default_subtitle``: for devices without a value for an
    attribute of personalised text."""
    default_content: Said | None = None
    default_subtitle: Said | None = None

    @model_validator(mode="after")
    def _has_what_is_shown(self, info: ValidationInfo) -> Message:
        """Title and content, save in a silent message on iOS; on iOS always ``ios`` (5.3)."""
        known = circumstances(info)
        blame = Blame()
        if known.platform == "android" or known.message_type == "notify":
            for field in ("title", "content"):
                if getattr(self, field) is None:
                    blame.at((field,), "missing", "required")
        if known.platform == "ios" and self.ios is None:
            blame.at(("ios",), "missing", "required")
        if known.platform == "ios" and self.xg_media_resources and self.xg_media_audio_resources:
            blame.at(("xg_media_audio_resources",), "value", "excluded")
        if self.thread_sumtext is not None and self.thread_id is None:
            blame.at(("thread_id",), "missing", "required")
        blame.settle()
        return self

    @model_validator(mode="after")
    def _is_small_enough(self) -> Message:
        if message_size(self) > MESSAGE_BYTES_MAX:
            raise fault("size", "too_long")
        return self


def message_size(message: Message) -> int:
    """Bytes of the compact JSON, which is what the 4 KB are measured by (inferred, 5.10)."""
    # Half a surrogate pair is refused elsewhere, by its field; it must not fail here.
    return len(json_text(message).encode("utf-8", "surrogatepass"))
