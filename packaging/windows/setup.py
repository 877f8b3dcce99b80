"""Makes setup.exe of a folder with NSIS; also of a stand-in, to try the installer elsewhere."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import Final

import dev_setup
import identity
from dev_system import Stop
from frozen import folder

SCRIPT = Path(__file__).with_name("tpns-desktop.nsi")
ICON = folder.MADE / "icons" / "tpns-desktop.ico"
DIST = dev_setup.ROOT / "dist"


PFX: Final = "TPNS_DESKTOP_WINDOWS_PFX"
"""Variable: file of the certificate that signs; without it nothing is signed, which is said."""
PFX_PASSWORD: Final = "TPNS_DESKTOP_WINDOWS_PFX_PASSWORD"
_TIME_STAMPS: Final = "http://timestamp.digicert.com"
_USUAL_PLACES: Final = (
    r"C:\Program Files (x86)\NSIS\makensis.exe",
    r"C:\Program Files\NSIS\makensis.exe",
)


def make(frozen: Path, wanted: list[str], *, fast: bool) -> list[Path]:
    """Make the installer of the frozen folder. Raises `Stop`."""
    DIST.mkdir(exist_ok=True)
    certificate = os.environ.get(PFX, "")
    if not certificate:
        print("build.py: not signed: Windows will warn whoever opens it", flush=True)
        return [compile_script(frozen, DIST, fast=fast)]
    _run(signing(certificate, *sorted(frozen.glob("*.exe"))))
    file = compile_script(frozen, DIST, fast=fast)
    _run(signing(certificate, file))
    return [file]


def signing(certificate: str, *files: Path) -> list[str]:
    """The command that signs files with a certificate, and has the time witnessed."""
    command = ["signtool", "sign", "/fd", "SHA256", "/tr", _TIME_STAMPS, "/td", "SHA256"]
    command += ["/f", certificate, "/p", os.environ.get(PFX_PASSWORD, "")]
    return [*command, *map(str, files)]


def compile_script(
    payload: Path,
    out: Path,
    *,
    fast: bool,
    version: str = "",
    target: str = "",
    icon: Path = ICON,
) -> Path:
    """The installer for what is in `payload`; any warning of NSIS ends it. Raises `Stop`.

    `target` is NSIS's own, such as "amd64-unicode", where its usual one does not run.
    """
    tool = shutil.which("makensis") or next((p for p in _USUAL_PLACES if Path(p).is_file()), "")
    if not tool:
        raise Stop("makensis is missing; install NSIS (on Debian: apt-get install nsis).")
    number = version or identity.version()
    file = out / f"{identity.NAME}-{number}-setup.exe"
    values = {
        "NAME": identity.NAME,
        "TITLE": identity.TITLE,
        "SUMMARY": identity.SUMMARY,
        "VERSION": number,
        "PAYLOAD": str(payload.resolve()),
        "SIZE_KB": str(folder.weigh(payload).all // 1024),
        "ICON": str(icon),
        "LICENCE": str(dev_setup.ROOT / "LICENSE"),
        "OUT": str(file),
    }
    switch = "/" if os.name == "nt" else "-"
    command = [tool, f"{switch}WX", f"{switch}V2", f"{switch}INPUTCHARSET", "UTF8"]
    command += [f"{switch}D{key}={value}" for key, value in values.items()]
    command += [f"{switch}DFAST"] if fast else []
    command += [f"{switch}DTARGET={target}"] if target else []
    done = subprocess.run([*command, str(SCRIPT)], capture_output=True, text=True, errors="replace")
    if done.returncode != 0:
        raise Stop(f"makensis did not go well:\n{(done.stdout + done.stderr)[-2000:]}")
    return file


def _run(command: list[str]) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, errors="replace")
    except FileNotFoundError:
        raise Stop(f"{command[0]} is missing; it comes with the Windows SDK.") from None
    if done.returncode != 0:
        raise Stop(f"{command[0]} did not go well:\n{(done.stdout + done.stderr)[-2000:]}")
