"""Where pages end: tried with strips that only have heights."""

from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from uprtracker.exporters.pdf_flow import Paginator, SideBySide, Stack, Strip
from uprtracker.exporters.pdf_pen import Pen

_TOP, _BOTTOM = 500.0, 100.0
_RUNNING = 10.0


@dataclass
class Block(Strip):
    """A strip of lines of ten points, divided between any two of them if it is `divisible`."""

    name: str
    lines: int
    gap: float = 0.0
    keeps_next: bool = False
    divisible: bool = False
    breakable: bool = False
    head: tuple[Strip, ...] = ()
    height: float = field(init=False)

    def __post_init__(self) -> None:
        self.height = 10.0 * self.lines

    def draw(self, pen: Pen, x: float, top: float) -> None:
        raise AssertionError("pages are laid out without drawing")

    def split(self, room: float) -> "tuple[Strip, Strip] | None":
        n = int(room // 10)
        if not self.divisible or not 0 < n < self.lines:
            return None
        rest = Block(self.name, self.lines - n, 0.0, self.keeps_next, True, self.breakable, self.head)
        return Block(self.name, n, self.gap, False, True), rest


def _pages(*strips: Block) -> list[list[tuple[str, float]]]:
    """Names and heights per page, with the running heads."""
    paginator = Paginator(_TOP, _BOTTOM)
    paginator.section(list(strips), [Block("running", 1)])
    return [
        [(strip.name, strip.height) for strip, _top in page.placed if isinstance(strip, Block)]
        for page in paginator.pages
    ]


def test_a_heading_goes_to_the_next_page_with_what_it_heads() -> None:
    pages = _pages(Block("a", 37), Block("heading", 2, keeps_next=True), Block("row", 3))
    assert pages == [[("a", 370)], [("running", 10), ("heading", 20), ("row", 30)]]


def test_what_fits_on_a_page_is_not_divided() -> None:
    assert _pages(Block("a", 20), Block("row", 30, divisible=True)) == [
        [("a", 200)],
        [("running", 10), ("row", 300)],
    ]


def test_prose_fills_the_page_and_goes_on() -> None:
    assert _pages(Block("a", 20), Block("prose", 30, divisible=True, breakable=True)) == [
        [("a", 200), ("prose", 200)],
        [("running", 10), ("prose", 100)],
    ]


def test_a_row_higher_than_a_page_is_divided_and_its_table_head_is_repeated() -> None:
    header = Block("header", 2, keeps_next=True)
    pages = _pages(header, Block("row", 90, divisible=True, head=(header,)))
    assert pages == [
        [("header", 20), ("row", 380)],
        [("running", 10), ("header", 20), ("row", 370)],
        [("running", 10), ("header", 20), ("row", 150)],
    ]


def test_a_long_text_between_heading_and_table_is_divided() -> None:
    pages = _pages(
        Block("heading", 2, keeps_next=True),
        Block("text", 60, keeps_next=True, divisible=True),
        Block("header", 2, keeps_next=True),
        Block("row", 3),
    )
    assert pages == [
        [("heading", 20), ("text", 380)],
        [("running", 10), ("text", 220), ("header", 20), ("row", 30)],
    ]


def test_the_gap_above_a_strip_is_dropped_at_the_top_of_a_page() -> None:
    paginator = Paginator(_TOP, _BOTTOM)
    paginator.section([Block("a", 10, gap=50), Block("b", 5, gap=20)], [Block("running", 1)])
    assert [top for _strip, top in paginator.pages[0].placed] == [500, 380]


def test_two_columns_go_on_beside_each_other() -> None:
    left = Stack([Block("l", 5) for _ in range(10)])
    right = Stack([Block("r", 5)])
    parts = SideBySide(left, right, 300).split(180)
    assert parts is not None
    assert [part.height for part in parts] == [150, 350]


@st.composite
def _strips(draw: st.DrawFn) -> list[Block]:
    strips = []
    for i in range(draw(st.integers(1, 12))):
        lines = draw(st.integers(1, 60))
        strips.append(
            Block(
                str(i),
                lines,
                gap=draw(st.sampled_from([0.0, 12.0])),
                keeps_next=draw(st.booleans()),
                divisible=lines > 20 or draw(st.booleans()),
                breakable=draw(st.booleans()),
            )
        )
    return strips


@given(_strips())
def test_every_strip_stands_on_a_page_in_order_and_above_the_foot(strips: list[Block]) -> None:
    paginator = Paginator(_TOP, _BOTTOM)
    paginator.section(strips, [Block("running", 1)])
    placed: list[str] = []
    heights: dict[str, float] = {}
    for page in paginator.pages:
        assert len(page.placed) > page.heads
        below = _TOP
        for strip, top in page.placed:
            assert isinstance(strip, Block)
            assert top <= below
            below = top - strip.height
            if strip.name != "running":
                heights[strip.name] = heights.get(strip.name, 0.0) + strip.height
                placed.append(strip.name)
        assert below >= _BOTTOM - 1e-6
    assert sorted(set(placed), key=placed.index) == [strip.name for strip in strips]
    assert heights == {strip.name: strip.height for strip in strips}


@given(_strips())
def test_a_heading_that_can_stay_with_the_next_is_never_last_on_a_page(strips: list[Block]) -> None:
    for strip in strips:
        strip.lines = 1 + strip.lines % 9
        strip.height = 10.0 * strip.lines
    if sum(strip.height for strip in strips if strip.keeps_next) > 250:
        return
    strips[-1].keeps_next = False
    paginator = Paginator(_TOP, _BOTTOM)
    paginator.section(strips, [Block("running", 1)])
    assert not any(page.placed[-1][0].keeps_next for page in paginator.pages)
