"""The texts of `tpns_desktop` that are shown to people, found in its source.

Qt's lupdate reads Python by guessing: it loses a text whose number is an expression, forgets that
a text is a plural, and takes the wrong context after some calls. So Python's own parser finds the
texts, and lupdate is given them in a form that it reads without a mistake. Standard library only.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

_WITH_CONTEXT = {"translate", "QT_TRANSLATE_NOOP", "QT_TRANSLATE_N_NOOP", "plural"}
"""Calls whose first two arguments are context and text; `plural` is that of `ui.i18n`."""
_ALWAYS_PLURAL = {"QT_TRANSLATE_N_NOOP", "plural"}


class NotRead(Exception):
    """One line a place: a text that could not be translated as it is written."""


@dataclass(frozen=True, order=True)
class SourceText:
    """One English text, as `QTranslator` looks it up."""

    context: str
    text: str
    plural: bool = False


def source_texts(files: Iterable[Path]) -> list[SourceText]:
    """Every text of these Python files, each once, in order. Raises `NotRead`.

    The context of `self.tr` is the class in whose body it stands: PySide6 looks through the base
    classes of the object, so inherited texts are found there.
    """
    found: set[SourceText] = set()
    wrong: list[str] = []
    for file in files:
        reader = _Reader()
        reader.visit(ast.parse(file.read_text("utf-8"), str(file)))
        found.update(reader.found)
        wrong += [f"{file.name}:{line}: {what}" for line, what in reader.wrong]
    if wrong:
        raise NotRead("\n".join(wrong))
    return sorted(found)


def as_cpp(texts: Iterable[SourceText]) -> str:
    """The texts as C++ marks, for lupdate."""
    return "".join(f"{line}\n" for line in _marks(texts))


def _marks(texts: Iterable[SourceText]) -> Iterator[str]:
    for one in texts:
        mark = "QT_TRANSLATE_N_NOOP" if one.plural else "QT_TRANSLATE_NOOP"
        yield f"{mark}({_literal(one.context)}, {_literal(one.text)});"


def _literal(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


class _Reader(ast.NodeVisitor):
    def __init__(self) -> None:
        self.found: list[SourceText] = []
        self.wrong: list[tuple[int, str]] = []
        self._classes: list[str] = []

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        self.generic_visit(node)
        called = node.func
        name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
        if name == "tr" and isinstance(called, ast.Attribute):
            self._read_tr(node, called)
        elif name in _WITH_CONTEXT and len(node.args) >= 2:
            self._read_with_context(node, name)

    def _read_tr(self, node: ast.Call, called: ast.Attribute) -> None:
        if not (isinstance(called.value, ast.Name) and called.value.id == "self"):
            self._refuse(node, "only self.tr has a context that is known beforehand")
        elif not self._classes:
            self._refuse(node, "self.tr outside a class")
        elif len(node.args) != 1 or node.keywords:
            self._refuse(
                node, "self.tr takes one text; for a number use QCoreApplication.translate"
            )
        elif (text := _constant(node.args[0])) is None:
            self._refuse(node, "self.tr takes a text as it stands, and .format() after it")
        else:
            self._add(node, SourceText(self._classes[-1], text))

    def _read_with_context(self, node: ast.Call, name: str) -> None:
        context, text = _constant(node.args[0]), _constant(node.args[1])
        if isinstance(node.args[1], ast.JoinedStr) or (context is None) != (text is None):
            # A table's text that is only looked up here was marked where it stands.
            if text is not None or isinstance(node.args[1], ast.JoinedStr):
                self._refuse(node, f"{name} takes context and text as they stand")
            return
        if context is None or text is None:
            return
        plural = (
            name in _ALWAYS_PLURAL
            or len(node.args) > 3
            or any(keyword.arg == "n" for keyword in node.keywords)
        )
        self._add(node, SourceText(context, text, plural))

    def _add(self, node: ast.Call, one: SourceText) -> None:
        if one.plural != ("%n" in one.text or "%Ln" in one.text):
            self._refuse(node, "%n or %Ln, and a number for it, belong together")
        else:
            self.found.append(one)

    def _refuse(self, node: ast.Call, what: str) -> None:
        self.wrong.append((node.lineno, what))


def _constant(node: ast.expr) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
