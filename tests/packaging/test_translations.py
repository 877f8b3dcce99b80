"""Translations are made from their sources, only when needed, with Qt's own tool."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path
from xml.etree import ElementTree

import PySide6
import pytest
from PySide6.QtCore import QTranslator
from source_texts import SourceText, source_texts
from translations import LANGUAGES, NotCompiled, NotUpdated, compile_one, outdated, update

LRELEASE = Path(PySide6.__file__).with_name("lrelease")
LUPDATE = LRELEASE.with_name("lupdate")
ROOT = Path(__file__).resolve().parents[2]
I18N = ROOT / "resources" / "i18n"
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


# --------------------------------------------------------------------------------- updating


def test_an_update_keeps_what_is_translated_drops_what_is_gone_and_adds_what_is_new(tmp_path: Path):
    folder = tmp_path / "i18n"
    chinese, _ = update(folder, [SourceText("Bar", "Send"), SourceText("Bar", "Stop")], LUPDATE)
    words = chinese.read_text("utf-8").replace(
        '<translation type="unfinished"></translation>', "<translation>发送</translation>", 1
    )
    chinese.write_text(words, "utf-8")
    update(folder, [SourceText("Bar", "Send"), SourceText("Bar", "%n left", True)], LUPDATE)
    kept = entries(chinese)
    assert kept["Bar", "Send"] == ["发送"]
    assert kept["Bar", "%n left"] == [""]
    assert ("Bar", "Stop") not in kept


def test_only_the_plurals_are_asked_for_in_english(tmp_path: Path):
    _, english = update(tmp_path, [SourceText("A", "Send"), SourceText("A", "%n", True)], LUPDATE)
    assert entries(english) == {("A", "%n"): ["", ""]}


def test_a_tool_for_updates_that_is_missing_is_named(tmp_path: Path):
    with pytest.raises(NotUpdated, match="lupdate does not start"):
        update(tmp_path, [], tmp_path / "lupdate")


# ------------------------------------------------------------------- the files of the program

Entries = dict[tuple[str, str], list[str]]
"""(context, text) → its forms; one where it is no plural."""


def entries(file: Path) -> Entries:
    """What a .ts says. An unfinished translation stands as empty."""
    found: Entries = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            said = message.find("translation")
            assert said is not None
            forms = [form.text or "" for form in said] or [said.text or ""]
            if said.get("type") == "unfinished":
                forms = ["" for _ in forms]
            found[context.findtext("name", ""), message.findtext("source", "")] = forms
    return found


@pytest.fixture(scope="module")
def shown() -> list[SourceText]:
    """The texts in the source as it is now."""
    return source_texts(sorted((ROOT / "tpns_desktop").rglob("*.py")))


@pytest.fixture(scope="module")
def chinese() -> Entries:
    return entries(I18N / "tpns_desktop_zh_CN.ts")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_files_are_up_to_date_with_the_source(
    language: str, shown: list[SourceText], tmp_path: Path
):
    name = f"tpns_desktop_{language}.ts"
    shutil.copytree(I18N, tmp_path / "i18n")
    update(tmp_path / "i18n", shown, LUPDATE)
    assert entries(tmp_path / "i18n" / name) == entries(I18N / name), "run: dev.py strings"


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_waits_for_its_translation(language: str):
    told = entries(I18N / f"tpns_desktop_{language}.ts")
    assert [key for key, forms in told.items() if not all(forms)] == []


def test_every_plural_is_in_the_english_file_and_none_is_left_in_brackets(shown: list[SourceText]):
    english = entries(I18N / "tpns_desktop_en.ts")
    assert set(english) == {(one.context, one.text) for one in shown if one.plural}
    assert [forms for forms in english.values() if len(forms) != 2] == []
    assert [
        form for forms in english.values() for form in forms if re.search(r"\(e?s\)", form)
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_filled_in_later_is_the_same_in_every_form(language: str):
    told = entries(I18N / f"tpns_desktop_{language}.ts")
    blanks = re.compile(r"\{\{|\}\}|\{\w*\}|%L?n")
    wrong = [
        (text, form)
        for (_, text), forms in told.items()
        for form in forms
        if sorted(blanks.findall(form)) != sorted(blanks.findall(text))
    ]
    assert wrong == []


HAN = "[\u3400-\u9fff]"


@pytest.mark.parametrize(
    ("rule", "pattern"),
    [
        (
            "Chinese punctuation is full width",
            rf"{HAN}\s*[,.:;!?()\"']\s*{HAN}|{HAN}\s*[,.:;!?](?!csv\b)",
        ),
        ("names of the window stand in corner brackets", "[“”‘’]"),
        ("a person is spoken to plainly", "您"),
        ("nobody is blamed, nothing is shouted", "非法|无效|失败|！"),
        ("one polite word a sentence is enough", "请[^。；！？]*请"),
        ("a test environment is no name for iOS development", "测试环境"),
        ("one verb for sending", "提交推送请求|执行"),
    ],
)
def test_chinese_follows_the_wording_rules(chinese: Entries, rule: str, pattern: str):
    against = [form for forms in chinese.values() for form in forms if re.search(pattern, form)]
    assert against == [], rule


def test_a_sentence_ends_as_one_in_chinese_too(chinese: Entries):
    ends = {".": "。", "?": "？", "…": "…"}
    wrong = [
        (text, form)
        for (_, text), forms in chinese.items()
        for form in forms
        if ends.get(text[-1], "") != (form[-1] if form[-1] in ends.values() else "")
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("english", "chinese_word"),
    [("plan", "计划"), ("draft", "草稿"), ("practice", "演练"), ("tag", "标签")],
)
def test_one_thing_has_one_name(chinese: Entries, english: str, chinese_word: str):
    word = re.compile(rf"(?<!shop://)\b{english}s?\b", re.IGNORECASE)
    wrong = [
        (text, form)
        for (_, text), forms in chinese.items()
        for form in forms
        if word.search(text) and chinese_word not in form
    ]
    assert wrong == []
