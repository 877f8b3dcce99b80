"""Types without a pause into the real window, and tells each save; ended by being killed.

    python -m tests.ui.typing_child HOME

Prints a line of JSON each time the program has saved: {"id", "content"}.
"""

from __future__ import annotations

import itertools
import json
import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.driving import PracticeHere, running
from tpns_desktop.store.drafts import DraftRow

EVERY_MS = 20
"""Between two keys: a fast typist's, and no pause anywhere."""


def main(home: Path) -> None:
    """Type until somebody ends the process."""
    app = QApplication([])
    settings = {"language": "en", "look": "light"}
    with running(home, PracticeHere(devices=50), settings=settings) as driver:
        driver.practise()
        driver.click("message.content")
        field = driver.find("message.content")
        target = field.focusProxy() or field
        letters = itertools.cycle("abcdefghijklmnopqrstuvwxyz")

        def told(row: DraftRow) -> None:
            print(json.dumps({"id": row.id, "content": row.content}), flush=True)

        driver.program.navigator.compose.keeper.saved.connect(told)
        keys = QTimer(app, interval=EVERY_MS)
        keys.timeout.connect(lambda: QTest.keyClicks(target, next(letters)))
        keys.start()
        app.exec()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(Path(sys.argv[1]))
