"""The tables of codes hold what the check of a file can say: all of it, and nothing else."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import tpns_desktop.packages as packages
from tests.packages.test_hostile import CASES
from tpns_desktop.packages import verdict
from tpns_desktop.packages.names import file_trouble
from tpns_desktop.store.lists import ASKS, FIXES

_TREES = [ast.parse(path.read_text("utf-8")) for path in Path(packages.__path__[0]).glob("*.py")]
_TROUBLES = ("file_trouble", "entry_trouble")
"""Functions that give back the code of what is wrong with a name."""


def texts(node: ast.AST) -> Iterator[str]:
    """The texts that an expression may be: of a choice, both."""
    if isinstance(node, ast.IfExp):
        yield from texts(node.body)
        yield from texts(node.orelse)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value


def refusals() -> Iterator[str]:
    """The codes of all refusals in the source."""
    for tree in _TREES:
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and node.args:
                called = ast.unparse(node.func).rpartition(".")[2]
                if called == "Refusal":
                    yield from texts(node.args[0])
                elif called in ("Verdict", "_ended") and set(texts(node.args[0])) == {"refuse"}:
                    yield from texts(node.args[1])
            elif isinstance(node, ast.FunctionDef) and node.name in _TROUBLES:
                for one in ast.walk(node):
                    if isinstance(one, ast.Return) and one.value is not None:
                        yield from texts(one.value)


def test_every_refusal_in_the_source_is_in_the_table_and_every_code_in_the_source() -> None:
    found = set(refusals()) - {""}
    assert sorted(found) == sorted(verdict.CODES)
    assert len(set(verdict.CODES)) == len(verdict.CODES)
    print(f"{len(found)} codes")


def test_what_stops_or_is_asked_is_known_to_whoever_uses_a_list() -> None:
    assert (verdict.FIXES, verdict.ASKS) == (FIXES, ASKS)


def test_the_cases_of_the_table_speak_of_nothing_else() -> None:
    known = {*verdict.CODES, *verdict.FIXES, *verdict.ASKS, "ok"}
    assert {case.code for case in CASES} <= known
    assert {case.note for case in CASES if case.note} <= {*known, *verdict.NOTES}


def test_a_name_that_could_alter_what_it_is_sent_in_is_refused() -> None:  # E10
    for name in ('a".txt', "a\\.txt", "a\\u202e.txt", "..\\a.txt", "a\r\nb.txt", "a\u202e.txt"):
        assert file_trouble(name) == "name"
    assert file_trouble("a'b.txt") == ""
