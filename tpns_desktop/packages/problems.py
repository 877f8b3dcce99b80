"""The problem rows of a file, saved as a CSV that a spreadsheet program may open."""

from __future__ import annotations

import csv
import io
import sys
from pathlib import Path

from tpns_desktop.packages import source
from tpns_desktop.packages.cells import safe
from tpns_desktop.packages.check import Progress, is_preamble
from tpns_desktop.packages.lines import Lines
from tpns_desktop.packages.partial import whole
from tpns_desktop.packages.rules import Rule
from tpns_desktop.packages.scan import scan


def save_problems(
    path: Path,
    target: Path,
    rule: Rule,
    encoding: str = "utf-8",
    progress: Progress | None = None,
) -> int:
    """Write the problem rows of ``path`` to the CSV ``target``: row, reason, value. Gives how many.

    All of them, not only the ones shown. Characters that do not print are written as escapes, and
    a value that a spreadsheet would take for a formula gets an apostrophe in front. Raises Refusal
    (also ``exists``), OSError.
    """
    written = 0
    with source.opened(path) as opened, whole(target) as file:
        size = opened.text_bytes
        text = io.TextIOWrapper(file, "utf-8-sig", newline="")
        writer = csv.writer(text)
        writer.writerow(["row", "reason", "value"])
        first = read = 0
        for data in Lines(opened.blocks(), encoding):
            read += len(data)
            if first == 0 and opened.csv and is_preamble(data):
                data = data[data.index(b"\n") + 1 :]
                first = 1
            if not data:
                continue
            found = scan(data, rule, csv=opened.csv, findings_max=sys.maxsize)
            values = data.split(b"\n")
            for finding in found.findings:
                value = values[finding.row - 1].decode("utf-8", "replace")
                writer.writerow([first + finding.row, finding.reason, safe(value)])
            written += len(found.findings)
            first += found.rows
            if progress is not None:
                progress(min(read, size), size)
        text.flush()
        text.detach()
    return written
