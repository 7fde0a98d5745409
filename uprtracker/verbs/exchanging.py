"""What is sent out to be worked on elsewhere, and taken back: workbooks, packages, copies of the dossier."""

from collections.abc import Iterable
from pathlib import Path

from uprtracker.errors import UserError
from uprtracker.i18n import _
from uprtracker.services.change import ChangeSet
from uprtracker.services.merge_plan import MergePlan
from uprtracker.verbs.naming import NamingVerbs
from uprtracker.vocabulary.confidentiality import parse_confidentiality
from uprtracker.vocabulary.ministry_sheet import MinistrySheet
from uprtracker.vocabulary.package import FOR_NHRI, KINDS, RECIPIENTS, PackageMade, Ticked


class ExchangingVerbs(NamingVerbs):
    def workbook(
        self, ministry: str, to: str | Path, *, language: str = "en", audience: str = "public"
    ) -> MinistrySheet:
        """Make a ministry's workbook; what it leaves with is kept, so that it can be merged when it comes back."""
        from uprtracker.exporters.catalogue import check_ministry_target, export_ministry_workbook

        target = Path(to)
        check_ministry_target(target)
        return self.dossier.handing_out.hand_out(
            ministry,
            lambda sheet: export_ministry_workbook(sheet, target),
            language=language,
            audience=parse_confidentiality(audience),
        )

    def package(
        self,
        recipient: str,
        to: str | Path,
        *,
        government: Iterable[str] = (),
        items: Iterable[str] = (),
        audience: str = "government",
    ) -> PackageMade:
        """Make a package as a dossier file of its own. `recipient`: `nhri`, or `secretariat` in the NHRI's copy.

        For the NHRI, `government` names the kinds of government matter that go along (`progress`, `evidence`,
        `annotations`, `all`) and `items` single ones by uid; for the secretariat, `audience` is the highest level.
        """
        if recipient not in RECIPIENTS:
            raise UserError(
                _("'{word}' is not a recipient of packages; use one of: {words}.").format(
                    word=recipient, words=", ".join(RECIPIENTS)
                )
            )
        packaging = self.dossier.packaging
        if recipient == FOR_NHRI:
            return packaging.package_for_nhri(Path(to), ticked=Ticked(_kinds(government), frozenset(items)))
        return packaging.package_for_secretariat(Path(to), audience=parse_confidentiality(audience))

    def check_out(self, to: str | Path) -> Path:
        """Copy the dossier for a colleague; what they change comes back with `merge`, with its history."""
        return self.dossier.packaging.check_out(Path(to))

    def merge(
        self, file: str | Path, *, dry_run: bool = False, prefer: str = "ask"
    ) -> tuple[MergePlan, ChangeSet | None]:
        """Take back a workbook, a package or a copy: the plan says what it holds, the change what was written.

        With `dry_run` nothing is written and there is no change.

        Conflicts: `ask` leaves them for a person, `ours` keeps the dossier's values, `theirs` takes the file's.
        """
        plan = self.dossier.merging.plan(Path(file))
        return plan, None if dry_run else self.dossier.merging.apply(plan, prefer=prefer)


def _kinds(named: Iterable[str]) -> frozenset[str]:
    kinds = frozenset(named)
    if unknown := kinds - {*KINDS, "all"}:
        raise UserError(
            _("'{word}' is no kind of government matter; use one of: {words}.").format(
                word=sorted(unknown)[0], words=", ".join((*KINDS, "all"))
            )
        )
    return frozenset(KINDS) if "all" in kinds else kinds
