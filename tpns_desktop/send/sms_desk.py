"""The desk's subject *texts*: account, book of signatures and templates, balance, what became.

One door to `sms_account`, `sms_book` and `sms_after`. An app's id says whose account is meant: the
person's own, or for a practice app the practice service's. Nothing here can send a text; that is
done by TPNS when a push asks for it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from tpns_desktop.client.sms import SmsClient
from tpns_desktop.client.sms_points import INTERNATIONAL
from tpns_desktop.model.cloud_sms import USABLE
from tpns_desktop.send.sms_account import (
    CloudAccount,
    CloudForm,
    CloudSaved,
    SmsAccount,
    SmsFactory,
    SmsFailed,
    SmsTest,
)
from tpns_desktop.send.sms_after import After, SmsAfter, sms_of
from tpns_desktop.send.sms_book import (
    Balance,
    Book,
    BookRead,
    BookRefused,
    SignatureForm,
    SmsAppForm,
    TemplateForm,
    Texts,
)
from tpns_desktop.store.apps import Apps
from tpns_desktop.store.history import History
from tpns_desktop.store.lists import Lists
from tpns_desktop.store.sms_book import Shelf, SmsApp, SmsSignature, SmsTemplate

if TYPE_CHECKING:
    from tpns_desktop.client.network import NetworkSource
    from tpns_desktop.model.cloud_sms import NumberInfo, Receipt
    from tpns_desktop.send.clock import Clock
    from tpns_desktop.send.ways import Places
    from tpns_desktop.store.database import Database
    from tpns_desktop.store.secrets import SecretStore
    from tpns_desktop.store.settings import Settings

__all__ = [
    "Balance",
    "Book",
    "BookRead",
    "BookRefused",
    "CloudAccount",
    "CloudForm",
    "CloudSaved",
    "SignatureForm",
    "SmsAfter",
    "SmsApp",
    "SmsAppForm",
    "SmsDesk",
    "SmsFailed",
    "SmsSetup",
    "SmsSignature",
    "SmsTemplate",
    "SmsTest",
    "TemplateForm",
]

STEPS: Final = ("numbers", "authorise", "texts", "package")
"""What must be ready before texts can follow a push (the service's own guide to supplementary
SMS, steps 1 to 4)."""
PHONE_ACCOUNTS: Final = 1002
"""The account type of mobile numbers (tencent-cloud-sms.md 10)."""


@dataclass(frozen=True)
class SmsSetup:
    """How far supplementary texts are set up, by what is known on this computer."""

    site: str
    """``china`` or ``international``."""
    account: CloudAccount | None
    numbers: int | None
    """Most mobile numbers in one list of accounts; None: no such list was ever checked."""
    texted: bool
    """Whether the service ever took on a push with texts. That TPNS has keys is not known by it."""
    signatures: Book[SmsSignature]
    templates: Book[SmsTemplate]
    apps: tuple[SmsApp, ...]
    bound: bool = False
    """A person said that the app binds numbers."""
    authorised: bool = False
    """A person said that TPNS has the keys."""
    practice: bool = False

    @property
    def usable_signatures(self) -> int:
        """How many may be sent with; typed ones are not known to be."""
        return sum(row.status == USABLE for row in self.signatures.rows)

    @property
    def usable_templates(self) -> int:
        """As of signatures."""
        return sum(row.status == USABLE for row in self.templates.rows)

    @property
    def left(self) -> int | None:
        """Messages left in the packages of all SMS apps that were read; None: none was."""
        read = [app.balance for app in self.apps if app.balance is not None]
        return sum(read) if read else None

    @property
    def steps(self) -> dict[str, str]:
        """Each of `STEPS` → "done", "not" or "unknown", as honestly as it can be told."""
        return {
            "numbers": "done" if self.bound or self.practice else "unknown",
            "authorise": "done" if self.authorised or self.practice else "unknown",
            "texts": self._texts(),
            "package": "unknown" if self.left is None else "done" if self.left else "not",
        }

    def _texts(self) -> str:
        # Global texts may go without a signature.
        signed = self.usable_signatures or self.site == INTERNATIONAL
        if self.usable_templates and signed:
            return "done"
        read = self.signatures.read_at or self.templates.read_at or self.templates.nothing_found
        return "not" if read else "unknown"


class SmsDesk:
    """Everything about texts but the sending."""

    def __init__(
        self,
        database: Database,
        settings: Settings,
        secrets: SecretStore,
        places: Places,
        clock: Clock,
        network: NetworkSource,
        client: SmsFactory | None = None,
    ) -> None:
        """`client` makes clients; without one they speak to the real `network`."""
        self._database = database
        self._settings = settings
        self._account = SmsAccount(
            settings, secrets, places, clock, client or partial(_client, network=network)
        )
        self._texts = Texts(database, self._account, clock)
        self._after = After(database, self._account, clock, settings)

    def shelf(self, practice: bool) -> Shelf:
        """Where in the book texts of such an app stand. Asks nobody."""
        return self._account.shelf(practice=practice)

    def noticed(self, batch_id: str) -> None:
        """A batch has news: the SMS app of a push that was taken on is remembered."""
        with self._database.reading() as conn:
            rows = History(conn).batch(batch_id)
        for row in rows:
            info = sms_of(row) if row.state == "accepted" else None
            if info is not None:
                self._texts.used(str(info.get("sms_app_id")), practice=row.practice)
                return

    # ----------------------------------------------------------------------------------- account

    async def account(self, app_id: str | None = None) -> CloudAccount | None:
        """The account that texts of this app are read with; None where there is none."""
        return await self._account.account(practice=self._practice(app_id))

    async def save_account(self, form: CloudForm) -> CloudSaved:
        """Keep site, region and keys of the person's account. Raises FormRefused."""
        return await self._account.save(form)

    async def test_account(self, form: CloudForm) -> SmsTest:
        """Read signatures and templates with these keys; sends nothing. Raises FormRefused."""
        return await self._account.test(form)

    async def remove_account(self) -> bool:
        """Forget the keys. False when a keyring may still hold one."""
        return await self._account.remove()

    # -------------------------------------------------------------------------------------- book

    async def signatures(self, app_id: str | None) -> Book[SmsSignature]:
        """Signatures as the local book has them; asks nobody."""
        return self._texts.signatures(practice=self._practice(app_id))

    async def templates(self, app_id: str | None) -> Book[SmsTemplate]:
        """Templates as the local book has them; asks nobody."""
        return self._texts.templates(practice=self._practice(app_id))

    async def sms_apps(self, app_id: str | None) -> tuple[SmsApp, ...]:
        """SMS apps that were used or typed, the last used first."""
        return self._texts.apps(practice=self._practice(app_id))

    async def refresh_book(self, app_id: str | None) -> BookRead:
        """Read signatures and templates from the account; typed ones stay.

        What went wrong is in the books' `trouble`.
        """
        return await self._texts.refresh(practice=self._practice(app_id))

    async def recheck(self, app_id: str | None, template_id: str, name: str) -> tuple[str, ...]:
        """What of a chosen template and signature changed since; see `Texts.recheck`.

        Raises SmsFailed.
        """
        return await self._texts.recheck(template_id, name, practice=self._practice(app_id))

    async def add_signature(self, app_id: str | None, form: SignatureForm) -> Book[SmsSignature]:
        """Keep a signature typed by hand. Raises BookRefused."""
        return self._texts.add_signature(form, practice=self._practice(app_id))

    async def add_template(self, app_id: str | None, form: TemplateForm) -> Book[SmsTemplate]:
        """Keep or change a template typed by hand. Raises BookRefused."""
        return self._texts.add_template(form, practice=self._practice(app_id))

    async def set_kind(self, app_id: str | None, template_id: str, kind: str) -> bool:
        """Say what a template is for. False when the book does not have it."""
        return self._texts.set_kind(template_id, kind, practice=self._practice(app_id))

    async def add_sms_app(self, app_id: str | None, form: SmsAppForm) -> tuple[SmsApp, ...]:
        """Keep an SMS app typed by hand. Raises BookRefused."""
        return self._texts.add_app(form, practice=self._practice(app_id))

    async def remove(
        self, app_id: str | None, what: str, key: str, *, international: bool = False
    ) -> bool:
        """Forget a "signature" (by name), "template" or "app" (by id) in the local book."""
        practice = self._practice(app_id)
        return self._texts.remove(what, key, practice=practice, international=international)

    # ------------------------------------------------------------------------------------- asking

    async def balance(self, app_id: str | None, sms_app_id: str) -> Balance:
        """What an SMS app can still send; why it is not known is in its `trouble`."""
        return await self._texts.balance(sms_app_id, practice=self._practice(app_id))

    async def number_info(self, app_id: str | None, numbers: Sequence[str]) -> list[NumberInfo]:
        """What the service reads in phone numbers. Raises SmsFailed."""
        return await self._texts.numbers(numbers, practice=self._practice(app_id))

    async def after(self, batch_id: str) -> SmsAfter | None:
        """What became of a push's texts; None for a push without any."""
        return await self._after.after(batch_id)

    async def receipts(self, batch_id: str, number: str) -> list[Receipt]:
        """Receipts of texts to one number since this push's began. Raises SmsFailed."""
        return await self._after.receipts(batch_id, number)

    async def setup(self, app_id: str | None) -> SmsSetup:
        """How far texts are set up; asks nobody."""
        practice = self._practice(app_id)
        with self._database.reading() as conn:
            numbers = [
                row.accounts
                for row in Lists(conn).all()
                if row.kind == "account" and row.account_type == PHONE_ACCOUNTS
            ]
        apps = self._texts.apps(practice=practice)
        return SmsSetup(
            site=self._account.real_site(practice=practice),
            account=await self._account.account(practice=practice),
            numbers=max(numbers, default=None),
            texted=any(app.used_at is not None for app in apps),
            signatures=self._texts.signatures(practice=practice),
            templates=self._texts.templates(practice=practice),
            apps=apps,
            bound=self._settings.sms_bound,
            authorised=self._settings.sms_authorised,
            practice=practice,
        )

    def _practice(self, app_id: str | None) -> bool:
        if app_id is None:
            return False
        with self._database.reading() as conn:
            app = Apps(conn).get(app_id)
        return app is not None and app.practice


def _client(*given: object, network: NetworkSource) -> SmsClient:
    return SmsClient(*given, network=network)  # type: ignore[arg-type]  # as `SmsFactory` says
