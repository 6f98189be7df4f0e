"""What documents come to beside their provisions: digests, meetings, endings, terms; regions and deleted units."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables and columns; what was read before gets its records when it is read anew."""
    op.add_column("versions", sa.Column("region", sa.String(length=60), nullable=True))
    op.add_column("versions", sa.Column("confidence", sa.Float(), nullable=True))
    op.add_column("versions", sa.Column("number_key", sa.Text(), nullable=True))
    op.create_index(op.f("ix_versions_number_key"), "versions", ["number_key"], unique=False)
    op.add_column("versions", sa.Column("ended_on", sa.Date(), nullable=True))
    op.add_column("versions", sa.Column("ended_by", sa.String(length=400), nullable=True))
    op.add_column("versions", sa.Column("ended_how", sa.String(length=20), nullable=True))
    op.add_column("provisions", sa.Column("deleted", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("provisions", sa.Column("language", sa.String(length=20), nullable=True))
    op.create_table(
        "digests",
        *_key("digests"),
        sa.Column("jurisdiction", sa.String(length=10), nullable=False),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("brief", sa.JSON(), nullable=False),
        sa.Column("record", sa.JSON(), nullable=False),
    )
    op.create_index(op.f("ix_digests_jurisdiction"), "digests", ["jurisdiction"], unique=False)
    op.create_table(
        "meetings",
        *_key("meetings", "version"),
        sa.Column("date", sa.Date(), nullable=True),
        sa.Column("record", sa.JSON(), nullable=False),
    )
    op.create_table(
        "endings",
        *_key("endings"),
        sa.Column("title_key", sa.Text(), nullable=True),
        sa.Column("number_key", sa.Text(), nullable=True),
        sa.Column("on", sa.Date(), nullable=True),
        sa.Column("record", sa.JSON(), nullable=False),
    )
    op.create_index(op.f("ix_endings_title_key"), "endings", ["title_key"], unique=False)
    op.create_index(op.f("ix_endings_number_key"), "endings", ["number_key"], unique=False)
    op.create_table(
        "terms",
        *_key("terms"),
        sa.Column("language", sa.String(length=20), nullable=False),
        sa.Column("term", sa.Text(), nullable=False),
        sa.Column("other_language", sa.String(length=20), nullable=False),
        sa.Column("other_term", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
    )


def _key(table: str, *columns: str) -> list[sa.schema.SchemaItem]:
    """The columns that belong to a version, and the key of the table."""
    columns = columns or ("version", "order")
    items: list[sa.schema.SchemaItem] = [sa.Column("version", sa.String(length=400), nullable=False)]
    if "order" in columns:
        items.append(sa.Column("order", sa.Integer(), nullable=False))
    items.append(
        sa.ForeignKeyConstraint(
            ["version"], ["versions.id"], name=op.f(f"fk_{table}_version"), ondelete="CASCADE"
        )
    )
    items.append(sa.PrimaryKeyConstraint(*columns, name=op.f(f"pk_{table}")))
    return items


def downgrade() -> None:
    """Drop them."""
    for table in ("terms", "endings", "meetings", "digests"):
        op.drop_table(table)
    op.drop_column("provisions", "language")
    op.drop_column("provisions", "deleted")
    for column in ("ended_how", "ended_by", "ended_on"):
        op.drop_column("versions", column)
    op.drop_index(op.f("ix_versions_number_key"), table_name="versions")
    op.drop_column("versions", "number_key")
    op.drop_column("versions", "confidence")
    op.drop_column("versions", "region")
