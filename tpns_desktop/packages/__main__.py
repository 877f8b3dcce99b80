"""`python -m tpns_desktop.packages`: the child that does the heavy part; see ``jobs``."""

from __future__ import annotations

import os
import sys

from tpns_desktop.packages.jobs import serve

if __name__ == "__main__":
    code = serve(sys.stdin.buffer, sys.stdout.buffer)
    # Everything is said and on the disk; to give back memory piece by piece only takes time.
    os._exit(code)
