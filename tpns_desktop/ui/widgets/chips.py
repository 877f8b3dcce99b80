"""Some short words as chips, typed one after the other.

Enter, a comma (, or ，) or leaving the entry makes a chip of what was typed; pasted text is cut at
commas and line ends. From the entry, Left goes to the chips; Delete or Backspace takes one away.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import shiboken6
from PySide6.QtCore import QEvent, QSize, QStringListModel, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QCompleter,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListView,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from tpns_desktop.ui.theme import icons
from tpns_desktop.ui.theme.sheet import repolish
from tpns_desktop.ui.widgets.flow_layout import FlowLayout

_CUTS = re.compile("[,，、\n\r\t\u2028\u2029]")


class ChipsInput(QFrame):
    """A field of chips. Signal `edited`: a person added or took away a chip."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "chips")
        self._chips: list[_Chip] = []
        self.entry = _Entry(self)
        self.entry.setObjectName("entry")
        self._suggestions = QStringListModel(self)
        self._completer = QCompleter(self._suggestions, self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        popup = QListView()
        popup.setProperty("role", "popup")
        self._completer.setPopup(popup)
        self._completer.activated.connect(self._on_suggestion_taken)
        self.entry.setCompleter(self._completer)
        self._flow = FlowLayout(self, spacing=6, line_spacing=4, stretch_last=True)
        self._flow.setContentsMargins(6, 4, 8, 4)
        self._flow.addWidget(self.entry)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumHeight(34)
        self.setFocusProxy(self.entry)
        self.setCursor(Qt.CursorShape.IBeamCursor)

    def values(self) -> list[str]:
        """The chips in order; what is still being typed is not among them."""
        return [chip.text for chip in self._chips]

    def set_values(self, values: Iterable[str]) -> None:
        """Show these chips. Does not emit."""
        values = list(values)
        if values == self.values():
            return
        for chip in list(self._chips):
            self._take(chip)
        for value in values:
            self._put(value)

    def set_marks(self, marks: Mapping[str, str]) -> None:
        """Mark these chips (word → what is to be looked at) and no others."""
        for chip in self._chips:
            chip.mark(marks.get(chip.text, ""))

    def set_suggestions(self, suggestions: Sequence[str]) -> None:
        """Words to complete from while typing."""
        self._suggestions.setStringList(list(suggestions))

    def set_placeholder(self, text: str) -> None:
        """A grey word in the entry while there is nothing; never instead of a label."""
        self.entry.setPlaceholderText(text)

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.entry.setAccessibleName(name)

    def setAccessibleDescription(self, description: str) -> None:
        super().setAccessibleDescription(description)
        self.entry.setAccessibleDescription(description)

    def add_text(self, text: str) -> None:
        """Make chips of typed or pasted text; words that are there already are left out."""
        known = set(self.values())
        added = False
        for part in _CUTS.split(text):
            word = part.strip()
            if word and word not in known:
                known.add(word)
                self._put(word)
                added = True
        if added:
            self.edited.emit()

    def commit(self) -> None:
        """Make a chip of what is being typed."""
        text = self.entry.text()
        self.entry.clear()
        # Left open, the suggestions would take the next click and keep shortcuts from the window.
        if (suggestions := self._completer.popup()) is not None:
            suggestions.hide()
        self.add_text(text)

    def remove(self, chip: _Chip) -> None:
        """Take a chip away as a person does; the focus goes to its neighbour."""
        place = self._chips.index(chip)
        had_focus = chip.hasFocus()
        self._take(chip)
        if had_focus and self._chips:
            self._chips[min(place, len(self._chips) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.entry.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def go(self, chip: _Chip | None, by: int) -> None:
        """Move the focus along the chips; None stands for the entry, which is the last."""
        place = len(self._chips) if chip is None else self._chips.index(chip)
        place = max(0, min(place + by, len(self._chips)))
        target: QWidget = self._chips[place] if place < len(self._chips) else self.entry
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.entry.setFocus(Qt.FocusReason.MouseFocusReason)

    def show_focus(self, on: bool) -> None:
        """Draw the ring around the whole field."""
        if bool(self.property("focused")) != on:
            self.setProperty("focused", on)
            repolish(self)

    def _put(self, word: str) -> None:
        chip = _Chip(word, self)
        self._chips.append(chip)
        self._flow.insert_widget(len(self._chips) - 1, chip)
        chip.show()
        self.updateGeometry()

    def _take(self, chip: _Chip) -> None:
        self._chips.remove(chip)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()
        self.updateGeometry()

    @Slot(str)
    def _on_suggestion_taken(self, text: str) -> None:
        self.add_text(text)
        # The completer writes its word into the entry after this.
        QTimer.singleShot(0, self.entry, self.entry.clear)


class _Entry(QLineEdit):
    def __init__(self, owner: ChipsInput) -> None:
        super().__init__(owner)
        self._owner = owner
        self.setFrame(False)
        self.setMinimumWidth(60)
        self.textEdited.connect(self._on_text_edited)

    def sizeHint(self) -> QSize:
        placeholder = self.fontMetrics().horizontalAdvance(self.placeholderText()) + 12
        return QSize(max(120, placeholder if not self._owner.values() else 0), 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 24)

    @Slot(str)
    def _on_text_edited(self, text: str) -> None:
        if _CUTS.search(text):
            *ready, rest = _CUTS.split(text)
            self.setText(rest)
            self._owner.add_text(",".join(ready))

    def event(self, event: QEvent) -> bool:
        if not shiboken6.isValid(self._owner):
            return False  # the field is being destroyed, and this entry with it
        # Enter belongs to the entry while something is typed, not to a dialog's button.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and not event.modifiers()
        ):
            event.accept()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Paste):
            # Line ends would be lost in the entry: cut before it gets them.
            text = QApplication.clipboard().text()
            if _CUTS.search(text.strip()):
                self._owner.add_text(self.text() + text)
                self.clear()
                return
        at_start = self.cursorPosition() == 0 and not self.hasSelectedText()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._owner.commit()
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Backspace) and at_start:
            self._owner.go(None, -1)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._owner.show_focus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # Only opening the suggestions is no leaving: Tab leaves while they are still open. A field
        # that is destroyed gives its focus away when nothing but the entry is left of it.
        opened = event.reason() == Qt.FocusReason.PopupFocusReason
        if not opened and shiboken6.isValid(self._owner):
            self._owner.show_focus(False)
            self._owner.commit()


class _Chip(QFrame):
    """One word and a cross."""

    def __init__(self, text: str, owner: ChipsInput) -> None:
        super().__init__(owner)
        self._owner = owner
        self.text = text
        self.setProperty("role", "chip")
        self.setObjectName(f"chip.{text}")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._mark = ""
        self._sign = QLabel()
        self._sign.setObjectName("mark")
        self._sign.setContentsMargins(0, 0, 4, 0)
        self._sign.hide()
        self._label = QLabel(text)
        self._label.setTextFormat(Qt.TextFormat.PlainText)
        self._cross = QToolButton()
        self._cross.setObjectName("remove")
        self._cross.setIcon(icons.icon("cross", "accent"))
        self._cross.setIconSize(QSize(12, 12))
        self._cross.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cross.clicked.connect(self._on_cross)
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 0, 0, 0)
        line.setSpacing(0)
        line.addWidget(self._sign)
        line.addWidget(self._label)
        line.addWidget(self._cross)
        self.setMaximumHeight(28)
        self._show_words()

    def mark(self, said: str) -> None:
        """Say that something about it is to be looked at; the empty text takes that away."""
        if said == self._mark:
            return
        self._mark = said
        self.setProperty("marked", bool(said))
        for part in (self, self._label):
            repolish(part)
        self._show_words()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._show_words()
        elif event.type() == QEvent.Type.PaletteChange:
            self._show_sign()
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._owner.remove(self)
        elif event.key() == Qt.Key.Key_Left:
            self._owner.go(self, -1)
        elif event.key() == Qt.Key.Key_Right:
            self._owner.go(self, 1)
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_cross(self) -> None:
        self._owner.remove(self)

    def _show_words(self) -> None:
        said = self.tr("Remove {0}").format(self.text)
        self._cross.setAccessibleName(said)
        self._cross.setToolTip(said)
        self.setAccessibleName(self.text)
        more = [self._mark, self.tr("Press Delete to remove it")]
        self.setAccessibleDescription("\n".join(part for part in more if part))
        self.setToolTip(self._mark)
        self._show_sign()

    def _show_sign(self) -> None:
        self._sign.setVisible(bool(self._mark))
        if self._mark:
            self._sign.setPixmap(icons.pixmap("warn", "warn", 12, self.devicePixelRatioF()))
