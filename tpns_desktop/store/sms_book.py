"""The local book of texts: signatures, templates and SMS apps, as read from an account or typed in.

Filed under site and region, since regions know nothing of each other; practice has a site of its
own, so that made-up templates never stand among real ones. A row that was typed by hand has never
been read, and stays until somebody removes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, Final, Literal

from sqlalchemy import delete, insert, select, update

from tpns_desktop.model.cloud_sms import GONE
from tpns_desktop.store import tables

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Table

Kind = Literal["notice", "marketing", "code", "unknown"]
KINDS: Final[tuple[Kind, ...]] = ("notice", "marketing", "code", "unknown")
"""What a template is for. The service does not tell, so a person says it."""


@dataclass(frozen=True)
class Shelf:
    """Where in the book one looks."""

    site: str
    """``china``, ``international`` or ``practice``."""
    region: str


@dataclass(frozen=True, kw_only=True)
class SmsSignature:
    """A signature. Every datetime is aware, in UTC."""

    site: str
    region: str
    international: bool
    name: str
    """Without brackets: what a push names."""
    sign_id: str | None = None
    status: int | None = None
    """As `CloudSignature.status`, `GONE` when the account does not have it any more, None when it
    was never read."""
    reply: str = ""
    read_at: datetime | None = None
    """When it was last read from the account; None: typed by hand."""


@dataclass(frozen=True, kw_only=True)
class SmsTemplate:
    """A template. Every datetime is aware, in UTC."""

    site: str
    region: str
    template_id: str
    name: str = ""
    content: str = ""
    """Empty where nobody typed it and the account was never asked."""
    international: int | None = None
    """0 mainland China, 1 global, 3 both, None not known."""
    status: int | None = None
    """As of a signature."""
    reply: str = ""
    kind: str = "unknown"
    """One of `KINDS`."""
    read_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class SmsApp:
    """An SMS app (``SmsSdkAppId``): they cannot be listed, so used ones are remembered."""

    site: str
    region: str
    sms_app_id: str
    name: str = ""
    used_at: datetime | None = None
    balance: int | None = None
    """Messages left in its packages at `balance_at`; None when it was never read."""
    balance_at: datetime | None = None


class SmsBook:
    """The book in the database behind one connection."""

    def __init__(self, conn: Connection) -> None:
        """Work inside the transaction of ``conn``."""
        self._conn = conn

    # -------------------------------------------------------------------------------- signatures

    def signatures(self, shelf: Shelf) -> list[SmsSignature]:
        """Give a shelf's signatures in the order of their names."""
        return [SmsSignature(**row) for row in self._rows(tables.sms_signatures, shelf, "name")]

    def put_signature(self, row: SmsSignature) -> None:
        """Keep a signature, in place of what there was of that name."""
        self._put(tables.sms_signatures, row, "international", "name")

    def remove_signature(self, shelf: Shelf, name: str, *, international: bool) -> bool:
        """Forget a signature here. False when there is none."""
        table = tables.sms_signatures
        key = (table.c.name == name, table.c.international == international)
        return self._remove(table, shelf, *key)

    def signatures_read(self, shelf: Shelf, found: Sequence[SmsSignature], at: datetime) -> None:
        """Take over what the account has: whatever else was read before is marked `GONE`."""
        here = {(row.international, row.name) for row in found}
        for row in self.signatures(shelf):
            if row.read_at is not None and (row.international, row.name) not in here:
                self.put_signature(replace(row, status=GONE, read_at=at))
        # A name may be there twice: once refused, and usable the second time.
        for row in sorted(found, key=lambda one: one.status == 0):
            self.put_signature(row)

    # --------------------------------------------------------------------------------- templates

    def templates(self, shelf: Shelf) -> list[SmsTemplate]:
        """Give a shelf's templates in the order of their ids."""
        return [
            SmsTemplate(**row) for row in self._rows(tables.sms_templates, shelf, "template_id")
        ]

    def template(self, shelf: Shelf, template_id: str) -> SmsTemplate | None:
        """Give one template, None when the book does not have it."""
        return next((t for t in self.templates(shelf) if t.template_id == template_id), None)

    def put_template(self, row: SmsTemplate) -> None:
        """Keep a template, in place of what there was of that id."""
        self._put(tables.sms_templates, row, "template_id")

    def remove_template(self, shelf: Shelf, template_id: str) -> bool:
        """Forget a template here. False when there is none."""
        table = tables.sms_templates
        return self._remove(table, shelf, table.c.template_id == template_id)

    def templates_read(self, shelf: Shelf, found: Iterable[SmsTemplate], at: datetime) -> None:
        """As `signatures_read`. What a person said a template is for stays."""
        new = {row.template_id: row for row in found}
        before = {row.template_id: row for row in self.templates(shelf)}
        for row in before.values():
            if row.read_at is not None and row.template_id not in new:
                self.put_template(replace(row, status=GONE, read_at=at))
        for row in new.values():
            known = before.get(row.template_id)
            self.put_template(row if known is None else replace(row, kind=known.kind))

    # ---------------------------------------------------------------------------------- SMS apps

    def apps(self, shelf: Shelf) -> list[SmsApp]:
        """Give a shelf's SMS apps, the last used first."""
        found = [SmsApp(**row) for row in self._rows(tables.sms_apps, shelf, "sms_app_id")]
        return sorted(
            found, key=lambda app: app.used_at.timestamp() if app.used_at else 0.0, reverse=True
        )

    def app(self, shelf: Shelf, sms_app_id: str) -> SmsApp | None:
        """Give one SMS app, None when the book does not have it."""
        return next((app for app in self.apps(shelf) if app.sms_app_id == sms_app_id), None)

    def put_app(self, row: SmsApp) -> None:
        """Keep an SMS app, in place of what there was of that id."""
        self._put(tables.sms_apps, row, "sms_app_id")

    def remove_app(self, shelf: Shelf, sms_app_id: str) -> bool:
        """Forget an SMS app here. False when there is none."""
        return self._remove(tables.sms_apps, shelf, tables.sms_apps.c.sms_app_id == sms_app_id)

    # ------------------------------------------------------------------------------------- tables

    def _rows(self, table: Table, shelf: Shelf, order: str) -> list[Any]:
        query = select(table).where(*_on(table, shelf)).order_by(table.c[order])
        return [dict(row._mapping) for row in self._conn.execute(query)]

    def _put(self, table: Table, row: SmsSignature | SmsTemplate | SmsApp, *key: str) -> None:
        values = asdict(row)
        here = [table.c[name] == values[name] for name in ("site", "region", *key)]
        changed = self._conn.execute(update(table).where(*here).values(**values))
        if changed.rowcount == 0:
            self._conn.execute(insert(table).values(**values))

    def _remove(self, table: Table, shelf: Shelf, *key: ColumnElement[bool]) -> bool:
        return self._conn.execute(delete(table).where(*_on(table, shelf), *key)).rowcount == 1


def _on(table: Table, shelf: Shelf) -> tuple[ColumnElement[bool], ...]:
    return (table.c.site == shelf.site, table.c.region == shelf.region)
