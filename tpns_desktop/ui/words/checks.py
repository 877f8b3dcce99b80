"""The sentences of the checks: what is the matter, where, and how to mend it.

One table by the check's id; parameters come with the finding. The rules are in `send.checks`.
"""

from __future__ import annotations

from datetime import date, datetime
from types import ModuleType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.forms.titles import TITLES, title_of
from tpns_desktop.ui.words.audience import PLATFORMS, listed
from tpns_desktop.ui.words.channels import channel_name
from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.numbers import clock, day, duration, grouped, locale, when_inside
from tpns_desktop.ui.words.options import OPTION_WORDS
from tpns_desktop.ui.words.reach import source_words

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
    "target.unknown_size": QT_TRANSLATE_NOOP(
        "Checks", "TPNS cannot tell beforehand how many people these tags reach."
    ),
    "tag.new": QT_TRANSLATE_NOOP(
        "Checks", "Never used with this app before, so look at the spelling: {tags}"
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
    "text.len": QT_TRANSLATE_NOOP(
        "Checks",
        "Too long for {vendors}. Those phones get it through TPNS's own channel, perhaps later.",
    ),
    "text.len@message.title": QT_TRANSLATE_NOOP(
        "Checks",
        "The title is too long for {vendors}. Those phones get it through TPNS's own channel, "
        "perhaps later.",
    ),
    "text.size": QT_TRANSLATE_NOOP(
        "Checks",
        "The message is too big ({size_kb} of {limit_kb} KB). Shorten the text or the custom data.",
    ),
    "text.cut.ios": QT_TRANSLATE_NOOP("Checks", "The iPhone banner ends after “{shown}”."),
    "text.testish": QT_TRANSLATE_NOOP(
        "Checks", "This looks like a test. Phone makers may hold such messages back."
    ),
    "text.code": QT_TRANSLATE_NOOP("Checks", "This looks like code or an unfilled blank: {found}"),
    "text.code@blank": QT_TRANSLATE_NOOP(
        "Checks",
        "{found} is filled in only where Personal text is on. As it stands, people read it "
        "like this.",
    ),
    "text.hidden": QT_TRANSLATE_NOOP("Checks", "{count} invisible characters in the text."),
    "text.date": QT_TRANSLATE_NOOP("Checks", "The text says “{said}”, but it goes out on {date}."),
    "link.scheme": QT_TRANSLATE_NOOP("Checks", "A web address starts with https:// or http://."),
    "link.scheme@other": QT_TRANSLATE_NOOP(
        "Checks", "Phones open https:// and http:// addresses from a push, not {scheme}."
    ),
    "link.none": QT_TRANSLATE_NOOP("Checks", "Tapping only opens the app."),
    "link.page": QT_TRANSLATE_NOOP("Checks", "Enter the page's address, such as shop://orders."),
    "link.activity": QT_TRANSLATE_NOOP(
        "Checks", "Enter the class of the screen, such as com.shop.OrderActivity."
    ),
    "link.flags": QT_TRANSLATE_NOOP(
        "Checks", "“{field}” is a plain number. Ask your developers for it."
    ),
    "link.dead@missing": QT_TRANSLATE_NOOP(
        "Checks", "This page answers “not found” ({status}). Look at the address."
    ),
    "link.dead@refused": QT_TRANSLATE_NOOP(
        "Checks", "This page answers with an error ({status}). Look whether it opens."
    ),
    "link.dead@silent": QT_TRANSLATE_NOOP(
        "Checks", "Nothing answers at {host}. Look whether the page opens."
    ),
    "link.dead@inside": QT_TRANSLATE_NOOP(
        "Checks", "{host} is known only inside your own network: phones elsewhere cannot open it."
    ),
    "link.dead@certificate": QT_TRANSLATE_NOOP(
        "Checks",
        "The certificate of {host} is not trusted: phones warn people or do not open the page.",
    ),
    "link.dead@redirects": QT_TRANSLATE_NOOP(
        "Checks", "{host} leads on and on, or to no web page. Look where the address ends."
    ),
    "link.dead@trial": QT_TRANSLATE_NOOP(
        "Checks", "{host} looks like a test address. Enter the one that everybody may see."
    ),
    "picture.scheme": QT_TRANSLATE_NOOP(
        "Checks", "“{field}” needs an address that starts with https://."
    ),
    "icon.url": QT_TRANSLATE_NOOP(
        "Checks", "The large icon comes from the web: its address starts with https://."
    ),
    "icon.url@required": QT_TRANSLATE_NOOP(
        "Checks", "The large icon comes from the web: enter its address."
    ),
    "custom.empty_key": QT_TRANSLATE_NOOP(
        "Checks", "A row of the custom data has no key. Name it or take the row out."
    ),
    "custom.repeated_key": QT_TRANSLATE_NOOP(
        "Checks", "Two rows of the custom data have the same key. Rename one of them."
    ),
    "custom.value": QT_TRANSLATE_NOOP(
        "Checks", "A value of the custom data cannot be read. Enter it again."
    ),
    "custom.replace": QT_TRANSLATE_NOOP(
        "Checks",
        "Huawei phones take no custom data in a push that replaces another: TPNS may refuse "
        "it. Take the data out, or leave Huawei's channel out.",
    ),
    "personal.defaults": QT_TRANSLATE_NOOP(
        "Checks", "“{field}” is still empty. Devices without a value need it."
    ),
    "personal.many": QT_TRANSLATE_NOOP(
        "Checks", "{count} different blanks. The console of TPNS takes at most {limit}."
    ),
    "personal.unused": QT_TRANSLATE_NOOP(
        "Checks",
        "Personal text is on, but nothing is to be filled in. A blank looks like {{{{name}}}}.",
    ),
    "accept.times": QT_TRANSLATE_NOOP(
        "Checks", "Give each time of day a beginning and another end, such as 09:00 to 21:00."
    ),
    "silent.empty": QT_TRANSLATE_NOOP(
        "Checks", "A silent message with nothing in it. Add custom data that the app reads."
    ),
    "silent.limit": QT_TRANSLATE_NOOP(
        "Checks", "Nothing appears on iPhones, and they take about three silent messages an hour."
    ),
    "group.name": QT_TRANSLATE_NOOP(
        "Checks", "Name the group as well: a line above it alone is not shown."
    ),
    "sound.channel": QT_TRANSLATE_NOOP(
        "Checks", "The own sound needs a notification channel. Enter the channel's ID."
    ),
    "sound.file": QT_TRANSLATE_NOOP(
        "Checks", "Name the sound without its ending: “ding”, not “ding.mp3”."
    ),
    "vivo.category": QT_TRANSLATE_NOOP(
        "Checks", "vivo's message class is written in capitals, such as ACCOUNT."
    ),
    "icon.colour": QT_TRANSLATE_NOOP("Checks", "A colour is written like #01e240."),
    "badge.bounds@message.android.badge_type": QT_TRANSLATE_NOOP(
        "Checks", "The number on the icon: from {least} to {most}."
    ),
    "badge.bounds@message.ios.badge_type": QT_TRANSLATE_NOOP(
        "Checks", "The number on the icon: {least} or more."
    ),
    "time.target": QT_TRANSLATE_NOOP(
        "Checks",
        "TPNS can only schedule pushes to everyone, by tag or to a file of accounts. "
        "Choose Now here.",
    ),
    "time.past": QT_TRANSLATE_NOOP(
        "Checks", "This time has passed or is too near. Pick one at least 5 minutes ahead."
    ),
    "time.far": QT_TRANSLATE_NOOP("Checks", "At most 90 days ahead."),
    "time.past@schedule.loop.start": QT_TRANSLATE_NOOP(
        "Checks", "The first day has passed. Choose today or a later day."
    ),
    "time.past@schedule.loop.end": QT_TRANSLATE_NOOP(
        "Checks", "The last day has passed. Choose today or a later day."
    ),
    "time.past@schedule.loop.times": QT_TRANSLATE_NOOP(
        "Checks", "Every time of this repetition has passed. Choose a later last day."
    ),
    "time.loop_dates": QT_TRANSLATE_NOOP("Checks", "Choose the first and the last day."),
    "time.loop_dates@turned": QT_TRANSLATE_NOOP(
        "Checks", "The last day is before the first. Choose a later one."
    ),
    "time.loop_days": QT_TRANSLATE_NOOP("Checks", "Choose at least one day."),
    "time.loop_times": QT_TRANSLATE_NOOP("Checks", "Add at least one time of day."),
    "time.loop_times@bad_format": QT_TRANSLATE_NOOP(
        "Checks", "A time of day is written like 09:30."
    ),
    "time.loop_times@repeated": QT_TRANSLATE_NOOP(
        "Checks", "The same time stands there twice. Take one of them out."
    ),
    "time.loop_never": QT_TRANSLATE_NOOP(
        "Checks", "As it stands it never goes out: none of these days comes before the last one."
    ),
    "time.night": QT_TRANSLATE_NOOP(
        "Checks", "It goes out at {time}, Beijing time. People may be asleep."
    ),
    "time.speed": QT_TRANSLATE_NOOP(
        "Checks", "TPNS sends {least} to {most} a second. Choose a speed between them."
    ),
    "time.expire": QT_TRANSLATE_NOOP(
        "Checks", "TPNS keeps trying for at most {hours} hours. Choose a shorter time."
    ),
    "time.expire_raised": QT_TRANSLATE_NOOP(
        "Checks", "TPNS makes {raised_s} of {kept_s}: shorter ones it does not know."
    ),
    "time.expire_online": QT_TRANSLATE_NOOP(
        "Checks", "Only phones that are online at that moment get it."
    ),
    "channels.none": QT_TRANSLATE_NOOP(
        "Checks", "With every channel off nobody could be reached. Switch at least one on."
    ),
    "replace.id": QT_TRANSLATE_NOOP(
        "Checks", "A push ID to replace is a number that TPNS gave. Choose the push again."
    ),
    "replace.partly@android": QT_TRANSLATE_NOOP(
        "Checks",
        "Only the iPhones' earlier push is replaced: people with Android phones see both.",
    ),
    "replace.partly@ios": QT_TRANSLATE_NOOP(
        "Checks",
        "Only the Android phones' earlier push is replaced: people with iPhones see both.",
    ),
    "replace.oppo_vivo@both": QT_TRANSLATE_NOOP(
        "Checks", "OPPO and vivo phones cannot replace: people there see both pushes."
    ),
    "replace.oppo_vivo@without": QT_TRANSLATE_NOOP(
        "Checks", "OPPO and vivo phones cannot replace: they do not get the new push."
    ),
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
    "sms.expiry": QT_TRANSLATE_NOOP(
        "Checks",
        "The push gives up after {kept_s}, before the text message is due after {delay_s}.",
    ),
    "sms.cost@account": QT_TRANSLATE_NOOP(
        "Checks", "Up to {count} text messages may be charged: one for each account you typed."
    ),
    "sms.cost@file": QT_TRANSLATE_NOOP(
        "Checks", "Up to {count} text messages may be charged: one for each account in your list."
    ),
    "sms.cost@device": QT_TRANSLATE_NOOP(
        "Checks", "Up to {count} text messages may be charged: one for each device."
    ),
    "sms.cost@unknown": QT_TRANSLATE_NOOP(
        "Checks",
        "Text messages may be charged, up to one for each person; TPNS cannot tell how many.",
    ),
    "sms.limits": QT_TRANSLATE_NOOP(
        "Checks",
        "A number gets the same text once in {seconds} seconds, and at most {limit} texts a "
        "day; newer pages say {least}. The SMS console may have set other limits.",
    ),
    "sms.blanks@gaps": QT_TRANSLATE_NOOP(
        "Checks",
        "The template's blanks are not numbered 1, 2, 3 without a gap. Choose another template.",
    ),
    "sms.blanks@only": QT_TRANSLATE_NOOP(
        "Checks",
        "The template is made of blanks alone, which the SMS service does not take. Choose "
        "another template.",
    ),
    "sms.blanks@count": QT_TRANSLATE_NOOP(
        "Checks",
        "The template's number of blanks is {wanted}, and the number of values is {given}. "
        "Make them equal.",
    ),
    "sms.approved@sms.template_id": QT_TRANSLATE_NOOP(
        "Checks",
        "The SMS template “{name}” is not approved for use. Choose another, or wait for its "
        "approval.",
    ),
    "sms.approved@sms.sign_name": QT_TRANSLATE_NOOP(
        "Checks",
        "The signature “{name}” is not approved for use. Choose another, or wait for its approval.",
    ),
    "sms.typed@sms.template_id": QT_TRANSLATE_NOOP(
        "Checks",
        "Whether the SMS template is approved was not read from the account. Check its ID.",
    ),
    "sms.typed@sms.sign_name": QT_TRANSLATE_NOOP(
        "Checks",
        "Whether the signature is approved was not read from the account. Check its spelling.",
    ),
    "sms.side@global_template": QT_TRANSLATE_NOOP(
        "Checks",
        "The template is for numbers outside the Chinese mainland, the signature for mainland "
        "numbers. Choose two of one kind.",
    ),
    "sms.side@mainland_template": QT_TRANSLATE_NOOP(
        "Checks",
        "The template is for mainland numbers, the signature for numbers outside the Chinese "
        "mainland. Choose two of one kind.",
    ),
    "sms.side@global_text": QT_TRANSLATE_NOOP(
        "Checks",
        "Mainland numbers among the accounts: {count}. A text for other countries does not "
        "reach them.",
    ),
    "sms.side@mainland_text": QT_TRANSLATE_NOOP(
        "Checks",
        "Numbers outside the Chinese mainland among the accounts: {count}. A mainland text "
        "does not reach them.",
    ),
    "sms.url": QT_TRANSLATE_NOOP(
        "Checks",
        "Value {{{blank}}} holds a web address, which the SMS service does not take. Take it out.",
    ),
    "sms.code": QT_TRANSLATE_NOOP(
        "Checks",
        "Value {{{blank}}} of a template for codes may have at most {limit} digits and "
        "nothing else.",
    ),
    "sms.signature@missing": QT_TRANSLATE_NOOP(
        "Checks", "A text to mainland numbers needs a signature. Choose one."
    ),
    "sms.signature@brackets": QT_TRANSLATE_NOOP(
        "Checks", "Write the signature without brackets; the SMS service adds them."
    ),
    "sms.signature@length": QT_TRANSLATE_NOOP(
        "Checks",
        "A signature has {least} to {most} characters by the pages that are known. Check it "
        "in the console.",
    ),
    "sms.length@long": QT_TRANSLATE_NOOP(
        "Checks", "The text has {size} characters. One page allows {limit}, so it may be refused."
    ),
    "sms.length@over": QT_TRANSLATE_NOOP(
        "Checks", "The text has {size} characters; at most {limit} are allowed. Shorten its values."
    ),
    "sms.hours@marketing": QT_TRANSLATE_NOOP(
        "Checks",
        "A push at {leaves} would text people at {due}. Marketing texts may go out from 08:00 "
        "to 22:00 only (Beijing time).",
    ),
    "sms.hours@night": QT_TRANSLATE_NOOP(
        "Checks", "A push at {leaves} would text people at {due} (Beijing time), when they sleep."
    ),
    "sms.balance": QT_TRANSLATE_NOOP(
        "Checks",
        "At most {total} messages may be charged, and the package had {left} left when it was "
        "last read.",
    ),
    "sms.cost@account_each": QT_TRANSLATE_NOOP(
        "Checks",
        "At most {total} messages may be charged: {each} for each of {count} accounts you typed.",
    ),
    "sms.cost@file_each": QT_TRANSLATE_NOOP(
        "Checks",
        "At most {total} messages may be charged: {each} for each of {count} accounts in your "
        "list.",
    ),
    "sms.cost@device_each": QT_TRANSLATE_NOOP(
        "Checks", "At most {total} messages may be charged: {each} for each of {count} devices."
    ),
    "sms.cost@reach": QT_TRANSLATE_NOOP(
        "Checks",
        "Up to about {count} text messages may be charged: one for each device ({source}).",
    ),
    "sms.cost@reach_each": QT_TRANSLATE_NOOP(
        "Checks",
        "Up to about {total} messages may be charged: {each} for each of about {count} devices "
        "({source}).",
    ),
    "sms.side@not_counted": QT_TRANSLATE_NOOP(
        "Checks",
        "Which countries the list's numbers are of was not counted yet. Check the list again; "
        "the text is for one side only.",
    ),
    "sms.changed": QT_TRANSLATE_NOOP(
        "Checks",
        "When you chose the SMS template it said “{was}”; now it says “{now}”. Read it again "
        "before you send.",
    ),
    "sms.value": QT_TRANSLATE_NOOP(
        "Checks",
        "Value {{{blank}}} has {size} characters. An SMS account of a private person takes at "
        "most {limit}; a company's has no such limit.",
    ),
    "sms.opt_out": QT_TRANSLATE_NOOP(
        "Checks",
        "A marketing text has to end with how to get no more of them, such as “Reply STOP to opt "
        "out”. The template does not seem to.",
    ),
    "sms.variables": QT_TRANSLATE_NOOP(
        "Checks",
        "Accounts of the international site may not use blanks in texts to the Chinese "
        "mainland, except for codes. Choose a template without blanks.",
    ),
    "sms.malaysia": QT_TRANSLATE_NOOP(
        "Checks",
        "A text to Malaysia is charged as {each} messages, elsewhere as {elsewhere}. Malaysian "
        "numbers: {count}.",
    ),
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
    "field.required": QT_TRANSLATE_NOOP("Checks", "“{field}” is still empty. Fill it in."),
    "field.empty": QT_TRANSLATE_NOOP("Checks", "“{field}” is still empty. Fill it in."),
    "field.empty@audience.tag.groups": QT_TRANSLATE_NOOP(
        "Checks", "A row has no tags. Add one or take the row out."
    ),
    "field.not_allowed": QT_TRANSLATE_NOOP(
        "Checks", "“{field}”: TPNS does not take this. Choose one of those offered."
    ),
    "field.unknown_field": QT_TRANSLATE_NOOP(
        "Checks", "“{field}” holds something that TPNS does not know. Enter it again."
    ),
    "field.too_many": QT_TRANSLATE_NOOP(
        "Checks", "“{field}” has more entries than TPNS takes. Take some out."
    ),
    "field.too_long": QT_TRANSLATE_NOOP(
        "Checks", "“{field}” is longer than TPNS takes. Shorten it."
    ),
    "field.too_long@audience.device.text": QT_TRANSLATE_NOOP(
        "Checks", "A device ID has at most 36 characters. Copy the longer ones again."
    ),
    "field.too_short": QT_TRANSLATE_NOOP(
        "Checks", "“{field}” is shorter than TPNS takes. Write more."
    ),
    "field.too_small": QT_TRANSLATE_NOOP(
        "Checks", "The number in “{field}” is too small. Enter a greater one."
    ),
    "field.too_large": QT_TRANSLATE_NOOP(
        "Checks", "The number in “{field}” is too great. Enter a smaller one."
    ),
    "field.too_early": QT_TRANSLATE_NOOP(
        "Checks", "The time in “{field}” has passed. Choose a later one."
    ),
    "field.too_late": QT_TRANSLATE_NOOP(
        "Checks", "The time in “{field}” is too far ahead. Choose an earlier one."
    ),
    "field.bad_format": QT_TRANSLATE_NOOP(
        "Checks", "TPNS cannot read “{field}” as it is written. Write it as the example shows."
    ),
    "field.bad_format@message.tap.url": QT_TRANSLATE_NOOP(
        "Checks", "This web address has a gap or a slip in it. Copy it again."
    ),
    "field.bad_type": QT_TRANSLATE_NOOP(
        "Checks", "TPNS cannot read “{field}” as it is written. Enter or choose it again."
    ),
    "field.excluded": QT_TRANSLATE_NOOP(
        "Checks", "“{field}” does not go together with another choice. Take one of the two back."
    ),
    "field.surrogate": QT_TRANSLATE_NOOP(
        "Checks",
        "“{field}” holds half a character, which cannot be sent. Delete it and type it again.",
    ),
    "field.not_json": QT_TRANSLATE_NOOP(
        "Checks", "“{field}” holds data that cannot be read. Enter it again."
    ),
    "field.repeated": QT_TRANSLATE_NOOP(
        "Checks", "Something stands twice in “{field}”. Take one of them out."
    ),
    "field.repeated_key": QT_TRANSLATE_NOOP(
        "Checks", "Two keys in “{field}” are the same. Rename one of them."
    ),
    "field.empty_key": QT_TRANSLATE_NOOP(
        "Checks", "A key in “{field}” has no name. Name it or take the row out."
    ),
}
"""Check id (or id@field, id@state) → sentence with `{parameters}`."""

ANY_OTHER = QT_TRANSLATE_NOOP("Checks", "TPNS would not accept what is entered here.")
"""For a finding that came without what its sentence needs; no rule of ours makes one."""

_PARTS: dict[str, str] = {
    "audience": QT_TRANSLATE_NOOP("Checks", "Who gets it"),
    "message": QT_TRANSLATE_NOOP("Checks", "Message"),
    "schedule": QT_TRANSLATE_NOOP("Checks", "When"),
    "sms": QT_TRANSLATE_NOOP("Checks", "Text message backup"),
    "app": QT_TRANSLATE_NOOP("Checks", "iOS environment of the app"),
}
"""First part of a path without a label of its own → what the form calls it."""

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
    "to_list": QT_TRANSLATE_NOOP("Checks", "Turn into a file"),
    "show_cut": QT_TRANSLATE_NOOP("Checks", "Show cut"),
    "personal_on": QT_TRANSLATE_NOOP("Checks", "Switch it on"),
    "personal_off": QT_TRANSLATE_NOOP("Checks", "Switch it off"),
    "open_link": QT_TRANSLATE_NOOP("Checks", "Open"),
    "move_to_morning": QT_TRANSLATE_NOOP("Checks", "Move to 09:00"),
    "set_speed": QT_TRANSLATE_NOOP("Checks", "Set to the nearest"),
    "set_expiry": QT_TRANSLATE_NOOP("Checks", "Set to 3 days"),
    "all_channels": QT_TRANSLATE_NOOP("Checks", "Switch all on"),
    "match_times": QT_TRANSLATE_NOOP("Checks", "Match times"),
    "take_words": QT_TRANSLATE_NOOP("Checks", "Take the new words"),
    "wait_until_open": QT_TRANSLATE_NOOP("Checks", "Wait until 08:00"),
    "drop_ending": QT_TRANSLATE_NOOP("Checks", "Take the ending off"),
    "capitals": QT_TRANSLATE_NOOP("Checks", "Write in capitals"),
    "switch_app": QT_TRANSLATE_NOOP("Checks", "Switch"),
}
"""Fix id → words on its button."""


_PLACES_OF_CHAT = (
    "audience.tags",
    "audience.attributes",
    "audience.users",
    "message.sender",
    "message.elements",
    "message.life_s",
    "message.online_only",
    "notification",
)
"""Where only a push to users of a Chat app has fields."""

_WORDS_MAX = 120
"""Characters of a template's words that a sentence shows."""


def sentence(finding: Finding) -> str:
    """What a finding says, in the present language."""
    chat = _of_chat(finding)
    kinds = (finding.field, finding.params.get("state"))
    own = (SENTENCES.get(f"{finding.id}@{kind}") for kind in kinds)
    text = next(filter(None, own), None) or SENTENCES.get(finding.id, ANY_OTHER)
    params = {key: _shown(key, value) for key, value in finding.params.items()}
    at = finding.params.get("at")
    if isinstance(at, datetime):
        # What nobody has settled may be days old, so that the time alone says too little.
        params["when"] = when_inside(at)
    if finding.platform is not None:
        params["platform"] = PLATFORMS[finding.platform]
    if finding.params.get("source"):
        params["source"] = source_words(
            finding.params["source"], finding.params.get("day"), finding.params.get("read")
        )
    params["field"] = (chat.label_of(finding.field) if chat else "") or label_of(finding.field)
    if finding.id == "text.size":
        params |= {f"{name}_kb": _kilobytes(finding.params[name]) for name in ("size", "limit")}
    said = None
    if chat:
        said = chat.text_for(finding)
        params |= chat.shown_params(finding)
    try:
        return (said or QCoreApplication.translate("Checks", text)).format(**params)
    except (KeyError, IndexError):
        return QCoreApplication.translate("Checks", ANY_OTHER)


def label_of(path: str) -> str:
    """What the form calls the field at a draft path, or the part of the form that it is in."""
    while path not in TITLES and path not in OPTION_WORDS:
        parent, _, name = path.rpartition(".")
        if not parent:
            return QCoreApplication.translate("Checks", _PARTS.get(name, _PARTS["message"]))
        path = parent
    return title_of(path)


def _of_chat(finding: Finding) -> ModuleType | None:
    if not finding.id.startswith("chat.") and not finding.field.startswith(_PLACES_OF_CHAT):
        return None
    # Many words that only one screen needs, and never the first.
    from tpns_desktop.ui.words import chat_checks

    return chat_checks


def clock_words(minutes: int) -> str:
    """That this computer's clock is off by so much."""
    text = QCoreApplication.translate("Checks", SENTENCES["time.clock"])
    return text.format(minutes=grouped(minutes))


def fix_text(fix: str | None) -> str:
    """The words on the button that mends a finding; "Go there" for those without an own one."""
    if fix is not None and fix not in FIXES:
        from tpns_desktop.ui.words.chat_checks import fix_text as fix_of_chat

        return fix_of_chat(fix)
    return QCoreApplication.translate("Checks", FIXES[fix or "go"])


def _shown(key: str, value: Any) -> str:
    if isinstance(value, bool):
        return str(value)
    if isinstance(value, int):
        return duration(value) if key.endswith("_s") else grouped(value)
    if isinstance(value, datetime):
        return clock(value)
    if isinstance(value, date):
        return day(value)
    if key in ("was", "now"):
        return value if len(value) <= _WORDS_MAX else f"{value[:_WORDS_MAX]}…"
    if key == "vendors":
        return listed([f"{channel_name(vendor)} ({grouped(limit)})" for vendor, limit in value])
    if isinstance(value, tuple):
        return listed([str(item) for item in value])
    return str(value)


def _kilobytes(size: int) -> str:
    """4300 → "4.2", and never less than it is: 4 KB and a byte are more than 4 KB."""
    tenths = -(-size * 10 // 1024)
    return locale().toString(tenths / 10, "f", 0 if tenths % 10 == 0 else 1)
