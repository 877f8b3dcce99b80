"""From a fault on the wire to the field of the form that mends it.

The model names fields as the service does; people see a draft. Two platforms with the same fault
become one finding, and what a named check has told already is not told again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tpns_desktop.model.options import OPTIONS
from tpns_desktop.model.problem import Problem
from tpns_desktop.send.examination import Finding
from tpns_desktop.send.facts import text_at, value_at

_PATHS = {
    "audience_type": "audience.kind",
    "tag_rules": "audience.tag.groups",
    "account_list": "audience.account.text",
    "account_type": "audience.account.account_type",
    "account_push_type": "audience.account.push_type",
    "token_list": "audience.device.text",
    "ignore_invalid_token": "audience.device.skip_bad",
    "upload_id": "audience.file.list_id",
    "message_type": "message.kind",
    "message.title": "message.title",
    "message.content": "message.content",
    "message.accept_time": "message.accept",
    "message.default_title": "message.personal.title",
    "message.default_content": "message.personal.content",
    "message.default_subtitle": "message.personal.subtitle",
    "ntf_wt_attrs": "message.personal.on",
    "supply_inapp_msg": "message.in_app_too",
    "message.android.action.browser": "message.tap.url",
    "message.android.action.browser.confirm": "message.tap.confirm",
    "message.android.action.intent": "message.tap.page",
    "message.android.action.activity": "message.tap.activity",
    "message.android.action.aty_attr": "message.tap.intent_flags",
    "message.android.action.aty_attr.pf": "message.tap.pending_flags",
    "message.android.action": "message.tap.kind",
    "message.android.custom_content": "message.custom",
    "message.ios.custom_content": "message.custom",
    "message": "message.content",
    "send_time": "schedule.at",
    "loop_param": "schedule.kind",
    "loop_param.loopType": "schedule.loop.every",
    "loop_param.loopDayIndexs": "schedule.loop.days",
    "loop_param.dayTimes": "schedule.loop.times",
    "loop_param.startDate": "schedule.loop.start",
    "loop_param.endDate": "schedule.loop.end",
    "expire_time": "schedule.expire_s",
    "push_speed": "schedule.speed",
    "channel_rules": "schedule.channels_off",
    "tpns_online_push_type": "schedule.online_type",
    "collapse_id": "schedule.replaces",
    "force_collapse": "schedule.force_replace",
    "multi_pkg": "schedule.all_packages",
    "plan_id": "plan",
    "resend_by_sms": "sms.on",
    "sms_info.delay_trigger_time": "sms.delay_s",
    "sms_info.trigger_condition": "sms.trigger",
    "sms_info.sms_template_id": "sms.template_id",
    "sms_info.sms_app_id": "sms.app_id",
    "sms_info.sms_sign_name": "sms.sign_name",
    "sms_info.sms_template_params": "sms.params",
    "sms_info": "sms.on",
    "environment": "app",
    **{".".join(option.wire_on(p)): option.path for option in OPTIONS for p in option.platforms},
}
"""Beginning of a path on the wire → path in the draft; the longest beginning counts."""

_OF_A_PLATFORM = frozenset({"schedule.replaces"})
"""Places in the draft with a field for each platform."""

_LONGEST_FIRST = sorted(_PATHS, key=len, reverse=True)

_OF_A_FILE = {
    "audience.account.account_type": "audience.file.account_type",
    "audience.account.push_type": "audience.file.push_type",
}

_BLANK_REASONS = frozenset({"bad_format", "bad_type", "empty", "too_short", "missing"})


def draft_path(wire_path: str, platform: str) -> str:
    """The draft's field for a wire path such as "sms_info.sms_template_params[0]"."""
    for beginning in _LONGEST_FIRST:
        if wire_path == beginning or wire_path.startswith((beginning + ".", beginning + "[")):
            path = _PATHS[beginning]
            return f"{path}.{platform}" if path in _OF_A_PLATFORM else path
    return "audience.kind"


def untold(
    draft: Mapping[str, Any],
    problems: Mapping[str, tuple[Problem, ...]],
    told: Iterable[Finding],
) -> Iterator[Finding]:
    """Findings, id "field.<reason>", for the model's problems that no error in `told` covers.

    An error covers its own field; one about the audience covers the whole audience, since a body
    without people has several faults at once.
    """
    errors = [finding for finding in told if finding.level == "E"]
    covered = {finding.field for finding in errors}
    audience_told = any(field.startswith("audience.") for field in covered)
    for (field, reason), alone in refused(draft, problems).items():
        if field not in covered and not (audience_told and field.startswith("audience.")):
            yield Finding(f"field.{reason}", "E", field, platform=alone)


def refused(
    draft: Mapping[str, Any], problems: Mapping[str, tuple[Problem, ...]]
) -> dict[tuple[str, str], str | None]:
    """Field of the draft and reason of each problem → the platform, if it is the only one of more.

    In the order found; the reason is "required" where nothing was entered.
    """
    where: dict[tuple[str, str], list[str]] = {}
    for platform, found in problems.items():
        for problem in found:
            if _is_whole(problem, found):
                continue
            field = draft_path(problem.field, platform)
            if text_at(draft, "audience", "kind") == "file":
                field = _OF_A_FILE.get(field, field)
            platforms = where.setdefault((field, _reason(draft, field, problem)), [])
            if platform not in platforms:
                platforms.append(platform)
    return {
        key: platforms[0] if len(platforms) == 1 < len(problems) else None
        for key, platforms in where.items()
    }


def _is_whole(problem: Problem, found: tuple[Problem, ...]) -> bool:
    """Whether a part of what is blamed here is blamed as well: the part says it better."""
    parts = (problem.field + ".", problem.field + "[")
    return any(other.field.startswith(parts) for other in found)


def _reason(draft: Mapping[str, Any], field: str, problem: Problem) -> str:
    # "Cannot be read" is true of an empty field and helps nobody.
    if field == "audience.tag.groups" or problem.reason not in _BLANK_REASONS:
        return problem.reason
    return "required" if _blank(value_at(draft, *field.split("."))) else problem.reason


def _blank(value: object) -> bool:
    if isinstance(value, list):
        return all(_blank(item) for item in value)
    return not isinstance(value, str | Mapping) or not value or not str(value).strip()
