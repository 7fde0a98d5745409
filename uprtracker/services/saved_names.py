"""Names of institutions inside saved views: they follow when an institution is called otherwise."""

import json

from sqlalchemy import select

from uprtracker.models.history import SavedView
from uprtracker.services.recorder import Recorder


def rename_in_views(recorder: Recorder, old: str, new: str) -> None:
    """Put the new name where a saved view filters by the old one."""
    for view in recorder.session.scalars(select(SavedView).where(SavedView.withdrawn_at.is_(None))):
        stored = json.loads(view.definition)
        renamed = {**stored}
        if old in stored.get("ministries", ()):
            renamed["ministries"] = list(
                dict.fromkeys(new if name == old else name for name in stored["ministries"])
            )
        if stored.get("institution") == old:
            renamed["institution"] = new
        if renamed != stored:
            recorder.update(view, "definition", json.dumps(renamed, ensure_ascii=False))
