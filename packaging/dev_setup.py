"""The repository's own virtual environment in `.venv`, and the translations.

Owns what is made inside the checkout. What the machine itself lacks is `dev_system`'s.
Standard library only.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path

import dev_system
import translations
from dev_system import Stop

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "made-by-dev.json"
LOCK = ROOT / "packaging" / "requirements.txt"
LOCK_WITH_TESTS = ROOT / "packaging" / "requirements-dev.txt"


@dataclass
class Stamp:
    """What the environment was made for and holds; a JSON file inside it."""

    root: str = ""
    python: str = ""
    installed: dict[str, str] = field(default_factory=dict)
    """A lock file's name → the hash it had when it was installed."""


def set_up(*, tests: bool) -> Path:
    """Make what is missing of the environment; gives back its Python.

    `tests` adds the tools and test libraries. A stamp holds the hash of each lock file that was
    installed, so that an unchanged environment costs nothing. Raises `Stop` with one line when
    something cannot be done here.
    """
    lock = LOCK_WITH_TESTS if tests else LOCK
    stamp = _read_stamp()
    if stamp is None or not _still_good(stamp):
        stamp = _new_environment()
    # The locks agree in every version, so the larger one holds the smaller one.
    if not {lock.name, LOCK_WITH_TESTS.name} & stamp.installed.keys():
        _install(lock)
        stamp.installed[lock.name] = _hash(lock)
        _write_stamp(stamp)
    _compile_translations()
    return python()


def python() -> Path:
    """The environment's interpreter."""
    return script("python")


def script(name: str) -> Path:
    """A program of the environment, such as `lint-imports`."""
    return VENV / "Scripts" / f"{name}.exe" if os.name == "nt" else VENV / "bin" / name


def qt_tool(name: str) -> Path:
    """A program that PySide6 brought along, such as `lrelease`. Raises `Stop`."""
    found = [p for p in VENV.glob(f"**/PySide6/{name}*") if p.suffix in ("", ".exe")]
    if not found:
        raise Stop(f"PySide6's {name} is missing in .venv; delete .venv and try again.")
    return found[0]


# ----------------------------------------------------------------------------- environment


def _read_stamp() -> Stamp | None:
    """None without an environment; an unreadable stamp fits nothing."""
    if not VENV.exists():
        return None
    try:
        return Stamp(**json.loads(STAMP.read_text("utf-8")))
    except FileNotFoundError:
        raise Stop(".venv was not made by dev.py; move it away and try again.") from None
    except (ValueError, TypeError):
        return Stamp()


def _still_good(stamp: Stamp) -> bool:
    return (
        python().exists()
        and (stamp.root, stamp.python) == (str(ROOT), _this_python())
        and bool(stamp.installed)
        and all(_hash(LOCK.with_name(name)) == old for name, old in stamp.installed.items())
    )


def _this_python() -> str:
    # Not the third number: the system's updates keep an environment usable.
    return f"{sys.base_prefix} {sys.version_info[0]}.{sys.version_info[1]}"


def _new_environment() -> Stamp:
    _say("Making .venv")
    dev_system.need_venv()
    if VENV.exists():
        shutil.rmtree(VENV)
    VENV.mkdir()
    stamp = Stamp(str(ROOT), _this_python())
    # Before anything else: an interrupted set-up is ours to throw away.
    _write_stamp(stamp)
    _must([sys.executable, "-m", "venv", str(VENV)], "The virtual environment could not be made.")
    _point_to_source()
    return stamp


def _point_to_source() -> None:
    """Let the environment's Python find tpns_desktop from any folder, as if installed."""
    command = [str(python()), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    folder = subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()
    Path(folder, "tpns_desktop_source.pth").write_text(f"{ROOT}\n", "utf-8")


def _install(lock: Path) -> None:
    _say(f"Installing what packaging/{lock.name} names (once)")
    pip = [str(python()), "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    quiet = ["--quiet", "--progress-bar", "off", "--no-warn-script-location"]
    # Wheels only: building from source would fetch build tools that no hash covers.
    safe = ["--require-hashes", "--only-binary", ":all:", "-r", str(lock)]
    _must([*pip, *quiet, *safe], "pip could not install the dependencies (see above).")


def _write_stamp(stamp: Stamp) -> None:
    STAMP.write_text(json.dumps(asdict(stamp), indent=1), "utf-8")


def _hash(file: Path) -> str:
    return hashlib.sha256(file.read_bytes()).hexdigest() if file.exists() else ""


# ---------------------------------------------------------------------------- translations


def _compile_translations() -> None:
    """Make each .qm that is missing or older than its .ts, beside it."""
    outdated = translations.outdated(ROOT / "resources" / "i18n")
    if not outdated:
        return
    lrelease = qt_tool("lrelease")
    for source in outdated:
        try:
            translations.compile_one(source, lrelease)
        except translations.NotCompiled as error:
            raise Stop(str(error)) from None


# --------------------------------------------------------------------------------- helpers


def _say(what: str) -> None:
    print(f"dev.py: {what}", flush=True)


def _must(command: list[str], otherwise: str) -> None:
    if subprocess.call(command, stdin=subprocess.DEVNULL) != 0:
        raise Stop(otherwise)
