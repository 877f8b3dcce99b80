"""``python -m tpns_desktop.practice``: as ``tpns-desktop practice``."""

from __future__ import annotations

import sys

from .command import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
