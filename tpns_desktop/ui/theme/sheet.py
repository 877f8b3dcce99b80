"""Tokens → the style sheet of the whole program.

Driven by dynamic properties, so that a screen says what a thing *is*:

    QPushButton   kind = "primary" | "danger" | "quiet" | "link" | "onbar"
    QLabel        role = "title" | "card-title" | "label" | "strong" | "muted" | "hint" | "ok"
                         | "error" | "overline" | "figure" | "number"
                  pill = true with a tone
    QFrame        role = "card" | "sunken" | "bar" | "line" | "code" | "hold" | "chips" | "chip"
                  banner = a tone; #rail (with tool buttons) and #live_line of the window
    editors       invalid = true
    QListView     role = "popup" (of a completer)

A tone is one of tokens.TONES, a pill's one of tokens.PILL_TONES.

After a change of a property call `repolish`. Whoever styles a combo or spin box must style its
sub-controls too, hence the arrows; a focus ring is a border two wide, with one less padding, so
that nothing moves. Qt lets no sheet inset the number of a spin box, so it stands in the middle.
"""

from __future__ import annotations

from string import Template

from PySide6.QtWidgets import QWidget

from tpns_desktop.ui.theme.tokens import PILL_TONES, Tokens, tone_colours

ARROWS = (
    ("chevron-down", "muted"),
    ("chevron-down", "faint"),
    ("chevron-up", "muted"),
    ("chevron-up", "faint"),
    ("chevron-left", "muted"),
    ("chevron-right", "muted"),
    ("check", "on_accent"),
    ("check", "faint"),
    ("check", "accent"),
    ("dot", "on_accent"),
)
"""(icon, token) of the pictures that the sheet names."""


def repolish(widget: QWidget) -> None:
    """Let a changed dynamic property take effect."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def sheet(tokens: Tokens, pictures: str = "") -> str:
    """The style sheet of one look. `pictures`: the folder with `<icon>-<token>-<look>.svg`."""
    values = dict(vars(tokens))
    for name, colour in ARROWS:
        place = f"{pictures}/{name}-{colour}-{tokens.name}.svg".replace("\\", "/")
        values[f"{name}_{colour}".replace("-", "_")] = f'url("{place}")' if pictures else "none"
    pills = "".join(
        f'QLabel[tone="{tone}"] {{ color: {front}; background: {back}; }}\n'
        f'QFrame[banner="{tone}"] {{ background: {back}; }}\n'
        for tone in PILL_TONES
        for front, back in [tone_colours(tokens, tone)]
    )
    return Template(_SHEET).substitute(values) + pills


_SHEET = """
QWidget { color: $text; }
QMainWindow, QDialog, QWidget[role="page"] { background: $bg; }
QAbstractScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget[role="page"] { background: $bg; }
QToolTip { color: $on_bar; background: $bar; border: 1px solid $bar; padding: 4px 6px;
  font-size: 12px; }

/* Words */
QLabel { background: transparent; }
QLabel:disabled { color: $faint; }
QLabel[role="title"] { font-size: 20px; font-weight: 600; }
QLabel[role="heading"], QLabel[role="card-title"] { font-size: 15px; font-weight: 600; }
QLabel[role="label"] { font-weight: 500; }
QLabel[role="strong"] { font-weight: 600; }
/* The question of a plain box is its heading, and its text as wide as other dialogs'. */
QMessageBox QLabel#qt_msgbox_label { font-size: 20px; font-weight: 600; min-width: 440px; }
QMessageBox QLabel#qt_msgbox_informativelabel { min-width: 440px; }
QLabel[role="ok"] { color: $ok; font-size: 12px; font-weight: 500; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="hint"] { color: $faint; font-size: 12px; }
QLabel[role="warn"] { color: $warn; font-size: 12px; }
QLabel[role="error"] { color: $danger; font-size: 12px; font-weight: 500; }
QLabel[role="overline"] { color: $faint; font-size: 11px; font-weight: 600;
  letter-spacing: 1px; }
QLabel[role="figure"] { font-size: 24px; font-weight: 600; }
QLabel[role="number"] { color: $accent; background: $accent_soft; border-radius: 12px;
  font-size: 12px; font-weight: 600; min-width: 24px; max-width: 24px;
  min-height: 24px; max-height: 24px; }
QLabel[pill="true"] { border-radius: 10px; font-size: 11px; font-weight: 600;
  padding: 0 12px; min-height: 20px; max-height: 20px; }

/* Surfaces */
QFrame[role="card"] { background: $surface; border: 1px solid $border; border-radius: 10px; }
QFrame[role="sunken"] { background: $sunken; border: 1px dashed $border_strong;
  border-radius: 8px; }
QFrame[role="bar"] { background: $surface; border: none; border-top: 1px solid $border; }
QFrame[role="panel"] { background: $surface; border: 1px solid $border; border-radius: 10px; }
QFrame[role="line"] { background: $border; border: none; min-height: 1px; max-height: 1px; }
QFrame[role="code"] { background: $code_bg; border: 1px solid $border; border-radius: 8px; }
QFrame[role="chat"] { background: $sunken; border: 1px solid $border; border-radius: 10px; }
QFrame[role="bubble"] { background: $surface; border: 1px solid $border; border-radius: 12px; }
QFrame[role="bubble"][dashed="true"] { border-style: dashed; border-color: $border_strong; }
QFrame[banner] { border: none; border-radius: 8px; }
QFrame[role="hold"] { background: $bar; border: none; border-radius: 10px; }
QFrame[role="hold"] QLabel { color: $on_bar; font-weight: 600; }
QFrame[role="hold"] QPushButton, QPushButton[kind="onbar"] { background: $surface; color: $text;
  border-color: $surface; }
QFrame[role="hold"] QPushButton:disabled { background: $bar; color: $on_bar; }
QFrame[role="hold"] QPushButton:focus { border: 2px solid $accent; padding: 0 13px; }

/* Buttons */
QPushButton { background: $surface; color: $text; border: 1px solid $border_strong;
  border-radius: 8px; padding: 0 14px; min-height: 32px; font-weight: 500; }
QPushButton:hover { background: $sunken; }
QPushButton:pressed { background: $border; }
QPushButton:disabled { color: $faint; background: $bg; border-color: $border; }
QPushButton:focus { border: 2px solid $accent; padding: 0 13px; min-height: 30px; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent;
  border-color: $accent; font-weight: 600; }
QPushButton[kind="primary"]:hover { border-color: $text; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="danger"] { background: $danger; color: $on_danger;
  border-color: $danger; font-weight: 600; }
QPushButton[kind="danger"]:hover { border-color: $text; }
QPushButton[kind="danger"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled, QPushButton[kind="danger"]:disabled { background: $sunken;
  color: $faint; border-color: $border; }
QPushButton[kind="tick"]:checked { background: $accent_soft; border-color: $accent;
  color: $accent; }
QPushButton[kind="quiet"] { background: transparent; border-color: transparent; color: $muted; }
QPushButton[kind="quiet"]:hover { background: $sunken; color: $text; }
QPushButton[kind="quiet"]:focus { border: 2px solid $accent; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent;
  color: $accent; padding: 0 5px; min-height: 24px; border-radius: 6px; }
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="link"]:focus { border: 2px solid $accent; padding: 0 4px; min-height: 22px; }
QPushButton[kind="link"]:disabled { color: $faint; }
QPushButton::menu-indicator { image: $chevron_down_muted; width: 14px; height: 14px;
  subcontrol-origin: padding; subcontrol-position: center right; right: 8px; }
QToolButton { background: transparent; border: 1px solid transparent; border-radius: 6px;
  padding: 3px; min-width: 24px; min-height: 24px; color: $muted; }
QLineEdit QToolButton { border: none; padding: 0; min-width: 24px; min-height: 24px;
  max-width: 24px; max-height: 24px; }
QToolButton:hover { background: $sunken; color: $text; }
QToolButton:focus { border: 2px solid $accent; padding: 2px; }
QToolButton:checked { color: $accent; background: $accent_soft; }

QToolButton[role="help"] { border: 1px solid $border_strong; border-radius: 13px; padding: 0;
  min-width: 24px; max-width: 24px; min-height: 24px; max-height: 24px; font-weight: 600; }
QToolButton[role="help"]:focus { border: 2px solid $accent; min-width: 22px; max-width: 22px;
  min-height: 22px; max-height: 22px; }

/* The frame of the window */
QFrame#rail { background: $surface; border: none; border-right: 1px solid $border; }
QFrame#rail QToolButton { border: 1px solid transparent; border-radius: 8px; color: $muted;
  font-weight: 500; padding: 0 12px; min-height: 34px; text-align: left; }
QFrame#rail QToolButton:hover { background: $sunken; color: $text; }
QFrame#rail QToolButton:checked { background: $accent_soft; color: $accent; font-weight: 600; }
QFrame#rail QToolButton:focus { border: 2px solid $accent; padding: 0 11px; min-height: 32px; }
QFrame#top_bar { background: $surface; border: none; border-bottom: 1px solid $border;
  padding: 0; margin: 0; }
QFrame#live_line { background: $danger; border: none; }
QStatusBar { background: $surface; border-top: 1px solid $border; color: $muted;
  font-size: 12px; }
QStatusBar QLabel { color: $muted; font-size: 12px; }
QStatusBar::item { border: none; }

/* Fields */
QLineEdit, QComboBox, QAbstractSpinBox { background: $surface; color: $text;
  border: 1px solid $border_strong; border-radius: 8px; padding: 0 10px; min-height: 32px;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit:focus, QComboBox:focus, QComboBox:on, QAbstractSpinBox:focus {
  border: 2px solid $accent; padding: 0 9px; min-height: 30px; }
QLineEdit:disabled, QComboBox:disabled, QAbstractSpinBox:disabled, QPlainTextEdit:disabled,
QTextEdit:disabled { color: $faint; background: $bg; border-color: $border; }
QLineEdit:read-only { background: $bg; }
QPlainTextEdit, QTextEdit { background: $surface; color: $text; border: 1px solid $border_strong;
  border-radius: 8px; padding: 5px 7px; selection-background-color: $accent;
  selection-color: $on_accent; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 4px 6px; }
QLineEdit[invalid="true"], QComboBox[invalid="true"], QAbstractSpinBox[invalid="true"],
QPlainTextEdit[invalid="true"], QTextEdit[invalid="true"] { border-color: $danger; }
QTextEdit[role="plain"] { background: transparent; border: 2px solid transparent; padding: 0; }
QTextEdit[role="plain"]:focus { border: 2px solid $accent; padding: 0; }
QPlainTextEdit[role="code"] { background: $code_bg; border: 1px solid $border;
  padding: 8px; }
QPlainTextEdit[role="code"]:focus { border: 2px solid $accent; padding: 7px; }
QAbstractSpinBox QLineEdit, QAbstractSpinBox QLineEdit:focus, QComboBox QLineEdit,
QComboBox QLineEdit:focus, QFrame[role="chips"] QLineEdit, QFrame[role="chips"] QLineEdit:focus {
  background: transparent; border: none; padding: 0; min-height: 24px; border-radius: 0; }
QFrame[role="chips"] { background: $surface; border: 1px solid $border_strong;
  border-radius: 8px; }
QFrame[role="chips"][focused="true"] { border: 2px solid $accent; }
QFrame[role="chips"][invalid="true"] { border-color: $danger; }
QFrame[role="chip"] { background: $accent_soft; border: 2px solid transparent;
  border-radius: 12px; }
QFrame[role="chip"][marked="true"] { background: $warn_soft; }
QFrame[role="chip"]:focus { border: 2px solid $accent; }
QFrame[role="chip"] QLabel { color: $accent; font-size: 12px; font-weight: 500; }
QFrame[role="chip"][marked="true"] QLabel { color: $warn; }
QFrame[role="chip"] QToolButton { border: none; border-radius: 12px; padding: 0;
  min-width: 24px; min-height: 24px; max-width: 24px; max-height: 24px; }
QFrame[role="chip"] QToolButton:hover { background: $surface; }

/* Combo, spin, date-time */
QComboBox { combobox-popup: 0; padding-right: 28px; }
QComboBox:focus, QComboBox:on { padding-right: 27px; }
QComboBox::drop-down { subcontrol-origin: border; subcontrol-position: center right;
  width: 28px; border: none; background: transparent; }
QComboBox::down-arrow { image: $chevron_down_muted; width: 16px; height: 16px; }
QComboBox::down-arrow:disabled { image: $chevron_down_faint; }
QComboBox QAbstractItemView, QListView[role="popup"] { background: $surface; color: $text;
  border: 1px solid $border_strong; padding: 4px; outline: none;
  selection-background-color: $accent_soft; selection-color: $text; }
QComboBox QAbstractItemView::item, QListView[role="popup"]::item { min-height: 28px;
  padding: 0 8px; border-radius: 6px; color: $text; }
QComboBox QAbstractItemView::item:selected, QComboBox QAbstractItemView::item:hover,
QListView[role="popup"]::item:selected { background: $accent_soft; color: $accent; }
QAbstractSpinBox { padding-right: 26px; min-height: 29px; }
QAbstractSpinBox:focus { padding-right: 25px; min-height: 27px; }
QSpinBox, QTimeEdit { qproperty-alignment: AlignCenter; }
QAbstractSpinBox::up-button { subcontrol-origin: border; subcontrol-position: top right;
  width: 24px; height: 15px; margin: 2px 2px 0 0; border: none; border-top-right-radius: 6px;
  background: transparent; }
QAbstractSpinBox::down-button { subcontrol-origin: border; subcontrol-position: bottom right;
  width: 24px; height: 15px; margin: 0 2px 2px 0; border: none;
  border-bottom-right-radius: 6px; background: transparent; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $sunken; }
QAbstractSpinBox::up-arrow { image: $chevron_up_muted; width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: $chevron_down_muted; width: 12px; height: 12px; }
QAbstractSpinBox::up-arrow:disabled, QAbstractSpinBox::up-arrow:off {
  image: $chevron_up_faint; }
QAbstractSpinBox::down-arrow:disabled, QAbstractSpinBox::down-arrow:off {
  image: $chevron_down_faint; }
QDateTimeEdit::drop-down { subcontrol-origin: border; subcontrol-position: center right;
  width: 28px; border: none; background: transparent; }
QDateTimeEdit::down-arrow { image: $chevron_down_muted; width: 16px; height: 16px; }
QCalendarWidget QWidget { background: $surface; alternate-background-color: $sunken; }
QCalendarWidget QAbstractItemView { background: $surface; color: $text; outline: none;
  selection-background-color: $accent; selection-color: $on_accent; }
QCalendarWidget QAbstractItemView:disabled { color: $faint; }
QCalendarWidget QToolButton { color: $text; font-weight: 500; padding: 2px 8px; }
QCalendarWidget QToolButton#qt_calendar_prevmonth { qproperty-icon: $chevron_left_muted; }
QCalendarWidget QToolButton#qt_calendar_nextmonth { qproperty-icon: $chevron_right_muted; }
QCalendarWidget QToolButton::menu-indicator { image: none; }

/* Check, radio */
QCheckBox, QRadioButton { background: transparent; spacing: 8px; min-height: 24px;
  border: 2px solid transparent; border-radius: 6px; padding: 0 2px; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox:disabled, QRadioButton:disabled { color: $faint; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid $muted; border-radius: 4px;
  background: $surface; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent;
  image: $check_on_accent; }
QCheckBox::indicator:disabled { border-color: $border_strong; background: $bg; }
QCheckBox::indicator:checked:disabled { image: $check_faint; }
QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid $muted;
  border-radius: 9px; background: $surface; }
QRadioButton::indicator:checked { background: $accent; border-color: $accent;
  image: $dot_on_accent; }
QRadioButton::indicator:disabled { border-color: $border_strong; background: $bg; }

/* Sliders */
QSlider { min-height: 24px; }
QSlider::groove:horizontal { height: 4px; background: $border_strong; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 16px; height: 16px; margin: -7px 0; border-radius: 9px;
  background: $surface; border: 2px solid $accent; }
QSlider::handle:horizontal:focus { background: $accent; }

/* Scroll bars */
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; border: none; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; border: none; }
QScrollBar::handle { background: $border_strong; border-radius: 3px; }
QScrollBar::handle:vertical { min-height: 32px; margin: 2px 3px; }
QScrollBar::handle:horizontal { min-width: 32px; margin: 3px 2px; }
QScrollBar::handle:hover { background: $faint; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none;
  background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QAbstractScrollArea::corner { background: transparent; border: none; }

/* Tables, lists */
QTableView, QTreeView, QListView { background: $surface; color: $text;
  border: 2px solid transparent; border-radius: 8px;
  gridline-color: transparent; outline: none; alternate-background-color: $surface;
  selection-background-color: $accent_soft; selection-color: $text; }
QTableView:focus, QTreeView:focus, QListView:focus { border: 2px solid $accent;
  border-radius: 8px; }
QTableView::item, QTreeView::item { padding: 0 8px; border: none;
  border-bottom: 1px solid $border; }
QTableView::item:selected, QTreeView::item:selected, QListView::item:selected {
  background: $accent_soft; color: $text; }
QTableView::item:focus { border: 2px solid $accent; padding: 0 6px; }
QListView[role="sections"] { background: transparent; }
QListView[role="sections"]::item { min-height: 30px; padding: 0 10px; border-radius: 6px;
  color: $muted; }
QListView[role="sections"]::item:hover { background: $sunken; color: $text; }
QListView[role="sections"]::item:selected { background: $accent_soft; color: $accent; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $faint; border: none;
  border-bottom: 1px solid $border; padding: 0 11px; min-height: 34px; font-size: 12px;
  font-weight: 500; text-align: left; }
QHeaderView::section:hover { color: $text; }
QHeaderView::down-arrow { image: $chevron_down_muted; width: 12px; height: 12px;
  subcontrol-position: center right; }
QHeaderView::up-arrow { image: $chevron_up_muted; width: 12px; height: 12px;
  subcontrol-position: center right; }
QTableCornerButton::section { background: $surface; border: none; }

/* Tabs */
QTabWidget::pane { border: none; background: transparent; }
QTabWidget::tab-bar { left: 0; }
QTabBar { background: transparent; qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $muted; border: none;
  border-bottom: 2px solid transparent; padding: 0 14px; min-height: 36px; font-weight: 500; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $accent; border-bottom: 2px solid $accent; }
QTabBar:focus { outline: none; }
QTabBar::tab:selected:focus { border: 2px solid $accent; border-radius: 6px; padding: 0 12px;
  min-height: 34px; }

/* Menus, splitters, progress, groups */
QMenu { background: $surface; color: $text; border: 1px solid $border_strong; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 12px; border-radius: 6px; min-height: 20px; }
QMenu::item:selected { background: $accent_soft; color: $accent; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $border; margin: 4px 8px; }
QMenu::indicator:checked { image: $check_accent; width: 14px; height: 14px; }
QSplitter::handle { background: transparent; width: 8px; height: 8px; }
QProgressBar { background: $border; border: none; border-radius: 3px; min-height: 6px;
  max-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSlider::groove:horizontal { background: $border_strong; height: 4px; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { background: $surface; border: 2px solid $accent; width: 16px;
  margin: -8px 0; border-radius: 10px; }
"""
