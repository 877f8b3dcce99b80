"""A mark for texts of tables, so that the translation tools find them.

PySide6 declares its own mark as giving `object`; this one has a type. The tools go by the name.
"""

from __future__ import annotations


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """`text` as it stands; the tables translate it in `context` when it is shown."""
    del context
    return text
