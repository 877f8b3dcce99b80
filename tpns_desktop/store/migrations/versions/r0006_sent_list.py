"""The Sent list: an index over every push, ours and the service's, and its words; plans' sums.

Only the tables are made here. What an older file holds is listed and added up afterwards, in
pieces, newest first, while the program runs: ``sent_index.SentIndex.list_older``.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

FIGURES = ("planned", "delivered", "arrived", "tapped", "dismissed")
INSTANT = sa.String(27)

GRAMS = (
    "CREATE VIRTUAL TABLE sent_grams USING fts5(grams, content = '', detail = none,"
    " columnsize = 0, prefix = '1 2', tokenize = \"unicode61 remove_diacritics 0"
    " categories 'L* M* N* P* S* Z* C*' separators '\x01'\")"
)


def upgrade() -> None:
    """Make the tables, and note how far back there is something to list."""
    op.add_column("records", sa.Column("may_be", sa.String(64)))
    op.create_index("ix_records_may_be", "records", ["may_be"])
    op.create_table(
        "sent_list",
        sa.Column("key", sa.Integer, nullable=False),
        sa.Column("batch_id", sa.String(64)),
        sa.Column("app_id", sa.String(64), nullable=False),
        sa.Column("access_id", sa.String(64), nullable=False),
        sa.Column("other_access_id", sa.String(64)),
        sa.Column("push_id", sa.String(64)),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("status", sa.String(32), nullable=False),
        sa.Column("repeats", sa.Boolean, nullable=False),
        sa.Column("plan_id", sa.String(64)),
        sa.PrimaryKeyConstraint("key", name="pk_sent_list"),
        sa.UniqueConstraint("batch_id", name="uq_sent_list_batch_id"),
        sa.UniqueConstraint("access_id", "push_id", name="uq_sent_list_access_id_push_id"),
    )
    op.create_table(
        "sent_words",
        sa.Column("key", sa.Integer, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("key", name="pk_sent_words"),
    )
    op.create_table(
        "sent_ids",
        sa.Column("access_id", sa.String(64), nullable=False),
        sa.Column("push_id", sa.String(64), nullable=False),
        sa.Column("batch_id", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("access_id", "push_id", name="pk_sent_ids"),
    )
    op.create_index("ix_sent_ids_batch_id", "sent_ids", ["batch_id"])
    op.get_bind().exec_driver_sql(GRAMS)
    for column in ("seq", "sent_at", "schedule_at"):
        op.create_index(f"ix_pushes_access_id_{column}", "pushes", ["access_id", column])
    _plans()
    op.execute(
        "INSERT INTO about (name, value) SELECT 'sent_listed_from', max(seq) + 1 FROM pushes"
        " HAVING max(seq) IS NOT NULL"
    )


def _plans() -> None:
    op.create_table(
        "plan_groups",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("plan_id", sa.String(64), nullable=False),
        sa.Column("app_id", sa.String(64), nullable=False),
        sa.Column("access_id", sa.String(64), nullable=False),
        sa.Column("other_access_id", sa.String(64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_plan_groups"),
        sa.UniqueConstraint(
            "plan_id",
            "app_id",
            "access_id",
            "other_access_id",
            name="uq_plan_groups_plan_id_app_id_access_id_other_access_id",
        ),
    )
    op.create_table(
        "plan_tasks",
        sa.Column("seq", sa.Integer, nullable=False),
        sa.Column("batch_id", sa.String(64), nullable=False),
        sa.Column("group_id", sa.Integer, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("at", INSTANT),
        sa.Column("read_at", INSTANT),
        sa.Column("unread", sa.Boolean, nullable=False),
        sa.Column("figures", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_plan_tasks"),
        sa.UniqueConstraint("batch_id", name="uq_plan_tasks_batch_id"),
    )
    for columns in (("seq",), ("at", "read_at"), ("read_at",)):
        name = "_".join(("ix_plan_tasks_group_id", *columns))
        op.create_index(name, "plan_tasks", ["group_id", *columns])
    op.create_table(
        "plan_sums",
        sa.Column("group_id", sa.Integer, nullable=False),
        sa.Column("day", sa.String(10), nullable=False),
        sa.Column("platform", sa.String(16), nullable=False),
        sa.Column("channel", sa.String(32), nullable=False),
        sa.Column("pushes", sa.Integer, nullable=False),
        sa.Column("unread", sa.Integer, nullable=False),
        *(sa.Column(name, sa.Integer, nullable=False) for name in FIGURES),
        *(sa.Column(f"{name}_known", sa.Integer, nullable=False) for name in FIGURES),
        sa.PrimaryKeyConstraint("group_id", "day", "platform", "channel", name="pk_plan_sums"),
    )
    op.create_table(
        "plan_states",
        sa.Column("group_id", sa.Integer, nullable=False),
        sa.Column("state", sa.String(16), nullable=False),
        sa.Column("pushes", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("group_id", "state", name="pk_plan_states"),
    )
