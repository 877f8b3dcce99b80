"""From a fault on the wire to the field of the form that mends it.

The model names fields as the service does; people see a draft. Two platforms with the same fault
become one finding, and what a named check has told already is not told again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from tpns_desktop.model.problem import Problem
from tpns_desktop.send.examination import Finding
from tpns_desktop.send.facts import text_at

_PATHS = {
    "audience_type": "audience.kind",
    "tag_rules": "audience.tag.groups",
    "account_list": "audience.account.text",
    "account_type": "audience.account.account_type",
    "account_push_type": "audience.account.push_type",
    "token_list": "audience.device.text",
    "upload_id": "audience.file.list_id",
    "message.title": "message.title",
    "message.content": "message.content",
    "message.android.action.browser": "message.tap.url",
    "message.android.action.intent": "message.tap.page",
    "message.android.action": "message.tap.kind",
    "message": "message.content",
    "send_time": "schedule.at",
    "expire_time": "schedule.expire_s",
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
}
"""Beginning of a path on the wire → path in the draft; the longest beginning counts."""

_LONGEST_FIRST = sorted(_PATHS, key=len, reverse=True)

_OF_A_FILE = {
    "audience.account.account_type": "audience.file.account_type",
    "audience.account.push_type": "audience.file.push_type",
}

_BLANK_REASONS = frozenset({"bad_format", "bad_type", "empty", "too_short", "missing"})


def draft_path(wire_path: str) -> str:
    """The draft's field for a wire path such as "sms_info.sms_template_params[0]"."""
    for beginning in _LONGEST_FIRST:
        if wire_path == beginning or wire_path.startswith((beginning + ".", beginning + "[")):
            return _PATHS[beginning]
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
    where: dict[tuple[str, str], list[str]] = {}
    for platform, found in problems.items():
        for problem in found:
            if _is_whole(problem, found):
                continue
            field = draft_path(problem.field)
            if text_at(draft, "audience", "kind") == "file":
                field = _OF_A_FILE.get(field, field)
            if field in covered or (audience_told and field.startswith("audience.")):
                continue
            platforms = where.setdefault((field, _reason(draft, field, problem)), [])
            if platform not in platforms:
                platforms.append(platform)
    for (field, reason), platforms in where.items():
        alone = platforms[0] if len(platforms) == 1 < len(problems) else None
        yield Finding(f"field.{reason}", "E", field, platform=alone)


def _is_whole(problem: Problem, found: tuple[Problem, ...]) -> bool:
    """Whether a part of what is blamed here is blamed as well: the part says it better."""
    parts = (problem.field + ".", problem.field + "[")
    return any(other.field.startswith(parts) for other in found)


def _reason(draft: Mapping[str, Any], field: str, problem: Problem) -> str:
    # "Cannot be read" is true of an empty field and helps nobody.
    blank = field != "audience.tag.groups" and not text_at(draft, *field.split(".")).strip()
    return "required" if blank and problem.reason in _BLANK_REASONS else problem.reason
