"""Attachments, of which a picture is one with pixels; the part of the year in every value's address."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

_KEY = ["metric", "entity", "period", "category", "span"]
_UNIQUE = {
    "data_point": ("uq_data_point_metric", _KEY),
    "published_value": ("uq_published_value_report", ["report", *_KEY, "place", "text"]),
    "restatement": ("uq_restatement_report", ["report", *_KEY]),
}


def upgrade() -> None:
    """Go from the revision before to this one."""
    for table, (name, columns) in _UNIQUE.items():
        span = sa.Column("span", sa.Text(), server_default=sa.text("''"), nullable=False)
        with op.batch_alter_table(table, recreate="always") as batch:
            batch.add_column(span, insert_after="category")
            batch.drop_constraint(name, type_="unique")
            batch.create_unique_constraint(name, columns)
    _versions_last()
    _attachments()


def _versions_last() -> None:
    """Let the columns stand in the order in which a new file has them."""
    orders = {
        "slot_text": ("report", "slot", "language", "text", "carried", "origin", "version"),
        "record": ("type", "code", "report", "position", "fields", "carried", "version"),
    }
    for table, order in orders.items():
        with op.batch_alter_table(table, recreate="always", partial_reordering=[("id", *order)]):
            pass


def _attachments() -> None:
    op.create_table(
        "attachment",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("width", sa.Integer(), nullable=False),
        sa.Column("height", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
        sa.UniqueConstraint("hash", name=op.f("uq_attachment_hash")),
    )
    op.create_table(
        "attachment_content",
        sa.Column("hash", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["hash"], ["attachment.hash"], name=op.f("fk_attachment_content_hash_attachment")),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_attachment_content")),
    )
    op.execute(
        "INSERT INTO attachment (id, hash, name, type, size, width, height)"
        " SELECT id, hash, name, kind, size, width, height FROM picture"
    )
    op.execute("INSERT INTO attachment_content (hash, content) SELECT hash, content FROM picture_content")
    op.drop_table("picture_content")
    op.drop_table("picture")
