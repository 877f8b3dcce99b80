"""Before a review: is the chosen template still what it was when it was picked?

Owns asking the account and the words about what came of it. Whoever cannot be asked stops nobody.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tpns_desktop.ui.session import Session
from tpns_desktop.ui.words.sms_account import trouble_words
from tpns_desktop.ui.words.sms_book import change_words

if TYPE_CHECKING:
    from tpns_desktop.send.desk import Desk
    from tpns_desktop.send.sms_desk import SmsFailed
    from tpns_desktop.ui.forms.binding import DraftBinding

SILENT = frozenset({"no_account"})
"""Who has no account knows it: the form says so, and the checks that nothing was read."""


@dataclass(frozen=True)
class Choice:
    """What of a draft is asked about."""

    app_id: str
    template_id: str
    name: str
    """Of the signature."""


@dataclass(frozen=True)
class Rechecked:
    """What came of it."""

    choice: Choice
    changes: tuple[str, ...] = ()
    """As `Texts.recheck` gives them; with any, a person has to look first."""
    was: str = ""
    now: str = ""
    """The template's words before and after."""
    failed: SmsFailed | None = None


class SmsRecheck(QObject):
    """Signal `answered(Rechecked)`: the account was asked, or could not be."""

    answered = Signal(object)

    def __init__(
        self, session: Session, binding: DraftBinding, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._binding = binding

    def choice(self) -> Choice | None:
        """What there is to ask about in the draft; None without a text or a template."""
        sms, app = self._binding.value("sms"), self._session.app
        template_id = str(sms["template_id"]).strip()
        if app is None or not sms["on"] or not template_id:
            return None
        return Choice(app.id, template_id, str(sms["sign_name"]).strip())

    def ask(self, choice: Choice) -> None:
        """Ask the account; `answered` tells, whatever comes of it."""
        desk = self._session.desk
        if desk is not None:

            def on_broken(error: BaseException) -> None:
                self._session.failed.emit("sms_recheck", error)
                self.answered.emit(Rechecked(choice))

            self._session.run(_asked(desk, choice), self, self.answered.emit, on_broken)

    def words(self, found: Rechecked) -> str:
        """What changed, with the old and the new text; or that nobody could tell."""
        if found.failed is not None:
            if found.failed.reason in SILENT:
                return ""
            said = self.tr("Whether the template is as it was could not be asked. {0}")
            return said.format(trouble_words(found.failed))
        if not found.changes:
            return ""
        lines = change_words(found.changes)
        if found.was != found.now:
            # No markup is made of what somebody wrote.
            was, now = (text.replace("<", "\uff1c") for text in (found.was, found.now))
            lines += [self.tr("Before: “{0}”").format(was), self.tr("Now: “{0}”").format(now)]
        lines.append(self.tr("Your text is kept. Look at it, then ask for the review again."))
        return "\n".join(lines)


async def _asked(desk: Desk, choice: Choice) -> Rechecked:
    from tpns_desktop.send.sms_desk import SmsFailed

    was = await _content(desk, choice)
    try:
        changes = await desk.sms.recheck(choice.app_id, choice.template_id, choice.name)
    except SmsFailed as failed:
        return Rechecked(choice, failed=failed)
    return Rechecked(choice, tuple(changes or ()), was, await _content(desk, choice))


async def _content(desk: Desk, choice: Choice) -> str:
    book = await desk.sms.templates(choice.app_id)
    rows = book.rows if book is not None else ()
    return next((row.content for row in rows if row.template_id == choice.template_id), "")
