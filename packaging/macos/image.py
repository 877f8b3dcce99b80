"""Makes the .dmg: checks the app's signature, packs it beside a link to Applications, notarises.

What is done with a person's certificate happens when its variables are set, and is said when not:

    TPNS_DESKTOP_SIGN_AS         identity in the keychain, "Developer ID Application: …"
    TPNS_DESKTOP_NOTARY_PROFILE  profile that `notarytool store-credentials` made
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from pathlib import Path

import dev_setup
import identity
from dev_system import Stop
from frozen import environment

HERE = Path(__file__).resolve().parent
DIST = dev_setup.ROOT / "dist"


def make(frozen: Path, wanted: list[str], *, fast: bool) -> list[Path]:
    """Make the disk image of the app that lies beside the frozen folder. Raises `Stop`."""
    DIST.mkdir(exist_ok=True)
    app = frozen.with_name(f"{identity.TITLE}.app")
    if not app.is_dir():
        raise Stop(f"{app.name} is not there; freeze without --keep.")
    signed_as = os.environ.get("TPNS_DESKTOP_SIGN_AS", "")
    for command in signing(app, signed_as):
        _run(command)
    file = DIST / f"{identity.NAME}-{identity.version()}-{platform.machine()}.dmg"
    place = environment.BUILD / "dmg"
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    shutil.copytree(app, place / app.name, symlinks=True)
    (place / "Applications").symlink_to("/Applications")
    file.unlink(missing_ok=True)
    for command in imaging(place, file, fast=fast):
        _run(command)
    profile = os.environ.get("TPNS_DESKTOP_NOTARY_PROFILE", "")
    if not signed_as or not profile:
        print("build.py: not notarised: macOS will warn whoever opens it", flush=True)
        return [file]
    for command in notarising(file, signed_as, profile):
        _run(command)
    return [file]


def signing(app: Path, signed_as: str) -> list[list[str]]:
    """Commands that sign an app (ad hoc without an identity) and look at the signature.

    PyInstaller signed what is inside, from the inside out; this seals the whole.
    """
    entitlements = HERE / "entitlements.plist"
    seal = ["codesign", "--force", "--sign", signed_as or "-", "--options", "runtime"]
    seal += ["--entitlements", str(entitlements)]
    seal += ["--timestamp"] if signed_as else []
    return [[*seal, str(app)], ["codesign", "--verify", "--deep", "--strict", str(app)]]


def imaging(place: Path, file: Path, *, fast: bool) -> list[list[str]]:
    """Commands that make a compressed disk image of a folder."""
    kind = "UDZO" if fast else "ULMO"
    make_image = ["hdiutil", "create", "-volname", identity.TITLE, "-srcfolder", str(place)]
    return [[*make_image, "-fs", "HFS+", "-format", kind, "-ov", str(file)]]


def notarising(file: Path, signed_as: str, profile: str) -> list[list[str]]:
    """Commands that sign the image, have Apple look at it, and staple the answer to it."""
    context = "context:primary-signature"
    return [
        ["codesign", "--sign", signed_as, "--timestamp", str(file)],
        ["xcrun", "notarytool", "submit", str(file), "--keychain-profile", profile, "--wait"],
        ["xcrun", "stapler", "staple", str(file)],
        ["spctl", "--assess", "--type", "open", "--context", context, str(file)],
    ]


def _run(command: list[str]) -> None:
    try:
        done = subprocess.run(command, capture_output=True, text=True, errors="replace")
    except FileNotFoundError:
        raise Stop(f"{command[0]} is missing; install Apple's command line tools.") from None
    if done.returncode != 0:
        raise Stop(f"{command[0]} did not go well:\n{(done.stdout + done.stderr)[-2000:]}")
