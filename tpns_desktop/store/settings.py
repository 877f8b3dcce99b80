"""What the user prefers, in ``settings.ini``.

It is read before anything else, so the standard library alone is used. Owns the file's format and
the few values allowed in it. Reading never fails: what cannot be understood is left out, noted, and
the default stands. A line of ours with a wrong value is written right at the next save; keys and
sections that this version does not know are kept, so that an older and a newer program can share
the file; comments, and lines that are no settings at all, are not.
Nothing secret is ever in here: the proxy's address takes no user and no password, and the
password itself is with the keys (`store.secrets`).

    [settings]
    language = zh_CN
    look = dark
    proxy = own
    proxy_address = proxy.example.com:8080
"""

from __future__ import annotations

import configparser
import contextlib
import io
import os
import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import Final

SECTION: Final = "settings"
LANGUAGES: Final = ("", "en", "zh_CN")
"""Allowed languages; the empty text means: as the system says."""
LOOKS: Final = ("system", "light", "dark")
HOLD_UNTIL_I_SAY: Final = "manual"
"""Value of ``hold_s`` for people who need more time: nothing leaves until they say so."""
HOLD_S_MAX: Final = 120
"""Longest hold that can be set, in seconds (design/flows, section 5)."""

LEVELS: Final = ("standard", "strict")
"""How much is asked before a push leaves: as design/flows, section 5 has it, or one level more."""

PROXIES: Final = ("system", "none", "own")
"""As this computer is set up, no proxy, or the one at ``proxy_address`` (sending.md 4)."""
PROXY_USER_MAX: Final = 256
"""Characters; ours, to keep the file sane."""
PACES: Final = ("1", "10", "60", "600")
"""How much faster than in earnest time may run in practice."""
UPDATES: Final = ("ask", "on", "off")
"""Whether to look for newer versions: not asked yet, yes, no."""
SMS_SITES: Final = ("china", "international")
"""Sites of the SMS service at which the cloud account can be (tencent-cloud-sms.md 2)."""
CA_FILE_MAX: Final = 4096
"""Characters of a file's path; ours, longer than any system allows."""

_SIZE_MAX_BYTES: Final = 256 * 1024
_APP_ID: Final = re.compile(r"[A-Za-z0-9_-]{0,64}")
_HEADER: Final = re.compile(r"\[([^\[\]\x00-\x1f]{1,100})\]")
_KEY: Final = re.compile(r"[A-Za-z0-9_.-]{1,64}")
_REGION: Final = re.compile(r"|[a-z]{2,10}(?:-[a-z0-9]{1,20}){1,3}")
_VERSION: Final = re.compile(r"|[0-9]{1,6}(?:\.[0-9]{1,6}){2}")
_MOMENT: Final = re.compile(r"|[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\+00:00")
_PLACE: Final = re.compile(r"[A-Za-z]{0,40}")
_LINE: Final = re.compile(r"[^\x00-\x1f\x7f\ud800-\udfff]*")
_TIME: Final = re.compile(r"(?:[01][0-9]|2[0-3]):[0-5][0-9]", re.ASCII)
# No "@" and no path: there is no room for a password in here.
_PROXY_ADDRESS: Final = re.compile(r"(?:http://)?[A-Za-z0-9._:\[\]-]{0,300}/?")


def _is_hold(text: str) -> bool:
    if text == HOLD_UNTIL_I_SAY:
        return True
    return re.fullmatch(r"[0-9]{1,3}", text) is not None and int(text) <= HOLD_S_MAX


def is_time(text: str) -> bool:
    """Whether `text` is a time of day such as "22:00"."""
    return _TIME.fullmatch(text) is not None


def is_line(text: str, length_max: int) -> bool:
    """Whether `text` comes back from the file as it went in."""
    return len(text) <= length_max and text == text.strip() and _LINE.fullmatch(text) is not None


_RULES: Final[Mapping[str, Callable[[str], bool]]] = MappingProxyType(
    {
        "language": LANGUAGES.__contains__,
        "look": LOOKS.__contains__,
        "last_app": lambda text: _APP_ID.fullmatch(text) is not None,
        "last_chat_app": lambda text: _APP_ID.fullmatch(text) is not None,
        "hold_s": _is_hold,
        "levels": LEVELS.__contains__,
        "quiet": ("off", "on").__contains__,
        "quiet_from": is_time,
        "quiet_to": is_time,
        "tips": ("yes", "no").__contains__,
        "silent": ("yes", "no").__contains__,
        "proxy": PROXIES.__contains__,
        "proxy_address": lambda text: _PROXY_ADDRESS.fullmatch(text) is not None,
        "proxy_user": lambda text: is_line(text, PROXY_USER_MAX),
        "proxy_has_password": ("yes", "no").__contains__,
        "ca_file": lambda text: is_line(text, CA_FILE_MAX),
        "practice_pace": PACES.__contains__,
        "updates": UPDATES.__contains__,
        "updates_looked": lambda text: _MOMENT.fullmatch(text) is not None,
        "updates_passed": lambda text: _VERSION.fullmatch(text) is not None,
        "sms_site": SMS_SITES.__contains__,
        "sms_region": lambda text: _REGION.fullmatch(text) is not None,
        "sms_key_place": lambda text: _PLACE.fullmatch(text) is not None,
        "sms_bound": ("yes", "no").__contains__,
        "sms_authorised": ("yes", "no").__contains__,
    }
)


_SWITCHES: Final = frozenset(
    {"tips", "silent", "proxy_has_password", "sms_bound", "sms_authorised"}
)
"""Settings that are a yes or a no in the file and a bool here."""


@dataclass(frozen=True)
class SettingsNote:
    """Something in the file that was left out."""

    line: int
    """Line in the file, from 1; 0 when it concerns the whole file."""
    reason: str
    """``unreadable``, ``too_large``, ``not_a_setting``, ``unknown``, ``wrong_value`` or
    ``repeated``."""
    key: str = ""
    """The setting's name, where there is one. Its value is not repeated here."""


@dataclass
class Settings:
    """The preferences. Change the attributes, then ``save()``."""

    path: Path
    language: str = ""
    """One of ``LANGUAGES``."""
    look: str = "system"
    """One of ``LOOKS``."""
    last_app: str = ""
    """Id of the app that was open last; empty for none."""
    hold_s: str = "10"
    """Seconds to hold a confirmed push, ``"0"`` to ``"120"``, or ``HOLD_UNTIL_I_SAY``."""
    tips: bool = True
    """Show hints to newcomers."""
    silent: bool = False
    """Offer in-app and silent messages, which nobody sees by themselves."""
    proxy: str = "system"
    """One of ``PROXIES``."""
    proxy_address: str = ""
    """``host:port`` or ``http://host:port``; looked at when ``proxy`` is "own"."""
    proxy_user: str = ""
    """Who logs in at that proxy; empty for nobody."""
    proxy_has_password: bool = False
    """Whether a password for that user was given; it is with the keys, never here."""
    ca_file: str = ""
    """Path of a PEM file with certificates to trust besides the system's; empty for none."""
    practice_pace: str = "60"
    """One of ``PACES``."""
    sms_site: str = "china"
    """One of ``SMS_SITES``."""
    sms_region: str = ""
    """Such as "ap-guangzhou"; empty for what is usual at the site."""
    sms_key_place: str = ""
    """Where the cloud account's keys were last kept: the keyring's backend id, "memory", or empty
    for no account. Never a key."""
    sms_bound: bool = False
    """A person says that the app binds mobile numbers; no service tells."""
    sms_authorised: bool = False
    """A person says that TPNS has keys for texts; no service tells."""
    levels: str = "standard"
    """One of ``LEVELS``."""
    quiet: str = "off"
    """``"on"``: a push that people would get in the quiet hours asks for a reason first."""
    quiet_from: str = "22:00"
    """Time of day on the service's clock (UTC+8)."""
    quiet_to: str = "08:00"
    """Their end, perhaps on the next day; equal to ``quiet_from``: the whole day."""
    last_chat_app: str = ""
    """Id of the real Chat app that was open last; empty for none. Practice has one of its own."""
    updates: str = "ask"
    """One of ``UPDATES``."""
    updates_looked: str = ""
    """When a newer version was looked for last: ISO 8601 in UTC; empty for never."""
    updates_passed: str = ""
    """A newer version that the person does not want to be told of again."""
    notes: tuple[SettingsNote, ...] = ()
    """What was wrong in the file when it was read."""
    _others: configparser.RawConfigParser = field(
        default_factory=lambda: _parser(), repr=False, compare=False
    )
    # The window's thread and the background's both save.
    _saving: threading.Lock = field(default_factory=threading.Lock, repr=False, compare=False)

    @classmethod
    def load(cls, path: Path) -> Settings:
        """Read the file at ``path``. Never raises; no file means the defaults and no note."""
        settings = cls(path)
        try:
            with path.open("rb") as file:
                data = file.read(_SIZE_MAX_BYTES + 1)
        except FileNotFoundError:
            return settings
        except (OSError, ValueError):  # ValueError: a NUL in the path
            settings.notes = (SettingsNote(0, "unreadable"),)
            return settings
        if len(data) > _SIZE_MAX_BYTES:
            settings.notes = (SettingsNote(0, "too_large"),)
            return settings
        settings._read(data.decode("utf-8-sig", errors="replace"))
        return settings

    def save(self) -> bool:
        """Write the file in one step (a reader sees the old or the new one, never half of it).

        Gives back False when the disk refuses; what was there before is then still there.
        Raises ValueError, before anything is written, when an attribute holds a value that is not
        allowed.
        """
        with self._saving:
            return self._save()

    def _save(self) -> bool:
        values = self._values()
        for key, value in values.items():
            if not _RULES[key](value):
                raise ValueError(f"{key} does not take this value")
        parser = self._others
        if not parser.has_section(SECTION):
            parser.add_section(SECTION)
        for key, value in values.items():
            parser.set(SECTION, key, value)
        text = io.StringIO()
        parser.write(text)
        # U+FFFD instead of an error for what UTF-8 cannot hold: a setting must not stop the
        # program.
        return _replace_file(self.path, text.getvalue().encode("utf-8", errors="replace"))

    def _values(self) -> dict[str, str]:
        return {
            "language": self.language,
            "look": self.look,
            "last_app": self.last_app,
            "last_chat_app": self.last_chat_app,
            "hold_s": self.hold_s,
            "levels": self.levels,
            "quiet": self.quiet,
            "quiet_from": self.quiet_from,
            "quiet_to": self.quiet_to,
            "updates": self.updates,
            "updates_looked": self.updates_looked,
            "updates_passed": self.updates_passed,
            "tips": "yes" if self.tips else "no",
            "silent": "yes" if self.silent else "no",
            "proxy": self.proxy,
            "proxy_address": self.proxy_address,
            "proxy_user": self.proxy_user,
            "proxy_has_password": "yes" if self.proxy_has_password else "no",
            "ca_file": self.ca_file,
            "practice_pace": self.practice_pace,
            "sms_site": self.sms_site,
            "sms_region": self.sms_region,
            "sms_key_place": self.sms_key_place,
            "sms_bound": "yes" if self.sms_bound else "no",
            "sms_authorised": "yes" if self.sms_authorised else "no",
        }

    def _read(self, text: str) -> None:
        # configparser gives up on a whole file for one wrong line and joins indented lines to the
        # one above; so each line is looked at alone and only whole settings are handed on.
        notes: list[SettingsNote] = []
        section: str | None = None
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for number, raw in enumerate(lines, start=1):
            line = raw.strip()
            if not line or line[0] in "#;":
                continue
            header = _HEADER.fullmatch(line)
            if header:
                section = header[1].strip()
                if section and not self._others.has_section(section):
                    self._others.add_section(section)
                continue
            key, equals, value = (part.strip() for part in line.partition("="))
            if not section or not equals or not _KEY.fullmatch(key) or "\0" in value:
                notes.append(SettingsNote(number, "not_a_setting"))
                continue
            if section == SECTION and key in _RULES:
                if self._others.has_option(section, key):
                    notes.append(SettingsNote(number, "repeated", key))  # the first one stands
                    continue
                if not _RULES[key](value):
                    notes.append(SettingsNote(number, "wrong_value", key))
                    continue
                setattr(self, key, value == "yes" if key in _SWITCHES else value)
            else:
                notes.append(SettingsNote(number, "unknown", key))
            self._others.set(section, key, value)
        self.notes = tuple(notes)


def _parser() -> configparser.RawConfigParser:
    parser = configparser.RawConfigParser(
        strict=False, delimiters=("=",), interpolation=None, default_section=""
    )
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    return parser


def _replace_file(path: Path, data: bytes) -> bool:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        import tempfile  # only to save; reading comes before the first paint

        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError:
        return False
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except OSError:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        return False
    return True
