"""The local book of texts: read from the account, typed by hand, looked into offline.

Owns what a refresh does to it. What is chosen in a draft may have been changed at the service since
it was looked at, so that one template and one signature can be read anew (`recheck`).
Source: tencent-cloud-sms.md 5 to 7.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from tpns_desktop.client.sms_points import CHINA
from tpns_desktop.model.cloud_sms import (
    GONE,
    CloudSignature,
    CloudTemplate,
    NumberInfo,
    messages_left,
)
from tpns_desktop.send.connect import FieldProblem
from tpns_desktop.send.sms_account import SmsAccount, SmsFailed
from tpns_desktop.store.sms_book import (
    KINDS,
    Shelf,
    SmsApp,
    SmsBook,
    SmsSignature,
    SmsTemplate,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tpns_desktop.send.clock import Clock
    from tpns_desktop.store.database import Database

ID: Final = re.compile(r"[0-9]{1,32}")
"""Ids of templates and SMS apps are digits."""
TEXT_MAX: Final = 2000
"""Characters of a template (tencent-cloud-sms.md 8)."""
NAME_MAX: Final = 100
PACKAGES_SINCE: Final = timedelta(days=5 * 366)
"""Packages are asked for by when they were made, and live for years."""

T = TypeVar("T")


class BookRefused(ValueError):
    """What was typed cannot go into the book; `problems` names fields and reasons."""

    def __init__(self, problems: tuple[FieldProblem, ...]) -> None:
        super().__init__(", ".join(f"{p.field}: {p.reason}" for p in problems))
        self.problems = problems


@dataclass(frozen=True)
class Book(Generic[T]):
    """One half of the book, as the local copy has it."""

    rows: tuple[T, ...]
    site: str
    """``china`` or ``international``."""
    region: str
    read_at: datetime | None = None
    """When the account was last read; None: never."""
    trouble: SmsFailed | None = None
    """Why a refresh that was asked for did not work."""
    nothing_found: bool = False
    """The account was read and has nothing in this region; regions know nothing of each other."""
    other_region: str = ""
    """Where to look next then."""


@dataclass(frozen=True)
class BookRead:
    """Both halves after a refresh, and what is no longer as it was."""

    signatures: Book[SmsSignature]
    templates: Book[SmsTemplate]
    changed_templates: tuple[str, ...] = ()
    """Ids whose text, status or numbers (mainland, global) differ from before, gone ones
    included."""
    changed_signatures: tuple[str, ...] = ()


@dataclass(frozen=True)
class Balance:
    """What an SMS app can still send."""

    sms_app_id: str
    left: int | None
    """Messages left in packages in force; None when it is not known."""
    read_at: datetime | None
    trouble: SmsFailed | None = None
    """Why it could not be read just now; reason "china_only" at the international site."""


@dataclass(frozen=True)
class SignatureForm:
    """A signature typed by hand.

    Problems: ``name`` "required", "brackets" (the service adds them), "length".
    """

    name: str
    international: bool = False


@dataclass(frozen=True)
class TemplateForm:
    """A template typed by hand.

    Problems: ``template_id`` "required", "digits"; ``content`` "required", "length", "gaps" (blanks
    are numbered from 1 without a gap); ``kind`` "unknown".
    """

    template_id: str
    content: str
    name: str = ""
    international: int | None = None
    """0 mainland China, 1 global, 3 both, None not known."""
    kind: str = "unknown"
    """One of ``notice``, ``marketing``, ``code``, ``unknown``."""


@dataclass(frozen=True)
class SmsAppForm:
    """An SMS app typed by hand. Problems: ``sms_app_id`` "required", "digits"."""

    sms_app_id: str
    name: str = ""


@dataclass
class _Trouble:
    """The last refresh of a shelf."""

    failed: SmsFailed | None = None
    found: int | None = field(default=None)


class Texts:
    """The book of one place and time."""

    def __init__(self, database: Database, account: SmsAccount, clock: Clock) -> None:
        self._database = database
        self._account = account
        self._clock = clock
        self._last: dict[Shelf, _Trouble] = {}

    def signatures(self, *, practice: bool) -> Book[SmsSignature]:
        """Signatures as the book has them."""
        shelf = self._account.shelf(practice=practice)
        with self._database.reading() as conn:
            rows = SmsBook(conn).signatures(shelf)
        return self._book(rows, shelf, practice=practice)

    def templates(self, *, practice: bool) -> Book[SmsTemplate]:
        """Templates as the book has them."""
        shelf = self._account.shelf(practice=practice)
        with self._database.reading() as conn:
            rows = SmsBook(conn).templates(shelf)
        return self._book(rows, shelf, practice=practice)

    def apps(self, *, practice: bool) -> tuple[SmsApp, ...]:
        """SMS apps as the book has them, the last used first; then those that practice knows."""
        shelf = self._account.shelf(practice=practice)
        with self._database.reading() as conn:
            found = SmsBook(conn).apps(shelf)
        known = {app.sms_app_id for app in found}
        named = self._account.practice_apps() if practice else {}
        found += [
            replace(_app(shelf, id), name=name) for id, name in named.items() if id not in known
        ]
        return tuple(
            app if app.name else replace(app, name=named.get(app.sms_app_id, "")) for app in found
        )

    async def refresh(self, *, practice: bool) -> BookRead:
        """Read the account's signatures and templates into the book; typed ones stay.

        What goes wrong is in the books' `trouble`, and the book then stays as it was.
        """
        shelf = self._account.shelf(practice=practice)
        before = self._states(shelf)
        last = self._last[shelf] = _Trouble()
        try:
            async with self._account.asking(practice=practice) as client:
                signatures: list[CloudSignature] = []
                templates: list[CloudTemplate] = []
                for international in (False, True):
                    signatures += await client.signatures(international=international)
                    templates += await client.templates(international=international)
        except SmsFailed as failed:
            last.failed = failed
        else:
            last.found = len(signatures) + len(templates)
            now = self._clock.now()
            with self._database.transaction() as conn:
                book = SmsBook(conn)
                book.signatures_read(shelf, [_signature(shelf, s, now) for s in signatures], now)
                book.templates_read(shelf, [_template(shelf, t, now) for t in templates], now)
        after = self._states(shelf)
        return BookRead(
            self.signatures(practice=practice),
            self.templates(practice=practice),
            *(
                tuple(name for name in old if old[name] != new.get(name))
                for old, new in zip(before, after, strict=True)
            ),
        )

    async def recheck(self, template_id: str, signature: str, *, practice: bool) -> tuple[str, ...]:
        """What of a choice is no longer as the book had it; the book is brought up to date.

        Any of "template_gone", "template_changed" (its text), "template_status",
        "signature_gone", "signature_status"; empty: all as it was, or typed by hand and not listed
        by the account. Raises SmsFailed when the account cannot be asked.
        """
        shelf = self._account.shelf(practice=practice)
        with self._database.reading() as conn:
            template = SmsBook(conn).template(shelf, template_id)
            names = [s for s in SmsBook(conn).signatures(shelf) if s.name == signature]
        read = await self.refresh(practice=practice)
        if read.templates.trouble is not None:
            raise read.templates.trouble
        found: list[str] = []
        now = next((t for t in read.templates.rows if t.template_id == template_id), None)
        if template is not None and now is not None and now.read_at is not None:
            if now.status == GONE and template.status != GONE:
                found.append("template_gone")
            elif now.content != template.content:
                found.append("template_changed")
            elif template.status is not None and now.status != template.status:
                found.append("template_status")
        after = {
            (s.name, s.international): s for s in read.signatures.rows if s.read_at is not None
        }
        for one in names:
            sign = after.get((one.name, one.international))
            if sign is None or one.status is None or sign.status == one.status:
                continue
            found.append("signature_gone" if sign.status == GONE else "signature_status")
        return tuple(dict.fromkeys(found))

    # ------------------------------------------------------------------------------ typed by hand

    def add_signature(self, form: SignatureForm, *, practice: bool) -> Book[SmsSignature]:
        """Keep a signature that was typed. Raises BookRefused."""
        name = form.name.strip()
        problem = (
            "required"
            if not name
            else "brackets"
            if set(name) & set("【】[]")
            else "length"
            if len(name) > NAME_MAX
            else ""
        )
        if problem:
            raise BookRefused((FieldProblem("name", problem),))
        shelf = self._account.shelf(practice=practice)
        with self._database.transaction() as conn:
            book = SmsBook(conn)
            known = any(
                (s.name, s.international) == (name, form.international)
                for s in book.signatures(shelf)
            )
            if not known:  # what was read tells more than what is typed
                row = SmsSignature(
                    site=shelf.site,
                    region=shelf.region,
                    international=form.international,
                    name=name,
                )
                book.put_signature(row)
        return self.signatures(practice=practice)

    def add_template(self, form: TemplateForm, *, practice: bool) -> Book[SmsTemplate]:
        """Keep a template that was typed, or what was typed about one. Raises BookRefused.

        Text and numbers of one that was read from the account stay; its name and what it is for are
        a person's to say.
        """
        clean = replace(form, template_id=form.template_id.strip(), name=form.name.strip())
        problems = _template_problems(clean)
        if problems:
            raise BookRefused(problems)
        shelf = self._account.shelf(practice=practice)
        with self._database.transaction() as conn:
            book = SmsBook(conn)
            known = book.template(shelf, clean.template_id)
            if known is not None and known.read_at is not None:
                row = replace(known, kind=clean.kind)
            else:
                row = SmsTemplate(
                    site=shelf.site,
                    region=shelf.region,
                    template_id=clean.template_id,
                    name=clean.name[:NAME_MAX],
                    content=clean.content,
                    international=clean.international,
                    kind=clean.kind,
                )
            book.put_template(row)
        return self.templates(practice=practice)

    def set_kind(self, template_id: str, kind: str, *, practice: bool) -> bool:
        """Say what a template is for. False when the book does not have it."""
        if kind not in KINDS:
            raise BookRefused((FieldProblem("kind", "unknown"),))
        shelf = self._account.shelf(practice=practice)
        with self._database.transaction() as conn:
            known = SmsBook(conn).template(shelf, template_id)
            if known is not None:
                SmsBook(conn).put_template(replace(known, kind=kind))
        return known is not None

    def add_app(self, form: SmsAppForm, *, practice: bool) -> tuple[SmsApp, ...]:
        """Keep an SMS app that was typed. Raises BookRefused."""
        sms_app_id = form.sms_app_id.strip()
        if not ID.fullmatch(sms_app_id):
            reason = "digits" if sms_app_id else "required"
            raise BookRefused((FieldProblem("sms_app_id", reason),))
        shelf = self._account.shelf(practice=practice)
        with self._database.transaction() as conn:
            book = SmsBook(conn)
            known = book.app(shelf, sms_app_id) or _app(shelf, sms_app_id)
            book.put_app(replace(known, name=form.name.strip()[:NAME_MAX] or known.name))
        return self.apps(practice=practice)

    def used(self, sms_app_id: str, *, practice: bool) -> None:
        """A push with this SMS app was confirmed."""
        if not ID.fullmatch(sms_app_id):
            return
        shelf = self._account.shelf(practice=practice)
        with self._database.transaction() as conn:
            book = SmsBook(conn)
            known = book.app(shelf, sms_app_id) or _app(shelf, sms_app_id)
            book.put_app(replace(known, used_at=self._clock.now()))

    def remove(self, what: str, key: str, *, practice: bool, international: bool = False) -> bool:
        """Forget a "signature" (by name), "template" or "app" (by id) here; False: there is none.

        One that the account has comes back with the next refresh.
        """
        shelf = self._account.shelf(practice=practice)
        with self._database.transaction() as conn:
            book = SmsBook(conn)
            if what == "signature":
                return book.remove_signature(shelf, key, international=international)
            return (
                book.remove_template(shelf, key)
                if what == "template"
                else (book.remove_app(shelf, key))
            )

    # ------------------------------------------------------------------------------ the account

    async def balance(self, sms_app_id: str, *, practice: bool) -> Balance:
        """What an SMS app can still send, read now; as last read where that is not possible."""
        shelf = self._account.shelf(practice=practice)
        now = self._clock.now()
        failed: SmsFailed | None = None
        try:
            if self._account.real_site(practice=practice) != CHINA:
                raise SmsFailed("china_only")
            async with self._account.asking(practice=practice) as client:
                packages = await client.packages(sms_app_id, now - PACKAGES_SINCE, now)
        except SmsFailed as error:
            failed = error
        with self._database.transaction() as conn:
            book = SmsBook(conn)
            known = book.app(shelf, sms_app_id) or _app(shelf, sms_app_id)
            if failed is None:
                left = messages_left(packages, now)
                known = replace(known, balance=left, balance_at=now)
                book.put_app(known)
        return Balance(sms_app_id, known.balance, known.balance_at, failed)

    async def numbers(self, numbers: Sequence[str], *, practice: bool) -> list[NumberInfo]:
        """What the service reads in phone numbers. Raises SmsFailed."""
        async with self._account.asking(practice=practice) as client:
            return await client.numbers(numbers)

    def _book(self, rows: Sequence[T], shelf: Shelf, *, practice: bool) -> Book[T]:
        last = self._last.get(shelf, _Trouble())
        site = self._account.real_site(practice=practice)
        read = [at for row in rows if (at := getattr(row, "read_at", None)) is not None]
        empty = last.found == 0
        return Book(
            rows=tuple(rows),
            site=site,
            region=shelf.region,
            read_at=max(read, default=None),
            trouble=last.failed,
            nothing_found=empty,
            other_region=self._account.other_region(site, shelf.region) if empty else "",
        )

    def _states(self, shelf: Shelf) -> tuple[dict[str, object], dict[str, object]]:
        with self._database.reading() as conn:
            book = SmsBook(conn)
            return (
                {t.template_id: _state(t) for t in book.templates(shelf) if t.read_at},
                {s.name: (s.status, s.international) for s in book.signatures(shelf) if s.read_at},
            )


def _state(row: SmsTemplate) -> tuple[object, ...]:
    return (row.status, row.content, row.international)


def _app(shelf: Shelf, sms_app_id: str) -> SmsApp:
    return SmsApp(site=shelf.site, region=shelf.region, sms_app_id=sms_app_id)


def _signature(shelf: Shelf, one: CloudSignature, now: datetime) -> SmsSignature:
    return SmsSignature(
        site=shelf.site,
        region=shelf.region,
        international=one.international,
        name=one.name,
        sign_id=one.sign_id,
        status=one.status,
        reply=one.reply,
        read_at=now,
    )


def _template(shelf: Shelf, one: CloudTemplate, now: datetime) -> SmsTemplate:
    return SmsTemplate(
        site=shelf.site,
        region=shelf.region,
        template_id=one.template_id,
        name=one.name,
        content=one.content,
        international=one.international,
        status=one.status,
        reply=one.reply,
        read_at=now,
    )


_BLANK = re.compile(r"\{([0-9]+)\}")


def _template_problems(form: TemplateForm) -> tuple[FieldProblem, ...]:
    problems = []
    if not ID.fullmatch(form.template_id):
        reason = "digits" if form.template_id else "required"
        problems.append(FieldProblem("template_id", reason))
    if not form.content.strip():
        problems.append(FieldProblem("content", "required"))
    elif len(form.content) > TEXT_MAX:
        problems.append(FieldProblem("content", "length"))
    else:
        numbers = {int(number) for number in _BLANK.findall(form.content)}
        if numbers != set(range(1, len(numbers) + 1)):
            problems.append(FieldProblem("content", "gaps"))
    if form.kind not in KINDS:
        problems.append(FieldProblem("kind", "unknown"))
    return tuple(problems)
