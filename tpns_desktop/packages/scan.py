"""One block of whole rows, held against the rule of a row: numpy over bytes, no loop over rows.

A clean block of plain ASCII takes the short way; only what a block really holds is looked into.
Rows are judged as a repair would leave them: without spaces at their ends and, in a ``.csv``,
without quotes and a trailing comma. What the findings mean for the file is ``check``'s.
"""

from __future__ import annotations

import functools
import re
import sys
import unicodedata
from dataclasses import dataclass, field
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from tpns_desktop.model.phone_number import CALLING_CODES, PHONE_ACCOUNTS
from tpns_desktop.packages.lines import ROW_BYTES_MAX, NotUtf8
from tpns_desktop.packages.rules import ROW_MAX, Format, Rule
from tpns_desktop.packages.verdict import FINDINGS_MAX, Finding, Refusal, masked

Bytes: TypeAlias = NDArray[np.uint8]
Places: TypeAlias = NDArray[np.int64]
Mask: TypeAlias = NDArray[np.bool_]
Keys: TypeAlias = NDArray[np.uint64]
Rows: TypeAlias = NDArray[np.int64]
Pairs: TypeAlias = NDArray[np.void]

LF: Final = 0x0A
_TAB, _SPACE, _QUOTE, _COMMA, _SEMICOLON = 0x09, 0x20, 0x22, 0x2C, 0x3B

_MARKS: Final = (b'"', b",", b";")
"""What parts columns, besides tabs."""

SPACES: Final = tuple(
    chr(c).encode()
    for c in (0x09, 0x20, 0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)
)
"""White space at the ends of a row, each in UTF-8."""

_SPREADSHEET: Final = re.compile(rb"(?m)^[0-9](?:\.[0-9]+)?[Ee]\+[0-9]+$|^[0-9]{4,}\.0$")

ROW_BITS: Final = 25
"""Bits of a key that are left for the number of the row (``repeats``)."""
HASH_BITS: Final = 33
_FACTOR: Final = np.uint64(0x9E3779B97F4A7C15)
_SHIFT: Final = np.uint64(32)
_HASH_SHIFT: Final = np.uint64(64 - HASH_BITS)
_ROW_SHIFT: Final = np.uint64(ROW_BITS)
_WORDS_SHIFT: Final = np.uint64(ROW_BITS + HASH_BITS)
_BYTE: Final = 0xFF
_LONGEST: Final = 4 * ROW_MAX
"""Bytes of the longest good row."""
_KEEP: Final = np.array([(1 << 8 * n) - 1 for n in range(9)], dtype=np.uint64)
"""Number of bytes → the bits of a word that belong to them."""
_FIRST: Final = _KEEP[np.clip(np.arange(_LONGEST + 1), 0, 8)]
_SECOND: Final = _KEEP[np.clip(np.arange(_LONGEST + 1) - 8, 0, 8)]
"""Bytes from a place to the end of a value → what of the next two words belongs to it."""
_WORDS: Final = np.array([-(-n // 8) for n in range(_LONGEST + 1)], np.uint64) << _WORDS_SHIFT
"""Bytes of a value → its words, where a key has them."""

HIDDEN_LEADS: Final = (
    *(b"\xc2", b"\xd8", b"\xdb", b"\xdc", b"\xe0\xa2", b"\xe0\xa3", b"\xe1\xa0", b"\xe2\x80"),
    *(b"\xe2\x81", b"\xef\xbb", b"\xef\xbf", b"\xf0", b"\xf3"),
)
"""How the characters that nobody sees begin in UTF-8; most texts have none of these."""


@functools.cache
def invisible() -> re.Pattern[str]:
    """Characters beyond ASCII that nobody sees; made when the first text needs it."""
    hidden = (
        chr(c)
        for c in range(0x80, sys.maxunicode + 1)
        if unicodedata.category(chr(c)) in ("Cc", "Cf", "Zl", "Zp")
    )
    return re.compile(f"[{re.escape(''.join(hidden))}]")


@dataclass(slots=True)
class Scanned:
    """What one block holds."""

    rows: int = 0
    blank: int = 0
    counts: dict[str, int] = field(default_factory=dict)
    """Rows by reason: length, control, type, space, quote, columns, trailing, tab, delimited,
    formula, sci, astral, decomposed; of phone numbers also those of `CALLING_CODES`."""
    findings: list[Finding] = field(default_factory=list)
    """With rows counted from 1 in this block, by row; the first ``findings_max``."""
    good: int = 0
    bad_rows: Mask = field(default_factory=lambda: np.empty(0, bool))
    """Of each row whether it is no account, blank ones included."""
    misfits: Mask = field(default_factory=lambda: np.empty(0, bool))
    """Of each row whether it is one, but not of the chosen type."""
    first: bytes = b""
    """The first row of the block, for headings."""
    first_misfits: bool = False
    keys: Keys = field(default_factory=lambda: np.empty(0, np.uint64))
    """Of each good row: words of 8 bytes (6 bits; 0: the hash is the value), hash (33 bits), number
    of the row from 0 (25 bits)."""
    lengths: Bytes | None = None
    """Bytes of each row, where each reaches from line end to line end and none is very long."""


def is_plain(data: bytes, a: Bytes, rows: int) -> bool:
    """Whether a block of so many rows is printable ASCII without spaces, quotes or separators."""
    # Unsigned: what is below the first printable character wraps around and is large.
    printable = int(np.count_nonzero((a - np.uint8(0x21)) < 0x5E))
    return printable + rows == len(a) and not any(mark in data for mark in _MARKS)


def spans(data: bytes, a: Bytes, *, csv: bool) -> tuple[Places, Places, Places, Places]:
    """Where each row of ``data`` begins and ends, as it stands and as a repair would leave it.

    ``data`` ends in LF and ``a`` is the same bytes. Gives starts, ends (of the LF), and both again
    without white space, simple quotes and one trailing comma.
    """
    ends = np.flatnonzero(a == LF)
    starts = np.empty_like(ends)
    starts[0] = 0
    np.add(ends[:-1], 1, out=starts[1:])
    if is_plain(data, a, len(ends)):
        return starts, ends, starts, ends
    s, e = _trimmed(data, a, starts, ends)
    if csv:
        if b"," in data:
            last = a[np.maximum(e - 1, s)]
            e = np.where((e > s) & (last == _COMMA), e - 1, e)
        if b'"' in data:
            full = e - s >= 2
            first, last = a[np.minimum(s, len(a) - 1)], a[np.maximum(e - 1, 0)]
            quoted = full & (first == _QUOTE) & (last == _QUOTE)
            s, e = np.where(quoted, s + 1, s), np.where(quoted, e - 1, e)
    return starts, ends, s, e


def kept(data: bytes, s: Rows, e: Rows, keep: Mask) -> bytes:
    """Of a block the rows to ``keep``, each only from ``s`` to ``e``, each with its LF."""
    a = np.frombuffer(data, np.uint8)
    ends = np.flatnonzero(a == LF)
    if keep.all() and int((e - s).sum()) + len(s) == len(data):
        return data
    change = np.zeros(len(a) + 1, np.int8)
    change[s[keep]] = 1
    change[e[keep]] = -1
    inside = np.cumsum(change[:-1], dtype=np.int8).view(bool)
    inside[ends[keep]] = True
    rows: bytes = a[inside].tobytes()
    return rows


def scan(
    data: bytes,
    rule: Rule,
    *,
    csv: bool,
    findings_max: int = FINDINGS_MAX,
    keyed: bool = True,
) -> Scanned:
    """Judge the rows of a block that ends in LF. ``keyed``: repeats are looked for.

    Raises NotUtf8, and Refusal ``longline`` (its ``row`` counted from 1 in this block).
    """
    a = np.frombuffer(data, np.uint8)
    starts, ends, s, e = spans(data, a, csv=csv)
    plain = s is starts  # nothing was found that a repair could touch
    length = e - s
    whole = length if plain else ends - starts
    if int(whole.max()) > ROW_BYTES_MAX:
        raise Refusal("longline", row=int(np.argmax(whole > ROW_BYTES_MAX)) + 1)
    out = Scanned(rows=len(ends), first=data[: int(ends[0])])
    if plain and int(length.max()) <= _BYTE:
        out.lengths = length.astype(np.uint8)
    faults: dict[str, Mask] = {}
    none = np.zeros(len(ends), bool)
    blank = length <= 0 if int(length.min()) <= 0 else none
    characters = length
    if not plain:
        text = _text(data)
        if text is not None:
            characters = _characters(a, s, e, length, out)
            if not unicodedata.is_normalized("NFC", text):
                out.counts["decomposed"] = 1
        _odd(data, a, (starts, ends, s, e), text, faults, csv=csv)
        faults["space"] = _was_trimmed(a, starts, ends, s, e, csv=csv) & ~blank
    # What no row of the block is need not be asked row by row.
    outside = characters < rule.shortest if int(characters.min()) < rule.shortest else none
    if int(characters.max()) > rule.longest:
        outside = outside | (characters > rule.longest)
    faults["length"] = outside & ~blank
    bad = blank.copy()
    for reason in ("length", "control", "columns", "broken", "tab"):
        if reason in faults and not (csv and reason == "tab"):
            bad |= faults[reason]
    good = ~bad
    out.bad_rows = bad
    if rule.format is not None:
        out.misfits = faults["type"] = _misfits(data, a, s, e, rule.format) & good
        out.first_misfits = bool(faults["type"][0])
    if rule.number == PHONE_ACCOUNTS:
        _countries(a, s, good & ~out.misfits, out)
    _curious(data, a, s, good, out)
    faults["blank"] = blank
    _note(data, starts, ends, faults, out, findings_max)
    out.blank = out.counts.pop("blank", 0)
    out.good = int(np.count_nonzero(good))
    if keyed and out.good:
        _take_keys(data, s, length, good, out)
    return out


# ------------------------------------------------------------------------------- odd blocks


def _text(data: bytes) -> str | None:
    if data.isascii():
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotUtf8(error.start) from None


def _holds(data: bytes, part: bytes) -> bool:
    """``part in data``; a single byte is looked for many times faster than several."""
    return part[:1] in data and part in data


def _trimmed(data: bytes, a: Bytes, starts: Places, ends: Places) -> tuple[Places, Places]:
    s, e = starts.copy(), ends.copy()
    present = [np.frombuffer(space, np.uint8) for space in SPACES if _holds(data, space)]
    if not present:
        return s, e
    for ahead in (True, False):
        rows = np.arange(len(s))
        while len(rows):
            moved = np.zeros(len(rows), bool)
            for space in present:
                size = len(space)
                at = s[rows] if ahead else e[rows] - size
                fits = ~moved & (e[rows] - s[rows] >= size)
                for place, byte in enumerate(space):
                    fits &= a[np.clip(at + place, 0, len(a) - 1)] == byte
                if ahead:
                    s[rows[fits]] += size
                else:
                    e[rows[fits]] -= size
                moved |= fits
            rows = rows[moved]
    return s, e


def _was_trimmed(
    a: Bytes, starts: Places, ends: Places, s: Places, e: Places, *, csv: bool
) -> Mask:
    """Rows with white space at an end; a quote or comma taken off in a .csv is none."""
    if not csv:
        result: Mask = (s != starts) | (e != ends)
        return result
    first, last = a[starts], a[np.maximum(ends - 1, 0)]
    plain = ((s == starts) | (first == _QUOTE)) & (
        (e == ends) | (last == _QUOTE) | (last == _COMMA)
    )
    trimmed: Mask = ~plain
    return trimmed


def _characters(a: Bytes, s: Places, e: Places, length: Places, out: Scanned) -> Places:
    inside = np.zeros(len(a) + 1, np.int32)
    np.cumsum((a & 0xC0) == 0x80, dtype=np.int32, out=inside[1:])
    characters: Places = length - (inside[e] - inside[s])
    if (a >= 0xF0).any():
        pairs = np.zeros(len(a) + 1, np.int32)
        np.cumsum(a >= 0xF0, dtype=np.int32, out=pairs[1:])
        units = characters + (pairs[e] - pairs[s])
        astral = int(((characters <= ROW_MAX) & (units > ROW_MAX)).sum())
        if astral:
            out.counts["astral"] = astral
    return characters


def _odd(
    data: bytes,
    a: Bytes,
    places: tuple[Places, Places, Places, Places],
    text: str | None,
    faults: dict[str, Mask],
    *,
    csv: bool,
) -> None:
    """Control characters, quotes and what parts columns."""
    starts, ends, s, e = places
    rows = len(ends)

    def holding(hits: Mask) -> NDArray[np.intp]:
        """How often each row's value has a hit."""
        where = np.flatnonzero(hits)
        row = np.searchsorted(ends, where)
        inside = (where >= s[row]) & (where < e[row])
        return np.bincount(row[inside], minlength=rows)

    control = holding((a < 0x20) & (a != LF) & (a != _TAB) | (a == 0x7F)) > 0
    suspect = text is not None and any(_holds(data, lead) for lead in HIDDEN_LEADS)
    if text is not None and suspect and (hidden := invisible()).search(text):
        found = [bool(hidden.search(row)) for row in text.split("\n")[:rows]]
        control |= np.array(found, bool)
    tab = holding(a == _TAB) > 0 if b"\t" in data else np.zeros(rows, bool)
    comma = holding(a == _COMMA) if b"," in data else np.zeros(rows, np.intp)
    semicolon = holding(a == _SEMICOLON) if b";" in data else np.zeros(rows, np.intp)
    if not csv:
        faults["control"], faults["tab"] = control, tab & ~control
        faults["delimited"] = (comma > 0) | (semicolon > 0)
        return
    faults["control"] = control
    if b'"' in data:
        quotes = np.bincount(np.searchsorted(ends, np.flatnonzero(a == _QUOTE)), minlength=rows)
        first = a[np.maximum(s - 1, 0)]
        whole = (quotes == 2) & (s > starts) & (first == _QUOTE)
        faults["broken"] = quotes % 2 == 1
        faults["quote"] = (quotes > 0) & ~faults["broken"]
        comma, semicolon = np.where(whole, 0, comma), np.where(whole, 0, semicolon)
        tab &= ~whole
    faults["columns"] = comma > 0
    faults["trailing"] = (e < ends) & (a[np.minimum(e, len(a) - 1)] == _COMMA)
    faults["semicolon"] = semicolon > 0
    faults["tab"] = tab


# ------------------------------------------------------------------------------- every block


def _misfits(data: bytes, a: Bytes, s: Places, e: Places, form: Format) -> Mask:
    length = e - s
    misfit: Mask = (length < form.shortest) | (length > form.longest)
    ends = np.flatnonzero(a == LF) if form.alphabet or form.once else e
    if form.alphabet and data.translate(None, form.alphabet + b"\n"):
        allowed = _table(form.alphabet)
        where = np.flatnonzero(~allowed[a] & (a != LF))
        row = np.searchsorted(ends, where)
        inside = (where >= s[row]) & (where < e[row])
        misfit[row[inside]] = True
    last = len(a) - 1
    places = [*enumerate(form.leads), *form.places]
    for place, letters in places:
        at = s + place if place >= 0 else e + place
        misfit |= ~_table(letters)[a[np.clip(at, 0, last)]]
    for byte in form.once:
        where = np.flatnonzero(a == byte)
        row = np.searchsorted(ends, where)
        misfit |= np.bincount(row, minlength=len(s)) != 1
        if not form.leads:  # neither the first nor the last character
            misfit |= (a[np.clip(s, 0, last)] == byte) | (a[np.clip(e - 1, 0, last)] == byte)
    return misfit


def _countries(a: Bytes, s: Places, fit: Mask, out: Scanned) -> None:
    """Count the numbers by their country's code; each has more digits than any code."""
    starts = s[fit]
    for name, code in CALLING_CODES.items():
        met = np.ones(len(starts), bool)
        for place, byte in enumerate(code.encode()):
            met &= a[starts + place] == byte
        out.counts[name] = int(np.count_nonzero(met))


def _table(letters: bytes) -> Mask:
    table = np.zeros(256, bool)
    table[list(letters)] = True
    return table


def _curious(data: bytes, a: Bytes, s: Places, good: Mask, out: Scanned) -> None:
    """What is accepted, and yet worth a word."""
    # Single bytes are found many times faster than two in a row.
    if b"=" in data or b"@" in data:
        first = a[np.minimum(s, len(a) - 1)]
        formula = int((good & ((first == ord("=")) | (first == ord("@")))).sum())
        if formula:
            out.counts["formula"] = formula
    if (b"+" in data and (b"E+" in data or b"e+" in data)) or (b"." in data and b".0\n" in data):
        damaged = len(_SPREADSHEET.findall(data))
        if damaged:
            out.counts["sci"] = damaged


def _note(
    data: bytes,
    starts: Places,
    ends: Places,
    faults: dict[str, Mask],
    out: Scanned,
    findings_max: int,
) -> None:
    for reason, mask in faults.items():
        count = int(np.count_nonzero(mask))
        if not count:
            continue
        out.counts[reason] = out.counts.get(reason, 0) + count
        if reason in ("delimited", "trailing", "semicolon"):
            continue
        for row in np.flatnonzero(mask)[:findings_max].tolist():
            value = data[int(starts[row]) : int(ends[row])]
            blame = _blame(value) if reason in ("control", "tab") else ""
            out.findings.append(Finding(row + 1, reason, masked(value), blame))
    out.findings.sort(key=lambda finding: finding.row)
    del out.findings[findings_max:]


def _blame(value: bytes) -> str:
    """The first character that a value must not hold, as ``U+200B``."""
    for character in value.decode("utf-8", errors="replace").strip():
        if unicodedata.category(character) in ("Cc", "Cf", "Zl", "Zp"):
            return f"U+{ord(character):04X}"
    return ""


def _take_keys(data: bytes, s: Places, length: Places, good: Mask, out: Scanned) -> None:
    """The numbers by which repeats are found: equal values have equal keys."""
    rows = np.flatnonzero(good)
    if out.good < len(s):
        s, length = s[good], length[good]
    pairs = pairs_of(data)
    least, most = int(length.min()), int(length.max())
    short = least < 8
    # Where all are of one length, as numbers often are, one mask does for all.
    sizes = length if least < most else length[:1]
    first, second = two_words(pairs, s, sizes, short=short)
    key = first * _FACTOR
    key ^= key >> _SHIFT
    key ^= second
    for place in range(16, most, 16):
        more = np.flatnonzero(length > place)
        left = length[more] - place
        part = key[more]
        for word in two_words(pairs, s[more] + place, left):
            part *= _FACTOR
            part ^= part >> _SHIFT
            part ^= word
        key[more] = part
    # Values that differ only in how often they say the same differ in length.
    key ^= length.view(np.uint64)
    key *= _FACTOR
    key >>= _HASH_SHIFT
    key <<= _ROW_SHIFT
    key |= _WORDS[sizes] if _WORDS[least] < _WORDS[most] else _WORDS[most]
    if short:
        # So short a value is its own hash: equal keys are equal values, in no words to compare.
        tiny = np.flatnonzero(length <= 4)
        key[tiny] = first[tiny] << _ROW_SHIFT
    key |= rows.view(np.uint64)
    out.keys = key


def pairs_of(data: bytes) -> Pairs:
    """The sixteen bytes from every place on: two words are fetched as fast as one."""
    return np.ndarray(len(data) + 1, np.dtype("V16"), data + bytes(16), strides=(1,))


def two_words(pairs: Pairs, s: Places, left: Places, *, short: bool = True) -> tuple[Keys, Keys]:
    """The next two words of values that go on at ``s`` for ``left`` bytes; zeros behind the end.

    ``short``: there may be values of which less than one word is left.
    """
    words = pairs[s].view("<u8").reshape(-1, 2)
    first = words[:, 0] & _FIRST[left] if short else words[:, 0]
    return first, words[:, 1] & _SECOND[left]
