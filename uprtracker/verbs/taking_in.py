"""What comes in: documents, texts of instruments."""

from pathlib import Path

from uprtracker.importers.column_mapping import load_mapping
from uprtracker.services.importing import ImportPlan
from uprtracker.services.progress import SILENT, Progress
from uprtracker.services.text_plan import TextPlan
from uprtracker.verbs.naming import NamingVerbs


class TakingInVerbs(NamingVerbs):
    def import_file(
        self,
        file: str | Path,
        *,
        source: str = "",
        mapping: str | Path = "",
        dry_run: bool = False,
        progress: Progress = SILENT,
    ) -> ImportPlan:
        """Read a document and apply what is not in doubt, unless `dry_run`; the plan says what was (or would be) done.

        `mapping` is a file that says how the columns of somebody's own table are read; it is remembered for the sender.
        """
        columns = load_mapping(Path(mapping)) if mapping else None
        plan = self.dossier.importing.plan(Path(file), source=source, mapping=columns, progress=progress)
        if not dry_run:
            self.dossier.importing.apply(plan, progress=progress)
        return plan

    def import_text(
        self,
        file: str | Path,
        *,
        instrument: str = "",
        title: str = "",
        version: str = "",
        description: str = "",
        dry_run: bool = False,
    ) -> TextPlan:
        """Read the text of a resolution and add it, unless `dry_run` or the dossier has it; the plan says what it is."""
        plan = self.dossier.texts.plan(
            Path(file), instrument=instrument, title=title, version=version, description=description
        )
        if not dry_run:
            self.dossier.texts.add(plan)
        return plan
