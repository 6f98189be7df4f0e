"""What each source of a version says by itself, so that copies can fill what the version leaves open."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make room for it. Sources of before say nothing until they are read again."""
    op.add_column("sources", sa.Column("facts", sa.JSON(), nullable=True))


def downgrade() -> None:
    """Drop it."""
    op.drop_column("sources", "facts")
