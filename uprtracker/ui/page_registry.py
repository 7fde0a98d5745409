"""The pages of the window, in the order of their tabs. What a page is wired to lives in `ui/wiring`."""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from uprtracker.i18n import N_, _

if TYPE_CHECKING:
    from uprtracker.ui.page_wiring import PageWiring


@dataclass(frozen=True)
class PageSpec:
    """One page: the title of its tab, its words in the View menu with their access key, and its keys.

    `wiring` is a `module:class` in `uprtracker.ui.wiring`, loaded when the page is first shown.
    """

    key: str
    tab: str
    entry: str
    shortcut: str
    wiring: str

    @property
    def title(self) -> str:
        return _(self.tab)

    @property
    def menu_words(self) -> str:
        return _(self.entry)

    @property
    def object_name(self) -> str:
        return f"{self.key}_page"

    def wiring_class(self) -> "type[PageWiring]":
        module, _colon, name = self.wiring.partition(":")
        found: type[PageWiring] = getattr(import_module(f"uprtracker.ui.wiring.{module}"), name)
        return found


PAGES: tuple[PageSpec, ...] = (
    PageSpec("overview", N_("Overview"), N_("O&verview"), "Ctrl+1", "overview_wiring:OverviewWiring"),
    PageSpec(
        "recommendations",
        N_("Recommendations"),
        N_("&Recommendations"),
        "Ctrl+2",
        "recommendations_wiring:RecommendationsWiring",
    ),
    PageSpec(
        "resolution", N_("Resolution"), N_("Resol&ution"), "Ctrl+3", "resolution_wiring:ResolutionWiring"
    ),
    PageSpec("links", N_("Links"), N_("L&inks"), "Ctrl+4", "links_wiring:LinksWiring"),
    PageSpec(
        "validation", N_("Validation"), N_("V&alidation"), "Ctrl+5", "validation_wiring:ValidationWiring"
    ),
    PageSpec("disputed", N_("Disputed"), N_("Dispu&ted"), "Ctrl+6", "disputed_wiring:DisputedWiring"),
    PageSpec("briefing", N_("Briefing"), N_("&Briefing"), "Ctrl+7", "briefing_wiring:BriefingWiring"),
    PageSpec("history", N_("History"), N_("Histor&y"), "Ctrl+8", "history_wiring:HistoryWiring"),
    PageSpec("compare", N_("Compare"), N_("Co&mpare cycles"), "Ctrl+9", "compare_wiring:CompareWiring"),
    PageSpec("reports", N_("Reports"), N_("R&eports"), "Ctrl+0", "reports_wiring:ReportsWiring"),
)
