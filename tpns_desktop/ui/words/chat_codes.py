"""Codes of the Chat service in words: what happened, why, and how it is mended.

Owns the sentence of each published code that can answer something this program asks. The service's
own texts stay under *Details*. Source: im-all-member-push.md 10; `model.chat_codes` says what a
code proves.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP
from tpns_desktop.ui.words.states import RefusalWords

CONTEXT = "ChatCodes"

_UNREADABLE = RefusalWords(
    QT_TRANSLATE_NOOP(
        "ChatCodes", "The Chat service could not read what this program sent it, so it did nothing."
    ),
    QT_TRANSLATE_NOOP(
        "ChatCodes",
        "Try once more. If it happens again, save a report under Settings, Report for support.",
    ),
)
_SIGNATURE = RefusalWords(
    QT_TRANSLATE_NOOP(
        "ChatCodes",
        "The Chat service could not check who is asking: SDKAppID, administrator and secret key "
        "don't belong together.",
    ),
    QT_TRANSLATE_NOOP(
        "ChatCodes",
        "Copy all three again from the Chat console, page “Basic Configuration” of the app.",
    ),
)
_WRONG_KEY = RefusalWords(
    QT_TRANSLATE_NOOP("ChatCodes", "The secret key is not the one of this Chat app."),
    QT_TRANSLATE_NOOP(
        "ChatCodes",
        "Copy the key of this SDKAppID again from the Chat console, without spaces at its ends.",
    ),
)
_NOT_ADMIN = RefusalWords(
    QT_TRANSLATE_NOOP(
        "ChatCodes", "The account is not an administrator of this Chat app, and only those may ask."
    ),
    QT_TRANSLATE_NOOP(
        "ChatCodes",
        "Enter an administrator's account; the Chat console lists them, or lets you add this one.",
    ),
)
_TOO_OFTEN = RefusalWords(
    QT_TRANSLATE_NOOP("ChatCodes", "The Chat service was asked too often in a short time."),
    QT_TRANSLATE_NOOP("ChatCodes", "Wait a minute, then try again."),
)
_SLOW = RefusalWords(
    QT_TRANSLATE_NOOP("ChatCodes", "The Chat service took too long inside and gave up."),
    QT_TRANSLATE_NOOP(
        "ChatCodes",
        "Of a push nobody knows then whether it went: look at a phone before it is sent again. "
        "Anything else can simply be tried again.",
    ),
)
_FAULT = RefusalWords(
    QT_TRANSLATE_NOOP("ChatCodes", "The Chat service had a fault of its own."),
    QT_TRANSLATE_NOOP(
        "ChatCodes",
        "Of a push nobody knows then whether it went: look at a phone before it is sent again. "
        "Anything else can be tried again in a minute.",
    ),
)
_MESSAGE_FORM = RefusalWords(
    QT_TRANSLATE_NOOP("ChatCodes", "The Chat service doesn't accept a part of the message."),
    QT_TRANSLATE_NOOP(
        "ChatCodes",
        "Look at the parts one by one: each needs all its fields, and custom data may stand in it "
        "once only. Then review the push again.",
    ),
)
_TAG_LENGTH = RefusalWords(
    QT_TRANSLATE_NOOP(
        "ChatCodes", "A tag is too long: 50 bytes at most, a Chinese character is 3."
    ),
    QT_TRANSLATE_NOOP("ChatCodes", "Shorten the tag and try again."),
)
_TOO_LONG = RefusalWords(
    QT_TRANSLATE_NOOP("ChatCodes", "The message is too long: all its parts together may be 8 KB."),
    QT_TRANSLATE_NOOP("ChatCodes", "Shorten the text or the custom data, or leave a part out."),
)
_NO_ACCOUNT = RefusalWords(
    QT_TRANSLATE_NOOP(
        "ChatCodes",
        "A user is not known to this Chat app: an account exists once it logged in or was "
        "imported.",
    ),
    QT_TRANSLATE_NOOP(
        "ChatCodes",
        "Check the spelling, capital letters too; otherwise let the user log in once or ask a "
        "developer to import the account.",
    ),
)

CHAT_CODES: Final[dict[int, RefusalWords]] = {
    60002: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "The Chat service did not understand the address asked."),
        QT_TRANSLATE_NOOP(
            "ChatCodes", "Check the administrator's account: no spaces, at most 32 characters."
        ),
    ),
    60003: _UNREADABLE,
    60004: _SIGNATURE,
    60005: _SIGNATURE,
    60006: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "This SDKAppID can't be used at this host."),
        QT_TRANSLATE_NOOP(
            "ChatCodes",
            "Compare the SDKAppID with the Chat console, and choose the region in which the app "
            "was made.",
        ),
    ),
    60007: _TOO_OFTEN,
    60008: _SLOW,
    60009: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "The host doesn't know this kind of push."),
        QT_TRANSLATE_NOOP(
            "ChatCodes",
            "Another generation may be the app's: change it in the Chat app, and check the host.",
        ),
    ),
    60010: _NOT_ADMIN,
    60011: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "This Chat app asked more often than it may."),
        QT_TRANSLATE_NOOP(
            "ChatCodes",
            "Wait a minute. Another program with the same SDKAppID counts as well.",
        ),
    ),
    60012: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "The SDKAppID did not reach the Chat service."),
        QT_TRANSLATE_NOOP("ChatCodes", "Enter it again; it is a number such as 1400000001."),
    ),
    60013: _FAULT,
    60014: _SLOW,
    60015: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "The Chat service could not read one of the accounts."),
        QT_TRANSLATE_NOOP("ChatCodes", "Look through the accounts: one a line, nothing else."),
    ),
    60016: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "This Chat app is switched off."),
        QT_TRANSLATE_NOOP("ChatCodes", "Its owner can switch it on again in the Chat console."),
    ),
    60017: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "The Chat service doesn't let this app ask this."),
        QT_TRANSLATE_NOOP(
            "ChatCodes", "Ask Tencent's support why; name the SDKAppID and the code."
        ),
    ),
    60018: _TOO_OFTEN,
    60019: _TOO_OFTEN,
    60020: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "The Chat app's paid package has run out."),
        QT_TRANSLATE_NOOP("ChatCodes", "Renew it in the Chat console, then send again."),
    ),
    60021: RefusalWords(
        QT_TRANSLATE_NOOP(
            "ChatCodes",
            "The Chat app takes questions from certain network addresses only, and this "
            "computer's is not among them.",
        ),
        QT_TRANSLATE_NOOP(
            "ChatCodes",
            "Add this network's address to the list in the Chat console, or use a network that is "
            "on it.",
        ),
    ),
    70001: RefusalWords(
        QT_TRANSLATE_NOOP(
            "ChatCodes",
            "The proof of who is asking counted as run out, although it was made just now: this "
            "computer's clock is more than a day behind.",
        ),
        QT_TRANSLATE_NOOP("ChatCodes", "Set date, time and time zone right, then try again."),
    ),
    70002: _SIGNATURE,
    70003: _WRONG_KEY,
    70005: _WRONG_KEY,
    70009: RefusalWords(
        QT_TRANSLATE_NOOP(
            "ChatCodes", "The secret key belongs to another Chat app, or was replaced."
        ),
        QT_TRANSLATE_NOOP(
            "ChatCodes", "Copy the key that the Chat console shows now for this SDKAppID."
        ),
    ),
    70013: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "The administrator's account is not the one that signed."),
        QT_TRANSLATE_NOOP(
            "ChatCodes", "Enter the account again, with the same capital and small letters."
        ),
    ),
    70014: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "The secret key belongs to another SDKAppID."),
        QT_TRANSLATE_NOOP(
            "ChatCodes", "Copy SDKAppID and key again, both from the same page of the console."
        ),
    ),
    70016: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "The Chat service has no key for this app yet."),
        QT_TRANSLATE_NOOP(
            "ChatCodes", "Let the Chat console show the app's key once, then copy it here."
        ),
    ),
    70020: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "There is no Chat app with this SDKAppID at this host."),
        QT_TRANSLATE_NOOP(
            "ChatCodes",
            "Compare the number with the Chat console, and choose the region in which the app was "
            "made.",
        ),
    ),
    70050: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "The key was tried too often in a short time."),
        QT_TRANSLATE_NOOP("ChatCodes", "Wait a minute, then try once."),
    ),
    70051: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "The administrator's account is on the block list."),
        QT_TRANSLATE_NOOP(
            "ChatCodes", "Take it off the list in the Chat console, or enter another one."
        ),
    ),
    70107: _NO_ACCOUNT,
    70169: _SLOW,
    70202: _SLOW,
    70402: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "The Chat service doesn't accept one of the values."),
        QT_TRANSLATE_NOOP("ChatCodes", "Look for a blank or an odd character, then try again."),
    ),
    70403: _NOT_ADMIN,
    70500: _FAULT,
    80001: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "Tencent's content check refused the text."),
        QT_TRANSLATE_NOOP("ChatCodes", "Change the text and review the push again."),
    ),
    80002: _TOO_LONG,
    90001: _UNREADABLE,
    90002: _MESSAGE_FORM,
    90003: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "A user is missing, or not known to this Chat app."),
        QT_TRANSLATE_NOOP(
            "ChatCodes", "Enter users who logged in once or were imported, spelled as in the app."
        ),
    ),
    90005: _UNREADABLE,
    90007: _MESSAGE_FORM,
    90008: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "The sender is not a user of this Chat app."),
        QT_TRANSLATE_NOOP(
            "ChatCodes",
            "Choose a sender who logged in once or was imported, or leave it empty: then the "
            "administrator is shown.",
        ),
    ),
    90009: _NOT_ADMIN,
    90010: _MESSAGE_FORM,
    90011: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "There are too many users: 500 at most for one push."),
        QT_TRANSLATE_NOOP("ChatCodes", "Split them, or give them a tag and push to that."),
    ),
    90012: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "A user never logged in to this Chat app."),
        QT_TRANSLATE_NOOP(
            "ChatCodes", "Leave the user out, or ask a developer to import the account."
        ),
    ),
    90018: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "There were too many users in one request."),
        QT_TRANSLATE_NOOP(
            "ChatCodes", "Try with fewer; if it happens again, save a report for support."
        ),
    ),
    90020: _TAG_LENGTH,
    90022: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "The same tag stands under “any” and under “all”."),
        QT_TRANSLATE_NOOP("ChatCodes", "Take it out of one of them."),
    ),
    90024: RefusalWords(
        QT_TRANSLATE_NOOP(
            "ChatCodes", "Two pushes came less than a second apart; this one did not go."
        ),
        QT_TRANSLATE_NOOP("ChatCodes", "Wait a moment, then review and send it again."),
    ),
    90026: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "The message can be kept for 7 days at most."),
        QT_TRANSLATE_NOOP("ChatCodes", "Choose 7 days or less for people who are offline."),
    ),
    90030: RefusalWords(
        QT_TRANSLATE_NOOP(
            "ChatCodes",
            "An attribute is empty or too long: 1 to 50 bytes, a Chinese character is 3.",
        ),
        QT_TRANSLATE_NOOP("ChatCodes", "Fill it in, or shorten it, and try again."),
    ),
    90031: _UNREADABLE,
    90032: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "There are too many tags: 10 at most at a time."),
        QT_TRANSLATE_NOOP("ChatCodes", "Take some out, then try again."),
    ),
    90033: RefusalWords(
        QT_TRANSLATE_NOOP(
            "ChatCodes", "The Chat app doesn't know an attribute, or two have the same name."
        ),
        QT_TRANSLATE_NOOP(
            "ChatCodes", "Read the attribute names under Users anew, and choose one of them."
        ),
    ),
    90034: _TAG_LENGTH,
    90035: RefusalWords(
        QT_TRANSLATE_NOOP(
            "ChatCodes",
            "A tag or an attribute is either for users or for devices, and this one is for the "
            "others.",
        ),
        QT_TRANSLATE_NOOP("ChatCodes", "Use another name for it."),
    ),
    90039: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "Tags and attributes can't be used in the same push."),
        QT_TRANSLATE_NOOP("ChatCodes", "Choose people by tags or by attributes."),
    ),
    90040: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "One of the tags is empty."),
        QT_TRANSLATE_NOOP("ChatCodes", "Fill it in or take it out."),
    ),
    90043: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "The Chat service doesn't accept the notification."),
        QT_TRANSLATE_NOOP(
            "ChatCodes", "Look at the settings for single makers; leave out what is not needed."
        ),
    ),
    90044: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "How long the message is kept could not be read."),
        QT_TRANSLATE_NOOP("ChatCodes", "Choose it again, in whole days or hours."),
    ),
    90045: RefusalWords(
        QT_TRANSLATE_NOOP(
            "ChatCodes", "Pushing to all users is not switched on for this Chat app."
        ),
        QT_TRANSLATE_NOOP(
            "ChatCodes",
            "It needs a certain edition and is switched on in the Chat console; see “What must be "
            "ready”.",
        ),
    ),
    90047: RefusalWords(
        QT_TRANSLATE_NOOP(
            "ChatCodes", "Today's pushes to all users are used up, 100 unless agreed otherwise."
        ),
        QT_TRANSLATE_NOOP(
            "ChatCodes",
            "Send it tomorrow. When the day ends is not published; midnight in Beijing is likely.",
        ),
    ),
    90048: _NO_ACCOUNT,
    90049: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "The Chat service doesn't know this push any more."),
        QT_TRANSLATE_NOOP(
            "ChatCodes", "Check that it was sent with this Chat app and less than 24 hours ago."
        ),
    ),
    90050: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "This push was taken back already."),
        QT_TRANSLATE_NOOP("ChatCodes", "There is nothing more to do about it."),
    ),
    90051: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "Only one push a second can be taken back."),
        QT_TRANSLATE_NOOP("ChatCodes", "Wait a moment, then take it back again."),
    ),
    90052: RefusalWords(
        QT_TRANSLATE_NOOP(
            "ChatCodes", "A push can be taken back for 24 hours, and this one is older."
        ),
        QT_TRANSLATE_NOOP("ChatCodes", "Send a correction instead."),
    ),
    90053: RefusalWords(
        QT_TRANSLATE_NOOP(
            "ChatCodes",
            "No message of this push was kept, so it can only be replaced by another notification.",
        ),
        QT_TRANSLATE_NOOP("ChatCodes", "Enter the notification that shall stand in its place."),
    ),
    90054: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "The Chat service can't tell which push is meant."),
        QT_TRANSLATE_NOOP("ChatCodes", "Open the push under Sent and take it back from there."),
    ),
    90055: RefusalWords(
        QT_TRANSLATE_NOOP(
            "ChatCodes", "The message to these users is too long: 8 KB at most, all parts together."
        ),
        QT_TRANSLATE_NOOP("ChatCodes", "Shorten the text or the custom data, or leave a part out."),
    ),
    90056: RefusalWords(
        QT_TRANSLATE_NOOP(
            "ChatCodes", "The push is too long: message and notification together may be 10 KB."
        ),
        QT_TRANSLATE_NOOP("ChatCodes", "Shorten the text, the custom data or the extension."),
    ),
    90057: RefusalWords(
        QT_TRANSLATE_NOOP("ChatCodes", "The mark for statistics is too long: 64 bytes at most."),
        QT_TRANSLATE_NOOP("ChatCodes", "Shorten it and review the push again."),
    ),
    90992: RefusalWords(
        QT_TRANSLATE_NOOP(
            "ChatCodes",
            "The Chat service had a fault, or the server that your company runs beside it did not "
            "answer.",
        ),
        QT_TRANSLATE_NOOP(
            "ChatCodes",
            "Of a push nobody knows then whether it went: look at a phone before it is sent again. "
            "A developer can look at the app's callbacks.",
        ),
    ),
    90994: _FAULT,
    90995: _FAULT,
    91000: _FAULT,
    93000: _TOO_LONG,
}
"""Code → what happened and why, and how it is mended. Without 91101, which answers web clients."""

SETUP_CODES: Final = frozenset(
    {60016, 60017, 60020, 60010, 70016, 70107, 70403, 90009, 90012, 90045, 90048}
)
"""Codes whose way out stands on the page *What must be ready*."""

_OTHER = RefusalWords(
    QT_TRANSLATE_NOOP(
        "ChatCodes", "The Chat service said no, for a reason that this program doesn't know."
    ),
    QT_TRANSLATE_NOOP("ChatCodes", "The details below are for a developer."),
)


def chat_refusal_words(code: int | None) -> RefusalWords:
    """What a code of the Chat service means to a person, in the present language."""
    words = CHAT_CODES.get(code, _OTHER) if code is not None else _OTHER
    return RefusalWords(*(QCoreApplication.translate(CONTEXT, text) for text in words))


def leads_to_setup(code: int | None) -> bool:
    """Whether the page *What must be ready* says how this code is mended."""
    return code in SETUP_CODES
