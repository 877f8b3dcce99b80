"""What can go wrong with the store, as errors that carry a stable code and never a stored value.

    StoreError              .code
    ├── CannotOpen          "cannot_open"        cannot be read, written or set aside
    │   ├── NetworkFolder   "network_folder"     on a network drive: locks do not hold there
    │   └── ReadOnly        "read_only"          can be read, but takes nothing
    ├── DatabaseGone        "database_gone"      it was there before and is missing or empty now
    ├── DatabaseDamaged     "database_damaged"   it cannot be used, and there are backups
    ├── DatabaseNewer       "newer"              from a newer program, and there are backups
    ├── NoBackup            "no_backup"          what should be restored is no sound database
    ├── WrongThread         "wrong_thread"       used from a second thread: a fault of ours
    ├── TransactionLost     "transaction_lost"   SQLite took it back by itself; nothing is kept
    ├── DiskFull            "disk_full"          nothing of the transaction is kept
    ├── Busy                "busy"               held too long by another program; nothing is kept
    ├── Damaged             "damaged"            the file proved broken while in use
    ├── UnknownApp          "unknown_app"        a draft or plan names an app that is not stored
    ├── AlreadyConfirmed    "already_confirmed"  this revision has a row for this platform already
    ├── IllegalMove         "illegal_move"       a state that may not follow the one before, or a
    │                                            change of what is frozen
    └── StoreFailed         "failed"             anything else the database refused

Errors of the keyring stand in ``secrets.py``: they concern another store.
"""

from __future__ import annotations

from typing import ClassVar


class StoreError(Exception):
    """Top of the tree."""

    code: ClassVar[str] = "failed"

    def __init__(self, detail: str = "") -> None:
        """Take a ``detail`` for developers, without any stored value."""
        super().__init__(f"{self.code}: {detail}" if detail else self.code)


class CannotOpen(StoreError):
    """The file cannot be read, written or set aside."""

    code = "cannot_open"


class NetworkFolder(CannotOpen):
    """The folder is on a network drive, where SQLite's locks and log cannot be relied on."""

    code = "network_folder"


class ReadOnly(CannotOpen):
    """The file can be read, and nothing can be written into it."""

    code = "read_only"


class DatabaseGone(StoreError):
    """The database was there before, and is missing or empty now.

    A new one would not know what was sent. A person decides: ``backups.restore`` or
    ``backups.start_afresh``.
    """

    code = "database_gone"


class DatabaseDamaged(StoreError):
    """The database cannot be used, and there are backups of it; it was left as it is.

    A person decides, as for `DatabaseGone`.
    """

    code = "database_damaged"


class DatabaseNewer(StoreError):
    """A newer program wrote the database, and there are backups of it; it was left as it is.

    A person decides, as for `DatabaseGone`, or starts the newer program.
    """

    code = "newer"


class NoBackup(StoreError):
    """The file that should be restored is missing, damaged or not one of ours."""

    code = "no_backup"


class WrongThread(StoreError):
    """The database was used from a thread that did not open it."""

    code = "wrong_thread"


class TransactionLost(StoreError):
    """SQLite rolled back by itself and the program went on as if it had not."""

    code = "transaction_lost"


class DiskFull(StoreError):
    """There is no room; nothing of the transaction is kept."""

    code = "disk_full"


class Busy(StoreError):
    """Another program held the file longer than we wait."""

    code = "busy"


class Damaged(StoreError):
    """The file proved broken while in use."""

    code = "damaged"


class UnknownApp(StoreError):
    """A draft or a plan names an app that is not stored."""

    code = "unknown_app"


class AlreadyConfirmed(StoreError):
    """This revision of the draft already has a row for this platform."""

    code = "already_confirmed"


class IllegalMove(StoreError):
    """A state that may not follow the one before, or a change of what was frozen."""

    code = "illegal_move"


class StoreFailed(StoreError):
    """Anything else the database refused."""
