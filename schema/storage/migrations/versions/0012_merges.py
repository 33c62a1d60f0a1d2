"""The answers that were merged."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_NUMBERS = ("pack", "answer")
_ORDER = (
    "file", "sha256", "request", "report", "department", "desk", "pack", "answer", "key", "person", "by", "at",
    "decided",
)  # fmt: skip


def upgrade() -> None:
    """Go from the revision before to this one."""
    op.create_table(
        "merge",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Integer() if name in _NUMBERS else sa.Text(), nullable=False) for name in _ORDER),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_merge")),
        sa.UniqueConstraint("number", name=op.f("uq_merge_number")),
    )
