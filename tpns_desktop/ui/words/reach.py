"""How many people a push may reach, never without where the number is from and how old it is."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tpns_desktop.model.tags import OWN
from tpns_desktop.ui.words.audience import counted_devices, listed, quoted, tag_type_name
from tpns_desktop.ui.words.numbers import BEIJING, grouped, when_inside
from tpns_desktop.ui.words.numbers import day as day_words

if TYPE_CHECKING:
    from tpns_desktop.send.audiences import Reach, TagReach

translate = QCoreApplication.translate

_NAMED_MAX = 6
"""Tags that are named one by one; of more it is said how many there are."""


def everyone_words(app_name: str, reach: Reach | None, now: datetime | None = None) -> str:
    """Everyone who installed the app, with the numbers where they are known."""
    if reach is None or reach.total is None or reach.day is None:
        return translate("Reach", "Everyone who installed {0}.").format(app_name)
    said = translate(
        "Reach", "Everyone who installed {0}: about {1} devices (total ever), {2} online at {3}."
    )
    return said.format(
        app_name, grouped(reach.total), grouped(reach.peak or 0), _peak_of(reach.day, now)
    )


def everyone_count(reach: Reach, now: datetime | None = None) -> str:
    """How many everyone is; empty where nobody knows."""
    if reach.total is None or reach.day is None:
        return ""
    return translate("Reach", "About {0} devices (total ever), {1} online at {2}").format(
        grouped(reach.total), grouped(reach.peak or 0), _peak_of(reach.day, now)
    )


def everyone_source(reach: Reach | None, now: datetime | None = None) -> str:
    """Where the numbers of everyone are from, or that there are none."""
    if reach is None:
        return ""
    if reach.day is None or reach.read_at is None:
        return translate("Reach", "How many devices that is, is not known: TPNS was not asked yet.")
    return _statistics(reach.day, reach.read_at, now)


def tag_lines(reach: Reach | None, now: datetime | None = None) -> list[str]:
    """What is known of each tag, its source and its age; empty without tags."""
    if reach is None or not reach.tags:
        return []
    lines = []
    if reach.together is not None and len(reach.tags) > 1:
        lines.append(
            translate("Reach", "Together about {0}.").format(counted_devices(reach.together))
        )
    counted = [one for one in reach.tags if one.source == "distribution"]
    if counted:
        lines.append(_counted(counted, now))
    lines += _misspelt([one for one in counted if one.told])
    lines += [_last_push(one) for one in reach.tags if one.source == "last_push"][:_NAMED_MAX]
    lines += _unknown([one for one in reach.tags if one.source == "unknown"])
    if len(reach.tags) > 1 and reach.together is None:
        lines.append(translate("Reach", "How many phones this combination is, only TPNS knows."))
    return lines


def source_words(source: str, day: date | None, at: datetime | None) -> str:
    """Where a number of devices is from, for a sentence's brackets."""
    if source == "statistics" and day is not None and at is not None:
        return _statistics(day, at, None)
    counted = when_inside(at) if at is not None else ""
    return translate("Reach", "as many as the last push reached, counted {0}").format(counted)


def trouble_line() -> str:
    """That the numbers could not be read just now."""
    return translate("Reach", "TPNS could not be asked just now.")


def _counted(tags: list[TagReach], now: datetime | None) -> str:
    named = [
        translate("Reach", "{0}: {1}").format(quoted(one.tag), counted_devices(one.devices or 0))
        for one in tags[:_NAMED_MAX]
    ]
    said = listed(named)
    if len(tags) > _NAMED_MAX:
        more = translate("Reach", "and %Ln more", None, len(tags) - _NAMED_MAX)
        said = translate("Reach", "{0} {1}").format(said, more)
    days = [one.day for one in tags if one.day is not None]
    read = [one.at for one in tags if one.at is not None]
    return translate("Reach", "{0} · {1}").format(said, _statistics(min(days), min(read), now))


def _misspelt(tags: list[TagReach]) -> list[str]:
    """Values of which nobody has any, beside the way TPNS writes them; one line a kind."""
    lines = []
    for kind in dict.fromkeys(one.tag_type for one in tags):
        same = [one for one in tags if one.tag_type == kind]
        lines.append(
            translate(
                "Reach", "TPNS has no phone with {0}; it may write it otherwise. TPNS knows: {1}, …"
            ).format(_names(same), listed(list(same[0].told)))
        )
    return lines


def _last_push(one: TagReach) -> str:
    at = when_inside(one.at) if one.at is not None else ""
    return translate("Reach", "{0}: the last push to it reached {1}, counted {2}.").format(
        quoted(one.tag), counted_devices(one.devices or 0), at
    )


def _unknown(tags: list[TagReach]) -> list[str]:
    own = [one for one in tags if one.tag_type == OWN]
    other = [one for one in tags if one.tag_type != OWN]
    lines = []
    if own:
        lines.append(
            translate(
                "Reach",
                "{0}: unknown. TPNS does not count an app's own tags; after a push to one tag "
                "alone this line tells what it reached.",
            ).format(_names(own))
        )
    if other:
        kinds = listed([tag_type_name(key) for key in dict.fromkeys(o.tag_type for o in other)])
        lines.append(
            translate("Reach", "{0}: unknown. No statistics were read for {1}.").format(
                _names(other), kinds
            )
        )
    return lines


def _names(tags: list[TagReach]) -> str:
    said = listed([quoted(one.tag) for one in tags[:_NAMED_MAX]])
    if len(tags) <= _NAMED_MAX:
        return said
    more = translate("Reach", "and %Ln more", None, len(tags) - _NAMED_MAX)
    return translate("Reach", "{0} {1}").format(said, more)


def _statistics(day: date, read_at: datetime, now: datetime | None) -> str:
    return translate("Reach", "TPNS statistics of {0}, read {1}").format(
        _day(day, now), when_inside(read_at)
    )


def _peak_of(day: date, now: datetime | None) -> str:
    if day == _today(now) - timedelta(days=1):
        return translate("Reach", "yesterday's peak")
    if day == _today(now):
        return translate("Reach", "today's peak so far")
    return translate("Reach", "the peak of {0}").format(day_words(day))


def _day(day: date, now: datetime | None) -> str:
    if day == _today(now) - timedelta(days=1):
        return translate("Reach", "yesterday")
    return translate("Reach", "today") if day == _today(now) else day_words(day)


def _today(now: datetime | None) -> date:
    return (now or datetime.now(UTC)).astimezone(BEIJING).date()
