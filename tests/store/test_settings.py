"""Preferences: read whatever is there, write what is right."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tpns_desktop.store.settings import HOLD_UNTIL_I_SAY, LANGUAGES, LOOKS, Settings


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "config" / "settings.ini"


def written(path: Path, data: str | bytes) -> Settings:
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return Settings.load(path)


def reasons(loaded: Settings) -> list[tuple[int, str, str]]:
    return [(note.line, note.reason, note.key) for note in loaded.notes]


def test_without_a_file_the_defaults_stand_and_nothing_is_noted(path: Path) -> None:
    loaded = Settings.load(path)
    assert (loaded.language, loaded.look, loaded.last_app, loaded.hold_s, loaded.tips) == (
        "",
        "system",
        "",
        "10",
        True,
    )
    assert loaded.notes == ()
    assert not path.exists()


def test_what_is_saved_is_read_again(path: Path) -> None:
    saved = Settings(path, "zh_CN", "dark", "0f-a_9", HOLD_UNTIL_I_SAY, False)
    saved.proxy, saved.proxy_address = "own", "http://proxy.example.com:8080"
    saved.proxy_user, saved.proxy_has_password = "商城 50%", True
    saved.levels, saved.quiet, saved.quiet_from, saved.quiet_to = "strict", "on", "21:30", "07:00"
    saved.ca_file = "C:\\公司 = certificates;\u3000#1.pem"
    assert saved.save()
    assert Settings.load(path) == saved
    assert [p.name for p in path.parent.iterdir()] == ["settings.ini"]


def test_a_wrong_line_is_left_out_and_the_others_count(path: Path) -> None:
    loaded = written(
        path,
        "look = dark\n"  # in no section
        "[settings]\n"
        "  language = zh_CN\n"
        "what is this\n"
        "look = pink\n"
        "hold_s = 121\n"
        "[broken\n"
        "tips = no\n"
        "tips = yes\n",
    )
    assert (loaded.language, loaded.look, loaded.hold_s, loaded.tips) == (
        "zh_CN",
        "system",
        "10",
        False,
    )
    assert reasons(loaded) == [
        (1, "not_a_setting", ""),
        (4, "not_a_setting", ""),
        (5, "wrong_value", "look"),
        (6, "wrong_value", "hold_s"),
        (7, "not_a_setting", ""),
        (9, "repeated", "tips"),
    ]


def test_settings_of_a_newer_program_are_kept_and_wrong_lines_are_not(path: Path) -> None:
    loaded = written(
        path,
        "; mine\n[settings]\nlook = light\nlook = dark\nlanguage = xx\nshade = 50%(x)s\n"
        "rubbish\n[later]\nKey = a = b\n",
    )
    assert [reason for _, reason, _ in reasons(loaded)] == [
        "repeated",
        "wrong_value",
        "unknown",
        "not_a_setting",
        "unknown",
    ]
    loaded.language = "en"
    assert loaded.save()
    text = path.read_text("utf-8")
    assert "shade = 50%(x)s\n" in text
    assert "[later]\nKey = a = b\n" in text
    assert "rubbish" not in text
    again = Settings.load(path)
    assert (again.language, again.look) == ("en", "light")
    assert {note.reason for note in again.notes} == {"unknown"}


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xfe[\x00s\x00",
        "\ufeff[settings]\r\nlook = dark\r\n".encode(),
        b"[settings]\rlook = dark\r",
        b"[settings]\nlook = dark\nlanguage = \x00\n",
        "[settings]\nlook = dark\nlanguage = \ud800".encode("utf-8", "surrogatepass"),
        b"[DEFAULT]\nlook = light\n[settings]\nlook = dark\n",
        b"[settings]\nlook = dark\nlast_app = ../../x\n",
    ],
)
def test_odd_files_are_read_as_far_as_they_can_be(path: Path, data: bytes) -> None:
    loaded = written(path, data)
    assert loaded.look == ("system" if data.startswith(b"\xff") else "dark")
    assert (loaded.language, loaded.last_app) == ("", "")
    assert loaded.save()


def test_a_huge_file_and_a_folder_in_its_place_do_not_stop_the_start(path: Path) -> None:
    huge = written(path, b"[settings]\nlook = dark\n" + b"#" * 300_000)
    assert reasons(huge) == [(0, "too_large", "")]
    path.unlink()
    path.mkdir()
    folder = Settings.load(path)
    assert reasons(folder) == [(0, "unreadable", "")]
    assert not folder.save()
    assert [p.name for p in path.parent.iterdir()] == ["settings.ini"]
    assert reasons(Settings.load(Path("a\0b"))) == [(0, "unreadable", "")]


def test_a_refused_save_leaves_the_old_file_whole(path: Path) -> None:
    loaded = written(path, "[settings]\nlook = dark\n")
    before = path.read_bytes()
    loaded.hold_s = "a while\n[later]"
    with pytest.raises(ValueError, match="hold_s"):
        loaded.save()
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("proxy", "pac"),
        ("proxy_address", "http://me:hunter2@proxy.example.com:8080"),
        ("proxy_address", "socks5://proxy.example.com:1080"),
        ("proxy_address", "a:1\nhold_s = 0"),
        ("proxy_user", " me"),
        ("proxy_user", "m" * 257),
        ("ca_file", "/a\0b"),
        ("ca_file", "/a\udcff.pem"),
        ("ca_file", "/a\nproxy = none"),
    ],
)
def test_the_network_takes_no_value_that_would_not_come_back_nor_a_password(
    path: Path, key: str, value: str
) -> None:
    loaded = Settings.load(path)
    setattr(loaded, key, value)
    with pytest.raises(ValueError, match=key):
        loaded.save()
    assert not path.exists()


def test_a_wrong_line_about_the_network_leaves_the_default(path: Path) -> None:
    loaded = written(
        path,
        "[settings]\nproxy = maybe\nproxy_address = me:pw@a:1\nproxy_has_password = 1\n"
        "ca_file = /a.pem\n",
    )
    assert [reason for _, reason, _ in reasons(loaded)] == ["wrong_value"] * 3
    assert (loaded.proxy, loaded.proxy_address, loaded.ca_file) == ("system", "", "/a.pem")
    assert loaded.proxy_has_password is False


def test_safety_is_standard_and_a_wrong_time_of_day_leaves_the_default(path: Path) -> None:
    loaded = written(
        path, "[settings]\nlevels = lax\nquiet = yes\nquiet_from = 24:00\nquiet_to = 7:00\n"
    )
    assert (loaded.levels, loaded.quiet) == ("standard", "off")
    assert (loaded.quiet_from, loaded.quiet_to) == ("22:00", "08:00")
    assert reasons(loaded) == [
        (line, "wrong_value", key)
        for line, key in enumerate(("levels", "quiet", "quiet_from", "quiet_to"), 2)
    ]
    loaded.quiet_from = "٢٢:00"
    with pytest.raises(ValueError, match="quiet_from"):
        loaded.save()


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert not Settings(tmp_path / "file" / "settings.ini").save()


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "[settings]",
                "[DEFAULT]",
                "[ ]",
                "[]",
                "look = dark",
                "look=",
                "language = zh_CN",
                "hold_s = 030",
                "tips = no",
                "tips",
                "=",
                " = x",
                "\tlook = light",
                "% = %(x)s",
                "; look = dark",
                "[settings] ; x",
            ]
        ),
        st.text(st.characters(), max_size=30),
    ),
    max_size=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.one_of(st.binary(max_size=300), LINES.map(lambda x: "\n".join(x).encode(errors="replace")))
)
def test_whatever_the_file_holds_reading_never_raises_and_saving_settles_it(
    path: Path, data: bytes
) -> None:
    loaded = written(path, data)
    assert loaded.language in LANGUAGES
    assert loaded.look in LOOKS
    assert loaded.save()
    again = Settings.load(path)
    again_values = (again.language, again.look, again.last_app, again.hold_s, again.tips)
    assert again_values == (
        loaded.language,
        loaded.look,
        loaded.last_app,
        loaded.hold_s,
        loaded.tips,
    )
    assert {note.reason for note in again.notes} <= {"unknown"}


def test_reading_the_settings_loads_none_of_the_heavy_libraries() -> None:
    script = (
        "import sys, tpns_desktop.store.settings\n"
        "heavy = {'pydantic', 'httpx', 'sqlalchemy', 'alembic', 'keyring', 'asyncio'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"
