"""Numbers, instants and durations as a person reads them, in the present language."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP

BEIJING = timezone(timedelta(hours=8))
"""The service's clock (UTC+8), in which a schedule is shown and sent."""

_COUNTED = 2**31 - 1
"""The most that Qt puts into a plural; a draft made of somebody's request may hold more."""

_SIZES = (
    (10**9, QT_TRANSLATE_NOOP("Words", "{0} B")),
    (10**6, QT_TRANSLATE_NOOP("Words", "{0} M")),
    (10**3, QT_TRANSLATE_NOOP("Words", "{0} K")),
)
_CHINESE_SIZES = (
    (10**8, QT_TRANSLATE_NOOP("Words", "{0} hundred million")),
    (10**4, QT_TRANSLATE_NOOP("Words", "{0} ten thousand")),
)
"""Size → how an axis says it; the language counts in thousands or in ten thousands."""


def locale() -> QLocale:
    """The locale of the language the window speaks, whatever the system's is."""
    return QLocale()


def grouped(number: int) -> str:
    """48210 → "48,210"."""
    return locale().toString(number)


def short_amount(number: int) -> str:
    """A number as an axis has it: "8 M", in Chinese "800 万". Charts alone round like this."""
    chinese = locale().language() == QLocale.Language.Chinese
    for size, pattern in _CHINESE_SIZES if chinese else _SIZES:
        if number >= size:
            share = number / size
            digits = 0 if share == int(share) else 1
            said = locale().toString(share, "f", digits)
            return QCoreApplication.translate("Words", pattern).format(said)
    return grouped(number)


def short_time(moment: datetime, step_s: int) -> str:
    """An aware instant as an axis has it, whose words are `step_s` apart: "10:20" or "21 Nov"."""
    local = moment.astimezone()
    if step_s < 86400 and (local.hour or local.minute):
        return local.strftime("%H:%M")
    pattern = QCoreApplication.translate("Words", "d MMM")
    return locale().toString(QDate(local.year, local.month, local.day), pattern)


def percent(part: int, whole: int) -> str:
    """A share with one decimal, or "–" where there is no whole."""
    if whole <= 0:
        return "–"
    return locale().toString(100 * part / whole, "f", 1) + "%"


def day_and_time(moment: datetime) -> str:
    """An aware instant in words on Beijing's clock: "Thu 21 Nov 2026, 10:30"."""
    local = moment.astimezone(BEIJING)
    naive = QDateTime(local.year, local.month, local.day, local.hour, local.minute, local.second)
    pattern = QCoreApplication.translate("Words", "ddd d MMM yyyy, HH:mm")
    return locale().toString(naive, pattern)


def day(value: date) -> str:
    """A date with its weekday: "Thu 21 Nov"."""
    pattern = QCoreApplication.translate("Words", "ddd d MMM")
    return locale().toString(QDate(value.year, value.month, value.day), pattern)


def clock(moment: datetime) -> str:
    """An aware instant on this computer's clock, "10:42"."""
    return moment.astimezone().strftime("%H:%M")


def when(moment: datetime, now: datetime | None = None) -> str:
    """An aware instant on this computer's clock: only the time today, day and time before."""
    local = moment.astimezone()
    today = (now or datetime.now(UTC)).astimezone().date()
    if local.date() == today:
        return QCoreApplication.translate("Words", "Today {0}").format(local.strftime("%H:%M"))
    naive = QDateTime(local.year, local.month, local.day, local.hour, local.minute, local.second)
    return locale().toString(naive, QCoreApplication.translate("Words", "d MMM yyyy, HH:mm"))


def beijing_clock(moment: datetime) -> bool:
    """Whether this computer's clock shows Beijing's time at an aware instant."""
    return moment.astimezone().utcoffset() == moment.astimezone(BEIJING).utcoffset()


def when_named(moment: datetime, now: datetime | None = None) -> str:
    """As `when`, and Beijing's clock beside it where this computer's shows another time."""
    if beijing_clock(moment):
        return when(moment, now)
    pattern = QCoreApplication.translate("Words", "{0} on this computer's clock, {1} Beijing time")
    return pattern.format(when(moment, now), day_and_time(moment))


def when_inside(moment: datetime) -> str:
    """As `when`, for the middle of a sentence: "today 10:42"."""
    local = moment.astimezone()
    if local.date() == datetime.now(UTC).astimezone().date():
        return QCoreApplication.translate("Words", "today {0}").format(local.strftime("%H:%M"))
    return when(moment)


def time_of(moment: datetime) -> str:
    """As `when`, after "at" and the like: only "10:42" today."""
    local = moment.astimezone()
    today = datetime.now(UTC).astimezone().date()
    return clock(moment) if local.date() == today else when(moment)


def beijing_time(text: str) -> datetime | None:
    """A draft's or body's wall clock (such as "2026-01-16T09:30") as an instant."""
    try:
        return datetime.fromisoformat(text).replace(tzinfo=BEIJING)
    except ValueError:
        return None


def duration(seconds: int) -> str:
    """3600 → "1 hour". Whole days, hours or minutes where they fit, seconds otherwise."""
    if seconds > _COUNTED:
        return f"{seconds} s"
    if seconds and seconds % 86400 == 0:
        return QCoreApplication.translate("Words", "%Ln day(s)", None, seconds // 86400)
    if seconds and seconds % 3600 == 0:
        return QCoreApplication.translate("Words", "%Ln hour(s)", None, seconds // 3600)
    if seconds and seconds % 60 == 0:
        return QCoreApplication.translate("Words", "%Ln minute(s)", None, seconds // 60)
    return QCoreApplication.translate("Words", "%Ln second(s)", None, seconds)
