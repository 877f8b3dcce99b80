"""The sentences of the review page: who, what, when and how, as read back from frozen bytes.

Takes facts and gives words. What may be confirmed is decided in `send.confirm`; nothing here looks
at the form.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.audience import (
    PLATFORMS,
    account_type_name,
    counted_accounts,
    counted_devices,
    listed,
    tag_sentence,
)
from tpns_desktop.ui.words.lists import age_words, size_words
from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.numbers import BEIJING, day_and_time, duration
from tpns_desktop.ui.words.sentences import together
from tpns_desktop.ui.words.sms_text import rule_sentence
from tpns_desktop.ui.words.states import reason_words

if TYPE_CHECKING:
    from tpns_desktop.send.review import PushFacts, Review, SmsFacts

translate = QCoreApplication.translate

MASKED_SHOWN = 5
"""How many of the first accounts or devices are named on the page."""

_KINDS = {
    "all": "all",
    "tag": "tag",
    "account": "account",
    "account_list": "account",
    "token": "device",
    "token_list": "device",
    "package_account_push": "account",
    "package_token_push": "device",
}

_REFUSALS: dict[str, str] = {
    "not_ready": QT_TRANSLATE_NOOP(
        "Review", "Something has to be fixed first. Go back; the page shows what."
    ),
    "changed": QT_TRANSLATE_NOOP(
        "Review", "The push was edited after this review. Go back and review it again."
    ),
    "confirmed_before": QT_TRANSLATE_NOOP(
        "Review", "This review was confirmed already. Sent shows what became of it."
    ),
    "app_gone": QT_TRANSLATE_NOOP("Review", "The app is no longer connected on this computer."),
    "app_changed": QT_TRANSLATE_NOOP(
        "Review",
        "The app's keys, region or environment changed after this review. Review it again.",
    ),
    "other_app": QT_TRANSLATE_NOOP(
        "Review", "Another app was chosen meanwhile. Go back and review the push again."
    ),
    "changed_checks": QT_TRANSLATE_NOOP(
        "Review", "The checks found something new meanwhile. Go back and review the push again."
    ),
    "ticks": QT_TRANSLATE_NOOP("Review", "Tick what you checked, then send."),
    "name": QT_TRANSLATE_NOOP("Review", "The name you typed is not this app's name."),
    "override": QT_TRANSLATE_NOOP("Review", "Type the words that allow a second push."),
    "night": QT_TRANSLATE_NOOP(
        "Review", "It would go out in quiet hours. Write why it has to, then send."
    ),
    "failed": QT_TRANSLATE_NOOP(
        "Review", "The push could not be written down on this computer. Is the disk full?"
    ),
    "storage": QT_TRANSLATE_NOOP(
        "Review",
        "Sending is off because of the data on this computer. The banner above says what to do.",
    ),
    "old": QT_TRANSLATE_NOOP(
        "Review", "This review has stood here for too long. Go back and review the push again."
    ),
    "unsettled": QT_TRANSLATE_NOOP(
        "Review",
        "An earlier push with the same text to the same people is not settled yet. Settle it "
        "first; you find it under Sent.",
    ),
    "duplicate": QT_TRANSLATE_NOOP(
        "Review",
        "The same push to the same people was sent meanwhile. Go back and review it again.",
    ),
}

_NOTHING_SENT = QT_TRANSLATE_NOOP("Review", "Nothing was sent. {0}")

VOID_REASONS = frozenset(
    {
        "changed",
        "changed_checks",
        "confirmed_before",
        "app_gone",
        "app_changed",
        "other_app",
        "not_ready",
        "old",
        "unsettled",
        "duplicate",
    }
)
"""Reasons after which this review can't be confirmed any more."""


def _words(text: str) -> str:
    return translate("Review", text)


def kind_of(facts: PushFacts) -> str:
    """One of "all", "tag", "account" and "device", as the frozen body has it."""
    return _KINDS.get(facts.audience_type, facts.audience_type)


def systems(platforms: Sequence[str]) -> str:
    """One or two systems by name: "Android and iPhone"."""
    names = [PLATFORMS[platform] for platform in platforms]
    return translate("Review", "{0} and {1}").format(*names) if len(names) == 2 else listed(names)


# ------------------------------------------------------------------------------------------- who


def who_sentence(facts: PushFacts, app_name: str) -> str:
    """Who gets it, in one sentence."""
    kind = kind_of(facts)
    if kind == "all":
        return translate("Review", "Everyone who has {0} on the phone").format(app_name)
    if kind == "tag":
        groups = [
            [{"tag_type": r.tag_type, "match": r.match, "tags": r.tags} for r in group]
            for group in facts.tag_groups
        ]
        return tag_sentence(groups)
    if kind == "account":
        counted = counted_accounts(facts.count or 0)
        if not facts.account_type:
            return counted
        return translate("Review", "{0}, type “{1}”").format(
            counted, account_type_name(facts.account_type)
        )
    return counted_devices(facts.count or 0)


def reach_sentence(facts: PushFacts) -> str:
    """How sure the number is, and where it comes from."""
    kind = kind_of(facts)
    if kind == "all":
        return translate(
            "Review", "TPNS counts them when it sends; nobody knows the exact number before."
        )
    if kind == "tag":
        return translate("Review", "TPNS cannot tell beforehand how many people this is.")
    if facts.upload_id is not None:
        return translate("Review", "Exact: counted in the checked copy of the file.")
    return translate("Review", "Exact: counted in what will be sent.")


def devices_sentence(facts: PushFacts) -> str:
    """Which phones of an account; empty where no accounts are meant."""
    if kind_of(facts) != "account":
        return ""
    if facts.account_push_type == 1:
        return translate("Review", "All phones of each account")
    return translate("Review", "The phone each account used last")


def first_masked(facts: PushFacts) -> str:
    """The first accounts or tokens, enough to recognise and no more; empty for wide audiences."""
    shown = [masked(text) for text in facts.first[:MASKED_SHOWN]]
    if not shown:
        return ""
    said_first = listed(shown)
    more = (facts.count or 0) - len(shown)
    if more <= 0:
        return said_first
    said = translate("Review", "{0} and %Ln more", None, more)
    return said.format(said_first)


def list_sentence(name: str, size_bytes: int, sha256: str) -> str:
    """Which file it is: "members.csv · 41.2 MB · SHA-256 1f2e3d4c5b6a…"."""
    said = translate("Review", "{0} · {1} · SHA-256 {2}…")
    return said.format(name, size_words(size_bytes), sha256[:12])


def first_of_list(first: Sequence[str], count: int) -> str:
    """The first accounts of a list, which come masked, and how many more there are."""
    shown = list(first[:MASKED_SHOWN])
    if not shown or count <= len(shown):
        return listed(shown)
    return translate("Review", "{0} and %Ln more", None, count - len(shown)).format(listed(shown))


def upload_sentence() -> str:
    """When a list is uploaded."""
    return translate("Review", "After you confirm and before the hold; the push comes after it")


def reuse_sentence(reuse: Mapping[str, float]) -> str:
    """The tick that spares an upload, with the age of the one that is there; empty for none."""
    used = [
        translate("Review", "{0}: {1}").format(PLATFORMS[platform], age_words(seconds))
        for platform, seconds in reuse.items()
    ]
    if not used:
        return ""
    said = translate("Review", "Use the upload of this very list again ({0})")
    return said.format(listed(used))


def masked(text: str) -> str:
    """Head and tail of an account or token: "alice0001" → "al•••01"."""
    if len(text) <= 4:
        return text[:1] + "•••"
    edge = 2 if len(text) < 12 else 4
    return f"{text[:edge]}•••{text[-edge:]}"


def repeats_sentence(repeats: int) -> str:
    """How many repeated lines were left out; empty for none."""
    if not repeats:
        return ""
    return translate("Review", "%Ln repeat(s) left out", None, repeats)


# ------------------------------------------------------------------------------------------ what


def sms_sentence(sms: SmsFacts) -> str:
    """When the text message follows."""
    return rule_sentence(sms.trigger, sms.delay_s)


def sms_source(sms: SmsFacts) -> str:
    """Which text it is: template, signature and SMS app."""
    parts = [translate("Review", "Template {0}").format(sms.template_id)]
    if sms.sign_name:
        parts.append(translate("Review", "signed {0}").format(sms.sign_name))
    parts.append(translate("Review", "SMS app {0}").format(sms.app_id))
    return translate("Review", ", ").join(parts)


def sms_values(sms: SmsFacts) -> str:
    """The values of the template's blanks; empty for none."""
    if not sms.params:
        return ""
    return "  ".join(f"{{{n}}} {text}" for n, text in enumerate(sms.params, 1))


def sms_details(sms: SmsFacts) -> str:
    """Which text it was, and its values in a line of their own."""
    return "\n".join(part for part in (sms_source(sms), sms_values(sms)) if part)


# ------------------------------------------------------------------------------------ when & how


def leaves_sentence(facts: PushFacts, now: datetime) -> str:
    """When TPNS starts it: at once, or day and time in words with the zone."""
    if facts.send_time is None:
        return translate("Review", "Now")
    return time_sentence(facts.send_time, now)


def time_sentence(moment: datetime, now: datetime) -> str:
    """Day and time with the zone: "Today, Thu 21 Nov 2026, 10:30 (Beijing time)".

    `moment` and `now` are aware.
    """
    said = day_and_time(moment)
    days = moment.astimezone(BEIJING).date() - now.astimezone(BEIJING).date()
    if days == timedelta():
        return translate("Review", "Today, {0} (Beijing time)").format(said)
    if days == timedelta(days=1):
        return translate("Review", "Tomorrow, {0} (Beijing time)").format(said)
    return translate("Review", "{0} (Beijing time)").format(said)


def own_clock_sentence(moment: datetime) -> str:
    """The same instant on this computer's clock; empty where that is Beijing's too."""
    local = moment.astimezone()
    if local.utcoffset() == moment.astimezone(BEIJING).utcoffset():
        return ""
    return translate("Review", "On this computer's clock: {0}").format(
        local.strftime("%Y-%m-%d %H:%M")
    )


def hold_sentence(hold_s: int | None) -> str:
    """What happens right after confirming."""
    if hold_s is None:
        return translate("Review", "It then waits on this computer until you press “Send now”.")
    if hold_s == 0:
        return translate("Review", "There is no hold: it leaves this computer at once.")
    return translate("Review", "It is held for {0} first; until then you can cancel.").format(
        duration(hold_s)
    )


def expiry_sentence(expire_s: int | None) -> str:
    """How long TPNS keeps trying."""
    if expire_s is None:
        return translate("Review", "TPNS’s usual time")
    if expire_s == 0:
        return translate("Review", "Only phones that are on now")
    return translate("Review", "{0}, for phones that are off").format(duration(expire_s))


def environment_sentence(environment: str | None) -> str:
    """The iOS environment; empty for Android."""
    if environment == "dev":
        return translate(
            "Review", "iOS development environment: only test builds of the app get it"
        )
    return ""


def plan_sentence(plan_name: str, ids: Mapping[str, str | None]) -> str:
    """The plan's name with its ids a system; `ids`: platform → id in the frozen body."""
    known = {platform: plan_id for platform, plan_id in ids.items() if plan_id}
    if not known:
        return translate("Review", "None; results aren't grouped")
    if len(set(known.values())) == 1:
        return translate("Review", "{0} (ID {1})").format(plan_name, next(iter(known.values())))
    both = listed([f"{PLATFORMS[p]} {plan_id}" for p, plan_id in known.items()])
    return translate("Review", "{0} (ID {1})").format(plan_name, both)


# --------------------------------------------------------------------------------------- buttons


def send_words(review: Review) -> str:
    """The verb and the number on the button: "Send to 37 accounts"."""
    if review.level == 0:
        return translate("Review", "Send in practice")
    facts = review.rows[0].facts
    kind = kind_of(facts)
    if kind == "all":
        return translate("Review", "Send to everyone")
    if kind == "tag":
        return translate("Review", "Send to people with these tags")
    count = _people(review)
    if kind == "account":
        return translate("Review", "Send to %Ln account(s)", None, count)
    return translate("Review", "Send to %Ln device(s)", None, count)


def question_words(review: Review, now: datetime) -> str:
    """The question of the confirmation: "Send to 37 accounts in Demo Mall now?"."""
    facts = review.rows[0].facts
    kind, count = kind_of(facts), _people(review)
    if kind == "all":
        to = translate("Review", "everyone in {0}").format(review.app_name)
    elif kind == "tag":
        to = translate("Review", "the people with these tags in {0}").format(review.app_name)
    elif kind == "account":
        counted = translate("Review", "%Ln account(s) in {0}", None, count)
        to = counted.format(review.app_name)
    else:
        counted = translate("Review", "%Ln device(s) in {0}", None, count)
        to = counted.format(review.app_name)
    if facts.repeats:
        return translate("Review", "Send to {0} again and again?").format(to)
    if facts.send_time is None:
        return translate("Review", "Send to {0} now?").format(to)
    return translate("Review", "Send to {0}? {1}").format(to, time_sentence(facts.send_time, now))


def _people(review: Review) -> int:
    if kind_of(review.rows[0].facts) == "device":
        return devices_in(review)  # each system has its own
    return review.rows[0].facts.count or 0


def devices_in(review: Review) -> int:
    """How many devices its requests go to together."""
    return sum(row.facts.count or 0 for row in review.rows)


# -------------------------------------------------------------------------------------- refusals


def confirm_refusal(reason: str, code: str | None = None) -> str:
    """Why nothing was confirmed, from the reason and the store's code of a `ConfirmRefused`."""
    said = _words(_REFUSALS.get(reason, _REFUSALS["failed"]))
    if reason == "failed" and code is not None:
        said = together([said, reason_words(code)])
    return _words(_NOTHING_SENT).format(said)


def confirm_trouble() -> str:
    """For an end of the confirmation that nobody foresaw."""
    return translate(
        "Review", "We can't tell whether this was confirmed. Look in Sent before you try again."
    )
