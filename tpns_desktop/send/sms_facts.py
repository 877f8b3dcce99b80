"""What the checks are told of texts: the book of one site and region, as the local copy has it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tpns_desktop.model import sms_text
from tpns_desktop.model.cloud_sms import BOTH
from tpns_desktop.send.facts import text_at, value_at

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from tpns_desktop.store.sms_book import Shelf, SmsApp, SmsSignature, SmsTemplate


@dataclass(frozen=True)
class SmsFacts:
    """The book: every template, signature and SMS app of a site and region."""

    templates: tuple[SmsTemplate, ...] = ()
    signatures: tuple[SmsSignature, ...] = ()
    apps: tuple[SmsApp, ...] = ()

    def template(self, template_id: str) -> SmsTemplate | None:
        """The template of this id, None where the book does not have it."""
        return next((row for row in self.templates if row.template_id == template_id), None)

    def signature(self, name: str, international: bool | None) -> SmsSignature | None:
        """The signature of this name, of this side rather than of the other."""
        named = [row for row in self.signatures if row.name == name]
        named.sort(key=lambda row: (row.international != international, row.status != 0))
        return named[0] if named else None

    def app(self, sms_app_id: str) -> SmsApp | None:
        """The SMS app of this id, None where the book does not have it."""
        return next((row for row in self.apps if row.sms_app_id == sms_app_id), None)


@dataclass(frozen=True)
class SmsText:
    """The text that a draft would send, as far as the book knows its template."""

    text: str
    """With its signature; blanks without a value stay as {n}."""
    international: bool
    """Whether it counts and reads as a global one."""
    length: sms_text.Length
    template: SmsTemplate


def sms_facts(conn: Connection, shelf: Shelf) -> SmsFacts:
    """Read the book of a shelf."""
    from tpns_desktop.store.sms_book import SmsBook

    book = SmsBook(conn)
    return SmsFacts(
        tuple(book.templates(shelf)), tuple(book.signatures(shelf)), tuple(book.apps(shelf))
    )


def is_on(draft: Mapping[str, Any]) -> bool:
    """Whether a text is to follow."""
    return bool(value_at(draft, "sms", "on"))


def values_of(draft: Mapping[str, Any]) -> list[str]:
    """What the template's blanks get, in order."""
    given = value_at(draft, "sms", "params")
    return [one for one in given if isinstance(one, str)] if isinstance(given, list) else []


def template_of(draft: Mapping[str, Any], book: SmsFacts | None) -> SmsTemplate | None:
    """The draft's template as the book has it; None without one, and while no text follows."""
    if book is None or not is_on(draft):
        return None
    return book.template(text_at(draft, "sms", "template_id").strip())


def side_of(template: SmsTemplate, signature: SmsSignature | None) -> bool | None:
    """Whether a text of it is a global one; None where neither it nor its signature tells."""
    if template.international in (0, 1):
        return template.international == 1
    return signature.international if signature is not None else None


def text_of_draft(draft: Mapping[str, Any], book: SmsFacts | None) -> SmsText | None:
    """What a phone would show; None while the book does not know the template's words."""
    template = template_of(draft, book)
    if book is None or template is None:
        return None
    return _text(template, text_at(draft, "sms", "sign_name").strip(), values_of(draft), book)


def text_of_info(info: Mapping[str, Any], book: SmsFacts) -> SmsText | None:
    """What a phone shows of a push that was sent, from its ``sms_info``; None as for a draft."""
    template = book.template(text_at(info, "sms_template_id"))
    given = value_at(info, "sms_template_params")
    params = [str(one) for one in given] if isinstance(given, list) else []
    if template is None:
        return None
    return _text(template, text_at(info, "sms_sign_name"), params, book)


def _text(
    template: SmsTemplate, name: str, params: Sequence[str], book: SmsFacts
) -> SmsText | None:
    if not template.content:
        return None
    known = None if template.international in (None, BOTH) else template.international == 1
    # Where nobody knows, as mainland text: it is never counted as fewer messages than it is.
    international = side_of(template, book.signature(name, known)) or False
    text = sms_text.signed(sms_text.draft_of(template.content, params), name, international)
    return SmsText(text, international, sms_text.segments(text, international), template)
