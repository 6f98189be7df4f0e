"""The first tables: versions, names, provisions, originals, sources, the outbox of the index, runs."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "originals",
        sa.Column("checksum", sa.String(length=64), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("checksum", name=op.f("pk_originals")),
    )
    op.create_table(
        "pending",
        sa.Column("version", sa.String(length=400), nullable=False),
        sa.Column("fingerprint", sa.String(length=64), nullable=True),
        sa.PrimaryKeyConstraint("version", name=op.f("pk_pending")),
    )
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("started", sa.String(length=40), nullable=False),
        sa.Column("finished", sa.String(length=40), nullable=True),
        sa.Column("summary", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs")),
    )
    op.create_table(
        "versions",
        sa.Column("id", sa.String(length=400), nullable=False),
        sa.Column("work", sa.String(length=300), nullable=False),
        sa.Column("access", sa.String(length=100), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("language", sa.String(length=20), nullable=False),
        sa.Column("jurisdiction", sa.String(length=10), nullable=False),
        sa.Column("document_number", sa.Text(), nullable=True),
        sa.Column("adopted", sa.Date(), nullable=True),
        sa.Column("promulgated", sa.Date(), nullable=True),
        sa.Column("effective", sa.Date(), nullable=True),
        sa.Column("repealed", sa.Date(), nullable=True),
        sa.Column("version_on", sa.Date(), nullable=True),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("format", sa.String(length=20), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("provisions", sa.Integer(), nullable=False),
        sa.Column("text_checksum", sa.String(length=64), nullable=False),
        sa.Column("content_checksum", sa.String(length=64), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("follows_on", sa.Date(), nullable=True),
        sa.Column("fingerprint", sa.String(length=64), nullable=False),
        sa.Column("added", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_versions")),
    )
    op.create_index(op.f("ix_versions_access"), "versions", ["access"], unique=False)
    op.create_index(op.f("ix_versions_added"), "versions", ["added"], unique=False)
    op.create_index(op.f("ix_versions_text_checksum"), "versions", ["text_checksum"], unique=False)
    op.create_index(op.f("ix_versions_work"), "versions", ["work"], unique=False)
    op.create_table(
        "names",
        sa.Column("version", sa.String(length=400), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version"], ["versions.id"], name=op.f("fk_names_version"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("version", "name", name=op.f("pk_names")),
    )
    op.create_index(op.f("ix_names_key"), "names", ["key"], unique=False)
    op.create_table(
        "provisions",
        sa.Column("version", sa.String(length=400), nullable=False),
        sa.Column("fragment", sa.String(length=300), nullable=False),
        sa.Column("parent", sa.String(length=300), nullable=True),
        sa.Column("order", sa.Integer(), nullable=False),
        sa.Column("level", sa.String(length=20), nullable=False),
        sa.Column("number", sa.String(length=100), nullable=True),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("heading", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("article", sa.String(length=100), nullable=True),
        sa.ForeignKeyConstraint(
            ["version"], ["versions.id"], name=op.f("fk_provisions_version"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("version", "fragment", name=op.f("pk_provisions")),
    )
    op.create_index("ix_provisions_version_article", "provisions", ["version", "article"], unique=False)
    op.create_table(
        "run_entries",
        sa.Column("run", sa.Integer(), nullable=False),
        sa.Column("order", sa.Integer(), nullable=False),
        sa.Column("access", sa.String(length=100), nullable=False),
        sa.Column("location", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("version", sa.String(length=400), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["run"], ["runs.id"], name=op.f("fk_run_entries_run"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("run", "order", name=op.f("pk_run_entries")),
    )
    op.create_table(
        "sources",
        sa.Column("location", sa.Text(), nullable=False),
        sa.Column("checksum", sa.String(length=64), nullable=False),
        sa.Column("version", sa.String(length=400), nullable=False),
        sa.Column("format", sa.String(length=20), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("companions", sa.String(length=64), nullable=False),
        sa.ForeignKeyConstraint(["checksum"], ["originals.checksum"], name=op.f("fk_sources_checksum")),
        sa.ForeignKeyConstraint(
            ["version"], ["versions.id"], name=op.f("fk_sources_version"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("location", "checksum", name=op.f("pk_sources")),
    )
    op.create_index(op.f("ix_sources_version"), "sources", ["version"], unique=False)


def downgrade() -> None:
    """Take them away."""
    op.drop_index(op.f("ix_sources_version"), table_name="sources")
    op.drop_table("sources")
    op.drop_table("run_entries")
    op.drop_index("ix_provisions_version_article", table_name="provisions")
    op.drop_table("provisions")
    op.drop_index(op.f("ix_names_key"), table_name="names")
    op.drop_table("names")
    op.drop_index(op.f("ix_versions_work"), table_name="versions")
    op.drop_index(op.f("ix_versions_text_checksum"), table_name="versions")
    op.drop_index(op.f("ix_versions_added"), table_name="versions")
    op.drop_index(op.f("ix_versions_access"), table_name="versions")
    op.drop_table("versions")
    op.drop_table("runs")
    op.drop_table("pending")
    op.drop_table("originals")
