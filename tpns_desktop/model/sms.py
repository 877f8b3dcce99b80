"""The text message that follows a push which did not arrive.

TPNS REST fact sheet, 5.6; seeds 000 and 001. Ids of templates and SMS apps look like numbers and
are text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from tpns_desktop.model.limits import SMS_DELAY_S_MIN
from tpns_desktop.model.values import INT_MAX, Many, Said, Whole
from tpns_desktop.model.wire import Blame, WireModel

if TYPE_CHECKING:
    from tpns_desktop.model.push import Push


class SmsInfo(WireModel):
    """``sms_info``."""

    delay_trigger_time: Annotated[int, Field(ge=SMS_DELAY_S_MIN, le=INT_MAX)]
    """Seconds."""
    trigger_condition: Annotated[Literal[0, 1, 2], Whole]
    """0 notifications off, 1 not arrived within the delay, 2 not tapped within it."""
    sms_sign_name: str | None = None
    sms_template_id: Said
    sms_template_params: Many[str] | None = None
    sms_app_id: Said


def sms_rules(push: Push, blame: Blame) -> None:
    """``resend_by_sms`` and ``sms_info`` come together or not at all."""
    if push.resend_by_sms and push.sms_info is None:
        blame.at(("sms_info",), "missing", "required")
    if push.sms_info is not None and push.resend_by_sms is None:
        blame.at(("resend_by_sms",), "missing", "required")
    if push.sms_info is not None and push.resend_by_sms is False:
        blame.at(("resend_by_sms",), "value", "excluded")
