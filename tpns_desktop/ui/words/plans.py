"""Plans in words: why one was not made or added, how its figures came about."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tpns_desktop.model.unseen import shown
from tpns_desktop.ui.words.audience import PLATFORMS
from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.numbers import day, grouped, time_of, when_inside
from tpns_desktop.ui.words.states import refusal_words, state_words

if TYPE_CHECKING:
    from tpns_desktop.send.plan_overview import Period, PlanOverview, PlanSum, Week
    from tpns_desktop.send.plans import OpenCreation
    from tpns_desktop.store.plans import Plan

translate = QCoreApplication.translate

FEW_LEFT = 20
"""Creations of a day of which a person is told."""

_REASONS: dict[str, str] = {
    "name_required": QT_TRANSLATE_NOOP("Plans", "Give the plan a name."),
    "name_too_long": QT_TRANSLATE_NOOP("Plans", "The name is too long. Shorten it."),
    "description_required": QT_TRANSLATE_NOOP("Plans", "Say in a few words what it is for."),
    "description_too_long": QT_TRANSLATE_NOOP("Plans", "The description is too long. Shorten it."),
    "id_required": QT_TRANSLATE_NOOP("Plans", "Enter at least one plan ID."),
    "id_digits": QT_TRANSLATE_NOOP("Plans", "A plan ID is a number: digits only."),
    "no_key": QT_TRANSLATE_NOOP("Plans", "The app's Secret Key is not at hand."),
    "name_unseen": QT_TRANSLATE_NOOP(
        "Plans",
        "The name has a line end or another character that nobody sees. Type the name again.",
    ),
    "description_unseen": QT_TRANSLATE_NOOP(
        "Plans",
        "Say what the plan is for in one line: without line ends and other characters that nobody "
        "sees.",
    ),
    "bad_text": QT_TRANSLATE_NOOP("Plans", "One character is incomplete. Type it again."),
    "not_sent": QT_TRANSLATE_NOOP(
        "Plans", "The service could not be reached. No plan was made; try again later."
    ),
    "unknown": QT_TRANSLATE_NOOP(
        "Plans",
        "The connection broke after the request. The plan may exist there: look in the TPNS "
        "console, then add it by its ID.",
    ),
    "limit": QT_TRANSLATE_NOOP(
        "Plans",
        "TPNS takes 200 new plans a day, and today's are used up. Try again after midnight, "
        "Beijing time.",
    ),
    "gone": QT_TRANSLATE_NOOP("Plans", "This plan is not in the book any more."),
}

_OTHER = QT_TRANSLATE_NOOP("Plans", "The plan could not be saved. Nothing else was changed.")


def plan_refusal(error: BaseException) -> str:
    """A sentence for a `PlanRefused` (or for anything else that went wrong)."""
    reason = str(getattr(error, "reason", ""))
    plan: Plan | None = getattr(error, "plan", None)
    if reason == "id_known" and plan is not None:
        return translate("Plans", "“{0}” in your book has this ID already.").format(plan.name)
    if reason == "refused":
        words = refusal_words(getattr(error, "code", None))
        said = f"{words.happened} {words.to_do}"
    else:
        said = translate("Plans", _REASONS.get(reason, _OTHER))
    platform = str(getattr(error, "platform", None) or "")
    if plan is None or platform not in PLATFORMS:
        return said
    # Another platform has it, and the book as well.
    return translate("Plans", "The plan is in your book, but not on {0} yet. {1}").format(
        PLATFORMS[platform], said
    )


def open_words(one: OpenCreation, systems: int) -> str:
    """That the service may have made a plan, and what to do; `systems` of its app."""
    asked = when_inside(one.at)
    if systems > 1:
        asked = f"{PLATFORMS[one.platform]} · {asked}"
    return translate(
        "Plans",
        "TPNS may have made the plan “{0}” ({1}). Look in the TPNS console: if it is there, add it "
        "by its ID.",
    ).format(shown(one.name), asked)


def default_plan() -> str:
    """Name of the plan that is the service's own."""
    return translate("Plans", "Default plan")


def default_description() -> str:
    """What is in it."""
    return translate("Plans", "Pushes with no plan · can't be changed")


def ids_words(plan: Plan) -> str:
    """Its ids at the service, by system."""
    parts = []
    for platform, name in PLATFORMS.items():
        found = plan.plan_id(platform)
        if found is not None:
            parts.append(translate("Plans", "{0} ID {1}").format(name, found))
    return " · ".join(parts)


def missing_words(platforms: tuple[str, ...]) -> str:
    """Where the service has no such plan yet; empty for nowhere."""
    if not platforms:
        return ""
    return translate("Plans", "Not on {0} yet").format(
        " / ".join(PLATFORMS[platform] for platform in platforms)
    )


def left_words(left: int) -> str:
    """How many plans may be made today, when that are few; empty for many."""
    if left > FEW_LEFT:
        return ""
    if left <= 0:
        return translate("Plans", _REASONS["limit"])
    return translate("Plans", "%Ln more plan(s) can be made today.", None, left)


def pushes_words(count: int) -> str:
    """So many pushes: "6 pushes"."""
    return translate("Plans", "%Ln push(es)", None, count)


def own_source(period: Period) -> str:
    """What figures that were added up here count, and how old they are."""
    if not period.pushes:
        return translate("Plans", "No push was sent from here in this time.")
    said = [translate("Plans", "Added up from %Ln push(es) sent from here.", None, period.pushes)]
    if period.read_at is not None:
        said.append(
            translate("Plans", "The oldest of these figures were read {0}.").format(
                when_inside(period.read_at)
            )
        )
    if period.unread:
        said.append(
            translate("Plans", "%Ln of them has (have) no figures yet.", None, period.unread)
        )
    return " ".join(said)


def week_source(week: Week) -> str:
    """What the service's own figures count, and how old they are."""
    return translate(
        "Plans",
        "Counted by TPNS from {0} to {1}, wherever the pushes of this plan were made; read at {2}.",
    ).format(day(week.first), day(week.last), time_of(week.read_at))


def more_words(overview: PlanOverview) -> str:
    """What the service counts beyond our own pushes; empty for nothing, or nobody can tell."""
    more = overview.more
    if more is None:
        return ""
    count = overview.seven.pushes
    ours = translate("Plans", "%Ln push(es) sent from here", None, count)
    return translate(
        "Plans",
        "Of these, {0} delivered and {1} taps are not of the {2}: they come from pushes of this "
        "plan made elsewhere.",
    ).format(grouped(more.delivered or 0), grouped(more.tapped or 0), ours)


def default_fixed() -> str:
    """Why nothing can be done with the default plan."""
    return translate(
        "Plans", "TPNS's own plan, for pushes without one: it can't be edited, hidden or removed."
    )


def figures_tip(row: PlanSum) -> str:
    """What the figures of a line count."""
    if row.read_at is None:
        return translate("Plans", "No figures were read yet.")
    return translate(
        "Plans", "Newest figures of the pushes sent from here; the oldest were read {0}."
    ).format(when_inside(row.read_at))


def states_line(states: Mapping[str, int]) -> str:
    """How many of its pushes are in which state: "3 accepted · 1 on hold"."""
    return " · ".join(
        translate("Plans", "{0} {1}").format(grouped(count), state_words(state).text)
        for state, count in states.items()
    )


def default_source() -> str:
    """Why the service is not asked about the default plan."""
    return translate("Plans", "TPNS tells no figures of its default plan.")
