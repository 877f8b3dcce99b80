"""Translations are made from their sources, only when needed, with Qt's own tool."""

from __future__ import annotations

import os
from pathlib import Path

import PySide6
import pytest
from PySide6.QtCore import QTranslator
from translations import NotCompiled, compile_one, outdated

LRELEASE = Path(PySide6.__file__).with_name("lrelease")
SOURCE = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN"><context><name>Bar</name>
<message><source>Send</source><translation>发送</translation></message></context></TS>
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    file = tmp_path / "zh_CN.ts"
    file.write_text(SOURCE, "utf-8")
    return file


def test_a_compiled_translation_is_read_by_qt(source: Path, qapp):
    translator = QTranslator()
    assert translator.load(str(compile_one(source, LRELEASE)))
    assert translator.translate("Bar", "Send") == "发送"


def test_only_what_is_older_than_its_source_is_outdated(source: Path):
    assert outdated(source.parent) == [source]
    target = compile_one(source, LRELEASE)
    assert outdated(source.parent) == []
    newer = target.stat().st_mtime + 10
    os.utime(source, (newer, newer))
    assert outdated(source.parent) == [source]


def test_no_folder_means_nothing_to_do(tmp_path: Path):
    assert outdated(tmp_path / "none") == []


def test_a_broken_source_is_named(source: Path):
    source.write_text("not a translation", "utf-8")
    with pytest.raises(NotCompiled, match=r"^zh_CN\.ts was not compiled: "):
        compile_one(source, LRELEASE)


def test_a_missing_tool_is_named(source: Path, tmp_path: Path):
    with pytest.raises(NotCompiled, match="lrelease does not start"):
        compile_one(source, tmp_path / "lrelease")
