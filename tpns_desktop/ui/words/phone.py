"""Why a phone did not get a push: what is known, what it means and what to do, in plain words."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.audience import PLATFORMS, listed, quoted
from tpns_desktop.ui.words.devices import token_words
from tpns_desktop.ui.words.numbers import when_inside
from tpns_desktop.ui.words.results import ask_trouble

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from tpns_desktop.send.one_phone import PhoneFinding

translate = QCoreApplication.translate

OK, PROBLEM, UNKNOWN = "ok", "warn", "neutral"

TONES: dict[str, str] = {
    "account_bound": OK,
    "account_latest": UNKNOWN,
    "account_more": UNKNOWN,
    "account_unbound": PROBLEM,
    "token_odd": PROBLEM,
    "token_bound": OK,
    "token_known": OK,
    "token_unknown": PROBLEM,
    "push_meant": OK,
    "push_not_meant": PROBLEM,
    "push_other_day": UNKNOWN,
    "push_no_id": UNKNOWN,
    "pushes_some": OK,
    "pushes_none": PROBLEM,
    "notify_off": PROBLEM,
    "notify_on": OK,
    "arrived": OK,
    "notify_unknown": UNKNOWN,
    "not_asked": UNKNOWN,
}
"""Finding → how it looks; `tone_words` says the same without colours."""


class FindingWords(NamedTuple):
    """Three lines; an empty one is not shown."""

    known: str
    means: str
    to_do: str


def tone_words(id: str) -> str:
    """Whether a finding speaks for the phone, against it, or of something nobody knows."""
    return {
        OK: translate("Phone", "In order"),
        PROBLEM: translate("Phone", "Here may be the reason"),
        UNKNOWN: translate("Phone", "Not known"),
    }[TONES[id]]


def finding_words(finding: PhoneFinding) -> FindingWords:
    """The words of one finding."""
    params = finding.params
    if finding.id.startswith("account_"):
        return _account(finding.id, params)
    if finding.id.startswith("token_"):
        return _token(finding.id, params)
    if finding.id.startswith("push"):
        return _pushes(finding.id, params)
    if finding.id == "not_asked":
        return _not_asked(params)
    return _notifications(finding.id, params)


def _account(id: str, params: Mapping[str, Any]) -> FindingWords:
    account, system = quoted(str(params.get("account", ""))), _system(params)
    count = int(params.get("count", 0))
    if id == "account_bound":
        return FindingWords(
            translate("Phone", "{0} is bound to %Ln phone(s) ({1}).", None, count).format(
                account, system
            ),
            translate("Phone", "A push to this account finds its way to a phone."),
            "",
        )
    if id == "account_latest":
        return FindingWords(
            translate("Phone", "The account has several phones ({0}).").format(system),
            translate(
                "Phone",
                "A push to accounts goes to the phone that was used last, unless “All phones of "
                "each account” was chosen.",
            ),
            translate("Phone", "Look below at each phone by itself."),
        )
    if id == "account_more":
        return FindingWords(
            translate(
                "Phone", "%Ln more phone(s) of this account were not looked at.", None, count
            ),
            "",
            translate("Phone", "Ask about one of them by its device ID."),
        )
    return FindingWords(
        translate("Phone", "{0} is bound to no phone ({1}).").format(account, system),
        translate(
            "Phone",
            "A push to this account reaches nobody. The person may have signed out, never signed "
            "in since the app was installed, or the account is bound as another type.",
        ),
        translate(
            "Phone",
            "Compare spelling and account type with what the app binds. Signing in to the app "
            "again binds it anew.",
        ),
    )


def _token(id: str, params: Mapping[str, Any]) -> FindingWords:
    token, system = str(params.get("token", "")), _system(params)
    shown = short_token(token)
    if id == "token_odd":
        return FindingWords(
            translate("Phone", "The device ID {0} has an unusual look.").format(shown),
            token_words(token),
            translate("Phone", "Copy the whole ID from the app once more."),
        )
    if id == "token_bound":
        names = listed([quoted(str(one)) for one in params.get("accounts", ())])
        return FindingWords(
            translate("Phone", "TPNS knows the phone {0} ({1}). Bound to it: {2}.").format(
                shown, system, names
            ),
            translate("Phone", "Pushes to these accounts and to this device ID can find it."),
            "",
        )
    if id == "token_known":
        return FindingWords(
            translate("Phone", "No account is bound to the phone {0} ({1}).").format(shown, system),
            translate(
                "Phone",
                "Pushes to accounts pass it by. Those to everyone, to tags and to its device ID "
                "can still find it.",
            ),
            translate("Phone", "For pushes to an account: let the person sign in to the app."),
        )
    return FindingWords(
        translate("Phone", "TPNS doesn't know the device ID {0} ({1}).").format(shown, system),
        translate(
            "Phone",
            "Either no account was ever bound to it, or the ID is of another app, another system "
            "or another region, or the app was installed anew and has a new ID since.",
        ),
        translate("Phone", "Open the app on the phone, copy its ID again, and compare."),
    )


def _pushes(id: str, params: Mapping[str, Any]) -> FindingWords:
    title, shown = quoted(str(params.get("title", ""))), short_token(str(params.get("token", "")))
    if id == "push_meant":
        return FindingWords(
            translate("Phone", "{0} was meant for the phone {1}.").format(title, shown),
            translate(
                "Phone",
                "TPNS tried to deliver it. What is left is the way to the phone: its connection, "
                "its maker's channel, and whether notifications are on.",
            ),
            translate(
                "Phone",
                "Look at the phone: notifications of the app, do not disturb, battery saving. "
                "Then send a test to this phone alone.",
            ),
        )
    if id == "push_not_meant":
        return FindingWords(
            translate("Phone", "{0} is not among today's pushes for the phone {1}.").format(
                title, shown
            ),
            translate(
                "Phone",
                "TPNS did not count this phone among those it is for, or has not come to it yet.",
            ),
            translate(
                "Phone",
                "Compare whom the push went to: tag, account, system. A push that starts later or "
                "is spread out appears once its turn has come.",
            ),
        )
    if id == "push_other_day":
        return FindingWords(
            translate(
                "Phone", "Whether {0} was meant for this phone can't be told any more."
            ).format(title),
            translate("Phone", "TPNS lists the pushes for a phone of the same day only."),
            translate("Phone", "Ask on the day of a push, or send a test to this phone now."),
        )
    if id == "push_no_id":
        return FindingWords(
            translate("Phone", "{0} has no push ID for {1}.").format(title, _system(params)),
            translate("Phone", "It was not accepted for this system, so no phone got it there."),
            translate("Phone", "Open its result to see what became of it."),
        )
    if id == "pushes_some":
        said = translate(
            "Phone",
            "%Ln push(es) of today were meant for the phone {0}.",
            None,
            int(params.get("count", 0)),
        )
        return FindingWords(said.format(shown), translate("Phone", "They are listed below."), "")
    return FindingWords(
        translate("Phone", "No push of today was meant for the phone {0}.").format(shown),
        translate(
            "Phone",
            "Either none went to people it belongs to, or TPNS has not seen it for a long time.",
        ),
        translate("Phone", "Open the app on the phone once, then send it a test."),
    )


def _notifications(id: str, params: Mapping[str, Any]) -> FindingWords:
    shown = short_token(str(params.get("token", "")))
    title = quoted(str(params.get("title", "")))
    at = _at(params)
    if id == "notify_off":
        return FindingWords(
            translate(
                "Phone", "The last push to the phone {0} alone ({1}, {2}) was not planned."
            ).format(shown, title, at),
            translate(
                "Phone",
                "TPNS plans only for phones that were seen in the last 90 days and have "
                "notifications on. This one had not.",
            ),
            translate("Phone", "Turn notifications of the app on, open the app, and test again."),
        )
    if id == "notify_on":
        return FindingWords(
            translate(
                "Phone", "The last push to the phone {0} alone ({1}, {2}) was planned."
            ).format(shown, title, at),
            translate(
                "Phone",
                "Notifications were on then and the phone was seen in the last 90 days. No arrival "
                "was counted; some makers report none.",
            ),
            translate("Phone", "Look at the phone itself: did it show that push?"),
        )
    if id == "arrived":
        return FindingWords(
            translate("Phone", "The last push to the phone {0} alone ({1}, {2}) arrived.").format(
                shown, title, at
            ),
            translate("Phone", "The way to this phone worked then."),
            translate("Phone", "If nothing was to be seen: look for grouped or silenced ones."),
        )
    return FindingWords(
        translate("Phone", "Whether notifications are on at the phone {0} is not known.").format(
            shown
        ),
        translate(
            "Phone", "TPNS has no question for it; only a push to this phone alone can tell."
        ),
        translate(
            "Phone",
            "Send a test to this phone, open its result after a few minutes, then look here again.",
        ),
    )


def _not_asked(params: Mapping[str, Any]) -> FindingWords:
    step, system = params.get("step"), _system(params)
    if step == "account":
        known = translate("Phone", "Which phones the account has ({0}) could not be read.")
    elif step == "token":
        known = translate("Phone", "What is bound to the phone ({0}) could not be read.")
    else:
        known = translate("Phone", "Today's pushes for the phone ({0}) could not be read.")
    return FindingWords(
        known.format(system),
        ask_trouble(str(params.get("reason", "")), params.get("code")),
        translate("Phone", "Look again in a while."),
    )


def short_token(token: str) -> str:
    """Enough of a device ID to recognise it by: "04cac7…aaaa"."""
    return token if len(token) <= 14 else f"{token[:6]}…{token[-4:]}"


def counted_pushes(count: int) -> str:
    """How many pushes, in words."""
    return translate("Phone", "%Ln push(es)", None, count)


def _system(params: Mapping[str, Any]) -> str:
    return PLATFORMS.get(str(params.get("platform", "")), "")


def _at(params: Mapping[str, Any]) -> str:
    at = params.get("at")
    return when_inside(at) if isinstance(at, datetime) else ""
