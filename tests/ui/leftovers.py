"""Pushes that a run which died left behind, for tests and pictures of the next one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tests.ui import pushes
from tpns_desktop.paths import find_paths
from tpns_desktop.store.database import open_database
from tpns_desktop.store.history import History


def leave(home: Path, *titles: str, state: str = "sending") -> list[str]:
    """Pushes that a run which died left behind, in the practice app; gives their batches."""
    database = open_database(find_paths(home).database_file)
    made = []
    with database.transaction() as conn:
        history = History(conn)
        for number, title in enumerate(titles):
            rows = pushes.rows(
                pushes.review(app=pushes.practice_app()),
                batch_id=f"{state}{number}",
                draft_id=f"draft-{state}{number}",
                title=title,
                app_id="practice",
                app_name="Demo Mall",
                created_at=datetime.now(UTC) - timedelta(minutes=5),
            )
            rows = tuple(replace(row, id=f"{state}{number}{row.platform}") for row in rows)
            history.add(rows)
            for row in rows:
                history.move(row.id, "confirmed", "held")
                if state == "sending":
                    history.move(row.id, "held", "sending", sent_at=datetime.now(UTC))
            made.append(f"{state}{number}")
    database.close()
    return made
