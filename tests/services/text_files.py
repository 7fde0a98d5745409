"""Texts of an invented resolution as files, for tests that bring them into a dossier."""

from pathlib import Path

TITLE = "On the protection of lighthouse keepers"
PARAGRAPHS = (
    "Urges all States to protect keepers of lighthouses from harm;",
    "Calls upon States to register every lighthouse without undue delay;",
    "Encourages business enterprises to respect the quiet of the coast;",
    "Decides to remain seized of the matter.",
)


def write_text(
    path: Path, paragraphs: tuple[str, ...] = PARAGRAPHS, *, title: str = TITLE, symbol: str = ""
) -> Path:
    """A plain text with one preambular paragraph and these operative ones."""
    head = [symbol, "General Assembly"] if symbol else []
    numbered = [f"{number}. {text}" for number, text in enumerate(paragraphs, start=1)]
    path.write_text(
        "\n".join([*head, title, "The General Assembly,", "Guided by the Charter,", *numbered]), "utf-8"
    )
    return path
