"""The desk's subject *Chat*: its apps, drafts, checks, and the way to a confirmed push.

What leaves, leaves through the same outbox as every push. Results, scheduled tasks and the work on
users are modules of their own, reached here as `results`, `tasks` and `people`. Drafts are copied
the moment a method is called, on the caller's thread. Source: im-all-member-push.md.
"""

from __future__ import annotations

import copy
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any

from tpns_desktop.model.chat_dialects import DialectId
from tpns_desktop.send.asking import AskFailed
from tpns_desktop.send.chat_apps import (
    ChatAppBook,
    ChatForm,
    ChatSaved,
    ChatTest,
    adopt,
)
from tpns_desktop.send.chat_checks import examine_chat
from tpns_desktop.send.chat_context import ChatContext, chat_context_of
from tpns_desktop.send.chat_drafts import ChatAgain, ChatDraftBook
from tpns_desktop.send.chat_facts import chat_facts_of
from tpns_desktop.send.chat_people import ChatPeople
from tpns_desktop.send.chat_requests import (
    SAME_TASK,
    dialect_of,
    new_random,
    random_for,
    request_of,
)
from tpns_desktop.send.chat_results import ChatResults
from tpns_desktop.send.chat_tasks import ChatTasks
from tpns_desktop.send.confirm import ConfirmRefused, Typed, check, rows_of
from tpns_desktop.send.examination import Examination
from tpns_desktop.send.levels import asked_level, hold_seconds, preferred_hold
from tpns_desktop.send.quiet import is_night, quiet_hours
from tpns_desktop.send.results import Batch
from tpns_desktop.send.review import FrozenPush, Review, sha256_of
from tpns_desktop.store.chat_apps import ChatApp, ChatApps, NamesRead
from tpns_desktop.store.chat_drafts import ChatDrafts
from tpns_desktop.store.errors import AlreadyConfirmed, StoreError
from tpns_desktop.store.history import CHAT, History

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tpns_desktop.send.chat_ways import ChatWays
    from tpns_desktop.send.clock import Clock
    from tpns_desktop.send.outbox import Outbox
    from tpns_desktop.send.practice_app import PracticeChat
    from tpns_desktop.send.skew import Skews
    from tpns_desktop.send.storage import StorageWatch
    from tpns_desktop.store.database import Database
    from tpns_desktop.store.drafts import DraftRow
    from tpns_desktop.store.secrets import SecretStore
    from tpns_desktop.store.settings import Settings

__all__ = [
    "ChatAgain",
    "ChatApp",
    "ChatContext",
    "ChatDesk",
    "ChatForm",
    "ChatSaved",
    "ChatTest",
    "NamesRead",
]


class ChatDesk:
    """Everything about Chat apps. Belongs to the background loop, as the desk does."""

    def __init__(
        self,
        database: Database,
        settings: Settings,
        secrets: SecretStore,
        ways: ChatWays,
        outbox: Outbox,
        storage: StorageWatch,
        skews: Skews,
        clock: Clock,
        random: Callable[[], int] = new_random,
    ) -> None:
        """`random` makes the numbers by which the service tells campaigns apart."""
        self._database = database
        self._settings = settings
        self._ways = ways
        self._outbox = outbox
        self._storage = storage
        self._skews = skews
        self._clock = clock
        self._random = random
        self._drafts = ChatDraftBook(database, storage, clock)
        self._book = ChatAppBook(database, secrets, ways, skews, clock, outbox.cancel_app)
        self.results = ChatResults(database, ways.client_of, clock, outbox.tell)
        self.tasks = ChatTasks(database, ways.client_of, clock)
        self.people = ChatPeople(database, ways.client_of, clock, lambda: settings.levels)

    def start(self) -> None:
        """What the last run left begun is unknown now. Raises StoreError."""
        self.results.start()
        self.tasks.start()
        self.people.start()

    async def close(self, grace_s: float = 2.0) -> None:
        """Give requests under way `grace_s` to end."""
        await self.results.close(grace_s)
        await self.tasks.close(grace_s)
        await self.people.close(grace_s)

    # -------------------------------------------------------------------------------------- apps

    async def apps(self) -> list[ChatApp]:
        """Every Chat app, practice's too, the oldest first."""
        return self._book.apps()

    async def use(self, app_id: str | None) -> None:
        """The person works with this Chat app now (None: with none).

        What is held for any other Chat app is withdrawn, and work on its users rests. Raises
        StoreError.
        """
        self._outbox.switch_chat_app(app_id)
        await self.people.use(app_id)

    async def test(self, form: ChatForm) -> ChatTest:
        """Try keys by reading the names of attributes; sends nothing to anybody.

        Its answer also tells anew how far the clocks are apart. Raises FormRefused.
        """
        began = self._clock.monotonic()
        test = await self._book.test(form)
        self._skews.note(test.skew_s, self._clock.monotonic() - began, practice=False)
        return test

    async def save(self, form: ChatForm) -> ChatSaved:
        """Keep a Chat app, its key in the keyring or, without one, in memory for this run.

        Pushes of it that are still held are withdrawn when it is changed. Raises FormRefused,
        StoreError.
        """
        return await self._book.save(form)

    async def speak(self, app_id: str, dialect: DialectId) -> ChatApp | None:
        """Speak another dialect with an app, practice's too; gives the app, None for none.

        What is held for it is withdrawn. Raises StoreError.
        """
        app = self._book.app(app_id)
        if app is None or app.dialect == dialect:
            return app
        self._outbox.cancel_app(app_id, "app_changed")
        changed = replace(app, dialect=dialect)
        with self._database.transaction() as conn:
            return changed if ChatApps(conn).update(changed) else None

    async def remove(self, app_id: str) -> bool:
        """Forget a Chat app, its drafts and its key; the history stays.

        What is still held for it is withdrawn. False when a keyring may still hold its key.
        """
        await self.people.forget(app_id)
        return await self._book.remove(app_id)

    async def open_batches(self, app_id: str) -> list[Batch]:
        """What a Chat app has on hold, under way or unsettled: what its removal has to do with."""
        app = self._book.app(app_id)
        with self._database.reading() as conn:
            history = History(conn)
            rows = [row for row in history.in_state("confirmed", "held", "sending")]
            rows = [row for row in rows if row.is_chat and row.app_id == app_id]
            if app is not None:
                rows += history.unknown({str(app.sdkappid)}, chat=True)
            ids = dict.fromkeys(row.batch_id for row in rows)
            return [Batch(one, history.batch(one)) for one in ids]

    async def missing_key(self, app_id: str) -> str | None:
        """Why the key is not at hand, as `Desk.missing_keys` says; None: it is, or no such app."""
        return await self._book.missing_key(app_id)

    def keyring_unlocked(self) -> None:
        """Keys that had to wait in memory may be in the keyring now. Raises StoreError."""
        self._book.note_places()

    def use_practice(self, conn: Connection, chat: PracticeChat | None) -> None:
        """Practise there from now on, inside the transaction of `conn`."""
        if chat is not None:
            adopt(conn, chat, self._clock.now())
        self._ways.use_practice(chat)

    # -------------------------------------------------------------------------------- attributes

    async def names(self, app_id: str) -> NamesRead | None:
        """Names of the attributes as last read, with when; None: they never were."""
        return self._book.names(app_id)

    async def refresh_names(self, app_id: str) -> NamesRead:
        """Read the names anew and keep them. Raises AskFailed, StoreError.

        The answer, a refusal too, also tells anew how far the clocks are apart.
        """
        return await self._book.refresh_names(app_id)

    async def set_names(
        self, app_id: str, names: Mapping[int, str], types: Mapping[int, int] | None = None
    ) -> NamesRead:
        """Name slots (0 to 9); those left out keep theirs. Gives all, read anew.

        `types`: of slots named for the first time, 0 for users or 1 for devices (timpush only).

        Raises AskFailed; after an unclear end the names have to be read again. StoreError.
        """
        return await self._book.set_names(app_id, names, types)

    # ------------------------------------------------------------------------------------ drafts

    def save_draft(
        self, app_id: str, draft_id: str | None, data: Mapping[str, Any]
    ) -> Coroutine[Any, Any, DraftRow]:
        """Keep a draft as it stands at this call. Awaiting raises StoreError."""
        return self._save_draft(app_id, draft_id, _snapshot(data))

    async def _save_draft(
        self, app_id: str, draft_id: str | None, data: Mapping[str, Any]
    ) -> DraftRow:
        return self._drafts.save(app_id, draft_id, data)

    async def drafts(self, app_id: str, search: str = "") -> list[DraftRow]:
        """The app's drafts, the last changed first.

        `search`: only those with each of its words in name, title or text.
        """
        return self._drafts.all(app_id, search)

    async def draft(self, draft_id: str) -> DraftRow | None:
        """One draft, None when there is none."""
        return self._drafts.get(draft_id)

    async def copy_draft(self, draft_id: str, name: str) -> DraftRow | None:
        """Keep a copy of a draft under another name; None: it is gone. Raises StoreError."""
        return self._drafts.duplicate(draft_id, name)

    async def remove_draft(self, draft_id: str) -> None:
        """Forget a draft; what was sent from it stays in the history. Raises StoreError."""
        self._drafts.remove(draft_id)

    async def restore_draft(self, row: DraftRow) -> DraftRow:
        """Bring a removed draft back as it was, under its id. Raises StoreError."""
        return self._drafts.restore(row)

    async def again(self, batch_id: str, app_id: str | None = None) -> ChatAgain | None:
        """A sent push as a draft for an app (None: its own), its time emptied; None for no push.

        Nothing of it is kept yet.
        """
        return self._drafts.again(batch_id, app_id)

    # ----------------------------------------------------------------------------------- sending

    async def context(self, app_id: str) -> ChatContext:
        """What the checks have to know beside the draft. Raises AskFailed("app_gone")."""
        with self._database.reading() as conn:
            context = self._context(conn, app_id)
        if context is None:
            raise AskFailed("app_gone")
        return context

    def review(
        self, app_id: str, draft_id: str | None, data: Mapping[str, Any]
    ) -> Coroutine[Any, Any, Review]:
        """Save the draft as it stands at this call, check it, freeze its request.

        The request gets its ``MsgRandom`` here. Awaiting raises AskFailed("app_gone"), StoreError.
        """
        return self._review(app_id, draft_id, _snapshot(data))

    async def _review(self, app_id: str, draft_id: str | None, data: Mapping[str, Any]) -> Review:
        with self._storage.writing(), self._database.transaction() as conn:
            context = self._context(conn, app_id)
            if context is None:
                raise AskFailed("app_gone")
            draft = ChatDrafts(conn, self._clock.now).save(app_id, draft_id, data)
            examination = examine_chat(data, context)
            said = examination.fingerprints.get(CHAT)
            same = History(conn).same(said, context.now - SAME_TASK) if said is not None else ()
            number = random_for(same, context.now, self._random)
        app = context.app
        rows = _frozen(number, context, examination, app, app.url)
        level = asked_level(examination.level, self._settings.levels)
        hold_s = hold_seconds(level, preferred_hold(self._settings.hold_s))
        return Review(
            draft_id=draft.id,
            draft_rev=draft.revision,
            app_id=app.id,
            app_name=app.name,
            practice=app.practice,
            live=not app.practice,
            plan_name="",
            rows=rows,
            examination=examination,
            level=level,
            hold_s=hold_s,
            created_at=context.now,
            night=not app.practice and self._is_night(rows, hold_s),
            chat=app,
        )

    async def confirm(
        self,
        review: Review,
        ticked: set[str],
        typed: str = "",
        override: str = "",
        night_reason: str = "",
    ) -> Batch:
        """Write the reviewed push down and start its hold; as `Desk.confirm`, which calls it.

        Raises ConfirmRefused; then nothing is kept or sent.
        """
        given = Typed(frozenset(ticked), typed, override, night_reason)

        def checked(conn: Connection) -> None:
            context = self._context(conn, review.app_id, but=(review.draft_id, review.draft_rev))
            if context is None:
                raise ConfirmRefused("app_gone")
            if review.chat is None or review.chat.identifier != context.app.identifier:
                # Users see who sends; where nobody is named it stands in no body.
                raise ConfirmRefused("app_changed")
            draft = ChatDrafts(conn).get(review.draft_id)
            data = draft.data if draft is not None else review.examination.draft
            check(
                review,
                given,
                app=context.app,
                url=context.app.url,
                draft=draft,
                examination=examine_chat(data, context),
                levels=self._settings.levels,
                night=review.live and self._is_night(review.rows, review.hold_s),
                frozen=partial(_frozen, _number_of(review), context),
            )
            # Every confirmation takes a revision, even of unchanged text (sending.md 2.1).
            ChatDrafts(conn).new_revision(review.draft_id)

        if self._storage.off is not None:
            raise ConfirmRefused("storage", code=self._storage.off)
        if not review.rows:
            raise ConfirmRefused("not_ready", findings=review.examination.errors)
        try:
            with self._storage.writing():
                return self._outbox.confirm(
                    rows_of(review, self._clock.now(), night_reason),
                    hold_s=review.hold_s,
                    checked=checked,
                )
        except AlreadyConfirmed:
            raise ConfirmRefused("confirmed_before") from None
        except StoreError as error:
            raise ConfirmRefused("failed", code=error.code) from None

    async def history(
        self, app_id: str, before: str | None = None, limit: int = 50, search: str = ""
    ) -> list[Batch]:
        """The app's pushes, the newest first; `before` is the id of the last one already seen.

        `search`: only those with each of its words in name, title or text.
        What was sent with its SDKAppID before it was removed and connected again is among them.
        """
        with self._database.reading() as conn:
            app = ChatApps(conn).get(app_id)
            ids = {str(app.sdkappid)} if app is not None and not app.practice else set()
            found = History(conn).recent_batches(
                app_id, limit, before, ids, chat=True, search=search
            )
        return [Batch(rows[0].batch_id, rows) for rows in found]

    # ----------------------------------------------------------------------------------- helpers

    def _context(
        self, conn: Connection, app_id: str, *, but: tuple[str, int] | None = None
    ) -> ChatContext | None:
        return chat_context_of(
            conn,
            app_id,
            self._clock.now(),
            but=but,
            skews=self._skews,
            quiet=quiet_hours(self._settings),
        )

    def _is_night(self, rows: tuple[FrozenPush, ...], hold_s: float | None) -> bool:
        hours, now = quiet_hours(self._settings), self._clock.now()
        return is_night((row.body for row in rows), hours, now, hold_s)


def _frozen(
    number: int, context: ChatContext, examination: Examination, app: object, url: str
) -> tuple[FrozenPush, ...]:
    """The request of a draft that may be reviewed, with its number; none while errors stop it."""
    if not examination.can_review:
        return ()
    spoken = context.app
    request = request_of(examination.draft, spoken, context.names, number)
    if request.body is None:
        return ()
    return (
        FrozenPush(
            platform=CHAT,
            url=url,
            access_id=str(spoken.sdkappid),
            environment=spoken.dialect,
            body=request.body,
            body_sha256=sha256_of(request.body),
            fingerprint=request.fingerprint,
        ),
    )


def _number_of(review: Review) -> int:
    return (
        chat_facts_of(review.rows[0].body, dialect_of(review.rows[0])).random if review.rows else 0
    )


def _snapshot(data: Mapping[str, Any]) -> dict[str, Any]:
    return copy.deepcopy(dict(data))
