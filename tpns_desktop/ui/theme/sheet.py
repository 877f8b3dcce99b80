"""Tokens → the style sheet. Widgets say what they are by dynamic properties:

kind = primary | danger | quiet | link (buttons), rail | segment (toggle buttons)
role = title | card-title | hint | muted | overline | figure | error | ok (labels),
       card | sunken | bar | rail | topbar | strip | banner (frames)
tone = accent | ok | warn | danger | practice | neutral (pills and banners)
"""

from __future__ import annotations

from tpns_desktop.paths import icons_dir
from tpns_desktop.ui.theme.tokens import (
    RADIUS_CARD,
    RADIUS_FIELD,
    TYPE_CARD_TITLE,
    TYPE_FIGURE,
    TYPE_HINT,
    TYPE_OVERLINE,
    TYPE_PAGE_TITLE,
    Tokens,
)


def sheet(t: Tokens) -> str:
    """The whole style sheet of one look."""
    arrows = f"{icons_dir().as_posix()}/arrow-{t.name}"
    parts = (_base(t), _labels(t), _frames(t), _buttons(t), _fields(t, arrows), _views(t), _tones(t))
    return "\n".join(parts)


def _base(t: Tokens) -> str:
    return f"""
QMainWindow, QDialog, QStackedWidget {{ background: {t.bg}; }}
QToolTip {{ background: {t.bar}; color: {t.on_bar}; border: 0; padding: 6px 8px; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ background: transparent; border: 0; }}
QSplitter::handle {{ background: transparent; width: 6px; }}
QScrollBar:vertical {{ background: transparent; width: 10px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 2px; }}
QScrollBar::handle {{ background: {t.border_strong}; border-radius: 3px; min-height: 28px;
    min-width: 28px; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{
    background: transparent; width: 0; height: 0; }}
QMenu {{ background: {t.surface}; border: 1px solid {t.border}; padding: 4px; color: {t.text}; }}
QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 6px; }}
QMenu::item:selected {{ background: {t.accent_soft}; color: {t.accent}; }}
"""


def _labels(t: Tokens) -> str:
    return f"""
QLabel {{ background: transparent; color: {t.text}; }}
QLabel[role="title"] {{ font-size: {TYPE_PAGE_TITLE}px; font-weight: 600; }}
QLabel[role="card-title"] {{ font-size: {TYPE_CARD_TITLE}px; font-weight: 600; }}
QLabel[role="muted"] {{ color: {t.muted}; }}
QLabel[role="hint"] {{ color: {t.faint}; font-size: {TYPE_HINT}px; }}
QLabel[role="error"] {{ color: {t.danger}; font-size: {TYPE_HINT}px; }}
QLabel[role="ok"] {{ color: {t.ok}; }}
QLabel[role="strong"] {{ font-weight: 600; }}
QLabel[role="overline"] {{ color: {t.faint}; font-size: {TYPE_OVERLINE}px; font-weight: 600; }}
QLabel[role="figure"] {{ font-size: {TYPE_FIGURE}px; font-weight: 600; }}
QLabel[role="number"] {{ background: {t.accent_soft}; color: {t.accent}; font-weight: 600;
    border-radius: 12px; }}
"""


def _frames(t: Tokens) -> str:
    return f"""
QFrame[role="card"] {{ background: {t.surface}; border: 1px solid {t.border};
    border-radius: {RADIUS_CARD}px; }}
QFrame[role="sunken"] {{ background: {t.sunken}; border: 1px solid {t.border};
    border-radius: {RADIUS_CARD}px; }}
QFrame[role="bar"] {{ background: {t.surface}; border: 0; border-top: 1px solid {t.border}; }}
QFrame[role="topbar"] {{ background: {t.surface}; border: 0;
    border-bottom: 1px solid {t.border}; }}
QFrame[role="topbar"][live="true"] {{ border-bottom: 4px solid {t.danger}; }}
QFrame[role="rail"] {{ background: {t.surface}; border: 0; border-right: 1px solid {t.border}; }}
QFrame[role="strip"] {{ background: {t.surface}; border: 0; border-top: 1px solid {t.border}; }}
QFrame[role="line"] {{ background: {t.border}; border: 0; max-height: 1px; min-height: 1px; }}
QFrame[role="hold"] {{ background: {t.bar}; border: 0; border-radius: {RADIUS_CARD}px; }}
QFrame[role="hold"] QLabel {{ color: {t.on_bar}; font-weight: 600; }}
"""


def _buttons(t: Tokens) -> str:
    return f"""
QPushButton {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.border_strong};
    border-radius: {RADIUS_FIELD}px; padding: 0 14px; min-height: 32px; font-weight: 500; }}
QPushButton:hover {{ background: {t.sunken}; }}
QPushButton:pressed {{ background: {t.border}; }}
QPushButton:focus {{ border: 2px solid {t.accent}; padding: 0 13px; min-height: 30px; }}
QPushButton:disabled {{ color: {t.faint}; background: {t.sunken}; border-color: {t.border}; }}
QPushButton[kind="primary"] {{ background: {t.accent}; color: {t.on_accent};
    border-color: {t.accent}; font-weight: 600; }}
QPushButton[kind="primary"]:focus {{ border: 2px solid {t.text}; }}
QPushButton[kind="danger"] {{ background: {t.danger}; color: {t.on_danger};
    border-color: {t.danger}; font-weight: 600; }}
QPushButton[kind="danger"]:focus {{ border: 2px solid {t.text}; }}
QPushButton[kind="primary"]:disabled, QPushButton[kind="danger"]:disabled {{
    background: {t.border}; color: {t.muted}; border-color: {t.border}; }}
QPushButton[kind="link"] {{ background: transparent; border: 2px solid transparent;
    color: {t.accent}; padding: 0 6px; min-height: 24px; border-radius: 6px; }}
QPushButton[kind="link"]:hover {{ background: {t.accent_soft}; }}
QPushButton[kind="link"]:focus {{ border: 2px solid {t.accent}; }}
QPushButton[kind="quiet"] {{ background: transparent; border: 2px solid transparent;
    color: {t.muted}; padding: 0 8px; min-height: 26px; border-radius: 6px; }}
QPushButton[kind="quiet"]:hover {{ background: {t.sunken}; color: {t.text}; }}
QPushButton[kind="quiet"]:focus {{ border: 2px solid {t.accent}; }}
QPushButton[kind="rail"] {{ background: transparent; border: 2px solid transparent;
    color: {t.text}; text-align: left; padding: 0 10px; min-height: 32px; }}
QPushButton[kind="rail"]:hover {{ background: {t.sunken}; }}
QPushButton[kind="rail"]:checked {{ background: {t.accent_soft}; color: {t.accent};
    font-weight: 600; }}
QPushButton[kind="rail"]:focus {{ border: 2px solid {t.accent}; }}
QPushButton[kind="segment"] {{ border-radius: 0; border: 1px solid {t.border_strong};
    margin-left: -1px; padding: 0 12px; color: {t.muted}; min-height: 28px; }}
QPushButton[kind="segment"][place="first"] {{ border-top-left-radius: {RADIUS_FIELD}px;
    border-bottom-left-radius: {RADIUS_FIELD}px; margin-left: 0; }}
QPushButton[kind="segment"][place="last"] {{ border-top-right-radius: {RADIUS_FIELD}px;
    border-bottom-right-radius: {RADIUS_FIELD}px; }}
QPushButton[kind="segment"][place="only"] {{ border-radius: {RADIUS_FIELD}px; margin-left: 0; }}
QPushButton[kind="segment"]:hover {{ background: {t.sunken}; color: {t.text}; }}
QPushButton[kind="segment"]:checked {{ background: {t.accent_soft}; color: {t.accent};
    border: 1px solid {t.accent}; font-weight: 600; }}
QPushButton[kind="segment"]:focus {{ border: 2px solid {t.accent}; padding: 0 11px;
    min-height: 26px; }}
QPushButton[kind="onbar"] {{ background: {t.on_bar}; color: {t.bar}; border: 2px solid {t.on_bar};
    font-weight: 600; }}
QPushButton[kind="onbar"]:focus {{ border: 2px solid {t.accent}; }}
QCheckBox, QRadioButton {{ color: {t.text}; spacing: 8px; min-height: 26px; background: transparent;
    border: 2px solid transparent; border-radius: 6px; padding: 0 4px; }}
QCheckBox:focus, QRadioButton:focus {{ border: 2px solid {t.accent}; }}
QCheckBox::indicator, QRadioButton::indicator {{ width: 18px; height: 18px; background: {t.surface};
    border: 1px solid {t.muted}; border-radius: 4px; }}
QRadioButton::indicator {{ border-radius: 9px; }}
QCheckBox::indicator:checked {{ background: {t.accent}; border-color: {t.accent};
    image: url({icons_dir().as_posix()}/tick-{t.name}.svg); }}
QRadioButton::indicator:checked {{ background: {t.accent}; border: 5px solid {t.accent_soft}; }}
"""


def _fields(t: Tokens, arrows: str) -> str:
    fields = "QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateTimeEdit"
    focused = ", ".join(f"{name}:focus" for name in fields.split(", "))
    invalid = ", ".join(f'{name}[invalid="true"]' for name in fields.split(", "))
    return f"""
{fields} {{ background: {t.surface}; color: {t.text}; border: 1px solid {t.border_strong};
    border-radius: {RADIUS_FIELD}px; padding: 0 10px; min-height: 32px;
    selection-background-color: {t.accent}; selection-color: {t.on_accent}; }}
QPlainTextEdit, QTextEdit {{ padding: 6px 6px; }}
{focused} {{ border: 2px solid {t.accent}; padding: 0 9px; min-height: 30px; }}
QPlainTextEdit:focus, QTextEdit:focus {{ padding: 5px 5px; }}
{invalid} {{ border: 2px solid {t.danger}; }}
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{ background: {t.sunken};
    color: {t.faint}; }}
QFrame[role="chips"] {{ background: {t.surface}; border: 1px solid {t.border_strong};
    border-radius: {RADIUS_FIELD}px; }}
QFrame[role="chips"][focused="true"] {{ border: 2px solid {t.accent}; }}
QFrame[role="chips"] QLineEdit {{ border: 0; min-height: 24px; padding: 0 4px;
    background: transparent; }}
QPushButton[kind="chip"] {{ background: {t.accent_soft}; color: {t.accent};
    border: 2px solid transparent; border-radius: 10px; padding: 0 8px; min-height: 20px;
    font-weight: 500; }}
QPushButton[kind="chip"]:focus {{ border: 2px solid {t.accent}; }}
QComboBox::drop-down {{ border: 0; width: 28px; subcontrol-origin: padding;
    subcontrol-position: center right; }}
QComboBox::down-arrow {{ image: url({arrows}-down.svg); width: 14px; height: 14px; }}
QComboBox QAbstractItemView {{ background: {t.surface}; color: {t.text}; padding: 4px;
    border: 1px solid {t.border_strong}; outline: 0; selection-background-color: {t.accent_soft};
    selection-color: {t.accent}; }}
QComboBox QAbstractItemView::item {{ min-height: 30px; padding: 0 8px; border-radius: 6px; }}
QDateTimeEdit::drop-down {{ border: 0; width: 28px; subcontrol-origin: padding;
    subcontrol-position: center right; }}
QDateTimeEdit::down-arrow {{ image: url({arrows}-down.svg); width: 14px; height: 14px; }}
QSpinBox::up-button, QSpinBox::down-button {{ border: 0; width: 22px; background: transparent;
    subcontrol-origin: border; }}
QSpinBox::up-button {{ subcontrol-position: top right; }}
QSpinBox::down-button {{ subcontrol-position: bottom right; }}
QSpinBox::up-arrow {{ image: url({arrows}-up.svg); width: 12px; height: 12px; }}
QSpinBox::down-arrow {{ image: url({arrows}-down.svg); width: 12px; height: 12px; }}
QCalendarWidget QWidget {{ background: {t.surface}; color: {t.text}; }}
QCalendarWidget QAbstractItemView {{ selection-background-color: {t.accent};
    selection-color: {t.on_accent}; outline: 0; }}
QCalendarWidget QToolButton {{ color: {t.text}; background: {t.surface}; border: 0; padding: 6px; }}
"""


def _views(t: Tokens) -> str:
    return f"""
QTabWidget::pane {{ border: 0; border-top: 1px solid {t.border}; background: transparent; }}
QTabBar {{ background: transparent; }}
QTabBar::tab {{ background: transparent; color: {t.muted}; padding: 8px 12px; font-weight: 500;
    border: 0; border-bottom: 2px solid transparent; min-width: 44px; }}
QTabBar::tab:selected {{ color: {t.accent}; border-bottom: 2px solid {t.accent};
    font-weight: 600; }}
QTabBar::tab:focus {{ background: {t.accent_soft}; }}
QTableView, QListView {{ background: {t.surface}; color: {t.text}; border: 0; outline: 0;
    gridline-color: {t.border}; selection-background-color: {t.accent_soft};
    selection-color: {t.text}; }}
QTableView::item {{ border-bottom: 1px solid {t.border}; padding: 0 8px; }}
QTableView::item:focus {{ border: 2px solid {t.accent}; }}
QHeaderView {{ background: {t.surface}; }}
QHeaderView::section {{ background: {t.surface}; color: {t.faint}; border: 0;
    border-bottom: 1px solid {t.border}; padding: 8px; font-weight: 600; }}
QPlainTextEdit[role="code"] {{ background: {t.surface}; border: 1px solid {t.border};
    border-radius: {RADIUS_FIELD}px; padding: 6px; }}
QPlainTextEdit[role="code"]:focus {{ border: 2px solid {t.accent}; padding: 5px; }}
"""


def _tones(t: Tokens) -> str:
    tones = {
        "accent": (t.accent, t.accent_soft),
        "ok": (t.ok, t.ok_soft),
        "warn": (t.warn, t.warn_soft),
        "danger": (t.danger, t.danger_soft),
        "practice": (t.practice, t.practice_soft),
        "neutral": (t.muted, t.sunken),
    }
    rules = []
    for tone, (ink, soft) in tones.items():
        rules.append(
            f'QLabel[role="pill"][tone="{tone}"] {{ background: {soft}; color: {ink};'
            " border-radius: 10px; padding: 2px 10px; font-weight: 600;"
            f" font-size: {TYPE_OVERLINE}px; }}"
        )
        rules.append(
            f'QFrame[role="banner"][tone="{tone}"] {{ background: {soft}; border: 0;'
            f" border-radius: {RADIUS_FIELD}px; }}"
        )
        rules.append(
            f'QFrame[role="banner"][tone="{tone}"] QLabel[role="banner-icon"] {{ color: {ink};'
            " font-weight: 600; }"
        )
    return "\n".join(rules)
