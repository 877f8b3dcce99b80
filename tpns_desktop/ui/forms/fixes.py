"""What the button beside a finding does to the draft, where it can mend the thing by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from tpns_desktop.model.limits import EXPIRE_S_MAX, SMS_DELAY_S_MIN

if TYPE_CHECKING:
    from tpns_desktop.send.examination import Finding
    from tpns_desktop.ui.forms.binding import DraftBinding

Change = tuple[str, Any]
"""A path in the draft and the value that it gets."""

OUTSIDE = frozenset(
    {"open_push", "check_clock", "send_test", "to_list", "show_cut", "open_link", "switch_app"}
)
"""Fixes that do something else than change the draft; the page does them."""

LEADING = frozenset({"choose", "choose_plan", "pick_time", "mend", "answer", "check_again"})
"""Fixes that a person has to do; the button leads there."""


def mended(finding: Finding, binding: DraftBinding) -> tuple[Change, ...]:
    """The changes to make, in order; empty where a person has to decide."""
    mend = _MENDING.get(finding.fix or "")
    return mend(finding, binding) if mend is not None else ()


def _add_https(finding: Finding, binding: DraftBinding) -> tuple[Change, ...]:
    url = str(binding.value(finding.field)).strip()
    return ((finding.field, "https://" + url.split("://", 1)[-1].lstrip("/")),)


def _remove_hidden(finding: Finding, binding: DraftBinding) -> tuple[Change, ...]:
    from tpns_desktop.send.text import without_hidden

    # Without what stood between them, two characters may be left that nobody sees either.
    visible = without_hidden(without_hidden(str(binding.value(finding.field))))
    return ((finding.field, visible),)


def _move_to_morning(finding: Finding, binding: DraftBinding) -> tuple[Change, ...]:
    if binding.value("schedule.kind") == "loop":
        from tpns_desktop.send.check_timing import by_day

        return (("schedule.loop.times", by_day(binding.value("schedule.loop.times"))),)
    # The time first: a schedule without one would suggest its own.
    return (("schedule.at", finding.params["to"]), ("schedule.kind", "at"))


def _match_times(finding: Finding, binding: DraftBinding) -> tuple[Change, ...]:
    waits = int(finding.params["delay_s"])
    kept = (("schedule.expire_s", str(min(waits, EXPIRE_S_MAX))),)
    return kept if waits <= EXPIRE_S_MAX else (*kept, ("sms.delay_s", str(EXPIRE_S_MAX)))


def _capitals(finding: Finding, binding: DraftBinding) -> tuple[Change, ...]:
    return ((finding.field, str(binding.value(finding.field)).upper()),)


def _drop_ending(finding: Finding, binding: DraftBinding) -> tuple[Change, ...]:
    return ((finding.field, str(binding.value(finding.field)).strip().split(".", 1)[0]),)


def _to(path: str, value: Any) -> Callable[[Finding, DraftBinding], tuple[Change, ...]]:
    return lambda finding, binding: ((path, value),)


_MENDING: dict[str, Callable[[Finding, DraftBinding], tuple[Change, ...]]] = {
    "add_https": _add_https,
    "remove_hidden": _remove_hidden,
    "send_now": _to("schedule.kind", "now"),
    "move_to_morning": _move_to_morning,
    "set_speed": lambda finding, binding: (("schedule.speed", str(finding.params["nearest"])),),
    "set_expiry": _to("schedule.expire_s", str(EXPIRE_S_MAX)),
    "all_channels": _to("schedule.channels_off", []),
    "set_delay": _to("sms.delay_s", str(SMS_DELAY_S_MIN)),
    "match_times": _match_times,
    "wait_until_open": lambda finding, binding: (("sms.delay_s", str(finding.params["wait"])),),
    "take_words": lambda finding, binding: (("sms.template_text", finding.params["now"]),),
    "personal_on": _to("message.personal.on", True),
    "personal_off": _to("message.personal.on", False),
    "capitals": _capitals,
    "drop_ending": _drop_ending,
}
"""Fix → the changes it makes."""
