"""How an older file becomes one of today: Alembic, run by the program itself, forward only.

Each step is a module in ``versions/`` named ``r<revision>_<what it brings>.py``, writes its tables
out in full (``tables.py`` goes on changing, a step never does) and has no way back. A new step goes
to the end of ``REVISIONS`` and gets a test that begins with a file of the revision before.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sqlalchemy import Connection

REVISIONS: Final[tuple[str, ...]] = ("0001", "0002", "0003", "0004", "0005", "0006", "0007")
"""Every revision this program knows, the oldest first. A file with any other is newer than the
program."""

HEAD: Final = REVISIONS[-1]


def upgrade(conn: Connection, revision: str = HEAD) -> None:
    """Bring the database behind ``conn`` up to ``revision``, inside its open transaction.

    Foreign keys must be off: a step that rebuilds a table drops the old one, and the rows that hang
    on it with it.
    """
    # Here and not above: most starts find a file of today, and Alembic takes a tenth of a second to
    # load.
    from alembic import command
    from alembic.config import Config

    config = Config()
    # The value goes through configparser, where % is special.
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.attributes["connection"] = conn
    command.upgrade(config, revision)
