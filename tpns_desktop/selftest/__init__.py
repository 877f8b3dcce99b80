"""`tpns-desktop --selftest`: does this copy of the program do here what it needs to do?

For installers and for support. Each check really does the thing it is named for, in a folder of its
own, and touches nothing of the person's: not the data, not the settings, no app, no phone. A check
gives a line of what it saw or raises `Failed`; `command` prints them.

`core` has the checks that need no window, `looks` those that need Qt, `push` the one that sends a
push in practice through the real window.
"""

from __future__ import annotations


class Failed(Exception):
    """One line: what is missing or broken, and, where it can be told, what mends it."""
