"""What comes in: documents, texts of instruments."""

from pathlib import Path

from uprtracker.services.importing import ImportPlan
from uprtracker.services.text_plan import TextPlan
from uprtracker.verbs.naming import NamingVerbs


class TakingInVerbs(NamingVerbs):
    def import_file(self, file: str | Path, *, source: str = "", dry_run: bool = False) -> ImportPlan:
        """Read a document and apply what is not in doubt, unless `dry_run`; the plan says what was (or would be) done."""
        plan = self.dossier.importing.plan(Path(file), source=source)
        if not dry_run:
            self.dossier.importing.apply(plan)
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
