"""What lets modules load quickly until the window stands; called before the window is imported.

Owns two habits of Python and PySide6 that cost a third of the start and serve nothing here.
"""

from __future__ import annotations

import builtins
import gc

import PySide6.QtCore  # noqa: F401 - it brings the import that is given back below


def load_quickly() -> None:
    """Let imports and objects of the start cost what they must.

    PySide6 puts a function of its own in the place of `__import__`: it reads the source text of
    every module that is imported, to know which ones might use its `__feature__`. Nothing here
    does, so Python's own comes back.

    What is made at the start stays, so looking for cycles in it finds nothing. From the first paint
    on `collector.Collector` looks for them.
    """
    own = getattr(builtins, "__orig_import__", None)
    if own is not None:  # PySide6's name for Python's; a version without it needs no mending
        builtins.__import__ = own
    gc.disable()
