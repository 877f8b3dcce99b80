"""A text that must not be seen: the SecretKey of an access id.

Owns only the wrapper. Where secrets are kept is the store's affair, what they sign is the
client's; those two are the only callers of :meth:`Secret.reveal`.
"""

from __future__ import annotations

import hmac
from typing import NoReturn, final

_MASK = "Secret(****)"


@final
class Secret:
    """Holds a text without ever showing it.

    ``str``, ``repr`` and ``format`` give a fixed mask. Copying and pickling raise ``TypeError``,
    so a secret can reach neither a child process nor a file by accident. Two secrets compare in
    constant time. There is no hash: a hash would let secrets sit in sets and keys of dicts, where
    they are easily printed.
    """

    __slots__ = ("__text",)

    __text: str

    def __init__(self, text: str) -> None:
        """Keep ``text``; raises ``TypeError`` (without the value) for anything but a ``str``."""
        if not isinstance(text, str):
            raise TypeError("a secret is made from text")
        object.__setattr__(self, "_Secret__text", text)

    def reveal(self) -> str:
        """The text itself: for signing a request and for writing the keyring, nothing else."""
        return self.__text

    def __repr__(self) -> str:
        return _MASK

    def __str__(self) -> str:
        return _MASK

    def __format__(self, format_spec: str) -> str:
        return _MASK

    def __bool__(self) -> bool:
        return bool(self.__text)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return NotImplemented
        # Bytes, because compare_digest takes only ASCII text; a pasted key may hold anything.
        return hmac.compare_digest(
            self.__text.encode("utf-8", "surrogatepass"),
            other.__text.encode("utf-8", "surrogatepass"),
        )

    __hash__ = None  # type: ignore[assignment]  # typeshed types object.__hash__ as a method

    def __setattr__(self, name: str, value: object) -> NoReturn:
        raise TypeError("a secret does not change")

    def __delattr__(self, name: str) -> NoReturn:
        raise TypeError("a secret does not change")

    def __copy__(self) -> NoReturn:
        raise TypeError("a secret is not copied")

    def __deepcopy__(self, memo: object) -> NoReturn:
        raise TypeError("a secret is not copied")

    def __reduce__(self) -> NoReturn:
        raise TypeError("a secret is not pickled")

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        raise TypeError("a secret is not pickled")

    def __getstate__(self) -> NoReturn:
        raise TypeError("a secret is not pickled")
