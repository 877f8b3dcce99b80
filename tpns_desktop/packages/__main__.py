"""`python -m tpns_desktop.packages`: the child that does the heavy part; see ``jobs``."""

from __future__ import annotations

import sys

from tpns_desktop.packages.jobs import serve

if __name__ == "__main__":
    sys.exit(serve(sys.stdin.buffer, sys.stdout.buffer))
