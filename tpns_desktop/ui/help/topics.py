"""What the help says, by topic: short, in the words of the screens, and without a network.

Data alone. A topic is found by its key from a place (`places`), and by its words from the search.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP


@dataclass(frozen=True)
class Topic:
    """Title and text are source texts of the context "Help"; blank lines part paragraphs."""

    key: str
    title: str
    text: str

    def said_title(self) -> str:
        """The title in the present language."""
        return QCoreApplication.translate("Help", self.title)

    def said_text(self) -> str:
        """The text in the present language."""
        return QCoreApplication.translate("Help", self.text)


_ALL: Final = (
    Topic(
        "start",
        QT_TRANSLATE_NOOP("Help", "Writing a push"),
        QT_TRANSLATE_NOOP(
            "Help",
            "A push has five cards: who gets it, the message, when, the text message backup and "
            "the plan. Fill them in any order; the list at the top shows what is still missing.\n\n"
            "What you write is saved by itself while you type, also when the program is closed or "
            "the computer loses power.\n\n"
            "“Review…” shows everything once more. Only there a push can be sent, and it waits for "
            "a moment before it leaves.",
        ),
    ),
    Topic(
        "who",
        QT_TRANSLATE_NOOP("Help", "Who gets it"),
        QT_TRANSLATE_NOOP(
            "Help",
            "Everyone: each device on which the app was installed. This is asked about most "
            "carefully.\n\n"
            "By tag: devices that carry tags, such as a city or “member”. Rows in one group must "
            "all fit; of several groups one is enough. The sentence below says what you built. A "
            "tag that was never used may have a typing mistake: then nobody gets the push, and "
            "nothing complains.\n\n"
            "A few accounts, or devices: one a line, pasted from anywhere. Repeats are left out. "
            "For more than 1,000 use a file.",
        ),
    ),
    Topic(
        "file",
        QT_TRANSLATE_NOOP("Help", "A file of accounts"),
        QT_TRANSLATE_NOOP(
            "Help",
            "A .txt, .csv or .zip file with one account a row. It is copied and checked on this "
            "computer: encoding, repeats, rows that are no account of the chosen type.\n\n"
            "Your file is never changed. What has to be mended is mended in a copy, and you see "
            "each problem row before.\n\n"
            "The list is uploaded after you confirm, before the hold. If the upload does not "
            "succeed, nothing is sent.",
        ),
    ),
    Topic(
        "message",
        QT_TRANSLATE_NOOP("Help", "The message"),
        QT_TRANSLATE_NOOP(
            "Help",
            "Title and text are shown in the notification. Phone makers cut them at different "
            "lengths: the counters and the preview show where.\n\n"
            "“When tapped” opens the app, a web page or a page inside the app. Ask the app's "
            "developers for the address of such a page, and try it with a test.\n\n"
            "Leave the word 测试 (test) out of title and text: some makers hold such notifications "
            "back.",
        ),
    ),
    Topic(
        "when",
        QT_TRANSLATE_NOOP("Help", "When it is sent"),
        QT_TRANSLATE_NOOP(
            "Help",
            "Now, at a time, or again and again. Times are Beijing time (UTC+8), wherever you are, "
            "because the service works by it.\n\n"
            "“Keep trying for” says how long a phone that is off may still get it. “Spread it out” "
            "sends more slowly, so that your servers are not visited by everybody at once.\n\n"
            "For typed accounts and devices the service knows neither times nor speed; a file of "
            "accounts has both.",
        ),
    ),
    Topic(
        "sms",
        QT_TRANSLATE_NOOP("Help", "Text message backup"),
        QT_TRANSLATE_NOOP(
            "Help",
            "Phones that the push does not reach can get a text message instead, after a wait of "
            "at least five minutes.\n\n"
            "Three things must be ready: phone numbers bound to the accounts, a signature and a "
            "template approved by Tencent Cloud SMS, and a paid SMS package. The blanks {1}, {2} "
            "of the template are filled in on the card.\n\n"
            "Each text message costs money, a long one counts as several. What became of them is "
            "shown in the SMS console, not here.",
        ),
    ),
    Topic(
        "plan",
        QT_TRANSLATE_NOOP("Help", "Push plans"),
        QT_TRANSLATE_NOOP(
            "Help",
            "A plan groups pushes, so that the service adds up their figures: one for a campaign, "
            "for example.\n\n"
            "Make a new one here, or add one that the console has already, by its name and ID. The "
            "service cannot list plans, so this program keeps a book of its own.\n\n"
            "Without a plan a push counts to the default plan.",
        ),
    ),
    Topic(
        "test",
        QT_TRANSLATE_NOOP("Help", "Sending a test"),
        QT_TRANSLATE_NOOP(
            "Help",
            "A test goes to named devices only, never to anybody else. Name your own phones under "
            "Lists & tags first: the app shows the token of a phone, or its developers know it.\n\n"
            "A mark such as [Preview] before the title tells colleagues that it is a test.\n\n"
            "Review tells later what has changed since the last test.",
        ),
    ),
    Topic(
        "review",
        QT_TRANSLATE_NOOP("Help", "Review and confirm"),
        QT_TRANSLATE_NOOP(
            "Help",
            "Review shows who, what and when in words, and the request as it will be sent. What is "
            "confirmed is sent to the letter; if anything is changed, it is reviewed again.\n\n"
            "What is asked depends on the risk: a button in practice, a question for a few "
            "accounts, a tick for each part with many people or unknown numbers, and the name of "
            "the app for everyone.\n\n"
            "Enter never sends.",
        ),
    ),
    Topic(
        "hold",
        QT_TRANSLATE_NOOP("Help", "On hold"),
        QT_TRANSLATE_NOOP(
            "Help",
            "After you confirm, a push waits for some seconds. No push has been requested yet: "
            "Cancel or Ctrl+Z takes it back without a trace.\n\n"
            "A push to everyone waits for 30 seconds at least. How long others wait is set under "
            "Settings, Safety; there you can also let each push wait until you say so.\n\n"
            "If the program is closed or the computer sleeps meanwhile, nothing is sent. The draft "
            "stays.",
        ),
    ),
    Topic(
        "result",
        QT_TRANSLATE_NOOP("Help", "What became of it"),
        QT_TRANSLATE_NOOP(
            "Help",
            "“Accepted by TPNS” means that the service took the push. It does not mean yet that "
            "phones have it: the figures tell how many it was sent to, how many it reached and "
            "how many people tapped it.\n\n"
            "Figures come bit by bit, over minutes and hours. Some makers report no arrivals "
            "unless receipts are set up for the app; then a 0 says nothing.\n\n"
            "“Send again…” makes a new draft of it, with its times empty.",
        ),
    ),
    Topic(
        "unknown",
        QT_TRANSLATE_NOOP("Help", "We don't know yet"),
        QT_TRANSLATE_NOOP(
            "Help",
            "The connection broke after the request had left. The push may have gone out or not, "
            "and to send it again could reach everybody twice.\n\n"
            "The program looks by itself whether the service has it; “Check now” looks at once. If "
            "you saw it on a phone, or know that it did not go, say so: your word settles it.\n\n"
            "Until then the same push cannot be sent again.",
        ),
    ),
    Topic(
        "drafts",
        QT_TRANSLATE_NOOP("Help", "Drafts and templates"),
        QT_TRANSLATE_NOOP(
            "Help",
            "Everything you write is a draft until it is sent. A template, marked by a pin, is a "
            "draft to begin others from: using it makes a copy, the template stays as it is.\n\n"
            "The search looks into names, titles and texts. F2 gives another name. What you delete "
            "can be brought back for some seconds, also by Ctrl+Z.",
        ),
    ),
    Topic(
        "practice",
        QT_TRANSLATE_NOOP("Help", "Practice and Live"),
        QT_TRANSLATE_NOOP(
            "Help",
            "In practice a service on this computer plays TPNS, with made-up phones. Nothing "
            "leaves the computer, and nobody gets anything.\n\n"
            "The plate at the top always says where you are: ◇ PRACTICE, △ iOS TEST or ■ LIVE. "
            "LIVE means real people; a red line runs below the bar then.\n\n"
            "The program never opens with a push ready to go.",
        ),
    ),
    Topic(
        "keys",
        QT_TRANSLATE_NOOP("Help", "Apps and keys"),
        QT_TRANSLATE_NOOP(
            "Help",
            "An app is connected with the Access ID and Secret Key that the TPNS console shows, "
            "one pair for Android and one for iOS, and its region. “Test the connection” reads "
            "figures and sends nothing.\n\n"
            "Keys are kept in the password store of this computer. Where there is none they are "
            "kept until you close the program, and never written to a file.\n\n"
            "Whoever has the key can push to everybody: never send it by mail or chat.",
        ),
    ),
    Topic(
        "chat",
        QT_TRANSLATE_NOOP("Help", "Push to users of a Chat app"),
        QT_TRANSLATE_NOOP(
            "Help",
            "A chat message to everyone who logged in to your Chat (IM) app or was imported, or to "
            "those with tags or attributes. It is another service than TPNS, with an app, a key "
            "and a daily limit of its own.\n\n"
            "People who are offline get it later only if it is kept for them. Some kinds of push "
            "can't be taken back once they have left.\n\n"
            "While practice is chosen above, practice's Chat app is used, and nobody is reached.",
        ),
    ),
    Topic(
        "history",
        QT_TRANSLATE_NOOP("Help", "History and privacy"),
        QT_TRANSLATE_NOOP(
            "Help",
            "What was sent is listed on this computer alone, with titles, texts and whom it went "
            "to. Under Settings, Privacy it can be cleared.\n\n"
            "The last 24 hours stay, because the program notices by them that the same push is "
            "sent twice. So does everything that is on hold or not settled.",
        ),
    ),
    Topic(
        "moving",
        QT_TRANSLATE_NOOP("Help", "Another computer"),
        QT_TRANSLATE_NOOP(
            "Help",
            "Settings, Another computer, saves drafts, templates, plans, tags and named devices to "
            "one file. Carry it over, connect the same apps there, and bring it in.\n\n"
            "Nothing is doubled, and nothing that is newer there is replaced. Keys are never in "
            "the file; lists stay where they are.",
        ),
    ),
)

TOPICS: Final = {topic.key: topic for topic in _ALL}
"""Key → topic, in the order in which they are listed."""


def found(search: str) -> list[Topic]:
    """The topics with every word of `search` in title or text, in the present language.

    Those with all of them in the title come first.
    """
    words = _folded(search).split()
    if not words:
        return list(_ALL)
    in_title, in_text = [], []
    for topic in _ALL:
        title = _folded(topic.said_title())
        whole = f"{title}\n{_folded(topic.said_text())}"
        if all(word in title for word in words):
            in_title.append(topic)
        elif all(word in whole for word in words):
            in_text.append(topic)
    return in_title + in_text


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()
