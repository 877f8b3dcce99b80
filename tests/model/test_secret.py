from __future__ import annotations

import ast
import copy
import importlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import tpns_desktop
from tpns_desktop.model.secret import Secret

TEXT = "0123456789abcdef0123456789abcdef"


def test_no_way_of_printing_shows_the_text() -> None:
    secret = Secret(TEXT)
    shown = [str(secret), repr(secret), f"{secret}", f"{secret!r:>40}", "%s" % secret]  # noqa: UP031
    shown += [repr([secret]), repr({"key": secret}), format(secret, ">40")]
    assert all(TEXT not in text for text in shown)
    assert str(secret) == "Secret(****)"
    assert not hasattr(secret, "__dict__")


def test_the_length_is_not_shown_either() -> None:
    assert repr(Secret("")) == repr(Secret(TEXT))


def test_it_is_neither_copied_nor_pickled() -> None:
    secret = Secret(TEXT)
    pickle: Any = importlib.import_module("pickle")
    for attempt in (copy.copy, copy.deepcopy, *(_dumps(pickle, n) for n in range(6))):
        with pytest.raises(TypeError):
            attempt(secret)


def _dumps(pickle: Any, protocol: int) -> Any:
    return lambda secret: pickle.dumps(secret, protocol)


def test_it_does_not_change_and_has_no_hash() -> None:
    secret = Secret(TEXT)
    with pytest.raises(TypeError):
        secret.text = "other"  # type: ignore[attr-defined]
    with pytest.raises(TypeError):
        del secret._Secret__text  # type: ignore[attr-defined]
    with pytest.raises(TypeError):
        hash(secret)
    assert secret.reveal() == TEXT


def test_only_text_is_a_secret_and_the_refusal_does_not_quote() -> None:
    with pytest.raises(TypeError) as refused:
        Secret(b"0123")  # type: ignore[arg-type]
    assert "0123" not in str(refused.value)


@given(st.text(st.characters()), st.text(st.characters()))
def test_secrets_are_equal_when_their_texts_are(one: str, other: str) -> None:
    assert (Secret(one) == Secret(other)) == (one == other)
    assert Secret(one) == Secret(one)
    assert (Secret(one) == one) is False
    assert bool(Secret(one)) == bool(one)


def test_only_the_signer_and_the_keyring_reveal() -> None:
    package = Path(tpns_desktop.__file__).parent
    callers = {
        path.relative_to(package).as_posix()
        for path in package.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr == "reveal"
    }
    assert callers <= {"client/signing.py", "store/secrets.py"}
