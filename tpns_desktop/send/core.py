"""Opens the core: database, secrets, outbox, desk. Called once, on the background loop's thread.

Loading this module loads everything heavy (SQLAlchemy, Alembic, httpx, pydantic), so the window
imports it only after its first paint.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tpns_desktop.client.transport import quiet_loggers
from tpns_desktop.send.clock import Clock, SystemClock
from tpns_desktop.send.desk import Desk
from tpns_desktop.send.network import NetworkBook
from tpns_desktop.send.ways import ClientFactory, system_client
from tpns_desktop.store.database import open_database
from tpns_desktop.store.secrets import SecretStore

if TYPE_CHECKING:
    from tpns_desktop.paths import Paths
    from tpns_desktop.send.chat_ways import ChatFactory
    from tpns_desktop.send.sms_account import SmsFactory
    from tpns_desktop.store.settings import Settings


async def open_core(
    paths: Paths,
    settings: Settings,
    *,
    clock: Clock | None = None,
    client: ClientFactory | None = None,
    secrets: SecretStore | None = None,
    sms_client: SmsFactory | None = None,
    chat_client: ChatFactory | None = None,
    daily_backups: bool = True,
) -> Desk:
    """The desk of one person on this machine, ready for use; close it with `Desk.close`.

    The database belongs to the calling thread from now on. Whatever an earlier run left unsettled
    is settled here, and nothing is sent. Without `daily_backups` none is taken: their thread goes
    by real time, whatever `clock` says. Raises OSError when the folders cannot be made, StoreError
    when the database cannot be opened.
    """
    quiet_loggers()
    paths.make()
    clock = clock or SystemClock()
    secrets = secrets or SecretStore()
    if client is None:
        # Asked at each connection: what is set counts from then on, without a new start.
        client = partial(system_client, network=NetworkBook(settings, secrets).current)
    database = open_database(paths.database_file, clock.now)
    try:
        desk = Desk(database, settings, secrets, clock, client, sms_client, chat_client)
        desk.log_dir = paths.log_dir
        await desk.start()
        if daily_backups:
            database.keep_backups(clock.now)
    except BaseException:
        database.close()
        raise
    return desk
