"""Where texts come from: of which language they are drafts, and whether anybody has accepted them."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Go from the revision before to this one."""
    op.add_column("slot_text", sa.Column("origin", sa.Text(), server_default=sa.text("''"), nullable=False))
