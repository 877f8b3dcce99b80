"""The Chat apps a person has connected: trying their keys, keeping them, forgetting them.

Rows go to the store, keys to the keyring. Also owns the practice Chat app, which has no stored key
and is pointed at the practice service of this run, and the names of attributes with their age.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from tpns_desktop.client.chat_credentials import IDENTIFIER_BYTES_MAX
from tpns_desktop.client.chat_points import HOSTS, chat_point
from tpns_desktop.client.errors import ClientError
from tpns_desktop.client.signing import key_problem
from tpns_desktop.model.chat_dialects import DIALECTS, DialectId
from tpns_desktop.model.secret import Secret
from tpns_desktop.send.asking import AskFailed
from tpns_desktop.send.attempts import KeyUnavailable
from tpns_desktop.send.chat_ways import KEY, ChatWays
from tpns_desktop.send.connect import KEY_REASONS, FieldProblem, FormRefused
from tpns_desktop.store.chat_apps import ChatApp, ChatApps, NamesRead
from tpns_desktop.store.ids import new_id
from tpns_desktop.store.secrets import SecretRefused, SecretStore

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy import Connection

    from tpns_desktop.client.chat import ChatClient
    from tpns_desktop.send.clock import Clock
    from tpns_desktop.send.practice_app import PracticeChat
    from tpns_desktop.send.skew import Skews
    from tpns_desktop.store.database import Database

PRACTICE_ID: Final = "practice_chat"
PRACTICE_NAME: Final = "Demo Mall Chat"

SDKAPPID_MAX: Final = 2**32 - 1
"""Ours; real ones have ten digits and begin with 14, 16, 17 or 20."""


@dataclass(frozen=True)
class ChatForm:
    """What the page *Connect a Chat app* hands over."""

    name: str
    sdkappid: str
    identifier: str
    """An administrator's account."""
    key: Secret | None
    """None: the stored one stays."""
    host: str
    """Id of a preset (`client.chat_points.HOSTS`), or a host as typed."""
    dialect: str
    app_id: str | None = None
    """The app that is edited, or None for a new one."""


@dataclass(frozen=True)
class ChatTest:
    """How the keys answered to a question that sends nothing: what attributes are declared."""

    ok: bool
    reason: str | None = None
    """Reason of the client's error ("dns", "refused", …) or of `ChatWays.key_of`, when not ok."""
    code: int | None = None
    """The service's code when it refused, see `model.chat_codes`."""
    text: str | None = None
    """The service's own text."""
    names: Mapping[int, str] | None = None
    """Slot → name of the attributes, when ok."""
    skew_s: float | None = None
    """This computer's clock minus the service's; None without an answer."""
    warnings: tuple[FieldProblem, ...] = ()


@dataclass(frozen=True)
class ChatSaved:
    """A Chat app as saved, and where its key is."""

    app: ChatApp
    key_place: str
    """Either "keyring", or "memory": forgotten when the program ends."""
    warnings: tuple[FieldProblem, ...] = ()


@dataclass(frozen=True)
class _Checked:
    app: ChatApp
    """As it would be saved."""
    stored: ChatApp | None
    key: Secret | None
    warnings: tuple[FieldProblem, ...]


class ChatAppBook:
    """Chat apps and their keys. `withdraw(app_id, reason)` takes back what is held for one."""

    def __init__(
        self,
        database: Database,
        secrets: SecretStore,
        ways: ChatWays,
        skews: Skews,
        clock: Clock,
        withdraw: Callable[[str, str], None],
    ) -> None:
        self._database = database
        self._secrets = secrets
        self._ways = ways
        self._skews = skews
        self._clock = clock
        self._withdraw = withdraw

    def apps(self) -> list[ChatApp]:
        """Every Chat app, the oldest first."""
        with self._database.reading() as conn:
            return ChatApps(conn).all()

    def app(self, app_id: str) -> ChatApp | None:
        """One of them, None when there is none of this id."""
        with self._database.reading() as conn:
            return ChatApps(conn).get(app_id)

    async def test(self, form: ChatForm) -> ChatTest:
        """Read the names of attributes with these keys; sends nothing to anybody.

        What the service or the network does is in the answer. Raises FormRefused.
        """
        checked = self._checked(form)
        key = checked.key
        try:
            if key is None:
                key = await self._ways.key_of(checked.stored or checked.app)
            async with self._ways.client(checked.app, key) as client:
                try:
                    names = await client.attribute_names()
                except ClientError as error:
                    return ChatTest(
                        False,
                        error.reason,
                        error.code,
                        error.text or None,
                        skew_s=client.clock_skew_s,
                        warnings=checked.warnings,
                    )
                skew_s = client.clock_skew_s
        except KeyUnavailable as unavailable:
            return ChatTest(False, unavailable.reason, warnings=checked.warnings)
        except ClientError as error:
            return ChatTest(False, error.reason, warnings=checked.warnings)
        return ChatTest(True, names=names, skew_s=skew_s, warnings=checked.warnings)

    async def save(self, form: ChatForm) -> ChatSaved:
        """Keep a Chat app, its key in the keyring or, without one, in memory for this run.

        Pushes of it that are still held are withdrawn when it is changed. Raises FormRefused,
        StoreError.
        """
        checked = self._checked(form)
        app, stored = checked.app, checked.stored
        if stored is not None and (stored != app or checked.key is not None):
            self._withdraw(app.id, "app_changed")
        with self._database.transaction() as conn:
            if stored is None:
                ChatApps(conn).add(app)
            else:
                ChatApps(conn).update(app)
                if (stored.sdkappid, stored.url) != (app.sdkappid, app.url):
                    ChatApps(conn).save_names(app.id, None)
        place = self._secrets.place
        if checked.key is not None:
            try:
                place = await self._secrets.save(app.id, KEY, checked.key)
            except SecretRefused:
                raise FormRefused((FieldProblem("key", "length"),)) from None
        return ChatSaved(self._note_place(app), place, checked.warnings)

    async def missing_key(self, app_id: str) -> str | None:
        """Why the key is not at hand, as `ChatWays.key_of` says; None: it is, or no such app."""
        app = self.app(app_id)
        if app is None:
            return None
        try:
            # Nobody asked for the keyring's own window yet, as at the start.
            await self._ways.key_of(app, quiet=True)
        except KeyUnavailable as unavailable:
            return unavailable.reason
        finally:
            # A keyring that was slow or locked when the key was saved may have it by now.
            self._note_place(app)
        return None

    async def remove(self, app_id: str) -> bool:
        """Forget a Chat app, its drafts and its key; the history stays.

        What is still held for it is withdrawn. False when a keyring may still hold its key.
        """
        self._withdraw(app_id, "app_gone")
        with self._database.transaction() as conn:
            app = ChatApps(conn).get(app_id)
            ChatApps(conn).remove(app_id)
        if app is None or app.practice:
            return True
        return await self._secrets.remove(app_id, KEY, app.key_place)

    def note_places(self) -> None:
        """Write down where keys are by now: a keyring was unlocked."""
        for app in self.apps():
            self._note_place(app)

    # ------------------------------------------------------------------------------- attributes

    def names(self, app_id: str) -> NamesRead | None:
        """The attributes as last read, with when; None: they never were."""
        with self._database.reading() as conn:
            return ChatApps(conn).names(app_id)

    async def refresh_names(self, app_id: str) -> NamesRead:
        """Read the attributes anew and keep them. Raises AskFailed, StoreError."""
        async with await self._ways.client_of(app_id) as client:
            began = self._clock.monotonic()
            try:
                names = await client.attribute_names()
            except ClientError as error:
                failed = AskFailed(error.reason, code=error.code, text=error.text or None)
            else:
                return self._keep(app_id, client, names)
            finally:
                took_s = self._clock.monotonic() - began
                self._skews.note(client.clock_skew_s, took_s, practice=client.point.practice)
        raise failed

    async def set_names(
        self, app_id: str, names: Mapping[int, str], types: Mapping[int, int] | None = None
    ) -> NamesRead:
        """Name slots; those left out keep theirs. Gives all, read anew.

        Raises AskFailed; after one of an unclear end the names have to be read again. StoreError.
        """
        async with await self._ways.client_of(app_id) as client:
            try:
                await client.set_attribute_names(names, types)
                known = await client.attribute_names()
            except ClientError as error:
                failed = AskFailed(error.reason, code=error.code, text=error.text or None)
            else:
                return self._keep(app_id, client, known)
        raise failed

    def _keep(self, app_id: str, client: ChatClient, names: Mapping[int, str]) -> NamesRead:
        read = NamesRead(dict(sorted(names.items())), self._clock.now())
        with self._database.transaction() as conn:
            app = ChatApps(conn).get(app_id)
            if app is None or (app.sdkappid, app.url) != (client.sdkappid, client.point.url):
                # They are those of the app that it was when they were asked for.
                raise AskFailed("app_changed" if app is not None else "app_gone")
            ChatApps(conn).save_names(app_id, read)
        return read

    # ------------------------------------------------------------------------------------ helpers

    def _note_place(self, app: ChatApp) -> ChatApp:
        """Write down where the key of `app` is, as far as this run knows; gives the app so."""
        place = self._secrets.key_place(app.id, KEY)
        if app.practice or place is None or place == app.key_place:
            return app
        with self._database.transaction() as conn:
            now = ChatApps(conn).get(app.id)
            if now is not None:
                ChatApps(conn).update(replace(now, key_place=place))
        return replace(app, key_place=place)

    def _checked(self, form: ChatForm) -> _Checked:
        """The app that the form describes. Raises FormRefused with everything that is wrong."""
        apps = self.apps()
        stored = next((app for app in apps if app.id == form.app_id and not app.practice), None)
        if form.app_id is not None and stored is None:
            raise FormRefused((FieldProblem("name", "unknown"),))
        problems: list[FieldProblem] = []
        name = " ".join(form.name.split())
        if not name:
            problems.append(FieldProblem("name", "required"))
        number = _number(form.sdkappid, problems)
        identifier = _identifier(form.identifier, problems)
        key = _key(form.key, stored, problems)
        url = _url(form.host, problems)
        dialect = _dialect(form.dialect, problems)
        others = {(app.sdkappid, app.url) for app in apps if app.id != form.app_id}
        if (number, url) in others:
            problems.append(FieldProblem("sdkappid", "repeated", warning=True))
        errors = tuple(problem for problem in problems if not problem.warning)
        if errors:
            raise FormRefused(errors)
        app = ChatApp(
            id=stored.id if stored is not None else new_id(),
            kind="tencent",
            name=name,
            sdkappid=number,
            identifier=identifier,
            url=url,
            dialect=dialect,
            created_at=stored.created_at if stored is not None else self._clock.now(),
            key_place=stored.key_place if stored is not None else None,
        )
        return _Checked(app, stored, key, tuple(problems))


def _number(text: str, problems: list[FieldProblem]) -> int:
    digits = text.strip()
    if not digits:
        problems.append(FieldProblem("sdkappid", "required"))
    elif not (digits.isascii() and digits.isdigit()) or not 0 < int(digits[:20]) <= SDKAPPID_MAX:
        problems.append(FieldProblem("sdkappid", "digits"))
    else:
        return int(digits)
    return 0


def _identifier(text: str, problems: list[FieldProblem]) -> str:
    account = text.strip()
    if not account:
        problems.append(FieldProblem("identifier", "required"))
    elif not account.isprintable():
        problems.append(FieldProblem("identifier", "control"))
    elif len(account.encode("utf-8", "surrogatepass")) > IDENTIFIER_BYTES_MAX:
        problems.append(FieldProblem("identifier", "length"))
    return account


def _key(
    typed: Secret | None, stored: ChatApp | None, problems: list[FieldProblem]
) -> Secret | None:
    odd = key_problem(typed) if typed is not None else "empty"
    if odd == "empty" and stored is not None:
        return None
    if odd:
        problems.append(FieldProblem("key", KEY_REASONS.get(odd, odd)))
    return typed


def _url(host: str, problems: list[FieldProblem]) -> str:
    typed = host.strip().lower().removeprefix("https://").rstrip("/")
    if not typed:
        problems.append(FieldProblem("host", "required"))
        return ""
    try:
        point = chat_point(HOSTS.get(typed, typed))
    except ValueError:
        point = None
    if point is None or point.practice:
        problems.append(FieldProblem("host", "unknown"))
        return ""
    return point.url


def _dialect(text: str, problems: list[FieldProblem]) -> DialectId:
    for known in DIALECTS:
        if known == text:
            return known
    problems.append(FieldProblem("dialect", "required"))
    return "all_member_push"


def adopt(conn: Connection, chat: PracticeChat, now: datetime) -> ChatApp:
    """Point the practice Chat app at `chat`, making it at the first time.

    A person may have chosen another dialect: practice speaks them all. Names of attributes of
    another practice service count no more.
    """
    apps = ChatApps(conn)
    before = next((app for app in apps.all() if app.practice), None)
    told: dict[str, Any] = {
        "sdkappid": chat.sdkappid,
        "identifier": chat.identifier,
        "url": chat.url,
    }
    if before is None:
        app = ChatApp(
            id=PRACTICE_ID,
            kind="practice",
            name=PRACTICE_NAME,
            dialect=chat.dialect,
            created_at=now,
            **told,
        )
        apps.add(app)
        return app
    app = replace(before, **told)
    if app != before:
        apps.update(app)
        apps.save_names(app.id, None)
    return app
