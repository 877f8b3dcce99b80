"""The request as a curl command that a developer can read, and that no key is in.

Built from what a frozen request holds, which has no key: placeholders stand where the signature
goes, so there is nothing to mask. Source: sending.md 4.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tpns_desktop.send.review import FrozenPush

METHOD = "POST"
PATH = "/v3/push/app"
"""Of every push (tpns-rest.md 3)."""


def curl_command(push: FrozenPush) -> str:
    """A shell command for a POSIX shell. AccessId, TimeStamp and Sign are placeholders."""
    body = push.body.decode("utf-8").replace("'", "'\\''")
    lines = (
        f"curl -X {METHOD} '{push.url}{PATH}'",
        "-H 'Content-Type: application/json'",
        "-H 'AccessId: <AccessId>'",
        "-H 'TimeStamp: <TimeStamp>'",
        "-H 'Sign: <Sign, made with your SecretKey>'",
        f"--data-raw '{body}'",
    )
    return " \\\n  ".join(lines)
