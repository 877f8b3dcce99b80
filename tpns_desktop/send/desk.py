"""The desk: the one door from the screens to everything that is not a screen.

Composes store, client, checks and outbox; the rules are in the modules beside it. Every method
belongs to the background loop and gives back data; what a person must be told comes as codes, as
findings, or as one of the errors named here. Drafts are copied the moment a method is called, on
the caller's thread: whoever goes on typing changes nothing that is under way.
"""

from __future__ import annotations

import asyncio
import copy
from collections.abc import Callable, Coroutine, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tpns_desktop.client.links import Links
from tpns_desktop.model.states import OPEN_STATES
from tpns_desktop.send import (
    clearing,
    device_book,
    moving,
    practice_app,
    support,
    tag_book,
    test_send,
)
from tpns_desktop.send.agenda import Agenda
from tpns_desktop.send.app_book import AppBook, AppSaved
from tpns_desktop.send.asking import AskFailed, Asking, Questions
from tpns_desktop.send.audiences import Audiences
from tpns_desktop.send.budget import Budget
from tpns_desktop.send.chat_desk import ChatDesk
from tpns_desktop.send.chat_ways import ChatFactory, ChatWays, system_chat_client
from tpns_desktop.send.checks import examine, is_live
from tpns_desktop.send.confirm import ConfirmRefused, Typed, check, rows_of
from tpns_desktop.send.connect import (
    AppForm,
    ConnectionTest,
    FieldProblem,
    FormRefused,
    PlatformTest,
)
from tpns_desktop.send.contexts import context_of
from tpns_desktop.send.day_totals import DayTotals
from tpns_desktop.send.device_book import DeviceForm, DeviceRefused
from tpns_desktop.send.device_work import DeviceWork
from tpns_desktop.send.drafts import Again, DraftBook
from tpns_desktop.send.examination import Context
from tpns_desktop.send.facts import text_at, value_at
from tpns_desktop.send.key_pair import KeyPair
from tpns_desktop.send.levels import asked_level, hold_seconds, preferred_hold
from tpns_desktop.send.lists import (
    Compared,
    ListBook,
    ListMended,
    ListRefused,
    ListRow,
    present,
    snapshot_of,
)
from tpns_desktop.send.look_up import LookUp
from tpns_desktop.send.mending import Mending
from tpns_desktop.send.moments import Moments
from tpns_desktop.send.moving_read import read_book
from tpns_desktop.send.network import NetworkBook, NetworkForm, NetworkSaved
from tpns_desktop.send.one_phone import OnePhone
from tpns_desktop.send.outbox import Outbox, Ways
from tpns_desktop.send.phone_wall import PhoneWall
from tpns_desktop.send.plan_book import PlanBook
from tpns_desktop.send.plans import PlanRefused
from tpns_desktop.send.practice_app import PracticeInfo
from tpns_desktop.send.quiet import is_night, quiet_hours
from tpns_desktop.send.records import Records
from tpns_desktop.send.rehearsal import Rehearsal, RehearsalRefused, Rehearsed, rehearse
from tpns_desktop.send.replacing import Replaceable, replaceable
from tpns_desktop.send.results import Batch, ChannelFigures, Figures
from tpns_desktop.send.review import FrozenPush, PushFacts, Review, freeze
from tpns_desktop.send.skew import NotingClient, Skews
from tpns_desktop.send.sms_desk import SmsDesk
from tpns_desktop.send.sms_facts import text_of_draft
from tpns_desktop.send.storage import StorageWatch
from tpns_desktop.send.test_send import LastTest, SendTestRefused
from tpns_desktop.send.updates import Updates
from tpns_desktop.send.upload import UploadProgress, ages
from tpns_desktop.send.watching import Watching
from tpns_desktop.send.ways import ClientFactory, Places
from tpns_desktop.store.apps import App, Apps
from tpns_desktop.store.chat_apps import ChatApp, ChatApps
from tpns_desktop.store.devices import Device, Devices
from tpns_desktop.store.drafts import DraftRow, Drafts
from tpns_desktop.store.errors import AlreadyConfirmed, StoreError
from tpns_desktop.store.history import History, PushRow
from tpns_desktop.store.lists import Lists
from tpns_desktop.store.practice_ids import PracticeIds
from tpns_desktop.store.secrets import SecretStore
from tpns_desktop.store.tag_book import Tag, TagBook

if TYPE_CHECKING:
    from collections import Counter
    from datetime import datetime

    from sqlalchemy import Connection

    from tpns_desktop.client.endpoints import AccessPoint
    from tpns_desktop.model.secret import Secret
    from tpns_desktop.send.clearing import Clearing
    from tpns_desktop.send.clock import Clock
    from tpns_desktop.send.moving import Merged
    from tpns_desktop.send.moving_read import Book
    from tpns_desktop.send.sms_account import SmsFactory
    from tpns_desktop.store.database import Database
    from tpns_desktop.store.settings import Settings

__all__ = [
    "AppForm",
    "AppSaved",
    "AskFailed",
    "Batch",
    "ChannelFigures",
    "Compared",
    "ConfirmRefused",
    "ConnectionTest",
    "Desk",
    "Device",
    "DeviceForm",
    "DeviceRefused",
    "FieldProblem",
    "Figures",
    "FormRefused",
    "FrozenPush",
    "KeyPair",
    "LastTest",
    "ListMended",
    "ListRefused",
    "ListRow",
    "NetworkForm",
    "NetworkSaved",
    "Note",
    "PlanRefused",
    "PlatformTest",
    "PracticeInfo",
    "PushFacts",
    "Rehearsal",
    "RehearsalRefused",
    "Rehearsed",
    "Replaceable",
    "Review",
    "SendTestRefused",
    "Tag",
    "UploadProgress",
]


@dataclass(frozen=True)
class Note:
    """Something that a person has to know when the program opens."""

    kind: str
    """One of "damaged" and "newer" (a database set aside), "restored", "afresh", "changed" (see
    `store.marker.Note`), "unsettled" (pushes whose end is not known), "withdrawn" (pushes that the
    end of the last run kept from being sent)."""
    kept_at: Path | None = None
    taken_at: datetime | None = None
    """Of the backup that a person chose."""
    batch_ids: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    """Of the batches, in their order."""


class Desk:
    """The one door. Made by `core.open_core`."""

    def __init__(
        self,
        database: Database,
        settings: Settings,
        secrets: SecretStore,
        clock: Clock,
        client: ClientFactory,
        sms_client: SmsFactory | None = None,
        chat_client: ChatFactory | None = None,
    ) -> None:
        self.settings = settings
        self.notes: tuple[Note, ...] = ()
        self.log_dir: Path | None = None
        self._database = database
        self._secrets = secrets
        self._clock = clock
        self._storage = StorageWatch(database)
        self._skews = Skews(clock)
        client = self._skews.watched(client)
        self._places = Places(secrets, self._app, client, self._practice_ids)
        self._network = NetworkBook(settings, secrets)
        self._chat_ways = ChatWays(
            secrets,
            self._chat_app,
            chat_client or system_chat_client(self._network.current),
            self._skews,
            clock,
        )
        ways = Ways(self._sender, self._key, self._guard, self._chat_ways.sender)
        self._outbox = Outbox(database, clock, ways)
        self.chat = ChatDesk(
            database,
            settings,
            secrets,
            self._chat_ways,
            self._outbox,
            self._storage,
            self._skews,
            clock,
        )
        budget = Budget(database, clock)
        questions = Questions(budget, self._skews, clock)
        self._moments = Moments(database, self._outbox.subscribe)
        self._asking = Asking(database, self._places, questions, clock)
        self.audiences = Audiences(database, self._places, questions, clock)
        self.watching = Watching(
            database, self._asking, budget, self._places, clock, self._outbox.tell, self.audiences
        )
        self._outbox.subscribe(self.watching.noticed)
        self._look_up = LookUp(
            database, self._places, self._asking, questions, self._skews, clock, self._outbox.tell
        )
        self._outbox.subscribe(self._look_up.noticed)
        self._outbox.subscribe(self.audiences.noticed)
        self.one_phone = OnePhone(database, self._places, questions, clock)
        self.phone_wall = PhoneWall(database, self._places, questions)
        self.device_work = DeviceWork(database, self._places, questions, clock)
        self._looking: asyncio.Task[str] | None = None
        self._looker = Links(self._network.current)
        self.updates = Updates(settings, self._network.current, clock)
        self.sms = SmsDesk(
            database, settings, secrets, self._places, clock, self._network.current, sms_client
        )
        self._outbox.subscribe(self.sms.noticed)
        self._links: dict[str, int | str] = {}
        self.plan_book = PlanBook(
            database, self._places, self._asking, self._skews, clock, self._told
        )
        self.day_totals = DayTotals(database, self._places, questions, clock)
        self.records = Records(database, self._places, questions, self._skews, clock)
        self._lists = ListBook(database, clock)
        self._drafts = DraftBook(database, self._storage, clock)
        self.mending = Mending(
            database, self._asking, questions, self._drafts, clock, self._outbox.tell
        )
        self.agenda = Agenda(database, self.mending, settings, clock)
        self._book = AppBook(database, secrets, self._places, clock, self._outbox.cancel_app)

    # ------------------------------------------------------------------------------- the program

    async def start(self) -> None:
        """Settle what the last run left, and plan to look up what that leaves unknown.

        Where keys can live is found out beside it: a keyring may take its time. Raises StoreError.
        """
        touched = self._outbox.start()
        self._lists.start()
        with self._database.reading() as conn:
            history = History(conn)
            unknown = history.in_state("unknown")
            cut_off = [row for batch_id in touched for row in history.batch(batch_id)]
        withdrawn = [row for row in cut_off if row.state == "withdrawn"]
        notes = [
            Note(note.kind, kept_at=note.kept_at, taken_at=note.taken_at)
            for note in self._database.notes
        ]
        for kind, rows in (("unsettled", unknown), ("withdrawn", withdrawn)):
            if rows:
                titles = {row.batch_id: row.title for row in rows}
                notes.append(Note(kind, batch_ids=tuple(titles), titles=tuple(titles.values())))
        self.notes = tuple(notes)
        self._look_up.start()
        self.watching.start()
        self.records.start()
        self.mending.start()
        self.chat.start()
        self._looking = asyncio.get_running_loop().create_task(self._look_for_keyring())

    async def close(self, grace_s: float = 2.0) -> None:
        """Withdraw what is held, end what is under way, close the database."""
        if self._looking is not None:
            self._looking.cancel()
            await asyncio.gather(self._looking, return_exceptions=True)
        await self.records.close()
        await self._look_up.close()
        await self.watching.close()
        await self.mending.close(grace_s)
        await self.chat.close(grace_s)
        await self.plan_book.close(grace_s)
        await self._lists.close()
        await self._outbox.close(grace_s)
        self._moments.close()
        self._database.close()

    @property
    def practice(self) -> PracticeInfo | None:
        """The practice service in use, or None."""
        return self._places.practice

    @property
    def secret_place(self) -> str:
        """Where a key saved now would live: "keyring" or "memory".

        Right after the start "keyring", until it is known; see `keyring_looked`.
        """
        return self._secrets.place

    async def keyring_looked(self) -> str:
        """`secret_place`, once the look for a keyring at the start has ended (some seconds)."""
        if self._looking is not None:
            await asyncio.wait({self._looking})
        return self._secrets.place

    async def _look_for_keyring(self) -> str:
        return str(await self._secrets.look())

    @property
    def clock_skew_s(self) -> float | None:
        """This computer's clock minus the service's, in seconds, by its newest answer.

        None while no real service has answered, and once the clock was set or the computer slept.
        """
        return self._skews.last(practice=False)

    @property
    def secret_reason(self) -> str | None:
        """Why not the keyring: "no_keyring", "locked", "silent", "failed"; None when it works."""
        return self._secrets.reason

    async def unlock_keyring(self) -> str:
        """Let the keyring ask for its password; gives `secret_place` as it then is.

        Waits for the person at the keyring's own window, two minutes at most; to cancel it leaves
        that window behind.
        """
        place = await self._book.unlock()
        if place == "keyring":
            with self._database.reading() as conn:
                apps = Apps(conn).all()
            self.chat.keyring_unlocked()
            self._look_up.keys_came(id for app in apps for id in app.access_ids)
        return place

    @property
    def sending_off(self) -> str | None:
        """Why nothing may be confirmed now: "unseen" (see `acknowledge_storage`), "disk_full"."""
        return self._storage.off

    async def acknowledge_storage(self) -> None:
        """A person has seen what became of the data; sending is on again."""
        self._storage.acknowledge()

    async def save_report(self, path: Path) -> Path:
        """Write what helps somebody to help, without keys and what was typed; gives `path`.

        Raises OSError.
        """
        told = support.facts(
            database=self._database,
            settings=self.settings,
            secrets=self._secrets,
            now=self._clock.now(),
            notes=[note.kind for note in self.notes],
        )
        words, ids = support.words_of(self._database)
        await asyncio.to_thread(
            support.write_report, path, told, self.log_dir, words, ids, self._database.path
        )
        return path

    def subscribe(self, callback: Callable[[str], None]) -> Callable[[], None]:
        """Call `callback(batch_id)` on the loop's thread whenever a batch has news.

        Gives back the function that ends it.
        """
        return self._outbox.subscribe(callback)

    # ----------------------------------------------------------------------------------- network

    async def network(self) -> NetworkForm:
        """How the service is reached, without the proxy's password."""
        return await self._network.shown()

    async def save_network(self, form: NetworkForm) -> NetworkSaved:
        """Keep how the service is reached; it counts from the next connection on.

        Raises FormRefused, with the reasons that `NetworkForm` lists.
        """
        return await self._network.save(form)

    # -------------------------------------------------------------------------------------- apps

    async def apps(self) -> list[App]:
        """Every app, the oldest first."""
        with self._database.reading() as conn:
            return Apps(conn).all()

    async def test_connection(self, form: AppForm) -> ConnectionTest:
        """Try the keys with a question that sends nothing. Raises FormRefused.

        Its answers also tell anew how far the clocks are apart.
        """
        with self._skews.gathering() as measured:
            test = await self._book.test(form)
        return replace(test, clock_skew_s=measured[-1] if measured else None)

    async def save_app(self, form: AppForm) -> AppSaved:
        """Keep an app, its keys in the keyring or, without one, in memory for this run.

        Pushes of it that are still held are withdrawn when it is changed; what is unknown of it is
        looked up at once where that failed before. Raises FormRefused, StoreError.
        """
        saved = await self._book.save(form)
        self._look_up.keys_came(saved.app.access_ids)
        return saved

    async def missing_keys(self, app_id: str) -> dict[str, str]:
        """Platforms of an app whose key is not at hand → why ("no_key", "keyring_locked", …)."""
        return await self._book.missing_keys(app_id)

    async def open_batches(self, app_id: str) -> list[Batch]:
        """What an app has on hold, under way or unsettled: what its removal has to do with.

        Unsettled ones by access id: an app that was connected again can look them up as well.
        """
        with self._database.reading() as conn:
            app, history = Apps(conn).get(app_id), History(conn)
            rows = [row for row in history.in_state(*OPEN_STATES) if row.app_id == app_id]
            rows += history.unknown(app.access_ids if app is not None else ())
            ids = dict.fromkeys(row.batch_id for row in rows)
            found = [Batch(one, history.batch(one)) for one in ids]
        return [self._told(batch) for batch in found]

    async def remove_app(self, app_id: str) -> bool:
        """Forget an app, its drafts, plans and keys; the history stays.

        What is still held for it is withdrawn. False when a keyring may still hold a key of it.
        """
        return await self._book.remove(app_id)

    async def use_practice(self, info: PracticeInfo | Mapping[str, Any]) -> App:
        """Practise with this service from now on; gives the practice app.

        The app and its example plan are made when missing; plans that this service does not know
        are made there again, quietly. Raises ValueError for what is not a practice service's line.
        """
        if not isinstance(info, PracticeInfo):
            info = PracticeInfo.from_line(info)
        with self._database.transaction() as conn:
            app = practice_app.adopt(conn, info, self._clock.now())
            missing = practice_app.unmade(conn, app)
            self.chat.use_practice(conn, info.chat)
        self._places.use_practice(info)
        self._look_up.practice_changed()
        await self.plan_book.make_missing(app, missing)
        return app

    async def switch_app(self, app_id: str | None) -> None:
        """The person works with this app now (None: with none).

        What is held for any other app is withdrawn. Raises StoreError.
        """
        self._outbox.switch_app(app_id)

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
        """The app's templates and drafts, each the last changed first.

        `search`: only those with each of its words in name, title or text.
        """
        return self._drafts.all(app_id, search)

    def save_template(self, app_id: str, data: Mapping[str, Any]) -> Coroutine[Any, Any, DraftRow]:
        """Keep a copy of a draft, as it stands at this call, as a template.

        Awaiting raises StoreError.
        """
        return self._save_template(app_id, _snapshot(data))

    async def _save_template(self, app_id: str, data: Mapping[str, Any]) -> DraftRow:
        return self._drafts.save_template(app_id, data)

    async def copy_draft(self, draft_id: str, name: str) -> DraftRow | None:
        """Keep a copy of a draft, or of a template as one, under another name.

        None: it is gone. Raises StoreError.
        """
        return self._drafts.duplicate(draft_id, name)

    async def rename_draft(self, draft_id: str, name: str) -> DraftRow | None:
        """Give a draft or template another name; None: it is gone. Raises StoreError."""
        return self._drafts.rename(draft_id, name)

    async def restore_draft(self, row: DraftRow) -> DraftRow:
        """Bring a removed draft or template back as it was, under its id. Raises StoreError."""
        return self._drafts.restore(row)

    async def again(self, batch_id: str, app_id: str) -> Again | None:
        """A sent push as a draft for an app, its times emptied; None: there is no such push.

        Nothing of it is kept yet.
        """
        return self._drafts.again(batch_id, app_id)

    async def draft(self, draft_id: str) -> DraftRow | None:
        """One draft, None when there is none."""
        with self._database.reading() as conn:
            return Drafts(conn).get(draft_id)

    async def remove_draft(self, draft_id: str) -> None:
        """Forget a draft; what was sent from it stays in the history."""
        with self._database.transaction() as conn:
            Drafts(conn).remove(draft_id)

    # ------------------------------------------------------------- moving and clearing the history

    async def export_book(self, path: Path) -> Counter[str]:
        """Write drafts, templates, plans, tags and device names to one file; gives how many.

        Counted by `moving.KINDS`. No key is in it. Raises OSError, StoreError.
        """
        with self._database.reading() as conn:
            book, counts = moving.told(conn, self._clock.now())
        await asyncio.to_thread(moving.write_book, path, book)
        return counts

    async def open_book(self, path: Path) -> tuple[Book, Merged]:
        """Read such a file; gives what is in it, and what `import_book` would do with it.

        Nothing is changed. Raises MovingRefused, StoreError.
        """
        book = await asyncio.to_thread(read_book, path)
        return book, moving.preview(self._database, book, self._clock.now())

    async def import_book(self, book: Book) -> Merged:
        """Take in what such a file held, all of it or nothing. Raises StoreError."""
        with self._storage.writing(), self._database.transaction() as conn:
            return moving.merge(conn, book, self._clock.now())

    async def look_at_history(self, app_id: str | None) -> Clearing:
        """What `clear_history` would do."""
        return await asyncio.to_thread(
            clearing.look_beside, self._database.path, app_id, self._clock.now()
        )

    async def clear_history(self, app_id: str | None) -> Clearing:
        """Forget the settled pushes of an app (None: of every one) that are older than a day.

        What the duplicate guard needs and what is not settled stays. Raises StoreError.
        """
        with self._storage.writing(), self._database.transaction() as conn:
            return clearing.clear(conn, app_id, self._clock.now())

    @property
    def data_dir(self) -> Path:
        """The folder with the database and its backups."""
        return self._database.path.parent

    # ------------------------------------------------------------------------------------- books

    async def tags(self, app_id: str) -> list[Tag]:
        """The app's tags that were used or written down before, kind by kind."""
        with self._database.reading() as conn:
            return TagBook(conn).all(app_id)

    async def add_tags(self, app_id: str, tag_type: str, tags: Iterable[str]) -> list[Tag]:
        """Write down tags of one kind; gives those that were new. Raises StoreError."""
        with self._storage.writing(), self._database.transaction() as conn:
            return tag_book.add(conn, app_id, tag_type, tags, self._clock.now())

    async def remove_tag(self, app_id: str, tag_type: str, tag: str) -> bool:
        """Forget a tag here; no phone loses it. False when there is no such tag."""
        with self._database.transaction() as conn:
            return TagBook(conn).remove(app_id, tag_type, tag)

    async def put_back_tag(self, tag: Tag) -> bool:
        """Undo the removal of a tag. False when it is there again already."""
        with self._storage.writing(), self._database.transaction() as conn:
            return TagBook(conn).add(tag)

    async def devices(self, app_id: str) -> list[Device]:
        """The app's named test devices, in the order they were added."""
        with self._database.reading() as conn:
            return Devices(conn).all(app_id)

    async def save_device(
        self, app_id: str, form: DeviceForm, device_id: str | None = None
    ) -> Device:
        """Keep a new test device, or what is said of one from now on.

        Raises DeviceRefused, StoreError.
        """
        app = self._app(app_id)
        if app is None:
            raise DeviceRefused("gone")
        with self._storage.writing(), self._database.transaction() as conn:
            return device_book.save(conn, app, form, device_id, self._clock.now())

    async def remove_device(self, device_id: str) -> bool:
        """Forget a test device; drafts keep their copies. False when there is no such device."""
        with self._database.transaction() as conn:
            return Devices(conn).remove(device_id)

    async def put_back_device(self, device: Device) -> bool:
        """Undo the removal of a test device. False when it is there again already."""
        with self._storage.writing(), self._database.transaction() as conn:
            there = Devices(conn).get(device.id) is not None
            if not there:
                Devices(conn).add(device)
            return not there

    # ------------------------------------------------------------------------------------- lists

    async def lists(self) -> list[ListRow]:
        """Every list, the last added first."""
        return await self._lists.all()

    async def list_row(self, list_id: str) -> ListRow | None:
        """One list, None when there is none."""
        return await self._lists.row(list_id)

    async def add_list(
        self,
        path: Path,
        kind: str = "account",
        account_type: int = 0,
        progress: Callable[[int, int], None] | None = None,
    ) -> ListRow:
        """Copy a file, check the copy, keep it as a list.

        `kind` is "account" or "token"; `progress(done, size)` in bytes, on the loop's thread, first
        of the copying and then of the check. A list that needs mending or an answer is kept too
        (`ListRow.usable` is False); of a file that is refused nothing is kept. Cancelling, or
        `cancel_list_work`, ends it and leaves nothing. Raises ListRefused, StoreError.
        """
        return await self._lists.add(path, kind, account_type, progress)

    async def recheck_list(
        self,
        list_id: str,
        account_type: int | None = None,
        kind: str | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> ListRow:
        """Check a list's copy again, perhaps as another type (None: as before).

        With another type what a person answered is forgotten. Raises ListRefused ("list_gone",
        "cancelled"), StoreError; a verdict that refuses is kept, the list is not usable then.
        """
        return await self._lists.recheck(list_id, account_type, kind, progress)

    async def answer_list(self, list_id: str, answers: set[str]) -> ListRow:
        """Keep which of `ListRow.asks` a person answered with "use the rows as they are".

        Replaces earlier answers. Raises ListRefused ("list_gone"), StoreError.
        """
        return await self._lists.answer(list_id, answers)

    async def mend_list(
        self,
        list_id: str,
        mending: Mapping[str, Any],
        target: Path | None = None,
        progress: Callable[[int, int], None] | None = None,
    ) -> ListMended:
        """Write a mended copy and add that as a list of its own, after a check of its own.

        `mending`: fields of `packages.repair.Mending` without kind and account type ("encoding",
        "delimiter", "column", "drop_first", "drop_bad", "drop_misfits", "drop_repeats",
        "country_code"). `target` None: beside the original, under a free name. Nothing is ever
        overwritten. Raises ListRefused ("exists" too), StoreError.
        """
        return await self._lists.mend(list_id, mending, target, progress)

    async def save_problems(
        self, list_id: str, target: Path, mending: Mapping[str, Any] | None = None
    ) -> int:
        """Write a list's problem rows to a new CSV; gives how many.

        Raises ListRefused.
        """
        return await self._lists.save_problems(list_id, target, mending or {})

    async def add_pasted(
        self,
        text: str,
        kind: str = "account",
        account_type: int = 0,
        name: str = "",
        progress: Callable[[int, int], None] | None = None,
    ) -> ListRow:
        """Check pasted rows and keep them as a list, as `add_list` does with a file.

        `text` is written to the private copy as it is, in UTF-8; there is no other file of it.
        `name` gets the ending ".txt" where it has none. Raises ListRefused ("name" too),
        StoreError.
        """
        return await self._lists.add_pasted(text, kind, account_type, name, progress)

    async def rename_list(self, list_id: str, name: str) -> ListRow:
        """Call a list otherwise; it keeps its ending. Raises ListRefused ("name"), StoreError."""
        return await self._lists.rename(list_id, name)

    async def list_needed_by(self, list_id: str) -> list[str]:
        """Titles of the pushes for which `remove_list` is refused now, the newest first."""
        return await self._lists.needed_by(list_id)

    async def remove_list(self, list_id: str) -> bool:
        """Forget a list and its private copy; False when there is no such list.

        Raises ListRefused "list_in_use" while a push to this very list is confirmed, held, under
        way or not settled ("titles" in the detail); then nothing is removed. A copy that other
        lists share stays for them. Raises StoreError.
        """
        return await self._lists.remove(list_id)

    async def compare_lists(
        self,
        first_id: str,
        second_id: str,
        progress: Callable[[int, int], None] | None = None,
    ) -> Compared:
        """Count what two lists share. Raises ListRefused."""
        return await self._lists.compare(first_id, second_id, progress)

    async def list_contains(self, list_id: str, values: list[str]) -> list[bool]:
        """Tell of each value whether the list holds it. Raises ListRefused."""
        return await self._lists.contains(list_id, values)

    async def cancel_list_work(self) -> None:
        """End every check, mending, saving and comparison under way.

        Their callers get ListRefused("cancelled").
        """
        self._lists.cancel()

    # ----------------------------------------------------------------------------------- sending

    async def context(
        self, app_id: str, plan_id: str | None, list_id: str | None = None
    ) -> Context:
        """What the checks have to know beside the draft. Raises AskFailed("app_gone").

        `list_id`: the list that the draft names; without it the draft counts as naming none.
        """
        chosen = await self._lists.row(list_id)
        with self._database.reading() as conn:
            context = self._context(conn, app_id, plan_id, chosen)
        if context is None:
            raise AskFailed("app_gone")
        return context

    def review(
        self, app_id: str, draft_id: str | None, data: Mapping[str, Any]
    ) -> Coroutine[Any, Any, Review]:
        """Save the draft as it stands at this call, check it, freeze its requests.

        Awaiting raises AskFailed("app_gone") and StoreError.
        """
        return self._review(app_id, draft_id, _snapshot(data))

    async def _review(self, app_id: str, draft_id: str | None, data: Mapping[str, Any]) -> Review:
        chosen = await self._lists.row(_list_of(data))
        with self._storage.writing(), self._database.transaction() as conn:
            context = self._context(conn, app_id, _plan_of(data), chosen)
            if context is None:
                raise AskFailed("app_gone")
            draft = Drafts(conn, self._clock.now).save(app_id, draft_id, data)
            context = context.reaching(self.audiences.kept(conn, app_id, data))
            examination = examine(data, context)
            url = self._places.url(context.app)
            rows = freeze(examination, context.app, url) if url is not None else ()
            places = {row.platform: (row.url, row.access_id) for row in rows}
            reuse = ages(conn, places, rows[0].list_sha256 or "", context.now) if rows else {}
            tested = test_send.last_test(History(conn).tests_of(draft.id), rows)
        preferred = preferred_hold(self.settings.hold_s)
        level = asked_level(examination.level, self.settings.levels)
        live = is_live(context, examination.audience.platforms)
        hold_s = hold_seconds(level, preferred)
        return Review(
            draft_id=draft.id,
            draft_rev=draft.revision,
            app_id=context.app.id,
            app_name=context.app.name,
            practice=context.app.practice,
            live=live,
            plan_name=context.plan.name if context.plan is not None else "",
            plan_id=context.plan.id if context.plan is not None else None,
            text=text_of_draft(data, context.sms),
            rows=rows,
            examination=examination,
            level=level,
            hold_s=hold_s,
            created_at=context.now,
            reuse=reuse,
            night=live and self._is_night(rows, hold_s),
            last_test=tested,
        )

    def _is_night(self, rows: tuple[FrozenPush, ...], hold_s: float | None) -> bool:
        hours, now = quiet_hours(self.settings), self._clock.now()
        return is_night((row.body for row in rows), hours, now, hold_s)

    async def confirm(
        self,
        review: Review,
        ticked: set[str],
        typed: str = "",
        override: str = "",
        reuse: bool = False,
        night_reason: str = "",
    ) -> Batch:
        """Write the reviewed push down and start its hold.

        A push to a list stays "confirmed" while the list is uploaded (`Batch.upload`, news through
        `subscribe`); the hold begins when that is done. If it fails the push is withdrawn
        ("upload_failed", "list_changed", "list_gone", …), and nothing is sent. `reuse`: no upload
        where `review.reuse` has one already.

        `ticked`: of `review.required_ticks`; `typed`: the app's name at level 4; `override`: SEND
        AGAIN or 再次发送 against `dup.recent`; `night_reason`: why it goes out in quiet hours,
        where `review.night` or this moment asks for it. Raises ConfirmRefused; then nothing is
        kept or sent.
        """
        if review.chat is not None:
            return await self.chat.confirm(review, ticked, typed, override, night_reason)
        given = Typed(frozenset(ticked), typed, override, night_reason)
        file = review.examination.audience.file
        chosen = await self._lists.row(file["id"]) if file is not None else None

        def checked(conn: Connection) -> None:
            draft = Drafts(conn).get(review.draft_id)
            data = draft.data if draft is not None else review.examination.draft
            list_id = _list_of(data)
            context = self._context(
                conn,
                review.app_id,
                _plan_of(data),
                present(Lists(conn).get(list_id)) if list_id is not None else None,
                but=(review.draft_id, review.draft_rev),
            )
            if context is not None:
                context = context.reaching(self.audiences.kept(conn, review.app_id, data))
            check(
                review,
                given,
                app=context.app if context is not None else None,
                url=self._places.url(context.app) if context is not None else None,
                draft=draft,
                examination=examine(data, context) if context is not None else None,
                levels=self.settings.levels,
                night=review.live and self._is_night(review.rows, review.hold_s),
            )
            # Every confirmation takes a revision, even of unchanged text (sending.md 2.1).
            Drafts(conn).new_revision(review.draft_id)
            if list_id is not None:
                Lists(conn).used(list_id, self._clock.now())
            self._remember(conn, review)

        if self.sending_off is not None:
            raise ConfirmRefused("storage", code=self.sending_off)
        if not review.rows:
            raise ConfirmRefused("not_ready", findings=review.examination.errors)
        try:
            with self._storage.writing():
                return self._outbox.confirm(
                    rows_of(review, self._clock.now(), night_reason),
                    hold_s=review.hold_s,
                    checked=checked,
                    copy=snapshot_of(chosen) if chosen is not None else None,
                    reuse=reuse,
                )
        except AlreadyConfirmed:
            raise ConfirmRefused("confirmed_before") from None
        except StoreError as error:
            raise ConfirmRefused("failed", code=error.code) from None

    def _remember(self, conn: Connection, review: Review) -> None:
        """What was confirmed is in the books from now on."""
        now, audience = self._clock.now(), review.examination.audience.as_dict()
        tag_book.remember(conn, review.app_id, audience, now)
        device_book.remember(conn, review.app_id, review.examination.draft, now)

    def send_test(
        self,
        app_id: str,
        draft_id: str,
        data: Mapping[str, Any],
        device_ids: Iterable[str],
        prefix: str = "",
    ) -> Coroutine[Any, Any, Batch]:
        """Send the message of a draft, as it stands at this call, to devices of the book alone.

        `prefix`: empty or one of `differences.PREFIXES`, put before the title. There is no hold;
        news through `subscribe`, the end as of any push. Awaiting raises SendTestRefused; then
        nothing is kept or sent.
        """
        return self._send_test(app_id, draft_id, _snapshot(data), tuple(device_ids), prefix)

    async def _send_test(
        self,
        app_id: str,
        draft_id: str,
        data: Mapping[str, Any],
        device_ids: tuple[str, ...],
        prefix: str,
    ) -> Batch:
        if self.sending_off is not None:
            raise SendTestRefused("storage", code=self.sending_off)
        with self._database.reading() as conn:
            context = context_of(conn, app_id, None, self._clock.now(), skews=self._skews)
            book = {device.id: device for device in Devices(conn).all(app_id)}
            number = History(conn).next_test(draft_id)
        url = self._places.url(context.app) if context is not None else None
        if context is None or url is None:
            raise SendTestRefused("app_gone")
        if not set(device_ids) <= set(book):
            raise SendTestRefused("device_gone")
        app, devices = context.app, [book[one] for one in dict.fromkeys(device_ids)]
        bodies = test_send.bodies_of_test(data, devices, context, prefix)
        rows = test_send.rows_of_test(draft_id, number, data, devices, bodies, context, url)

        def checked(conn: Connection) -> None:
            if Apps(conn).get(app_id) != app:
                raise SendTestRefused("app_gone")
            test_send.still_stand(conn, app_id, devices, self._clock.now())

        try:
            with self._storage.writing():
                return self._outbox.confirm(rows, hold_s=0, checked=checked)
        except StoreError as error:
            raise SendTestRefused("failed", code=error.code) from None

    async def rehearse(self, review: Review) -> Rehearsal:
        """Put the very requests of a review to the practice service, and to no other place.

        Writes nothing down. Raises RehearsalRefused.
        """
        if review.chat is not None:
            # It would be put to practice's TPNS, which does not speak Chat.
            raise RehearsalRefused("not_ready")
        file = review.examination.audience.file
        chosen = await self._lists.row(file["id"]) if file is not None else None
        copy = snapshot_of(chosen) if chosen is not None else None
        return await rehearse(self._places.practice, self._places.client, review.rows, copy)

    async def cancel(self, batch_id: str) -> bool:
        """Take back what is still held of a batch; False when nothing was. Raises StoreError."""
        return self._outbox.cancel(batch_id)

    async def send_now(self, batch_id: str) -> bool:
        """End a hold at once; False when the batch is not being held."""
        return self._outbox.send_now(batch_id)

    # ----------------------------------------------------------------------------------- results

    async def batches(
        self, app_id: str | None, limit: int = 50, before: str | None = None
    ) -> list[Batch]:
        """The app's pushes, the newest first; `before` is the id of the last one already seen.

        What was sent with its access ids before it was removed and connected again is among them.
        None: the pushes of every app, those of removed ones too.
        """
        with self._database.reading() as conn:
            app = Apps(conn).get(app_id) if app_id is not None else None
            ids = app.access_ids if app is not None else ()
            found = History(conn).recent_batches(app_id, limit, before, ids)
        return [self._told(Batch(rows[0].batch_id, rows)) for rows in found]

    async def batch(self, batch_id: str) -> Batch | None:
        """One push, None when there is none."""
        with self._database.reading() as conn:
            rows = History(conn).batch(batch_id)
        return self._told(Batch(batch_id, rows)) if rows else None

    async def check_now(self, batch_id: str) -> Batch:
        """Ask the service whether it has what is unknown of a push; gives it as it then stands.

        Raises AskFailed when nothing of it could be asked ("nothing_to_ask": nothing is unknown),
        StoreError.
        """
        batch = await self.batch(batch_id)
        unknown = batch.unknown_rows if batch is not None else ()
        if batch is None or not unknown:
            raise AskFailed("nothing_to_ask")
        failed: list[AskFailed] = []
        for row in unknown:
            try:
                await self._look_up.look(row)
            except AskFailed as error:
                failed.append(error)
        if len(failed) == len(unknown):
            raise failed[0]
        return await self.batch(batch_id) or batch

    async def saw_it(self, batch_id: str) -> Batch:
        """A person saw it on a phone: what is unknown of it counts as accepted, settled by them.

        Gives the push as it then stands. Raises AskFailed("nothing_to_ask") for no such push,
        StoreError; then nothing is changed.
        """
        return await self._settled(batch_id, "accepted")

    async def did_not_go(self, batch_id: str) -> Batch:
        """A person knows that it did not go out: what is unknown of it counts as not found.

        A look that is under way comes first: what it finds is more than a person can know. As
        `saw_it` otherwise.
        """
        batch = await self.batch(batch_id)
        for row in batch.unknown_rows if batch is not None else ():
            await self._look_up.looked(row.id)
        return await self._settled(batch_id, "not_found")

    async def _settled(self, batch_id: str, state: str) -> Batch:
        with self._database.transaction() as conn:
            history = History(conn)
            for row in history.batch(batch_id):
                if row.state == "unknown":
                    history.move(
                        row.id,
                        "unknown",
                        state,
                        settled_by="person",
                        settled_at=self._clock.now(),
                    )
        self._outbox.tell(batch_id)
        batch = await self.batch(batch_id)
        if batch is None:
            raise AskFailed("nothing_to_ask")
        return batch

    async def refresh(self, batch_id: str) -> Batch:
        """Ask for the newest counters, keep them, and give the push as it then stands.

        Raises AskFailed when no platform's counters could be read.
        """
        batch = await self.batch(batch_id)
        if batch is None:
            raise AskFailed("nothing_to_ask")
        await self._asking.counters(batch)
        self._outbox.tell(batch_id)
        return await self.batch(batch_id) or batch

    async def measure_clock(self, app_id: str) -> float | None:
        """Ask anew how far the clocks are apart, with a question that sends nothing.

        Gives `clock_skew_s`; a refusal says the time as well. Raises AskFailed without any answer.
        """
        app = self._app(app_id)
        if app is None:
            raise AskFailed("app_gone")
        failed = AskFailed("no_date")
        with self._skews.gathering() as measured:
            try:
                await self._asking.any_answer(app)
            except AskFailed as error:
                failed = error
        if not measured:
            raise failed
        return self.clock_skew_s

    async def check_link(self, url: str) -> int | str:
        """Ask a web address whether it answers; the checks know the answer from now on.

        Gives a status of HTTP, or a reason as `client.links.Links.look`.
        """
        found = await self._looker.look(url)
        self._links[url.strip()] = found
        return found

    async def replaceable(self, app_id: str) -> tuple[Replaceable, ...]:
        """Pushes of the last 30 days that a new one may replace. Raises AskFailed("app_gone")."""
        app = self._app(app_id)
        if app is None:
            raise AskFailed("app_gone")
        with self._database.reading() as conn:
            return replaceable(conn, app, self._clock.now())

    async def collapse_ids(self, batch_id: str) -> dict[str, str]:
        """Platform → the service's id by which that push is replaced; none where it gave none.

        Raises AskFailed when a platform could not be asked.
        """
        with self._database.reading() as conn:
            rows = History(conn).batch(batch_id)
        return await self._asking.collapse_ids(rows)

    # ----------------------------------------------------------------------------------- helpers

    def _sender(self, point: AccessPoint, access_id: str, key: Secret) -> NotingClient:
        client = self._places.client(point, access_id, key)
        return NotingClient(client, self._skews, self._clock)

    async def _key(self, row: PushRow) -> Secret:
        return await (self._chat_ways if row.is_chat else self._places).key(row)

    def _guard(self, row: PushRow) -> str | None:
        return (self._chat_ways if row.is_chat else self._places).guard(row)

    def _told(self, batch: Batch) -> Batch:
        if batch.rows[0].is_chat:
            return batch  # nothing of it is looked up or uploaded
        reason = self._asking.out_of_reach(batch)
        return replace(
            batch,
            next_look_at=self._look_up.next_at(batch.unknown_rows) if reason is None else None,
            out_of_reach=reason,
            upload=self._outbox.upload_of(batch.id),
        )

    def _context(
        self,
        conn: Connection,
        app_id: str,
        plan_id: str | None,
        chosen: ListRow | None,
        *,
        but: tuple[str, int] | None = None,
    ) -> Context | None:
        practice = self._places.practice
        return context_of(
            conn,
            app_id,
            plan_id,
            self._clock.now(),
            but=but,
            skews=self._skews,
            chosen=chosen,
            quiet=quiet_hours(self.settings),
            links=self._links,
            practice_tags=practice.tags if practice is not None else (),
            shelf=self.sms.shelf,
        )

    def _practice_ids(self) -> frozenset[str]:
        with self._database.reading() as conn:
            return PracticeIds(conn).all()

    def _chat_app(self, app_id: str) -> ChatApp | None:
        with self._database.reading() as conn:
            return ChatApps(conn).get(app_id)

    def _app(self, app_id: str) -> App | None:
        with self._database.reading() as conn:
            return Apps(conn).get(app_id)


def _snapshot(data: Mapping[str, Any]) -> dict[str, Any]:
    return copy.deepcopy(dict(data))


def _plan_of(data: Mapping[str, Any]) -> str | None:
    plan = data.get("plan")
    return plan if isinstance(plan, str) else None


def _list_of(data: Mapping[str, Any]) -> str | None:
    if value_at(data, "audience", "kind") != "file":
        return None
    return text_at(data, "audience", "file", "list_id") or None
