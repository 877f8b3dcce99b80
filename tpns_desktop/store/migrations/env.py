"""Run by Alembic for each upgrade, inside the connection and transaction it is given.

Sets up no logging: that is the program's affair.
"""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"], transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
