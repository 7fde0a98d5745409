"""Native bar charts of status counts: segments in the order and colours of the scale, no grid, no third dimension."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from openpyxl.chart import BarChart, Reference
from openpyxl.chart.data_source import AxDataSource, StrRef
from openpyxl.chart.label import DataLabelList
from openpyxl.chart.layout import Layout, ManualLayout
from openpyxl.chart.legend import Legend
from openpyxl.chart.series import Series
from openpyxl.chart.series_factory import SeriesFactory
from openpyxl.chart.shapes import GraphicalProperties
from openpyxl.chart.text import RichText
from openpyxl.drawing.colors import ColorChoice
from openpyxl.drawing.fill import PatternFillProperties
from openpyxl.drawing.line import LineProperties
from openpyxl.drawing.spreadsheet_drawing import AnchorMarker, TwoCellAnchor
from openpyxl.drawing.text import CharacterProperties, Font, Paragraph, ParagraphProperties
from openpyxl.worksheet.worksheet import Worksheet

from uprtracker.exporters.xlsx_style import FONT
from uprtracker.vocabulary.palette import LIGHT
from uprtracker.vocabulary.status import BUCKETS, NOT_REPORTED, Status

_HAIR = 9525
"""English metric units in three quarters of a point: the gap between two segments."""

_HATCH = "C3C6CC"
"""The strokes of *Not reported*: lighter than its shape, since many stand side by side and a figure among them."""

_LIGHT_LABELS = (
    Status.PARTIALLY_IMPLEMENTED,
    Status.PLANNED,
    Status.CONTINUOUS,
    Status.NOT_BEING_IMPLEMENTED,
)
"""Segments dark enough for white figures; on the others they are in ink."""


@dataclass(frozen=True)
class Figures:
    """Where the figures of a chart stand, rows and columns from 1: `counts` are the columns of the buckets in order,
    `names` the column with the names of the bars, None for a single bar, and `most` the longest bar's total."""

    header_row: int
    last_row: int
    counts: Sequence[int]
    most: int
    names: int | None = None
    legend: bool = True


@dataclass(frozen=True)
class Place:
    """The cells that a chart covers, rows and columns from 1, the last ones included."""

    first_column: int
    first_row: int
    last_column: int
    last_row: int


def add_status_chart(sheet: Worksheet, figures: Figures, place: Place) -> None:
    """Stacked bars, one per row of the figures, the first on top; a single bar has its counts in the segments."""
    chart = BarChart()
    chart.type, chart.grouping, chart.overlap = "bar", "stacked", 100
    chart.gapWidth = 10 if figures.names is None else 45
    chart.roundedCorners = False
    chart.legend = _legend() if figures.legend else None
    if figures.names is None:
        chart.layout = Layout(
            ManualLayout(layoutTarget="inner", xMode="edge", yMode="edge", x=0, y=0.05, w=1, h=0.7)
        )
    chart.graphical_properties = GraphicalProperties(noFill=True, ln=LineProperties(noFill=True))
    chart.series = [_series(sheet, figures, *bucket) for bucket in zip(figures.counts, BUCKETS, strict=True)]
    chart.x_axis.scaling.orientation = "maxMin"
    chart.x_axis.delete = figures.names is None
    chart.x_axis.tickLblSkip = 1
    chart.x_axis.majorTickMark = "none"
    chart.x_axis.txPr = _text(LIGHT.ink)
    chart.x_axis.graphicalProperties = GraphicalProperties(ln=LineProperties(noFill=True))
    chart.y_axis.delete = True
    chart.y_axis.majorGridlines = None
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = 0, figures.most
    if sheet.sheet_view.rightToLeft:
        # bars begin where reading does, as the figures beside them
        chart.y_axis.scaling.orientation = "maxMin"
    sheet.add_chart(chart, _anchor(place))  # type: ignore[arg-type]  # the stubs know names of cells only


def _anchor(place: Place) -> TwoCellAnchor:
    return TwoCellAnchor(
        editAs="oneCell",
        _from=AnchorMarker(col=place.first_column - 1, row=place.first_row - 1),
        to=AnchorMarker(col=place.last_column, row=place.last_row),
    )


def _series(sheet: Worksheet, figures: Figures, column: int, bucket: str) -> Series:
    counts = Reference(sheet, min_col=column, min_row=figures.header_row, max_row=figures.last_row)
    series = cast(Series, SeriesFactory(counts, title_from_data=True))
    series.graphicalProperties = _fill(bucket)
    series.invertIfNegative = False
    if figures.names is None:
        series.dLbls = _labels(bucket)
    else:
        names = Reference(
            sheet, min_col=figures.names, min_row=figures.header_row + 1, max_row=figures.last_row
        )
        series.cat = AxDataSource(strRef=StrRef(f=str(names)))
    return series


def _fill(bucket: str) -> GraphicalProperties:
    """The status's colour with a white hairline around; *Not reported* is hatched, as everywhere."""
    gap = LineProperties(solidFill="FFFFFF", w=_HAIR)
    if bucket != NOT_REPORTED:
        return GraphicalProperties(solidFill=LIGHT.status[bucket].removeprefix("#").upper(), ln=gap)
    hatch = PatternFillProperties(prst="narVert", fgClr=_colour(_HATCH), bgClr=_colour("FFFFFF"))
    return GraphicalProperties(pattFill=hatch, ln=gap)


def _colour(hexadecimal: str) -> ColorChoice:
    return ColorChoice(srgbClr=hexadecimal)  # type: ignore[arg-type]  # the stubs miss the plain form


def _labels(bucket: str) -> DataLabelList:
    labels = DataLabelList()
    labels.numFmt = "0;;;"
    labels.showVal = True
    labels.showSerName = labels.showCatName = labels.showLegendKey = labels.showPercent = False
    labels.txPr = _text("#ffffff" if bucket in _LIGHT_LABELS else LIGHT.ink, bold=True)
    return labels


def _legend() -> Legend:
    legend = Legend()
    legend.position = "b"
    legend.txPr = _text(LIGHT.ink)
    return legend


def _text(colour: str, *, bold: bool = False) -> RichText:
    properties = CharacterProperties(
        sz=900, b=bold, solidFill=colour.removeprefix("#").upper(), latin=Font(typeface=FONT)
    )
    return RichText(p=[Paragraph(pPr=ParagraphProperties(defRPr=properties), endParaRPr=properties)])
