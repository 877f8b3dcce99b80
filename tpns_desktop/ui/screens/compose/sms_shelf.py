"""What the form knows of the book of texts: read for the chosen app, asked anew on demand.

Owns when the book is read. Reading asks only this computer; a refresh asks the account.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from tpns_desktop.ui.session import Session

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from tpns_desktop.send.desk import Desk
    from tpns_desktop.send.sms_desk import (
        Balance,
        Book,
        CloudAccount,
        SmsApp,
        SmsSignature,
        SmsTemplate,
    )


@dataclass(frozen=True)
class Held:
    """The book of one app as it was read."""

    app_id: str | None
    templates: Book[SmsTemplate] | None = None
    signatures: Book[SmsSignature] | None = None
    apps: tuple[SmsApp, ...] = ()
    account: CloudAccount | None = None
    balance: Balance | None = None
    """The answer when an SMS app's balance was asked for last."""

    def template(self, template_id: str) -> SmsTemplate | None:
        """The template of this id, None where the book does not have it."""
        rows = self.templates.rows if self.templates is not None else ()
        return next((row for row in rows if row.template_id == template_id), None)

    def named(self, name: str) -> tuple[SmsSignature, ...]:
        """Signatures of this name: none, one, or one for each side."""
        rows = self.signatures.rows if self.signatures is not None else ()
        return tuple(row for row in rows if row.name == name)

    def app(self, sms_app_id: str) -> SmsApp | None:
        """The SMS app of this id, None where the book does not have it."""
        return next((row for row in self.apps if row.sms_app_id == sms_app_id), None)


class SmsShelf(QObject):
    """The book, for the parts of one form.

    Signals:
    changed: `held` is another one.
    rewritten: the book itself was changed; the checks have to read it anew.
    """

    changed = Signal()
    rewritten = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.held: Held | None = None
        self.busy = False
        """Whether the account is being asked."""

    @property
    def app_id(self) -> str | None:
        """Of the chosen app."""
        return self._session.app.id if self._session.app is not None else None

    def read(self) -> None:
        """Read the book of the chosen app; `changed` tells when."""
        desk = self._session.desk
        if desk is not None and self._session.app is not None:
            self._session.run(_read(desk, self.app_id), self, self._on_read)

    def forget(self) -> None:
        """Another app was chosen: what is held says nothing about it."""
        self.held = None
        self.changed.emit()

    def refresh(self) -> None:
        """Ask the account for templates and signatures."""
        self._ask(lambda desk: _refreshed(desk, self.app_id))

    def read_balances(self, sms_app_ids: tuple[str, ...]) -> None:
        """Ask the account what these SMS apps can still send."""
        self._ask(lambda desk: _weighed(desk, self.app_id, sms_app_ids))

    def write(
        self,
        change: Callable[[Desk], Coroutine[Any, Any, Any]],
        done: Callable[[], None],
        failed: Callable[[BaseException], None],
    ) -> None:
        """Change the book by hand; it is read anew before `done` is told."""
        desk = self._session.desk
        if desk is not None:
            story = _written(desk, self.app_id, change(desk))
            self._session.run(story, self, partial(self._on_written, done), failed)

    def _ask(self, question: Callable[[Desk], Coroutine[Any, Any, Held]]) -> None:
        desk = self._session.desk
        if desk is None or self.busy:
            return
        self.busy = True
        self.changed.emit()
        self._session.run(question(desk), self, self._on_asked, self._on_unasked)

    def _on_asked(self, held: Held) -> None:
        self.busy = False
        self._on_read(held)
        self.rewritten.emit()

    def _on_unasked(self, error: BaseException) -> None:
        self.busy = False
        self.changed.emit()
        self._session.failed.emit("sms_book", error)

    def _on_written(self, done: Callable[[], None], held: Held) -> None:
        self._on_read(held)
        done()
        self.rewritten.emit()

    def _on_read(self, held: Held) -> None:
        if held.app_id == self.app_id:
            self.held = held
            self.changed.emit()


async def _read(desk: Desk, app_id: str | None, balance: Balance | None = None) -> Held:
    sms = desk.sms
    return Held(
        app_id,
        await sms.templates(app_id),
        await sms.signatures(app_id),
        tuple(await sms.sms_apps(app_id) or ()),
        await sms.account(app_id),
        balance,
    )


async def _refreshed(desk: Desk, app_id: str | None) -> Held:
    await desk.sms.refresh_book(app_id)
    return await _read(desk, app_id)


async def _weighed(desk: Desk, app_id: str | None, sms_app_ids: tuple[str, ...]) -> Held:
    balance = None
    for one in sms_app_ids:
        balance = await desk.sms.balance(app_id, one)
        if balance is not None and balance.trouble is not None:
            break  # what one question met, the next would meet again
    return await _read(desk, app_id, balance)


async def _written(desk: Desk, app_id: str | None, change: Coroutine[Any, Any, Any]) -> Held:
    await change
    return await _read(desk, app_id)
