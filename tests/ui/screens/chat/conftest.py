"""Another language for any page of Chat."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QTranslator
from PySide6.QtWidgets import QApplication


class Marks(QTranslator):
    """Another language: every text with marks around it."""

    def isEmpty(self) -> bool:
        return False  # else nobody is told of it

    def translate(
        self, context: str, text: str, disambiguation: str | None = None, n: int = -1
    ) -> str:
        return f"«{text}»"


@pytest.fixture
def another_language(qapp: QApplication) -> Iterator[Callable[[], None]]:
    marks = Marks()
    yield lambda: (QCoreApplication.installTranslator(marks), None)[1]
    QCoreApplication.removeTranslator(marks)
    # Every widget has been told of the language before its screen goes.
    QApplication.processEvents()
