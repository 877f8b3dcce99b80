"""Chat: its apps, their drafts, the work on their users; and pushes to all users of one.

A push to all users of a Chat app is one row more among the pushes. Which platforms there are is a
rule of that table, and SQLite changes a table's rules only by making it anew: all rows are copied
as they stand, with the last number that was given, and indexes and triggers are put back word by
word. Everything happens in the transaction of the upgrade, so a cut leaves the older file.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

INSTANT = sa.String(27)
OLDER = "CHECK (platform IN ('android', 'ios'))"
NEWER = "CHECK (platform IN ('android', 'ios', 'chat'))"


def upgrade() -> None:
    """Make the tables, and the pushes anew."""
    _apps()
    _jobs()
    op.add_column("pushes", sa.Column("left_out", sa.Text))
    _pushes()


def _apps() -> None:
    op.create_table(
        "chat_apps",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("kind", sa.String(16), nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("sdkappid", sa.Integer, nullable=False),
        sa.Column("identifier", sa.Text, nullable=False),
        sa.Column("url", sa.String(200), nullable=False),
        sa.Column("dialect", sa.String(32), nullable=False),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("key_place", sa.String(32)),
        sa.Column("attribute_names", sa.Text),
        sa.Column("names_at", INSTANT),
        sa.PrimaryKeyConstraint("id", name="pk_chat_apps"),
        sa.CheckConstraint("kind IN ('tencent', 'practice')", name="ck_chat_apps_kind"),
    )
    op.create_table(
        "chat_drafts",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("app_id", sa.String(64), nullable=False),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("data", sa.Text, nullable=False),
        sa.Column("updated_at", INSTANT, nullable=False),
        sa.Column("template", sa.Integer, nullable=False, server_default="0"),
        sa.PrimaryKeyConstraint("id", name="pk_chat_drafts"),
        sa.ForeignKeyConstraint(
            ["app_id"], ["chat_apps.id"], name="fk_chat_drafts_app_id", ondelete="CASCADE"
        ),
    )
    op.create_index("ix_chat_drafts_app_id_updated_at", "chat_drafts", ["app_id", "updated_at"])


def _jobs() -> None:
    op.create_table(
        "chat_jobs",
        sa.Column("id", sa.String(64), nullable=False),
        sa.Column("app_id", sa.String(64), nullable=False),
        sa.Column("sdkappid", sa.Integer, nullable=False),
        sa.Column("url", sa.String(200), nullable=False),
        sa.Column("kind", sa.String(32), nullable=False),
        sa.Column("params", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("rows", sa.Integer, nullable=False),
        sa.Column("accounts", sa.Integer, nullable=False),
        sa.Column("repeats", sa.Integer, nullable=False),
        sa.Column("bad", sa.Integer, nullable=False),
        sa.Column("size_bytes", sa.Integer, nullable=False),
        sa.Column("calls_per_s", sa.Integer, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("done", sa.Integer, nullable=False),
        sa.Column("failed", sa.Integer, nullable=False),
        sa.Column("repeated", sa.Integer, nullable=False),
        sa.Column("unsure", sa.Boolean, nullable=False),
        sa.Column("found_bytes", sa.Integer, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("code", sa.Integer),
        sa.Column("created_at", INSTANT, nullable=False),
        sa.Column("begun_at", INSTANT),
        sa.Column("ended_at", INSTANT),
        sa.PrimaryKeyConstraint("id", name="pk_chat_jobs"),
        sa.ForeignKeyConstraint(
            ["app_id"], ["chat_apps.id"], name="fk_chat_jobs_app_id", ondelete="CASCADE"
        ),
        sa.CheckConstraint(
            "state IN ('ready', 'waiting', 'running', 'paused', 'done')",
            name="ck_chat_jobs_state",
        ),
    )
    op.create_index("ix_chat_jobs_app_id_created_at", "chat_jobs", ["app_id", "created_at"])
    op.create_table(
        "chat_job_faults",
        sa.Column("job_id", sa.String(64), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("code", sa.Integer),
        sa.Column("reason", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("job_id", "number", name="pk_chat_job_faults"),
        sa.ForeignKeyConstraint(
            ["job_id"], ["chat_jobs.id"], name="fk_chat_job_faults_job_id", ondelete="CASCADE"
        ),
    )


def _pushes() -> None:
    run = op.get_bind().exec_driver_sql
    [(table,)] = run("SELECT sql FROM sqlite_master WHERE type = 'table' AND name = 'pushes'")
    if OLDER not in table:
        raise RuntimeError("the table of pushes is not what the program made")
    kept = run(
        "SELECT type, name, sql FROM sqlite_master"
        " WHERE tbl_name = 'pushes' AND type IN ('index', 'trigger') AND sql IS NOT NULL"
    ).fetchall()
    for kind, name, _ in kept:
        run(f"DROP {kind.upper()} {name}")
    run("ALTER TABLE pushes RENAME TO older_pushes")
    run(table.replace(OLDER, NEWER))
    run("INSERT INTO pushes SELECT * FROM older_pushes ORDER BY seq")
    # A number that was given once never comes back, also where its row is gone.
    run("DELETE FROM sqlite_sequence WHERE name = 'pushes'")
    run("UPDATE sqlite_sequence SET name = 'pushes' WHERE name = 'older_pushes'")
    run("DROP TABLE older_pushes")
    # Triggers come last: they would take the copying for new pushes.
    for _, _, statement in sorted(kept, key=lambda one: one[0]):
        run(statement)
