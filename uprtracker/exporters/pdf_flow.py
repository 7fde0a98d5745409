"""Strips of a report onto pages: what stays together, what is repeated, where a page ends. Draws nothing itself."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from uprtracker.exporters.pdf_pen import Pen


class Strip(ABC):
    """A band as wide as its frame. Measures in points.

    `gap` is kept free above it except at the top of a page; `keeps_next` binds it to the strip below; `head` is
    repeated above it where a page begins with it; `breakable` lets it be divided although a page could hold it whole;
    `keys` name it for links.
    """

    height: float
    gap: float = 0.0
    keeps_next: bool = False
    breakable: bool = False
    head: "tuple[Strip, ...]" = ()
    keys: tuple[str, ...] = ()

    @abstractmethod
    def draw(self, pen: Pen, x: float, top: float) -> None: ...

    def split(self, room: float) -> "tuple[Strip, Strip] | None":  # noqa: ARG002 (for those that can be divided)
        """The strip in two, of which the first is no higher than `room`; None where that cannot be done well."""
        return None

    def divided(self, room: float) -> "tuple[Strip, Strip] | None":
        """Like `split`; the first part keeps the keys."""
        parts = self.split(room)
        if parts and self.keys:
            parts[0].keys, parts[1].keys = self.keys, ()
        return parts

    def anchors(self, top: float) -> "Iterator[tuple[str, float]]":
        """The keys of this strip and of those within it, with their upper edges."""
        for key in self.keys:
            yield key, top


def total_height(strips: Iterable[Strip]) -> float:
    """Height of strips one below the other, without the gap above the first."""
    height = 0.0
    for i, strip in enumerate(strips):
        height += strip.height + (strip.gap if i else 0.0)
    return height


def _chunks(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    """Strips that must not be parted: each up to the first one that does not hold on to the next."""
    chunk: list[Strip] = []
    for strip in strips:
        chunk.append(strip)
        if not strip.keeps_next:
            yield chunk
            chunk = []
    if chunk:
        yield chunk


class Stack(Strip):
    """Strips placed as one, and divided only where no page holds them all."""

    def __init__(self, strips: Sequence[Strip]) -> None:
        self.strips = tuple(strips)
        self.height = total_height(strips)
        self.gap = strips[0].gap if strips else 0.0

    def draw(self, pen: Pen, x: float, top: float) -> None:
        for strip, at in self._placed(top):
            strip.draw(pen, x, at)

    def anchors(self, top: float) -> Iterator[tuple[str, float]]:
        yield from super().anchors(top)
        for strip, at in self._placed(top):
            yield from strip.anchors(at)

    def _placed(self, top: float) -> Iterator[tuple[Strip, float]]:
        for i, strip in enumerate(self.strips):
            top -= strip.gap if i else 0.0
            yield strip, top
            top -= strip.height

    def split(self, room: float) -> "tuple[Strip, Strip] | None":
        kept: list[Strip] = []
        rest = list(self.strips)
        for chunk in _chunks(self.strips):
            if total_height([*kept, *chunk]) > room:
                break
            kept += chunk
            rest = rest[len(chunk) :]
        if not kept:
            return self._split_first(room)
        if not rest:
            return None
        return Stack(kept), Stack([*rest[0].head, *rest])

    def _split_first(self, room: float) -> "tuple[Strip, Strip] | None":
        """Not even the first chunk fits, so its last strip is divided."""
        first = next(_chunks(self.strips), [])
        if not first:
            return None
        *leading, last = first
        parts = last.divided(room - total_height(first) + last.height)
        if parts is None:
            return None
        return Stack([*leading, parts[0]]), Stack([*last.head, parts[1], *self.strips[len(first) :]])


class SideBySide(Strip):
    """Two strips beside each other, the right one `offset` points to the right of the left one."""

    def __init__(self, left: Strip, right: Strip, offset: float) -> None:
        self.left, self.right, self.offset = left, right, offset
        self.height = max(left.height, right.height)
        self.gap = max(left.gap, right.gap)

    def draw(self, pen: Pen, x: float, top: float) -> None:
        self.left.draw(pen, x, top)
        self.right.draw(pen, x + self.offset, top)

    def anchors(self, top: float) -> Iterator[tuple[str, float]]:
        for strip in (self.left, self.right):
            yield from strip.anchors(top)

    def split(self, room: float) -> "tuple[Strip, Strip] | None":
        parts = []
        for side in (self.left, self.right):
            divided = (side, Stack([])) if side.height <= room else side.divided(room)
            if divided is None:
                return None
            parts.append(divided)
        (left, left_rest), (right, right_rest) = parts
        return SideBySide(left, right, self.offset), SideBySide(left_rest, right_rest, self.offset)


@dataclass
class Page:
    """Strips with their upper edges, from the top down; the first `heads` of them only repeat what was before. `tab`
    is the word at its edge."""

    placed: list[tuple[Strip, float]] = field(default_factory=list)
    heads: int = 0
    tab: str = ""

    def anchors(self) -> Iterator[tuple[str, float]]:
        """The keys of what stands here first, with their upper edges."""
        for strip, top in self.placed[self.heads :]:
            yield from strip.anchors(top)

    @property
    def is_fresh(self) -> bool:
        return len(self.placed) == self.heads


class Paginator:
    """Places strips on pages whose frame reaches from `top` down to `bottom`."""

    def __init__(self, top: float, bottom: float) -> None:
        self.pages: list[Page] = []
        self._top, self._bottom = top, bottom
        self._y = top
        self._running: tuple[Strip, ...] = ()

    def section(self, strips: Sequence[Strip], running: Sequence[Strip]) -> None:
        """Place a section from a new page on; `running` heads each page on which it continues."""
        self._running = tuple(running)
        self._open_page(())
        for chunk in _chunks(strips):
            self._place(chunk)

    def pages_needed(self, strips: Sequence[Strip], running: Sequence[Strip]) -> int:
        """How many pages a section takes; places nothing here."""
        trial = Paginator(self._top, self._bottom)
        trial.section(strips, running)
        return len(trial.pages)

    def _open_page(self, heads: Sequence[Strip]) -> None:
        self.pages.append(Page())
        self._y = self._top
        for strip in heads:
            self._put(strip)
        self.pages[-1].heads = len(heads)

    def _put(self, strip: Strip) -> None:
        if self.pages[-1].placed:
            self._y -= strip.gap
        self.pages[-1].placed.append((strip, self._y))
        self._y -= strip.height

    def _room_below(self, strips: Sequence[Strip]) -> float:
        """What is left on this page below these strips."""
        gap = strips[0].gap if strips and self.pages[-1].placed else 0.0
        return self._y - self._bottom - gap - total_height(strips)

    def _place(self, chunk: list[Strip]) -> None:
        """A chunk goes on this page if it fits, else on the next; what no page holds is divided."""
        while self._room_below(chunk) < 0:
            heads = (*self._running, *chunk[0].head)
            too_high = total_height([*heads, *chunk]) > self._top - self._bottom
            rest = self._divide(chunk, too_high) if too_high or chunk[-1].breakable else None
            if rest is not None:
                chunk = rest
                heads = (*self._running, *chunk[0].head)
            elif self.pages[-1].is_fresh:
                break
            self._open_page(heads)
        for strip in chunk:
            self._put(strip)

    def _divide(self, chunk: list[Strip], anywhere: bool) -> list[Strip] | None:
        """Put as much of a chunk as this page holds and return the rest; None, and nothing put, where that is not well.

        It is divided within the strip at which the page is full, which must be the last unless `anywhere`; in front of
        that strip only at the top of a page, where the next page would hold no more.
        """
        fitting = next(n for n in range(len(chunk)) if self._room_below(chunk[: n + 1]) < 0)
        leading, full = chunk[:fitting], chunk[fitting]
        gap = full.gap if leading or self.pages[-1].placed else 0.0
        parts = full.divided(self._room_below(leading) - gap) if anywhere or full is chunk[-1] else None
        if parts is not None:
            rest = [parts[1], *chunk[fitting + 1 :]]
            leading = [*leading, parts[0]]
        elif leading and self.pages[-1].is_fresh:
            rest = chunk[fitting:]
        else:
            return None
        for strip in leading:
            self._put(strip)
        return rest
