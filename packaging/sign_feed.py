#!/usr/bin/env python3
"""Makes the feed that tells installed copies of a newer version, and signs it with openssl.

    python3 packaging/sign_feed.py --page ADDRESS --key PRIVATE.pem --out updates.json
    python3 packaging/sign_feed.py --new-key PRIVATE.pem

The key is Ed25519. A new one is made in a file for its owner alone, and its public half is printed
as the installers want it (TPNS_DESKTOP_UPDATE_KEY). What is made is read back as the program reads
it before it is kept.
"""

from __future__ import annotations

import argparse
import base64
import json
import os
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import identity
from dev_system import Stop
from frozen import folder

# Before a raw Ed25519 public key in its DER form (RFC 8410).
_DER_HEAD = bytes.fromhex("302a300506032b6570032100")


def main(arguments: list[str]) -> int:
    """Do one of both; gives the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--new-key", type=Path, help="make a key in this file")
    parser.add_argument("--page", help="https address that tells what is new")
    parser.add_argument("--key", type=Path, help="file of the private key")
    parser.add_argument("--out", type=Path, help="file of the feed")
    options = parser.parse_args(arguments)
    try:
        if options.new_key is not None:
            new_key(options.new_key)
            print(base64.b64encode(public_key(options.new_key)).decode("ascii"))
        elif options.page and options.key and options.out:
            options.out.write_text(feed(options.page, options.key), "utf-8")
        else:
            parser.error("give --new-key, or --page, --key and --out")
    except Stop as stop:
        print(f"sign_feed.py: {stop}", file=sys.stderr)
        return 1
    return 0


def new_key(file: Path) -> None:
    """Make a private key in a new file. Raises `Stop`."""
    if file.exists():
        raise Stop(f"{file} is there already; a key is never written over.")
    made = _openssl(["genpkey", "-algorithm", "ed25519"])
    with open(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as opened:
        opened.write(made)


def public_key(file: Path) -> bytes:
    """The 32 bytes of a private key's public half. Raises `Stop`."""
    der = _openssl(["pkey", "-in", str(file), "-pubout", "-outform", "DER"])
    if not der.startswith(_DER_HEAD):
        raise Stop(f"{file.name} is no Ed25519 key.")
    return der[len(_DER_HEAD) :]


def feed(page: str, key: Path) -> str:
    """The signed feed of this version. Raises `Stop`."""
    when = datetime.fromtimestamp(int(folder.source_date()), UTC).date().isoformat()
    signed = json.dumps({"version": identity.version(), "date": when, "page": page})
    with tempfile.TemporaryDirectory() as place:
        said = Path(place, "signed")
        said.write_text(signed, "utf-8")
        command = ["pkeyutl", "-sign", "-rawin", "-inkey", str(key), "-in", str(said)]
        signature = base64.b64encode(_openssl(command)).decode("ascii")
    return json.dumps({"signed": signed, "signature": signature}, indent=1) + "\n"


def _openssl(command: list[str]) -> bytes:
    try:
        done = subprocess.run(["openssl", *command], capture_output=True)
    except FileNotFoundError:
        raise Stop("openssl is missing.") from None
    if done.returncode != 0:
        raise Stop(f"openssl {command[0]}: {done.stderr.decode(errors='replace').strip()[:300]}")
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
