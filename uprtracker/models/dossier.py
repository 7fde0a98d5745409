"""What a dossier says of itself, and the imported files that it keeps as received."""

from datetime import datetime

from sqlalchemy import LargeBinary, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from uprtracker.models.base import Base, Entity


class Fact(Base):
    """One fact about the dossier under a fixed key: `database_id`, `home_state`, `default_text_version`, `sample`."""

    __tablename__ = "fact"

    key: Mapped[str] = mapped_column(String(64), primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class StoredFile(Entity, Base):
    """An imported or attached file: its bytes as received, its SHA-256 and the name it came with."""

    __tablename__ = "stored_file"

    name: Mapped[str] = mapped_column(String(400))
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    size: Mapped[int]
    content: Mapped[bytes] = mapped_column(LargeBinary)
    role: Mapped[str] = mapped_column(String(32), default="import")
    stored_at: Mapped[datetime]
