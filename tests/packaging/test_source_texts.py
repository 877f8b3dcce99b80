"""The texts for people are found wherever Python can put them, and what can't be found is told."""

from __future__ import annotations

from pathlib import Path

import pytest
from source_texts import NotRead, SourceText, as_cpp, source_texts


def read(folder: Path, source: str) -> list[SourceText]:
    file = folder / "page.py"
    file.write_text(source, "utf-8")
    return source_texts([file])


def test_a_text_belongs_to_the_class_it_stands_in(tmp_path: Path):
    source = (
        "class Page(Base):\n"
        "    def show(self):\n"
        "        def later(): return self.tr('Later')\n"
        "        return self.tr('In ' 'two parts {0}').format(self.tr('Inside'))\n"
        "    class Part(Base):\n"
        "        def show(self): return self.tr('Part')\n"
    )
    assert read(tmp_path, source) == [
        SourceText("Page", "In two parts {0}"),
        SourceText("Page", "Inside"),
        SourceText("Page", "Later"),
        SourceText("Part", "Part"),
    ]


@pytest.mark.parametrize(
    "call",
    [
        "QCoreApplication.translate('Words', '%Ln day(s)', None, seconds // 86400)",
        "translate('Words', '%Ln day(s)', '', len(days))",
        "translate('Words', '%Ln day(s)', n=days.count)",
        "plural('Words', '%Ln day(s)', days)",
        "QT_TRANSLATE_N_NOOP('Words', '%Ln day(s)')",
    ],
)
def test_a_plural_is_one_whatever_its_number_is(tmp_path: Path, call: str):
    assert read(tmp_path, call) == [SourceText("Words", "%Ln day(s)", plural=True)]


def test_a_marked_text_is_found_and_its_later_look_up_adds_nothing(tmp_path: Path):
    source = "A = QT_TRANSLATE_NOOP('Checks', 'Stop')\ntranslate('Checks', A)"
    assert read(tmp_path, source) == [SourceText("Checks", "Stop")]


@pytest.mark.parametrize(
    "call",
    [
        "self.tr(f'Saved {time}')",
        "self.tr(words)",
        "self.tr('%Ln day(s)', None, days)",
        "self.tr('%Ln day(s)')",
        "page.tr('Saved')",
        "translate('Words', f'Saved {time}')",
        "translate(context, 'Saved')",
        "translate('Words', '%Ln day(s)')",
        "translate('Words', 'Some days', None, days)",
    ],
)
def test_what_could_never_be_translated_is_refused_with_its_line(tmp_path: Path, call: str):
    with pytest.raises(NotRead, match=r"^page\.py:3: "):
        read(tmp_path, f"class Page:\n    def show(self):\n        {call}\n")


def test_self_outside_a_class_is_refused(tmp_path: Path):
    with pytest.raises(NotRead, match="outside a class"):
        read(tmp_path, "self.tr('Saved')")


def test_what_c_would_read_otherwise_is_escaped():
    marks = as_cpp([SourceText("A", 'a "b" \\ \n c', plural=False), SourceText("A", "%n", True)])
    assert marks == (
        'QT_TRANSLATE_NOOP("A", "a \\"b\\" \\\\ \\n c");\nQT_TRANSLATE_N_NOOP("A", "%n");\n'
    )
