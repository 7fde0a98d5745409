"""Which paragraphs of the resolution a recommendation speaks to: proposals with reasons, computed offline.

Nothing here reads a dossier or confirms a link; the services pass texts in and store what a person decides.
"""

from uprtracker.suggestions.engine import suggest
from uprtracker.suggestions.neighbours import Decision, Learned
from uprtracker.suggestions.result import ParagraphSuggestion, Suggestion

__all__ = ["Decision", "Learned", "ParagraphSuggestion", "Suggestion", "suggest"]
