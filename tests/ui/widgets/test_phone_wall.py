"""The row of drawn phones: where they stand, what a press tells, what is said of them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tpns_desktop.ui.widgets.phone_wall import PhoneWall, WallCard, WallPicture

KEYS = ("iphone", "huawei", "xiaomi", "oppo", "vivo", "offline")
CARD = WallCard("Demo Mall", "Sale tonight", "Everything is cheaper until midnight. " * 9)


def picture(key: str, *cards: WallCard, note: str = "") -> WallPicture:
    style = "ios_lock" if key == "iphone" else "android" if key == "offline" else key
    return WallPicture(
        key, style, "10:00", "Shown 10:00:04", note, cards, tappable=bool(cards), said=f"{key}: …"
    )


def made(qtbot: QtBot, width: int = 1000, *cards: WallCard) -> PhoneWall:
    wall = PhoneWall()
    qtbot.addWidget(wall)
    wall.show_pictures([(key, picture(key, *cards)) for key in KEYS], shade=False)
    wall.resize(width, wall.heightForWidth(width))
    wall.show()
    return wall


def test_six_stand_side_by_side_and_three_where_the_width_does_not_suffice(qtbot: QtBot) -> None:
    for width, rows in ((1000, 1), (860, 1), (700, 2), (420, 2)):
        wall = made(qtbot, width, CARD)
        places = [wall.phones[key].geometry() for key in KEYS]
        assert len({place.top() for place in places}) == rows
        assert all(place.left() >= 0 and place.right() <= width for place in places)
        assert not any(
            one.intersects(other) for at, one in enumerate(places) for other in places[at + 1 :]
        )
        # All lines below the last row are inside.
        assert wall.childrenRect().bottom() <= wall.height()


def test_a_phone_is_pressed_by_mouse_enter_and_space(qtbot: QtBot) -> None:
    wall = made(qtbot, 1000, CARD)
    pressed: list[str] = []
    wall.pressed.connect(pressed.append)
    QTest.mouseClick(wall.phones["vivo"], Qt.MouseButton.LeftButton)
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        QTest.keyClick(wall.phones["oppo"], key)
    assert pressed == ["vivo", "oppo", "oppo", "oppo"]


def test_what_a_phone_shows_is_drawn_and_said(qtbot: QtBot) -> None:
    wall = made(qtbot)
    phone = wall.phones["xiaomi"]
    empty = phone.grab().toImage()
    wall.show_pictures([(key, picture(key, CARD)) for key in KEYS], shade=False)
    locked = phone.grab().toImage()
    wall.show_pictures([(key, picture(key, CARD, CARD, CARD)) for key in KEYS], shade=True)
    listed = phone.grab().toImage()
    assert empty != locked != listed
    # The card is light on a dark wallpaper.
    middle = locked.rect().center()
    middle.setY(round(95 * locked.devicePixelRatio()))
    assert QColor(locked.pixel(middle)).lightness() > QColor(empty.pixel(middle)).lightness()
    assert phone.accessibleName() == "xiaomi"
    assert phone.accessibleDescription() == "xiaomi: …"
    assert wall.caption("xiaomi") == "Shown 10:00:04"


def test_longer_lines_below_make_the_row_higher(qtbot: QtBot) -> None:
    wall = made(qtbot)
    before = wall.heightForWidth(1000)
    note = "By TPNS itself: too long for Xiaomi\nSMS at 11:00:00"
    wall.show_pictures([(key, picture(key, note=note)) for key in KEYS], shade=False)
    assert wall.heightForWidth(1000) > before
    wall.show_pictures([("vivo", picture("vivo"))], shade=False)
    assert list(wall.phones) == ["vivo"]
