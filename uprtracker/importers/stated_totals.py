"""How many recommendations a document says that the State received, supported and noted."""

import re

from uprtracker.importers.parsed_addendum import StatedTotals

_FIGURE = r"(?<![.0-9])(?P<figure>[0-9]{1,3})"
_ARE = (
    r"(?:(?:of\s+(?:them|these|which|the)\s+)?(?:recommendations?\s+)?"
    r"(?:are|were|have\s+been|being|was|is)?\s*(?:fully\s+|hereby\s+|thus\s+)?)"
)
_RECEIVED = (
    rf"\breceived\s+(?:a\s+total\s+of\s+)?{_FIGURE}\s+recommendations",
    rf"\b(?:total\s+of|all|the)\s+{_FIGURE}\s+recommendations\s+(?:\w+\s+){{0,3}}?(?:received|made|addressed|put)",
    rf"\b{_FIGURE}\s+recommendations\s+(?:\w+\s+){{0,2}}?(?:received|made|addressed|formulated)",
    rf"\b(?:out\s+of|of)\s+(?:the|a\s+total\s+of)\s+{_FIGURE}\s+recommendations",
)
_SUPPORTED = (
    rf"\b{_FIGURE}\s+{_ARE}(?:supported|accepted)\b",
    rf"\b(?:supports?|accepts?|supported|accepted)\s+(?:a\s+total\s+of\s+)?{_FIGURE}\s+(?:of\b|recommendations)",
    rf"\b{_FIGURE}\s+(?:recommendations\s+)?enjoy\s+",
)
_NOTED = (
    rf"\b{_FIGURE}\s+{_ARE}(?:noted|not\s+(?:supported|accepted)|rejected)\b",
    rf"\b(?:takes?\s+note\s+of|took\s+note\s+of|notes?|noted|rejects?)\s+(?:a\s+total\s+of\s+)?{_FIGURE}\s+(?:of\b|recommendations\b)",
    rf"\b(?:takes?\s+note\s+of|notes?|noted|rejects?)\s+{_FIGURE}\.(?:\s+[A-Z]|$)",
    rf"\b{_FIGURE}\s+(?:recommendations\s+)?(?:did|do)\s+not\s+enjoy\s+",
)
_IN_PART = (
    rf"\b{_FIGURE}\s+{_ARE}(?:partially\s+|partly\s+|in\s+part\s+)(?:supported|accepted)\b",
    rf"\b(?:partially|partly)\s+(?:supports?|accepts?|supported|accepted)\s+{_FIGURE}\b",
    rf"\b{_FIGURE}\s+{_ARE}(?:supported|accepted)\s+(?:partially|partly|in\s+part)\b",
)


def read_totals(text: str) -> StatedTotals:
    """The figures that a document gives; one that it gives twice and differently is left out."""
    in_part = _figure(text, _IN_PART)
    return StatedTotals(_figure(text, _RECEIVED), _figure(text, _SUPPORTED), _figure(text, _NOTED), in_part)


def _figure(text: str, patterns: tuple[str, ...]) -> int | None:
    figures = {
        int(found["figure"]) for pattern in patterns for found in re.finditer(pattern, text, re.IGNORECASE)
    }
    return figures.pop() if len(figures) == 1 else None
