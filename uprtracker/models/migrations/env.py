"""Alembic's environment: the caller hands over a connection inside its own transaction."""

from alembic import context

from uprtracker.models.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transaction_per_migration=False,
)
context.run_migrations()
