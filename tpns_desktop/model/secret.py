"""A text that must not be seen: the SecretKey of an access id.

Owns the wrapper, and taking every secret that is alive out of a text (`without_secrets`). Where
secrets are kept is the store's affair, what they sign is the client's; those two are the only
callers of :meth:`Secret.reveal`.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from typing import NoReturn, final

_MASK = "Secret(****)"

HIDDEN = "****"
"""What stands in a text where a secret stood."""

_WORTH_HIDING = 6
"""Characters. A shorter text would be found in honest words, and nobody is protected by that."""
_PART = 12
"""Characters of either end that count as the secret itself: texts are often cut."""

_alive: dict[int, weakref.ref[Secret]] = {}
"""Every secret of the process, so that a log needs not be told which ones there are. Weak: a secret
that nobody needs any more goes, and its entry with it."""


@final
class Secret:
    """Holds a text without ever showing it.

    ``str``, ``repr`` and ``format`` give a fixed mask. Copying and pickling raise ``TypeError``,
    so a secret can reach neither a child process nor a file by accident. Two secrets compare in
    constant time. There is no hash: a hash would let secrets sit in sets and keys of dicts, where
    they are easily printed.
    """

    __slots__ = ("__text", "__weakref__")

    __text: str

    def __init__(self, text: str) -> None:
        """Keep ``text``; raises ``TypeError`` (without the value) for anything but a ``str``."""
        if not isinstance(text, str):
            raise TypeError("a secret is made from text")
        object.__setattr__(self, "_Secret__text", text)
        number = id(self)
        _alive[number] = weakref.ref(self, lambda _: _alive.pop(number, None))

    def reveal(self) -> str:
        """The text itself: for signing a request and for writing the keyring, nothing else."""
        return self.__text

    def __repr__(self) -> str:
        return _MASK

    def _taken_out_of(self, text: str) -> str:
        if len(self.__text) >= _WORTH_HIDING:
            for form in _forms(self.__text):
                text = text.replace(form, HIDDEN)
        return text

    def __str__(self) -> str:
        return _MASK

    def __format__(self, format_spec: str) -> str:
        return _MASK

    def __bool__(self) -> bool:
        return bool(self.__text)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Secret):
            return NotImplemented
        import hmac  # seldom needed, and not before the first paint

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


def without_secrets(text: str) -> str:
    """``text`` with every living secret replaced by ``HIDDEN``, in the forms it may have taken.

    The last net below rules that keep secrets away from texts altogether, not one of those rules.
    """
    for reference in tuple(_alive.values()):
        secret = reference()
        if secret is not None:
            text = secret._taken_out_of(text)
    return text


def _forms(secret: str) -> Iterator[str]:
    """The secret as it is, quoted, and encoded, the longest first where one holds another."""
    import base64  # here, as above: no secret is alive before the first paint
    import html
    import json
    from urllib.parse import quote

    data = secret.encode("utf-8", "surrogatepass")
    plain = [
        json.dumps(secret)[1:-1],
        repr(secret)[1:-1],
        html.escape(secret),
        quote(data, safe=""),
        secret,
        secret[::-1],
        data.hex(),
        data.hex().upper(),
    ]
    for before in range(3):
        # Base64 of the secret somewhere inside a longer text: what its three positions share.
        encoded = base64.b64encode(b"\0" * before + data)
        start = (before * 8 + 5) // 6
        end = (before + len(data)) * 8 // 6
        middle = encoded[start:end].decode("ascii")
        plain += [middle, middle.replace("+", "-").replace("/", "_")]
    if len(secret) >= 2 * _PART:
        plain += [secret[:_PART], secret[-_PART:]]
    yield from (form for form in plain if len(form) >= _WORTH_HIDING)
