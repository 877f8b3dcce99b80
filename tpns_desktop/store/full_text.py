"""Words found in a million texts: what only SQLite can do about searching, in one place.

Every text stands in the index as its **grams**, all runs of three characters, with its end padded,
and every first one or two characters of a gram are indexed as well (FTS5's ``prefix``). So a word
of any length and in any language is found by whole look-ups: one or two characters by that prefix,
longer ones by all of their grams together, which are then compared with the text itself. The index
holds no positions and no text; the texts it is made of are ``sent_words``.

Both sides of a comparison are folded (``fold``): case, full width and half width make no
difference. To take a text out of the index the very same text must be given again.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from sqlalchemy import Connection

MAKE: Final = (
    "CREATE VIRTUAL TABLE sent_grams USING fts5(grams, content = '', detail = none,"
    " columnsize = 0, prefix = '1 2', tokenize = \"unicode61 remove_diacritics 0"
    " categories 'L* M* N* P* S* Z* C*' separators '\x01'\")"
)
"""Every character is part of a gram; what keeps them apart is U+0001, which no folded text has."""

_APART: Final = "\x01"
_PADDING: Final = "\n\n"
_GRAM: Final = 3
GRAMS_MAX: Final = 24
"""Of one word: more of them find nothing more, the comparison with the text does the rest."""

_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f]")


def fold(text: str) -> str:
    """Give ``text`` as it is compared: without case and width. Half surrogates become U+FFFD."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", whole(text)).casefold())
    return _CONTROL.sub(" ", folded)


def whole(text: str) -> str:
    """Give ``text`` with U+FFFD for half surrogate pairs, which no file can hold."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def words_of(typed: str) -> tuple[str, ...]:
    """Give what a person typed into a search box as folded words; each has to be found."""
    return tuple(dict.fromkeys(fold(typed).split()))


class FullText:
    """The index behind one connection. A key is the number of a text; keys are sorted by time."""

    def __init__(self, conn: Connection) -> None:
        """Work inside the transaction of ``conn``."""
        self._conn = conn

    def add(self, texts: Iterable[tuple[int, str]]) -> None:
        """Take in folded texts, each under a key that is not in use."""
        rows = [(key, _grams(text)) for key, text in texts]
        if rows:
            self._conn.exec_driver_sql("INSERT INTO sent_grams (rowid, grams) VALUES (?, ?)", rows)

    def remove(self, texts: Iterable[tuple[int, str]]) -> None:
        """Take out texts, each as it was added."""
        rows = [(key, _grams(text)) for key, text in texts]
        if rows:
            self._conn.exec_driver_sql(
                "INSERT INTO sent_grams (sent_grams, rowid, grams) VALUES ('delete', ?, ?)", rows
            )

    def clear(self) -> None:
        """Take out everything, so that nothing of it stays in the file."""
        self._conn.exec_driver_sql("INSERT INTO sent_grams (sent_grams) VALUES ('delete-all')")

    def newest(self, words: Sequence[str], below: int, limit: int) -> list[int]:
        """Give the highest keys under ``below`` whose texts may have all ``words``, highest first.

        None that has them is left out; one may be given that has only all of their parts.
        """
        query = (
            "SELECT rowid FROM sent_grams WHERE sent_grams MATCH ? AND rowid < ?"
            " ORDER BY rowid DESC LIMIT ?"
        )
        asked = " AND ".join(_term(word) for word in words)
        found = self._conn.exec_driver_sql(query, (asked, below, limit))
        return [int(row[0]) for row in found]


def _grams(text: str) -> str:
    padded = text + _PADDING
    return _APART.join([padded[n : n + _GRAM] for n in range(len(text))])


def _term(word: str) -> str:
    if len(word) < _GRAM:
        return f"{_quoted(word)} *"
    last = len(word) - _GRAM
    step = max(1, -(-last // GRAMS_MAX))
    starts = {*range(0, last + 1, step), last}
    return " AND ".join(_quoted(word[n : n + _GRAM]) for n in sorted(starts))


def _quoted(gram: str) -> str:
    return '"' + gram.replace('"', '""') + '"'
