"""The two keys of one platform on their way from the page to the keyring or to a client."""

from __future__ import annotations

from dataclasses import dataclass

from tpns_desktop.model.secret import Secret


@dataclass(frozen=True)
class KeyPair:
    """The keys of one platform as they were typed or pasted, not yet cleaned."""

    access_id: str
    secret_key: Secret
    """Empty when an app is edited and its stored key shall stay."""

    @classmethod
    def typed(cls, access_id: str, secret_key: str) -> KeyPair:
        """From two texts as pasted: edge spaces and line ends fall off, the rest stays."""
        return cls(access_id.strip(), Secret(secret_key.strip()))
