"""The bad days that practice can act out, and what each of them teaches.

The keys are those of `practice.acts.ACTS`, where it is written what really happens.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from tpns_desktop.ui.words.marked import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class BadDay:
    """One of them, in English; `name` and `lesson` give it in the present language."""

    key: str
    title: str
    teaches: str
    push: bool = True
    """Whether a push to devices meets it."""
    chat: bool = False
    """Whether a push to users of a Chat app meets it."""

    def name(self) -> str:
        """What goes wrong, in a few words."""
        return QCoreApplication.translate("BadDays", self.title)

    def lesson(self) -> str:
        """One sentence or two on what a person will see."""
        return QCoreApplication.translate("BadDays", self.teaches)


NORMAL = BadDay(
    "",
    QT_TRANSLATE_NOOP("BadDays", "A normal day"),
    QT_TRANSLATE_NOOP("BadDays", "Every push that is right is taken, and answered at once."),
    chat=True,
)

BAD_DAYS: tuple[BadDay, ...] = (
    NORMAL,
    BadDay(
        "slow",
        QT_TRANSLATE_NOOP("BadDays", "Slow answers"),
        QT_TRANSLATE_NOOP(
            "BadDays",
            "Answers take several seconds. The program waits; pressing again would help nobody, "
            "and nothing is sent twice.",
        ),
        chat=True,
    ),
    BadDay(
        "no_answer",
        QT_TRANSLATE_NOOP("BadDays", "No answer after accepting"),
        QT_TRANSLATE_NOOP(
            "BadDays",
            "You will see a push that nobody knows about. The program looks it up and never sends "
            "it twice.",
        ),
    ),
    BadDay(
        "cut",
        QT_TRANSLATE_NOOP("BadDays", "Connection cut"),
        QT_TRANSLATE_NOOP(
            "BadDays",
            "The connection breaks on the way, and nobody can tell whether the push went out. Look "
            "first; send again only when you know that it did not.",
        ),
        chat=True,
    ),
    BadDay(
        "wrong_key",
        QT_TRANSLATE_NOOP("BadDays", "Wrong key"),
        QT_TRANSLATE_NOOP(
            "BadDays",
            "The service does not accept the key, so nothing goes out. In earnest you would enter "
            "the key again under Settings, Apps.",
        ),
        chat=True,
    ),
    BadDay(
        "content",
        QT_TRANSLATE_NOOP("BadDays", "Text refused"),
        QT_TRANSLATE_NOOP(
            "BadDays",
            "Tencent's content check refuses the text. Nothing goes out until you have written it "
            "differently.",
        ),
        chat=True,
    ),
    BadDay(
        "limit",
        QT_TRANSLATE_NOOP("BadDays", "Over the limit"),
        QT_TRANSLATE_NOOP(
            "BadDays",
            "Too many pushes at a time. The program asks twice more by itself, since nothing was "
            "taken in, and then says so.",
        ),
    ),
    BadDay(
        "repeated",
        QT_TRANSLATE_NOOP("BadDays", "The same push again"),
        QT_TRANSLATE_NOOP(
            "BadDays",
            "The service says that it has this push already. The program takes that for a doubt "
            "and looks it up before anybody sends again.",
        ),
    ),
    BadDay(
        "certificate",
        QT_TRANSLATE_NOOP("BadDays", "iOS certificate expired"),
        QT_TRANSLATE_NOOP(
            "BadDays",
            "Android phones get the push and iPhones do not. A developer has to renew the "
            "certificate; send to iOS alone afterwards.",
        ),
    ),
    BadDay(
        "unpaid",
        QT_TRANSLATE_NOOP("BadDays", "Nothing paid for"),
        QT_TRANSLATE_NOOP(
            "BadDays",
            "The app has no resources at Tencent. Nothing goes out until somebody has bought them "
            "in the console.",
        ),
        chat=True,
    ),
    BadDay(
        "upload",
        QT_TRANSLATE_NOOP("BadDays", "List not taken"),
        QT_TRANSLATE_NOOP(
            "BadDays",
            "The file of accounts is refused when it is uploaded. No push is requested, so you can "
            "try again safely. Only pushes to a file meet this.",
        ),
    ),
    BadDay(
        "clock",
        QT_TRANSLATE_NOOP("BadDays", "Clock off"),
        QT_TRANSLATE_NOOP(
            "BadDays",
            "A computer whose clock is off is refused as if its key were wrong. When a key that "
            "worked is refused, look at the clock first.",
        ),
        chat=True,
    ),
    BadDay(
        "chat_edition",
        QT_TRANSLATE_NOOP("BadDays", "Chat: edition missing"),
        QT_TRANSLATE_NOOP(
            "BadDays",
            "The Chat app's edition has no push to all users. You will be led to what must be "
            "ready first.",
        ),
        push=False,
        chat=True,
    ),
    BadDay(
        "chat_used_up",
        QT_TRANSLATE_NOOP("BadDays", "Chat: all pushes of the day used"),
        QT_TRANSLATE_NOOP(
            "BadDays",
            "The Chat app has used its pushes of today. Nothing goes out; tomorrow there are new "
            "ones.",
        ),
        push=False,
        chat=True,
    ),
)
"""In the order in which they are offered, a normal day first."""


def bad_day(key: str) -> BadDay:
    """The one of this key."""
    return next((day for day in BAD_DAYS if day.key == key), NORMAL)
