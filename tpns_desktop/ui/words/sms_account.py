"""Words about the cloud account of texts: what went wrong, what was found, where things are.

Shared by Settings, the setting-up page, the form of supplementary texts and the results.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.numbers import grouped
from tpns_desktop.ui.words.sentences import together
from tpns_desktop.ui.words.states import reason_words

if TYPE_CHECKING:
    from tpns_desktop.send.connect import FieldProblem
    from tpns_desktop.send.sms_desk import CloudAccount, SmsFailed, SmsTest

TROUBLE: dict[str, str] = {
    "key": QT_TRANSLATE_NOOP(
        "Texts",
        "The service doesn't know these keys. Copy both again from “API keys” in the "
        "console; a key that was switched off or deleted there has to be replaced.",
    ),
    "clock": QT_TRANSLATE_NOOP(
        "Texts",
        "This computer's clock is more than five minutes off. Set it right, then try again.",
    ),
    "rights": QT_TRANSLATE_NOOP(
        "Texts",
        "This account may not read text messages. Its owner can allow it in Cloud Access "
        "Management: read-only access to SMS is enough.",
    ),
    "individual": QT_TRANSLATE_NOOP(
        "Texts",
        "Individual accounts can't list signatures and templates. Type the template's ID and "
        "text in by hand; everything else works.",
    ),
    "sub_account": QT_TRANSLATE_NOOP(
        "Texts",
        "A sub-account can't list signatures and templates. Use the main account's keys, or "
        "type the template in by hand.",
    ),
    "region": QT_TRANSLATE_NOOP(
        "Texts",
        "The SMS service does not exist in this region. Choose another one.",
    ),
    "address": QT_TRANSLATE_NOOP(
        "Texts",
        "The account takes questions from certain network addresses only, and this "
        "computer's is not among them.",
    ),
    "sms_app": QT_TRANSLATE_NOOP(
        "Texts",
        "This SMS app is not one of the account's, or it is switched off. Compare its ID "
        "with the console's.",
    ),
    "action": QT_TRANSLATE_NOOP("Texts", "This site of the service can't be asked that."),
    "busy": QT_TRANSLATE_NOOP(
        "Texts",
        "The service had too many questions at once. Try again in a minute.",
    ),
    "arrears": QT_TRANSLATE_NOOP(
        "Texts",
        "The account owes fees, so its SMS service has stopped. Pay them in the console.",
    ),
    "balance": QT_TRANSLATE_NOOP(
        "Texts",
        "The package of messages is used up. Buy another one in the console.",
    ),
    "signature": QT_TRANSLATE_NOOP("Texts", "The signature is missing or not approved."),
    "template": QT_TRANSLATE_NOOP("Texts", "The template is missing or not approved."),
    "blanks": QT_TRANSLATE_NOOP("Texts", "What stands in the blanks does not fit the template."),
    "text": QT_TRANSLATE_NOOP("Texts", "The text has a blocked word or is too long."),
    "hours": QT_TRANSLATE_NOOP("Texts", "Marketing texts go out from 08:00 to 22:00 only."),
    "number": QT_TRANSLATE_NOOP(
        "Texts",
        "A phone number can't be read. It begins with + and the country code.",
    ),
    "blocked": QT_TRANSLATE_NOOP("Texts", "The number opted out, or its carrier blocks it."),
    "mixed": QT_TRANSLATE_NOOP(
        "Texts",
        "Numbers of mainland China and of other places can't share a template.",
    ),
    "country": QT_TRANSLATE_NOOP("Texts", "The number's country is not on the SMS app's list."),
    "limits": QT_TRANSLATE_NOOP("Texts", "A limit of the SMS service is reached. Try again later."),
    "service": QT_TRANSLATE_NOOP(
        "Texts",
        "The SMS service had a fault of its own. Try again later.",
    ),
    "ours": QT_TRANSLATE_NOOP(
        "Texts",
        "The SMS service did not take the question as this program put it. A report helps to "
        "mend that.",
    ),
    "unknown": QT_TRANSLATE_NOOP(
        "Texts",
        "The SMS service said no, for a reason that this program doesn't know.",
    ),
    "no_account": QT_TRANSLATE_NOOP(
        "Texts",
        "No cloud account is set up. Templates can be typed in by hand without one.",
    ),
    "no_key": QT_TRANSLATE_NOOP(
        "Texts",
        "The account's keys were kept until the program was closed. Enter them again.",
    ),
    "keyring_locked": QT_TRANSLATE_NOOP(
        "Texts",
        "The account's keys are in this computer's password store, which is locked.",
    ),
    "keyring_silent": QT_TRANSLATE_NOOP(
        "Texts",
        "The account's keys are in this computer's password store, which did not answer.",
    ),
    "keyring_gone": QT_TRANSLATE_NOOP(
        "Texts",
        "The account's keys are in a password store that can't be reached now. Enter them again.",
    ),
    "keyring_other": QT_TRANSLATE_NOOP(
        "Texts",
        "The account's keys are in another password store than today's. Enter them again.",
    ),
    "china_only": QT_TRANSLATE_NOOP(
        "Texts",
        "The international site doesn't tell what is left of a package. See its console.",
    ),
    "too_old": QT_TRANSLATE_NOOP(
        "Texts",
        "Receipts can be read for seven days; this push is older.",
    ),
    "too_early": QT_TRANSLATE_NOOP("Texts", "No text can have left yet."),
}
"""Reason of `SmsFailed` → a whole sentence, with how to go on."""

_PROBLEMS: dict[str, str] = {
    "required": QT_TRANSLATE_NOOP("Texts", "This is needed."),
    "region": QT_TRANSLATE_NOOP("Texts", "A region's name looks like ap-guangzhou."),
    "control": QT_TRANSLATE_NOOP(
        "Texts",
        "There is a line end or an invisible character inside. Copy it again.",
    ),
    "space": QT_TRANSLATE_NOOP("Texts", "There is a space inside. Copy it again."),
    "non_ascii": QT_TRANSLATE_NOOP(
        "Texts",
        "There is a character in it that no key has. Copy it again from the console.",
    ),
    "length": QT_TRANSLATE_NOOP("Texts", "Its length is not that of a key. Copy it again."),
    "unknown": QT_TRANSLATE_NOOP("Texts", "Choose one of the list."),
}
"""Reason of a problem with the account's form → what is to be mended."""

_SITES: dict[str, str] = {
    "china": QT_TRANSLATE_NOOP("Texts", "China site"),
    "international": QT_TRANSLATE_NOOP("Texts", "International site"),
}

_STATUSES: dict[int | None, tuple[str, str]] = {
    0: (QT_TRANSLATE_NOOP("Texts", "Approved"), "ok"),
    1: (QT_TRANSLATE_NOOP("Texts", "In review"), "warn"),
    2: (QT_TRANSLATE_NOOP("Texts", "Approved, not in force yet"), "warn"),
    -1: (QT_TRANSLATE_NOOP("Texts", "Refused"), "danger"),
    -2: (QT_TRANSLATE_NOOP("Texts", "No longer in the account"), "danger"),
    None: (QT_TRANSLATE_NOOP("Texts", "Typed in, not checked"), "neutral"),
}
"""Status of a signature or a template → words and tone."""


def site_choices() -> list[tuple[str, str]]:
    """Sites as (id, words)."""
    return [(key, _said(text)) for key, text in _SITES.items()]


def site_name(site: str) -> str:
    """A site in words."""
    return _said(_SITES.get(site, _SITES["china"]))


def status_words(status: int | None) -> tuple[str, str]:
    """Words and tone of a signature's or a template's status."""
    text, tone = _STATUSES.get(status, _STATUSES[-1])
    return _said(text), tone


def clock_off_words(minutes: int) -> str:
    """How far this computer's clock is off; `minutes` above 0: ahead. Empty when it is right."""
    if not minutes:
        return ""
    if minutes > 0:
        return QCoreApplication.translate(
            "Texts",
            "This computer's clock is %Ln minute(s) ahead. Set it right, then try again.",
            None,
            minutes,
        )
    return QCoreApplication.translate(
        "Texts",
        "This computer's clock is %Ln minute(s) behind. Set it right, then try again.",
        None,
        -minutes,
    )


def trouble_words(failed: SmsFailed | SmsTest) -> str:
    """Why the account could not be asked, and how to go on."""
    if failed.reason == "clock" and failed.minutes:
        return clock_off_words(failed.minutes)
    text = TROUBLE.get(failed.reason)
    return _said(text) if text else reason_words(failed.reason)


def details_words(failed: SmsFailed | SmsTest) -> str:
    """The service's own words, for *Details* alone; empty where it said nothing."""
    parts = [part for part in (failed.code, failed.text, failed.request_id) if part]
    return " · ".join(parts)


def account_problem_words(problem: FieldProblem) -> str:
    """What is to be mended in one field of the account's form."""
    return _said(_PROBLEMS.get(problem.reason, _PROBLEMS["unknown"]))


def nothing_words(region: str, other: str) -> str:
    """That a region is empty, and where to look next."""
    return _said(
        QT_TRANSLATE_NOOP(
            "Texts",
            "The keys work, but there is nothing in {0}. Regions know nothing of each other: "
            "signatures and templates may be in another one, such as {1}.",
        )
    ).format(region, other)


def found_words(test: SmsTest, region: str) -> str:
    """How a test of the account went."""
    if not test.ok:
        return trouble_words(test)
    if test.nothing_found:
        said = nothing_words(region, test.other_region)
    else:
        said = _said(
            QT_TRANSLATE_NOOP(
                "Texts",
                "The keys work. Signatures: {0}, of which approved: {1}. Templates: {2}, of which "
                "approved: {3}.",
            )
        ).format(
            grouped(test.signatures),
            grouped(test.usable_signatures),
            grouped(test.templates),
            grouped(test.usable_templates),
        )
    return together([said, clock_off_words(test.minutes)]) if test.minutes else said


def account_words(account: CloudAccount | None) -> str:
    """How the account stands, in a line."""
    if account is None:
        return _said(TROUBLE["no_account"])
    if account.practice:
        return _said(QT_TRANSLATE_NOOP("Texts", "Practice has an account of its own."))
    where = " · ".join([site_name(account.site), account.region])
    if not account.ready:
        return together([f"{where}.", _said(TROUBLE.get(account.reason, TROUBLE["no_key"]))])
    place = (
        QT_TRANSLATE_NOOP("Texts", "Keys kept until you close the program")
        if account.key_place == "memory"
        else QT_TRANSLATE_NOOP("Texts", "Keys in this computer's password store")
    )
    return " · ".join([where, _said(place)])


def _said(text: str) -> str:
    return QCoreApplication.translate("Texts", text)
