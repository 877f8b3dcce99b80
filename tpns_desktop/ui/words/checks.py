"""The sentences of the checks: what is the matter, where, and how to mend it.

One table by the check's id; parameters come with the finding. The rules are in `send.checks`.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.audience import PLATFORMS
from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.numbers import clock, day, grouped, when_inside

if TYPE_CHECKING:
    from tpns_desktop.send.examination import Finding

SENTENCES: dict[str, str] = {
    "target.none": QT_TRANSLATE_NOOP("Checks", "Choose who gets this."),
    "target.zero": QT_TRANSLATE_NOOP(
        "Checks", "Nobody would receive this. Add at least one entry."
    ),
    "target.list_max": QT_TRANSLATE_NOOP(
        "Checks", "{count} entries. TPNS takes at most {limit} typed ones in a push."
    ),
    "target.platform": QT_TRANSLATE_NOOP(
        "Checks", "Say whether these devices are Android phones or iPhones."
    ),
    "target.platform@audience.device.named": QT_TRANSLATE_NOOP(
        "Checks", "This app has no keys for the system of “{name}”. Take the device out."
    ),
    "target.format": QT_TRANSLATE_NOOP(
        "Checks",
        "Entries that don't look right: {count} of {total}, the first in line {line}: {first}",
    ),
    "target.zero@audience.file.list_id": QT_TRANSLATE_NOOP(
        "Checks", "Nothing in this list can be sent yet. Mend it first, or choose another file."
    ),
    "target.platform@audience.file.platform": QT_TRANSLATE_NOOP(
        "Checks", "Say whether these devices are Android phones or iPhones."
    ),
    "file.type": QT_TRANSLATE_NOOP("Checks", "Use a .txt, .csv or .zip file."),
    "file.size": QT_TRANSLATE_NOOP("Checks", "Use a file of at most 100 MB with an account in it."),
    "file.name": QT_TRANSLATE_NOOP("Checks", "Give the file a name of 1 to 100 plain characters."),
    "file.zip_inside": QT_TRANSLATE_NOOP(
        "Checks", "The zip must hold one list and no folders. A clean copy does."
    ),
    "file.encoding": QT_TRANSLATE_NOOP(
        "Checks", "The list is not in plain UTF-8. Convert it in a clean copy."
    ),
    "file.columns": QT_TRANSLATE_NOOP("Checks", "Choose the column with the accounts."),
    "file.row_length": QT_TRANSLATE_NOOP(
        "Checks",
        "Rows of a wrong length: {count}, the first is row {row}. Leave them out in a clean copy.",
    ),
    "file.blank": QT_TRANSLATE_NOOP(
        "Checks", "Empty rows: {count}, the first is row {row}. A clean copy is without them."
    ),
    "file.space": QT_TRANSLATE_NOOP(
        "Checks",
        "Accounts with spaces around them: {count}, the first in row {row}. A clean copy is "
        "without them.",
    ),
    "file.header": QT_TRANSLATE_NOOP("Checks", "Row 1 of the list looks like a heading."),
    "file.sci": QT_TRANSLATE_NOOP(
        "Checks", "Excel changed numbers in this list (such as 1.38E+10): {count}."
    ),
    "file.account_type": QT_TRANSLATE_NOOP(
        "Checks", "{count} rows ({percent} %) don't look like the chosen account type."
    ),
    "file.control": QT_TRANSLATE_NOOP(
        "Checks", "There are invisible characters in accounts: {count}, the first in row {row}."
    ),
    "file.unusable": QT_TRANSLATE_NOOP("Checks", "This list can't be used. Choose another file."),
    "file.changed": QT_TRANSLATE_NOOP(
        "Checks", "The checked copy of this list is gone. Choose the file again."
    ),
    "file.unchecked": QT_TRANSLATE_NOOP(
        "Checks", "The list was checked as another account type. Check it again."
    ),
    "file.original": QT_TRANSLATE_NOOP(
        "Checks",
        "The original file changed or is gone since the check. What is sent is the checked copy.",
    ),
    "file.dupes": QT_TRANSLATE_NOOP("Checks", "Repeats in the list, each counted once: {count}."),
    "text.empty": QT_TRANSLATE_NOOP("Checks", "Add a title and a text."),
    "text.size": QT_TRANSLATE_NOOP(
        "Checks", "The message is too big: {size} of {limit} bytes. Shorten the text."
    ),
    "text.cut.ios": QT_TRANSLATE_NOOP("Checks", "The iPhone banner ends after “{shown}”."),
    "text.testish": QT_TRANSLATE_NOOP(
        "Checks", "This looks like a test. Phone makers may hold such messages back."
    ),
    "text.code": QT_TRANSLATE_NOOP("Checks", "This looks like code or an unfilled blank: {found}"),
    "text.hidden": QT_TRANSLATE_NOOP("Checks", "{count} invisible characters in the text."),
    "text.date": QT_TRANSLATE_NOOP("Checks", "The text says “{said}”, but it goes out on {date}."),
    "link.scheme": QT_TRANSLATE_NOOP("Checks", "A web address starts with https:// or http://."),
    "link.scheme@other": QT_TRANSLATE_NOOP(
        "Checks", "Phones open https:// and http:// addresses from a push, not {scheme}."
    ),
    "link.none": QT_TRANSLATE_NOOP("Checks", "Tapping only opens the app."),
    "link.page": QT_TRANSLATE_NOOP("Checks", "Enter the page's address, such as shop://orders."),
    "time.target": QT_TRANSLATE_NOOP(
        "Checks",
        "TPNS can only schedule pushes to everyone, by tag or to a file of accounts. "
        "Choose Now here.",
    ),
    "time.past": QT_TRANSLATE_NOOP(
        "Checks", "This time has passed or is too near. Pick one at least 5 minutes ahead."
    ),
    "time.far": QT_TRANSLATE_NOOP("Checks", "At most 90 days ahead."),
    "time.clock": QT_TRANSLATE_NOOP(
        "Checks", "This computer's clock is about {minutes} min off. Set it before you send."
    ),
    "time.clock_off": QT_TRANSLATE_NOOP(
        "Checks",
        "This computer's clock is {minutes} min off, so TPNS may refuse what is sent, "
        "or start it at another time. Set the clock first.",
    ),
    "sms.delay": QT_TRANSLATE_NOOP("Checks", "Wait at least 5 minutes before the text message."),
    "sms.template@sms.template_id": QT_TRANSLATE_NOOP("Checks", "Enter the SMS template ID."),
    "sms.template@sms.app_id": QT_TRANSLATE_NOOP("Checks", "Enter the SMS app ID."),
    "sms.params": QT_TRANSLATE_NOOP("Checks", "Fill in value {{{blank}}} or remove it."),
    "plan.none": QT_TRANSLATE_NOOP("Checks", "Not in a plan; results won't be grouped."),
    "plan.platform": QT_TRANSLATE_NOOP("Checks", "The chosen plan has no ID for {platform}."),
    "dup.unknown": QT_TRANSLATE_NOOP(
        "Checks",
        "Exactly this may have gone out already ({when}), and nobody knows yet. "
        "Settle that push first.",
    ),
    "dup.recent": QT_TRANSLATE_NOOP(
        "Checks", "You sent exactly this to the same people at {at}. Send it a second time?"
    ),
    "dup.recent@held": QT_TRANSLATE_NOOP(
        "Checks", "Exactly this is on hold for the same people ({when}). Send it a second time?"
    ),
    "dup.again": QT_TRANSLATE_NOOP(
        "Checks",
        "An earlier try at {at} has no proof that it did not go. If it had gone, people get this "
        "twice.",
    ),
    "dup.similar": QT_TRANSLATE_NOOP("Checks", "Very like the one you sent at {at}."),
    "dup.everyone_hour": QT_TRANSLATE_NOOP(
        "Checks", "TPNS takes the same text to everyone once an hour. Next at {next_at}."
    ),
    "test.none": QT_TRANSLATE_NOOP("Checks", "You have not seen this on a phone yet."),
    "test.none@platform": QT_TRANSLATE_NOOP(
        "Checks", "You have not seen this on {platform} yet, only on another system."
    ),
    "env.mismatch": QT_TRANSLATE_NOOP(
        "Checks", "iOS development environment: only test builds of the app get it."
    ),
    "field.required": QT_TRANSLATE_NOOP("Checks", "This is needed."),
    "field.too_long": QT_TRANSLATE_NOOP("Checks", "This is longer than TPNS allows."),
    "field.too_many": QT_TRANSLATE_NOOP("Checks", "These are more than TPNS allows."),
    "field.bad_format": QT_TRANSLATE_NOOP("Checks", "TPNS can't read this as it is written."),
}
"""Check id (or id@field, id@state) → sentence with `{parameters}`."""

ANY_OTHER = QT_TRANSLATE_NOOP("Checks", "TPNS would not accept what is entered here.")
"""For a rule of the model that has no sentence of its own."""

FIXES: dict[str, str] = {
    "go": QT_TRANSLATE_NOOP("Checks", "Go there"),
    "choose": QT_TRANSLATE_NOOP("Checks", "Choose"),
    "add_https": QT_TRANSLATE_NOOP("Checks", "Add https://"),
    "remove_hidden": QT_TRANSLATE_NOOP("Checks", "Remove them"),
    "send_now": QT_TRANSLATE_NOOP("Checks", "Set to Now"),
    "pick_time": QT_TRANSLATE_NOOP("Checks", "Pick a time"),
    "set_delay": QT_TRANSLATE_NOOP("Checks", "Set to 5 minutes"),
    "choose_plan": QT_TRANSLATE_NOOP("Checks", "Choose a plan"),
    "open_push": QT_TRANSLATE_NOOP("Checks", "Open it"),
    "mend": QT_TRANSLATE_NOOP("Checks", "Mend it"),
    "answer": QT_TRANSLATE_NOOP("Checks", "Answer"),
    "check_again": QT_TRANSLATE_NOOP("Checks", "Check again"),
    "check_clock": QT_TRANSLATE_NOOP("Checks", "Check again"),
    "send_test": QT_TRANSLATE_NOOP("Checks", "Send a test"),
}
"""Fix id → words on its button."""


def sentence(finding: Finding) -> str:
    """What a finding says, in the present language."""
    kinds = (finding.field, finding.params.get("state"))
    own = (SENTENCES.get(f"{finding.id}@{kind}") for kind in kinds)
    text = next(filter(None, own), None) or SENTENCES.get(finding.id, ANY_OTHER)
    params = {key: _shown(value) for key, value in finding.params.items()}
    at = finding.params.get("at")
    if isinstance(at, datetime):
        # What nobody has settled may be days old, so that the time alone says too little.
        params["when"] = when_inside(at)
    if finding.platform is not None:
        params["platform"] = PLATFORMS[finding.platform]
    try:
        return QCoreApplication.translate("Checks", text).format(**params)
    except (KeyError, IndexError):
        return QCoreApplication.translate("Checks", ANY_OTHER)


def clock_words(minutes: int) -> str:
    """That this computer's clock is off by so much."""
    text = QCoreApplication.translate("Checks", SENTENCES["time.clock"])
    return text.format(minutes=grouped(minutes))


def fix_text(fix: str | None) -> str:
    """The words on the button that mends a finding; "Go there" for those without an own one."""
    return QCoreApplication.translate("Checks", FIXES.get(fix or "go", FIXES["go"]))


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int):
        return grouped(value)
    if isinstance(value, datetime):
        return clock(value)
    if isinstance(value, date):
        return day(value)
    return str(value)
