"""The release workflow: every action pinned to a commit whose tag was looked up, nothing open."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
WORKFLOW = ROOT / ".github" / "workflows" / "release.yml"

KNOWN = {
    "actions/checkout": ("3d3c42e5aac5ba805825da76410c181273ba90b1", "v7.0.1"),
    "actions/setup-python": ("5fda3b95a4ea91299a34e894583c3862153e4b97", "v7.0.0"),
    "actions/upload-artifact": ("bbbca2ddaa5d8feaa63e36b76fdaad77386f024f", "v7.0.0"),
    "actions/download-artifact": ("3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c", "v8.0.1"),
}
"""Action → commit and tag, as they stand in the action's own repository."""


def test_actions_are_pinned_to_commits_that_were_looked_up() -> None:
    used = re.findall(r"uses: (\S+)@(\S+) # (\S+)", WORKFLOW.read_text("utf-8"))
    assert len(used) == WORKFLOW.read_text("utf-8").count("uses:")
    for action, commit, tag in used:
        assert KNOWN[action] == (commit, tag)


def test_nothing_may_be_written_but_the_release() -> None:
    text = WORKFLOW.read_text("utf-8")
    assert re.findall(r"^ *contents: (\w+)$", text, re.MULTILINE) == ["read", "write"]
    # A secret in a script would stand in the log of whoever prints it.
    scripts = re.findall(r"run: \|\n((?: {10,}.*\n|\n)+)", text)
    assert not any("${{" in script for script in scripts)


def test_each_system_is_tried_as_installed() -> None:
    text = WORKFLOW.read_text("utf-8")
    for system in ("Linux", "Windows", "macOS"):
        step = text.partition(f"As installed on {system}")[2].partition("- name:")[0]
        assert "--selftest" in step


@pytest.mark.skipif(shutil.which("actionlint") is None, reason="not installed")
def test_the_workflow_is_clean() -> None:
    done = subprocess.run(["actionlint", str(WORKFLOW)], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
