"""Every choice that stands in a request, in words: as the page of a review reads it back.

Takes the very bytes, takes them apart as `model.reading` does, and says each part; what it has no
words for is named as it stands, so that nothing leaves which a person could not read. Title, text,
people, plan and text message have sentences of their own in `words.review`.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache, partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QDate

from tpns_desktop.model.draft import Draft, value_at
from tpns_desktop.model.options import OPTIONS, Option
from tpns_desktop.model.reading import Left, draft_of
from tpns_desktop.model.runs import next_runs, spread_s
from tpns_desktop.ui.words.audience import PLATFORMS, listed, quoted
from tpns_desktop.ui.words.channels import channel_name
from tpns_desktop.ui.words.numbers import day_and_time, duration, grouped, locale
from tpns_desktop.ui.words.options import OPTION_WORDS, choice_words, group_words

translate = QCoreApplication.translate

Line = tuple[str, str, str]
"""(name, fact, hint); a line without a fact is not shown."""

_TOLD_ELSEWHERE = ("audience_type", "environment", "plan_id", "tag_rules", "upload_id")
"""Fields, and those in them, that `words.review` has sentences for."""

_OWN_LINES = ("message.subtitle", "message.picture")
"""Options that people see first: each has a line of its own."""


@dataclass(frozen=True)
class Told:
    """One request, taken apart."""

    platform: str
    draft: Draft
    left: tuple[Left, ...]
    body: Mapping[str, Any]


def tell(platform: str, body: bytes) -> Told:
    """Take the request to one system apart. Raises `ValueError` for what is no JSON object."""
    return _tell(platform, body)


@lru_cache(maxsize=4)  # a change of the language reads the same two again
def _tell(platform: str, body: bytes) -> Told:
    data = json.loads(body)
    if not isinstance(data, dict):
        raise ValueError("a push is a JSON object")
    reading = draft_of(data, platform)
    return Told(platform, reading.draft, reading.left, data)


# ------------------------------------------------------------------------------------------- who


def people_lines(told: Sequence[Told]) -> list[Line]:
    """What else is decided about the devices."""
    return [
        _line(
            translate("ReadBack", "Wrong tokens"),
            told,
            lambda one: (
                [translate("ReadBack", "Skipped; the others get the push")]
                if _of(one, "audience.device.skip_bad")
                else []
            ),
        ),
        _line(
            translate("ReadBack", "Packages"),
            told,
            lambda one: (
                [translate("ReadBack", "All packages of the app")]
                if _of(one, "schedule.all_packages")
                else []
            ),
        ),
    ]


# ------------------------------------------------------------------------------------------ what


def kind_line(told: Sequence[Told]) -> Line:
    """That it is no notification; without a fact for one."""

    def parts(one: Told) -> list[str]:
        if not _silent(one):
            return []
        if one.platform == "ios":
            return [translate("ReadBack", "Silent message: the app gets it, nothing appears")]
        return [translate("ReadBack", "In-app message: the app decides what it shows")]

    return _line(translate("ReadBack", "Kind"), told, parts)


def tap_line(told: Sequence[Told]) -> Line:
    """What a tap does."""
    return _line(translate("ReadBack", "When tapped"), told, lambda one: _tap(one))


def _tap(one: Told) -> list[str]:
    tap = value_at(one.draft, "message", "tap")
    if _silent(one):
        return []
    match tap["kind"]:
        case "web":
            said = translate("ReadBack", "Opens the web page {0}").format(tap["url"])
            asked = translate("ReadBack", "Asks before it opens the page")
            return [said, asked] if tap["confirm"] else [said]
        case "page":
            return [translate("ReadBack", "Opens the page {0} of the app").format(tap["page"])]
        case "activity":
            flags = (
                (translate("ReadBack", "Intent flags: {0}"), tap["intent_flags"]),
                (translate("ReadBack", "PendingIntent flags: {0}"), tap["pending_flags"]),
            )
            return [
                translate("ReadBack", "Opens the screen {0} of the app").format(tap["activity"]),
                *(words.format(value) for words, value in flags if value),
            ]
    return [translate("ReadBack", "Opens the app")]


def message_lines(told: Sequence[Told]) -> list[Line]:
    """Everything besides title, text and tap."""
    return [
        *(_own_line(path, told) for path in _OWN_LINES),
        _line(translate("ReadBack", "Personal text"), told, lambda one: _personal(one)),
        _line(
            translate("ReadBack", "Inside the app"),
            told,
            lambda one: (
                [translate("ReadBack", "Shown as a banner, too, where notifications are off")]
                if _of(one, "message.in_app_too")
                else []
            ),
        ),
        _line(
            translate("ReadBack", "Shown only"),
            told,
            lambda one: [
                translate("ReadBack", "{0} to {1}").format(window["start"], window["end"])
                for window in _of(one, "message.accept")
            ],
        ),
        _line(translate("ReadBack", "Custom data"), told, lambda one: _custom(one)),
        *_option_lines(told),
        _line(translate("ReadBack", "Also sent"), told, lambda one: list(_unsaid(one))),
    ]


def _personal(one: Told) -> list[str]:
    personal = _of(one, "message.personal")
    if not personal["on"]:
        return []
    defaults = (
        (translate("ReadBack", "Title where nothing is known: {0}"), personal["title"]),
        (translate("ReadBack", "Text where nothing is known: {0}"), personal["content"]),
        (translate("ReadBack", "Subtitle where nothing is known: {0}"), personal["subtitle"]),
    )
    return [
        translate("ReadBack", "Blanks are filled with what is known of each device"),
        *(words.format(value) for words, value in defaults if value),
    ]


def _custom(one: Told) -> list[str]:
    return [
        translate("ReadBack", "{0}: {1}").format(key, value)
        for key, value, *_ in _of(one, "message.custom")
    ]


def _own_line(path: str, told: Sequence[Told]) -> Line:
    return _line(
        translate("Options", OPTION_WORDS[path].title),
        told,
        lambda one: [value] if (value := str(_of(one, path))) and not _silent(one) else [],
    )


def _option_lines(told: Sequence[Told]) -> Iterator[Line]:
    chosen = [option for option in OPTIONS if option.path not in _OWN_LINES]
    for group in dict.fromkeys(option.group for option in chosen):
        of_group = [option for option in chosen if option.group == group]
        # The heading of a maker's settings says whose they are.
        system = group != "channel" and not group.startswith("vendor.")
        yield _line(group_words(group), told, partial(_chosen, of_group), system=system)
    yield _line(
        translate("ReadBack", "As usual"),
        told,
        partial(_usually, chosen),
    )


def _chosen(options: Sequence[Option], one: Told) -> list[str]:
    # Where the heading says it all, as that of the number on the icon does, the fact is enough.
    titles = {translate("Options", OPTION_WORDS[option.path].title) for option in options}
    labelled = titles != {group_words(options[0].group)}
    return [
        _option(option, one, labelled=labelled)
        for option in options
        if _has(option, one) and not _usual(option, one)
    ]


def _usually(options: Sequence[Option], one: Told) -> list[str]:
    """What a new draft brings along, on one line: it is in every push."""
    said = [
        _option(option, one)
        for option in options
        if option.default and _has(option, one) and _usual(option, one)
    ]
    return [translate("ReadBack", "; ").join(said)] if said else []


def _has(option: Option, one: Told) -> bool:
    """Whether it was chosen; not giving what a new draft gives is a choice, too."""
    if one.platform not in option.platforms or _silent(one):
        return False
    return bool(_of(one, option.path) or option.default)


def _usual(option: Option, one: Told) -> bool:
    return bool(_of(one, option.path) == option.default)


def _option(option: Option, one: Told, *, labelled: bool = True) -> str:
    words, value = OPTION_WORDS[option.path], str(_of(one, option.path))
    if words.choices and value:
        value = choice_words(option.path, value)
    elif option.path.endswith("badge_type"):
        value = _badge(value)
    elif not value:
        value = translate("ReadBack", "none")
    if not labelled:
        return value
    return translate("ReadBack", "{0}: {1}").format(translate("Options", words.title), value)


def _badge(value: str) -> str:
    if value == "-2":
        return translate("ReadBack", "one more")
    if value in ("-1", ""):
        return translate("ReadBack", "stays as it is")
    return value


def _unsaid(one: Told) -> Iterator[str]:
    """What the draft's words do not cover, as it stands."""
    for left in one.left:
        name = left.path.replace("[", ".").split(".")[0]
        if left.reason != "rewritten" and name not in _TOLD_ELSEWHERE:
            value: object = one.body
            for part in left.path.split("."):
                value = value_at(value, part) if isinstance(value, Mapping) else None
            said = json.dumps(value, ensure_ascii=False) if value is not None else ""
            yield translate("ReadBack", "{0}: {1}").format(left.path, said)


# ------------------------------------------------------------------------------------ when & how


def repeats_sentence(told: Told) -> str:
    """How often it goes out again and when: "Every week on Monday, Friday at 09:30"; else empty."""
    if _of(told, "schedule.kind") != "loop":
        return ""
    loop = _of(told, "schedule.loop")
    times = listed(loop["times"])
    match loop["every"]:
        case "2":
            days = listed([_week_day(int(day)) for day in loop["days"]])
            said = translate("ReadBack", "Every week on {0}, at {1}").format(days, times)
        case "3":
            days = listed(loop["days"])
            said = translate("ReadBack", "Every month on day {0}, at {1}").format(days, times)
        case _:
            said = translate("ReadBack", "Every day at {0}").format(times)
    first, last = _date(loop["start"]), _date(loop["end"])
    return translate("ReadBack", "{0}; from {1} to {2} (Beijing time)").format(said, first, last)


def runs_sentence(told: Told, now: datetime) -> str:
    """The next runs of a repeated push; empty for any other."""
    if _of(told, "schedule.kind") != "loop":
        return ""
    runs = [day_and_time(run) for run in next_runs(_of(told, "schedule.loop"), now)]
    # Some have commas in them.
    return translate("ReadBack", "Next: {0}").format(translate("ReadBack", "; ").join(runs))


def how_lines(told: Sequence[Told], count: int | None, replaced: str = "") -> list[Line]:
    """Speed, channels and what is replaced.

    `count`: how many it goes to, if anybody knows; `replaced`: title of the push it replaces.
    """
    speed = _line(translate("ReadBack", "How fast"), told, lambda one: _speed(one))
    return [
        (*speed[:2], _finish(told[0], count)),
        _line(translate("ReadBack", "Not delivered over"), told, lambda one: _off(one)),
        _line(translate("ReadBack", "Phones online"), told, lambda one: _online(one)),
        _line(
            translate("ReadBack", "Replaces"),
            told,
            lambda one: list(_replaces(one, replaced)),
        ),
    ]


def _speed(one: Told) -> list[str]:
    speed = _of(one, "schedule.speed")
    if not speed:
        return []
    return [translate("ReadBack", "At most {0} a second").format(grouped(int(speed)))]


def _finish(one: Told, count: int | None) -> str:
    speed = _of(one, "schedule.speed")
    if not speed:
        return ""
    if not count or not int(speed):
        return translate(
            "ReadBack", "TPNS cannot tell how many people this is, nor how long it takes"
        )
    took = spread_s(count, int(speed))
    return translate("ReadBack", "Takes about {0} for {1}").format(
        duration(took if took < 60 else 60 * -(-took // 60)), grouped(count)
    )


def _off(one: Told) -> list[str]:
    names = [channel_name(name) for name in _of(one, "schedule.channels_off")]
    return [listed(names)] if names else []


def _online(one: Told) -> list[str]:
    match _of(one, "schedule.online_type"):
        case "0":
            return [translate("ReadBack", "Over TPNS's own channel first")]
        case "1":
            return [translate("ReadBack", "Over the maker's channel")]
    return []


def _replaces(one: Told, replaced: str) -> Iterator[str]:
    number = _of(one, f"schedule.replaces.{one.platform}")
    if number:
        name = quoted(replaced) if replaced else translate("ReadBack", "An earlier push")
        yield translate("ReadBack", "{0} (push ID {1})").format(name, number)
    if _of(one, "schedule.force_replace"):
        yield translate("ReadBack", "OPPO and vivo phones get it, too, and show both")


def _week_day(day: int) -> str:
    return locale().standaloneDayName(day or 7)  # Qt's Sunday is 7


def _date(text: str) -> str:
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return text
    pattern = translate("Words", "ddd d MMM yyyy")
    return locale().toString(QDate(found.year, found.month, found.day), pattern)


# ------------------------------------------------------------------------------------- together


def _of(one: Told, path: str) -> Any:
    return value_at(one.draft, *path.split("."))


def _silent(one: Told) -> bool:
    return bool(_of(one, "message.kind") == "message")


def _line(
    name: str, told: Sequence[Told], parts: Callable[[Told], list[str]], *, system: bool = True
) -> Line:
    """A line of all systems; with `system`, a part that one of them lacks names the other."""
    of: dict[str, list[str]] = {}
    for one in told:
        for part in parts(one):
            of.setdefault(part, []).append(one.platform)
    said = [
        part if len(platforms) == len(told) or not system else _on(platforms[0], part)
        for part, platforms in of.items()
    ]
    return name, "\n".join(said), ""


def _on(platform: str, part: str) -> str:
    return translate("ReadBack", "{0}: {1}").format(PLATFORMS[platform], part)
