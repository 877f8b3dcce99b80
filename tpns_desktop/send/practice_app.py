"""The practice app: a row without stored keys, pointed at the practice service of this run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from tpns_desktop.model.secret import Secret
from tpns_desktop.send.connect import KeyPair

PLATFORMS = ("android", "ios")


@dataclass(frozen=True)
class PracticeInfo:
    """What a practice service printed when it started (`tpns-desktop practice --json`)."""

    base_url: str
    keys: Mapping[str, KeyPair]
    """"android" and "ios" → the keys of this run; they live in memory only."""
    accounts: tuple[str, ...] = ()
    """Accounts of the default type that exist, bound on both platforms."""
    tokens: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Platform → some tokens that exist."""
    tags: tuple[str, ...] = ()
    """Tags that exist."""

    @classmethod
    def from_line(cls, line: Mapping[str, Any]) -> PracticeInfo:
        """From the parsed JSON line. Raises `ValueError` when it lacks address or keys."""
        try:
            keys = {
                platform: KeyPair(
                    str(line["tpns"][platform]["access_id"]),
                    Secret(str(line["tpns"][platform]["secret_key"])),
                )
                for platform in PLATFORMS
            }
            base_url = str(line["base_url"]).rstrip("/")
        except (KeyError, TypeError):
            raise ValueError("not a practice service's first line") from None
        known = line.get("known")
        known = known if isinstance(known, Mapping) else {}
        tokens = known.get("tokens")
        tokens = tokens if isinstance(tokens, Mapping) else {}
        return cls(
            base_url=base_url,
            keys=keys,
            accounts=_texts(known.get("accounts")),
            tokens={platform: _texts(tokens.get(platform)) for platform in PLATFORMS},
            tags=_texts(known.get("tags")),
        )


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, list | tuple) else ()
