"""Uploaded packages: their rules, and whom they name.

A package is looked through once, block by block, when it is uploaded, and what is kept of it are
sets of people and devices: a few kilobytes for ten million lines, and a push to it is worked out
with a handful of operations on whole sets. Accounts of every type are looked for, since only the
push says which type is meant. Sources: tpns-rest 6; how lines are read is inferred there.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING, Final

from tpns_desktop.model.limits import ACCOUNT_LENGTH_MAX, ACCOUNT_LENGTH_MIN, TOKEN_LENGTH

from . import bits
from .codes import BAD_UPLOAD, EMPTY_UPLOAD, Refusal
from .fleet import Fleet
from .form import UploadedFile
from .people import People
from .short_rolls import ShortAccountRoll, ShortTokenRoll

if TYPE_CHECKING:
    from .rolls import AccountRoll, TokenRoll

NAME_LENGTH_MAX: Final = 100
"""Characters of a file's name (tpns-rest 6)."""
UNPACKED_BYTES_MAX: Final = 1024 * 1024 * 1024
"""Bytes that come out of a zip; ours, so that a small file cannot keep the service busy."""

_TEXT_ENDINGS: Final = (".txt", ".csv")
_BLOCK: Final = 1 << 20
_SHORT_BYTES: Final = 32 * 1024
"""Up to here reading line by line is faster than loading what reads columns."""
_LINE_BYTES_MAX: Final = 4096
"""No line of permitted length has more, so an endless one is left early."""
_BOM: Final = b"\xef\xbb\xbf"
_ZIP_BEGINS: Final = b"PK"

# A block begins with a line end, so each line stands between two of them.
_BAD_LINE: Final = rf"\n(?:[^\n]{{1,{ACCOUNT_LENGTH_MIN - 1}}}\n|[^\n]{{{ACCOUNT_LENGTH_MAX + 1}}})"
_BAD_BYTES: Final = re.compile(_BAD_LINE.encode())
_BAD_TEXT: Final = re.compile(_BAD_LINE)
_NO_TOKEN: Final = re.compile(rb"\n(?![^\n]{%d}\n)." % TOKEN_LENGTH)


@dataclass(frozen=True, slots=True)
class Upload:
    """What a package names. Whether its lines are accounts or tokens, the push decides."""

    lines: int
    """How many it has, blank ones not counted."""
    persons: Mapping[int, int]
    """Account type → people named by an account of theirs; a set as in ``bits``."""
    bound: Mapping[int, tuple[str, ...]]
    """Account type → accounts in it that are nobody's, but were bound to devices before it came."""
    tokens: int | None
    """Devices named by their tokens; ``None`` when a line has not the length of a token."""
    found: Mapping[tuple[int, bool], int] | None = None
    """(Account type, all devices of each) → devices, where they were looked up when it came."""


def read_package(
    file: UploadedFile, *, people: People, fleet: Fleet, skips_bad_lines: bool = False
) -> Upload:
    """Look a file through; takes seconds for a large one, so it belongs on a thread.

    ``skips_bad_lines``: lines that are too short or too long are left out. Raises ``Refusal``:
    1008012 if there is no line in it, 1008011 for everything else.
    """
    if not file.content.getbuffer().nbytes:
        raise Refusal(EMPTY_UPLOAD)
    ending = _ending_of(file)
    if ending != ".zip":
        return _read(file.content, ending, people, fleet, skips_bad_lines)
    try:
        with zipfile.ZipFile(file.content) as archive:
            entry = _only_entry(archive)
            with archive.open(entry) as stream:
                return _read(stream, _ending(entry.filename), people, fleet, skips_bad_lines)
    # Encrypted: RuntimeError; a method nobody knows: NotImplementedError.
    except (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError):
        raise Refusal(BAD_UPLOAD) from None


def package_of(lines: Iterable[str], *, people: People, fleet: Fleet) -> Upload:
    """A package with these lines, for examples and tests."""
    content = io.BytesIO("\n".join(lines).encode())
    return _read(content, ".txt", people, fleet, False)


def _ending_of(file: UploadedFile) -> str:
    if file.name is None:
        # Clients in the field leave it out; then the content tells.
        begins = bytes(file.content.getbuffer()[: len(_ZIP_BEGINS)])
        return ".zip" if begins == _ZIP_BEGINS else ".txt"
    ending = _ending(file.name)
    if not 1 <= len(file.name) <= NAME_LENGTH_MAX or ending not in (*_TEXT_ENDINGS, ".zip"):
        raise Refusal(BAD_UPLOAD)
    return ending


def _ending(name: str) -> str:
    return PurePosixPath(name).suffix.lower()


def _only_entry(archive: zipfile.ZipFile) -> zipfile.ZipInfo:
    entries = archive.infolist()
    if len(entries) != 1:
        raise Refusal(BAD_UPLOAD)
    entry = entries[0]
    # filename has "/" for whatever the system that packed it uses; orig_filename is as written.
    in_folder = "/" in entry.filename or "\\" in entry.orig_filename
    if in_folder or _ending(entry.filename) not in _TEXT_ENDINGS:
        raise Refusal(BAD_UPLOAD)
    if entry.file_size > UNPACKED_BYTES_MAX:
        raise Refusal(BAD_UPLOAD)
    return entry


def _read(
    stream: IO[bytes], ending: str, people: People, fleet: Fleet, skips_bad_lines: bool
) -> Upload:
    accounts: AccountRoll | ShortAccountRoll | None = None
    tokens: TokenRoll | ShortTokenRoll | None = None
    lines = 0
    for block in _blocks(stream):
        if skips_bad_lines:
            block = _without_bad_lines(block)
        _check(block, one_column=ending == ".csv")
        lines += block.count(b"\n") - 1
        if accounts is None:
            accounts, tokens = _rolls(block, people, fleet)
        accounts.read(block)
        if tokens is not None and _NO_TOKEN.search(block):
            tokens = None
        if tokens is not None:
            tokens.read(block)
    if not lines or accounts is None:
        raise Refusal(EMPTY_UPLOAD)
    return Upload(
        lines=lines,
        persons=accounts.persons(),
        bound=accounts.bound(),
        tokens=None if tokens is None else tokens.devices(),
    )


def _rolls(
    first: bytes, people: People, fleet: Fleet
) -> tuple[AccountRoll | ShortAccountRoll, TokenRoll | ShortTokenRoll]:
    """Readers for a package whose first block is this; a short one is all of it, or nearly."""
    if len(first) <= _SHORT_BYTES:
        return ShortAccountRoll(people), ShortTokenRoll(fleet)
    from .rolls import AccountRoll, TokenRoll  # Loads numpy, which most runs never need.

    return AccountRoll(people), TokenRoll(fleet)


def _blocks(stream: IO[bytes]) -> Iterator[bytes]:
    """Whole lines, each between two line ends, without mark, carriage returns and blank lines."""
    rest = b""
    begun = False
    read = 0
    while chunk := stream.read(_BLOCK):
        read += len(chunk)
        if read > UNPACKED_BYTES_MAX:
            raise Refusal(BAD_UPLOAD)
        block = rest + chunk
        if not begun:
            begun = True
            block = block.removeprefix(_BOM)
        end = block.rfind(b"\n") + 1
        rest = block[end:]
        if len(rest) > _LINE_BYTES_MAX:
            raise Refusal(BAD_UPLOAD)
        if end:
            yield _tidy(block[:end])
    if rest:
        yield _tidy(rest + b"\n")


def _tidy(block: bytes) -> bytes:
    block = b"\n" + block
    for doubled in (b"\r\n", b"\n\n"):
        while doubled in block:
            block = block.replace(doubled, b"\n")
    return block


def _without_bad_lines(block: bytes) -> bytes:
    good = (
        line
        for line in block[1:-1].split(b"\n")
        if ACCOUNT_LENGTH_MIN <= len(line.decode("utf-8", "replace")) <= ACCOUNT_LENGTH_MAX
    )
    return b"".join((b"\n", *(line + b"\n" for line in good)))


def _check(block: bytes, *, one_column: bool) -> None:
    if one_column and b"," in block:
        raise Refusal(BAD_UPLOAD)
    if block.isascii():
        bad = _BAD_BYTES.search(block) is not None
    else:
        try:
            bad = _BAD_TEXT.search(block.decode("utf-8")) is not None
        except UnicodeDecodeError:
            bad = True
    if bad:
        raise Refusal(BAD_UPLOAD)


def devices_of_accounts(
    upload: Upload, account_type: int, *, all_devices: bool, people: People, fleet: Fleet
) -> int:
    """The devices of a package's accounts, all of them or each account's latest.

    Those in ``accounts_to_ask_for`` are left out: they may have other devices than their person.
    """
    persons = upload.persons.get(account_type, 0)
    touched = bits.of_indexes(people.touched(account_type), people.count)
    persons = (persons | touched) ^ touched
    firsts = people.first_devices(persons, fleet.platform)
    seconds = people.second_devices(firsts, fleet.platform)
    if all_devices:
        return firsts | seconds
    # The latest: seen last; of two seen on one day, the one bound first.
    seen = fleet.days_since_seen
    passed_over = [
        second if seen[first] <= seen[second] else first
        for second in bits.indexes(seconds)
        for first in (people.first_of_second(second, fleet.platform),)
    ]
    return (firsts | seconds) ^ bits.of_indexes(passed_over, fleet.size)


def accounts_to_ask_for(upload: Upload, account_type: int, people: People) -> list[str]:
    """The package's accounts whose devices are known one by one only: calls have changed them."""
    persons = upload.persons.get(account_type, 0)
    changed = (
        people.account(account_type, person)
        for person in sorted(people.touched(account_type))
        if bits.has(persons, person)
    )
    return [*upload.bound.get(account_type, ()), *filter(None, changed)]
