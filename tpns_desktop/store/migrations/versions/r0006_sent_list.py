"""The Sent list: an index over every push, ours and the service's, and its words.

Only the tables are made here. What an older file holds is listed afterwards, in pieces, newest
first, while the program runs: ``sent_index.SentIndex.list_older``.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

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
    op.execute(
        "INSERT INTO about (name, value) SELECT 'sent_listed_from', max(seq) + 1 FROM pushes"
        " HAVING max(seq) IS NOT NULL"
    )
