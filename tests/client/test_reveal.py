"""Who looks inside a `Secret`: two modules, and nobody else in the package."""

from __future__ import annotations

import ast
from pathlib import Path

import tpns_desktop

PACKAGE = Path(tpns_desktop.__file__).parent
ALLOWED = {Path("client/signing.py"), Path("store/secrets.py")}
# Where the method is made.
MAKER = Path("model/secret.py")
INNER_NAME = "_Secret__text"


def _looks_inside(source: str) -> bool:
    """Whether a source names `reveal` as an attribute, or reaches around it."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Attribute(attr="reveal" | "_Secret__text"):
                return True
            case ast.Constant(value="reveal" | "_Secret__text"):
                return True
    return False


def test_secrets_are_revealed_in_two_modules_only() -> None:
    found = {
        path.relative_to(PACKAGE)
        for path in PACKAGE.rglob("*.py")
        if _looks_inside(path.read_text("utf-8"))
    }
    assert found - {MAKER} <= ALLOWED
    assert Path("client/signing.py") in found


def test_the_search_finds_every_way_of_asking() -> None:
    assert _looks_inside("x = key.reveal()")
    assert _looks_inside("f(key.reveal)")
    assert _looks_inside("getattr(key, 'reveal')()")
    assert _looks_inside("key._Secret__text")
    assert not _looks_inside("# key.reveal()\nrevealed = 'revealing'")
