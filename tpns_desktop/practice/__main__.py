"""``python -m tpns_desktop.practice``: as ``tpns-desktop practice``."""

from __future__ import annotations

import argparse
import sys

from .command import add_arguments, run


def main() -> int:
    """Parse the arguments and serve; gives the exit code."""
    parser = argparse.ArgumentParser(
        prog="tpns-desktop practice", description="Play the service on this machine."
    )
    add_arguments(parser)
    return run(parser.parse_args())


if __name__ == "__main__":
    sys.exit(main())
