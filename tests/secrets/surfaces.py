"""Where a secret could come to light, and how each place is read and, for proof, planted.

A surface has a reader, and a way to plant a text that the same reader must then find: without that,
a reader that reads nothing would look like a program that leaks nothing.
"""

from __future__ import annotations

import copy
import dataclasses
import importlib
import io
import json
import logging
import traceback
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QMimeData, QObject, Qt
from PySide6.QtGui import QAccessible, QAction, QClipboard, QGuiApplication, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QGroupBox,
    QLabel,
    QLineEdit,
    QListView,
    QMessageBox,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from tpns_desktop.store.log import redacted


@dataclass(frozen=True)
class Surface:
    """One place. `read` gives all that can be seen there; `plant` puts a text there."""

    name: str
    read: Callable[[], bytes]
    plant: Callable[[str], None]


def lines(texts: Iterable[str]) -> bytes:
    return "\n".join(texts).encode("utf-8", "surrogatepass")


# --------------------------------------------------------------------------------- the screen


class Screen:
    """What a person, a screen reader, or another program can get out of the window."""

    def __init__(self) -> None:
        self.seen: dict[str, set[str]] = {}

    def look(self, *only: str) -> None:
        """Take everything (or `only` these) down as it is now; called at each step."""
        for widget in list(QApplication.allWidgets()):
            for name, texts in _texts_of(widget):
                if only and name not in only:
                    continue
                self.seen.setdefault(name, set()).update(text for text in texts if text)
        self.seen.setdefault("clipboard", set()).update(_clipboard())

    def note(self, name: str, *texts: str) -> None:
        self.seen.setdefault(name, set()).update(texts)

    def read(self, name: str) -> bytes:
        self.look()
        return lines(self.seen.get(name, ()))


def _texts_of(widget: QWidget) -> Iterator[tuple[str, list[str]]]:
    yield "window titles", [widget.windowTitle(), widget.windowIconText()]
    yield "tooltips", [widget.toolTip(), widget.statusTip(), widget.whatsThis()]
    yield "accessibility", _accessible(widget)
    yield "names of objects", [widget.objectName()]
    if isinstance(widget, QMessageBox):
        said = [widget.text(), widget.informativeText(), widget.detailedText()]
        yield "message boxes", said
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield "words on screen", [widget.text()]
    if isinstance(widget, QGroupBox):
        yield "words on screen", [widget.title()]
    yield "words on screen", [action.text() for action in widget.findChildren(QAction)]
    if isinstance(widget, QLineEdit):
        yield "fields as shown", [widget.displayText(), widget.placeholderText()]
        if widget.echoMode() == QLineEdit.EchoMode.Normal:
            # Selected on X11 and Wayland is copied; what is shown as dots is not.
            yield "selection", [widget.selectedText()]
        yield "input method", _for_input_method(widget)
    if isinstance(widget, (QPlainTextEdit, QTextEdit)):
        yield "previews", [widget.toPlainText()]
    if isinstance(widget, QAbstractItemView) and widget.model() is not None:
        yield "tables and lists", _cells(widget)
        yield "drag data", _dragged(widget)


def _accessible(widget: QWidget) -> list[str]:
    face = QAccessible.queryAccessibleInterface(widget)
    if face is None:
        return []
    texts = [face.text(kind) for kind in QAccessible.Text if kind != QAccessible.Text.UserText]
    inner = face.textInterface()
    if inner is not None:
        texts.append(inner.text(0, inner.characterCount()))
    return [text for text in texts if text]


def _for_input_method(widget: QWidget) -> list[str]:
    asked = (
        Qt.InputMethodQuery.ImSurroundingText,
        Qt.InputMethodQuery.ImCurrentSelection,
        Qt.InputMethodQuery.ImTextBeforeCursor,
        Qt.InputMethodQuery.ImTextAfterCursor,
    )
    return [str(widget.inputMethodQuery(query) or "") for query in asked]


def _cells(view: QAbstractItemView) -> list[str]:
    model = view.model()
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.EditRole)
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    return [
        str(model.index(row, column).data(role) or "")
        for row in range(model.rowCount())
        for column in range(columns)
        for role in (*roles, Qt.ItemDataRole.AccessibleTextRole)
    ]


def _dragged(view: QAbstractItemView) -> list[str]:
    model = view.model()
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    return _mime(model.mimeData(indexes)) if indexes else []


def _clipboard() -> list[str]:
    board = QGuiApplication.clipboard()
    return [text for mode in QClipboard.Mode for text in _mime(board.mimeData(mode))]


def _mime(data: QMimeData | None) -> list[str]:
    if data is None:
        return []
    texts = [bytes(data.data(kind).data()).decode("latin-1") for kind in data.formats()]
    return [data.text(), data.html(), *texts]


def undone(field: QLineEdit) -> str:
    """What undo brings back into an emptied field."""
    texts = []
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Z, Qt.Key.Key_Y):
        QTest.keyClick(field, key, Qt.KeyboardModifier.ControlModifier)
        texts.append(field.text())
    return "\n".join(texts)


def emptied(field: QLineEdit) -> None:
    """Take out what is in a field, as a person does."""
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_Delete)
    while field.text():
        QTest.keyClick(field, Qt.Key.Key_Backspace)


def screen_surfaces(screen: Screen, window: QWidget) -> Iterator[Surface]:
    """The surfaces of the window, each with a widget of that kind to plant in."""
    kept: list[QObject] = []

    def field(text: str) -> QLineEdit:
        made = QLineEdit(window)
        made.show()
        kept.append(made)
        QTest.keyClicks(made, text)
        return made

    def label(text: str) -> None:
        made = QLabel(text, window)
        made.show()
        kept.append(made)

    def box(text: str) -> None:
        made = QMessageBox(window)
        made.setInformativeText(text)
        kept.append(made)

    def area(text: str) -> None:
        made = QPlainTextEdit(text, window)
        kept.append(made)

    def items(text: str) -> None:
        model = QStandardItemModel(1, 1)
        model.setData(model.index(0, 0), text)
        made = QListView(window)
        made.setModel(model)
        kept.extend((model, made))

    def undo(text: str) -> None:
        made = field(text)
        emptied(made)
        screen.note("undo", undone(made))

    def select(text: str) -> None:
        field(text).selectAll()

    plants: dict[str, Callable[[str], object]] = {
        "window titles": window.setWindowTitle,
        "tooltips": window.setToolTip,
        "accessibility": window.setAccessibleDescription,
        "names of objects": lambda text: field("").setObjectName(text),
        "message boxes": box,
        "words on screen": label,
        "fields as shown": field,
        "selection": select,
        "input method": field,
        "previews": area,
        "tables and lists": items,
        "drag data": items,
        "clipboard": QGuiApplication.clipboard().setText,
        "undo": undo,
        "curl and JSON as copied": lambda text: screen.note("curl and JSON as copied", text),
    }
    for name, plant in plants.items():
        yield Surface(name, lambda name=name: screen.read(name), _quiet(plant))  # type: ignore[misc]


def _quiet(plant: Callable[[str], object]) -> Callable[[str], None]:
    def planting(text: str) -> None:
        plant(text)

    return planting


# ------------------------------------------------------------------------------- errors, objects


def error_surfaces(errors: list[BaseException]) -> Iterator[Surface]:
    """Every way in which an exception can be written down, locals and causes included."""

    def whole() -> Iterator[BaseException]:
        waiting, seen = list(errors), set()
        while waiting:
            error = waiting.pop()
            if id(error) not in seen:
                seen.add(id(error))
                yield error
                beneath = (error.__cause__, error.__context__)
                waiting += [e for e in beneath if e is not None]
                waiting += getattr(error, "exceptions", ())

    def printed() -> bytes:
        return lines(t for e in whole() for t in (str(e), repr(e), repr(e.args), repr(vars(e))))

    def traced() -> bytes:
        # The program's frames: ours up here know every secret.
        said = []
        for error in whole():
            for frame, _ in traceback.walk_tb(error.__traceback__):
                if str(frame.f_globals.get("__name__")).startswith("tpns_desktop"):
                    said += [_shown(value) for value in frame.f_locals.values()]
        return lines(said)

    def plant(text: str) -> None:
        try:
            redacted([text])  # type: ignore[arg-type]  # so that a frame of the program has it
        except AttributeError as error:
            error.add_note(text)
            errors.append(error)

    yield Surface("exceptions: str, repr, args", printed, plant)
    yield Surface("exceptions: traceback with locals", traced, plant)


def _shown(value: object) -> str:
    try:
        return repr(value)
    except Exception as error:  # half made
        return repr(error)


def object_surfaces(objects: list[object]) -> Iterator[Surface]:
    """Every way in which an object can be written down or carried off."""

    def printed() -> bytes:
        said: list[str] = []
        for thing in objects:
            said += [str(thing), repr(thing), f"{thing}"]
            said += [repr(inner) for inner in _inside(thing, 3)]
        return lines(said)

    def pickled() -> bytes:
        pickle: Any = importlib.import_module("pickle")
        return b"\n".join(_tried(lambda thing=thing: pickle.dumps(thing)) for thing in objects)  # type: ignore[misc]

    def as_json() -> bytes:
        def other(thing: object) -> object:
            if dataclasses.is_dataclass(thing):
                return {f.name: getattr(thing, f.name) for f in dataclasses.fields(thing)}
            return str(thing)

        made = (
            _tried(lambda thing=thing: json.dumps(thing, default=other, skipkeys=True).encode())  # type: ignore[misc]
            for thing in objects
        )
        return b"\n".join(made)

    def copied() -> bytes:
        return b"\n".join(
            _tried(lambda thing=thing: repr(_inside(copy.deepcopy(thing), 2)).encode())  # type: ignore[misc]
            for thing in objects
        )

    def plant(text: str) -> None:
        objects.append({"key": [text]})

    yield Surface("objects: str, repr, attributes", printed, plant)
    yield Surface("objects: pickles", pickled, plant)
    yield Surface("objects: JSON", as_json, plant)
    yield Surface("objects: copies", copied, plant)


def _tried(make: Callable[[], bytes]) -> bytes:
    try:
        return make()
    except Exception as error:
        return repr(error).encode()


def _inside(thing: object, depth: int) -> list[object]:
    """What a debugger would show of an object: its attributes, a few steps down."""
    if depth == 0:
        return []
    parts: list[object] = []
    if isinstance(thing, dict):
        parts = [*thing.keys(), *thing.values()]
    elif isinstance(thing, (list, tuple, set, frozenset)):
        parts = list(thing)
    elif type(thing).__module__.startswith("tpns_desktop"):
        parts = list(getattr(thing, "__dict__", {}).values())
    return parts + [inner for part in parts for inner in _inside(part, depth - 1)]


# ------------------------------------------------------------------------------- logs and files


class Heard(logging.Handler):
    """Every record, as a handler of somebody else's would print it: nothing is redacted here."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(logging.Formatter("%(levelname)s %(name)s %(message)s"))
        self.texts: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.texts.append(f"{self.format(record)} {record.args!r}")


def file_surface(
    name: str, find: Callable[[], Iterable[Path]], plant: Callable[[str], None]
) -> Surface:
    def read() -> bytes:
        return b"\n".join(path.name.encode() + b"\n" + path.read_bytes() for path in find())

    return Surface(name, read, plant)


def unzipped(path: Path) -> bytes:
    """All of a zip file: names, comments and contents."""
    data = path.read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        inside = b"\n".join(n.encode() + archive.read(n) for n in archive.namelist())
        return inside + archive.comment
