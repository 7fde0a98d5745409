"""The style rules of the window, small on purpose: text roles, buttons, fields, scroll bars. No rules for item views' rows."""

from uprtracker.ui.icon import icon_file
from uprtracker.vocabulary.palette import Palette

_RULES = """
QLabel[role="title"] {{ font-size: {title}px; font-weight: 600; color: {ink}; }}
QLabel[role="reading"] {{ font-size: {reading}px; color: {ink}; }}
QLabel[role="heading"] {{ font-size: {caption}px; font-weight: 600; color: {ink}; }}
QLabel[role="section"] {{ font-size: {small}px; font-weight: 600; color: {tertiary}; }}
QLabel[role="strong"] {{ font-weight: 600; color: {ink}; }}
QLabel[role="secondary"] {{ color: {secondary}; }}
QLabel[role="caption"] {{ font-size: {caption}px; color: {secondary}; }}
QLabel[role="quiet"] {{ font-size: {caption}px; color: {tertiary}; }}
QLabel[role="name"] {{ color: {tertiary}; }}

QWidget[ground="paper"] {{ background: {paper}; }}
QWidget[ground="ground"] {{ background: {ground}; }}
QFrame[rule="bottom"] {{ border: none; border-bottom: 1px solid {line}; }}
QFrame[rule="top"] {{ border: none; border-top: 1px solid {line}; }}

QPushButton {{ background: {paper}; color: {ink}; border: 1px solid {edge}; border-radius: 6px;
    padding: {p5}px {p12}px; min-height: {p16}px; font-weight: 500; }}
QPushButton:hover {{ background: {ground}; }}
QPushButton:pressed {{ background: {accent_soft}; }}
QPushButton:disabled {{ color: {tertiary}; border-color: {line}; }}
QPushButton:focus {{ border: 2px solid {accent}; padding: {p4}px {p11}px; }}
QPushButton[kind="primary"], QPushButton:default {{ background: {accent}; color: {paper}; border-color: {accent}; }}
QPushButton[kind="primary"]:hover, QPushButton:default:hover {{ background: {accent_strong}; }}
QPushButton[kind="primary"]:disabled, QPushButton:default:disabled {{ background: {line}; border-color: {line};
    color: {tertiary}; }}
QPushButton[kind="primary"]:focus, QPushButton:default:focus {{ border: 2px solid {ink}; }}
QPushButton[kind="link"], QToolButton[kind="link"] {{ background: transparent; border: 2px solid transparent;
    color: {accent}; padding: 1px 3px; font-size: {caption}px; font-weight: 500; min-height: 0; border-radius: 4px; }}
QPushButton[kind="link"]:hover, QToolButton[kind="link"]:hover {{ background: {accent_soft}; }}
QPushButton[kind="link"]:focus, QToolButton[kind="link"]:focus {{ border-color: {accent}; }}
QPushButton[kind="link"]:disabled, QToolButton[kind="link"]:disabled {{ color: {tertiary}; }}

QToolButton {{ background: transparent; border: 2px solid transparent; border-radius: 6px; padding: 2px; }}
QToolButton:hover {{ background: {accent_soft}; }}
QToolButton:focus {{ border-color: {accent}; }}
QToolButton::menu-indicator {{ image: none; }}
QToolButton[kind="tab"] {{ color: {secondary}; padding: {p4}px {p10}px; font-weight: 500; }}
QToolButton[kind="tab"]:hover {{ background: {ground}; }}
QToolButton[kind="tab"]:checked {{ background: {accent_soft}; color: {accent}; }}
QToolButton[kind="tab"]:focus {{ border-color: {accent}; }}
QToolButton[kind="chip"] {{ background: {paper}; color: {secondary}; border: 1px solid {edge};
    border-radius: {p12}px; padding: {p2}px {p8}px; font-size: {caption}px; min-height: {p16}px; }}
QToolButton[kind="chip"]:hover {{ background: {ground}; }}
QToolButton[kind="chip"]:focus {{ border: 2px solid {accent}; padding: {p1}px {p7}px; }}
QToolButton[kind="filter"] {{ background: {accent_soft}; color: {accent}; border: 1px solid {accent_soft};
    border-radius: {p12}px; padding: {p2}px {p8}px; font-size: {caption}px; font-weight: 500;
    min-height: {p16}px; }}
QToolButton[kind="filter"]:hover {{ border-color: {accent}; }}
QToolButton[kind="filter"]:focus {{ border: 2px solid {accent}; padding: {p1}px {p7}px; }}
QToolButton[kind="section"] {{ color: {tertiary}; font-size: {small}px; font-weight: 600; text-align: left;
    padding: {p2}px {p4}px; }}

QLineEdit, QDateEdit, QSpinBox, QPlainTextEdit, QTextEdit {{ background: {paper}; color: {ink};
    border: 1px solid {edge}; border-radius: 6px; padding: {p3}px {p8}px; selection-background-color: {accent};
    selection-color: {paper}; }}
QLineEdit, QDateEdit, QSpinBox {{ min-height: {p20}px; }}
QLineEdit:focus, QDateEdit:focus, QSpinBox:focus, QPlainTextEdit:focus, QTextEdit:focus {{
    border: 2px solid {accent}; padding: {p2}px {p7}px; }}
QLineEdit:disabled, QLineEdit:read-only, QPlainTextEdit:disabled, QPlainTextEdit[readOnly="true"] {{
    background: {ground}; color: {secondary}; }}
QLineEdit[look="bare"], QLineEdit[look="bare"]:focus {{ border: none; padding: 0; background: transparent; }}
QComboBox {{ combobox-popup: 0; background: {paper}; color: {ink}; border: 1px solid {edge}; border-radius: 6px;
    padding: {p3}px {p8}px; min-height: {p20}px; }}
QComboBox:focus, QComboBox:on {{ border: 2px solid {accent}; padding: {p2}px {p7}px; }}
QComboBox:disabled {{ background: {ground}; color: {secondary}; border-color: {line}; }}
QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: {p24}px; }}
QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url("{arrow}"); width: {p14}px; height: {p14}px; }}
QComboBox QLineEdit {{ border: none; padding: 0; background: transparent; min-height: 0; }}

QCheckBox, QRadioButton {{ spacing: {p8}px; border: 2px solid transparent; border-radius: 4px; padding: 1px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color: {accent}; }}
QCheckBox::indicator, QRadioButton::indicator, QListView::indicator {{ width: {p14}px; height: {p14}px; background: {paper};
    border: 1px solid {tertiary}; border-radius: 3px; }}
QRadioButton::indicator {{ border-radius: {p8}px; }}
QCheckBox::indicator:checked, QListView::indicator:checked {{ background: {accent}; border-color: {accent};
    image: url("{tick}"); }}
QRadioButton::indicator:checked {{ background: {paper}; border: {p4}px solid {accent}; width: {p8}px; height: {p8}px; }}
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled, QListView::indicator:disabled {{
    border-color: {line}; background: {ground}; }}

QCheckBox::indicator:checked:disabled, QListView::indicator:checked:disabled {{ background: {tertiary};
    image: url("{tick}"); }}

QAbstractItemView {{ background: {paper}; border: none; outline: none; }}
QAbstractItemView[look="rail"] {{ background: transparent; }}
QAbstractItemView[look="ticks"] {{ selection-background-color: {accent_soft}; selection-color: {ink}; }}
QAbstractItemView[look="ticks"]::item {{ padding-left: {p4}px; border-radius: 4px; }}
QFrame[look="popup"] {{ background: {paper}; border: 1px solid {edge}; border-radius: 6px; }}
QComboBox QAbstractItemView, QListView[look="list"] {{ border: 1px solid {edge}; padding: 2px;
    selection-background-color: {accent_soft}; selection-color: {ink}; }}
QComboBox QAbstractItemView::item {{ min-height: {p24}px; }}
QTreeView {{ selection-background-color: {accent_soft}; selection-color: {ink}; }}
QHeaderView {{ background: {paper}; border: none; }}
QHeaderView::section {{ background: {paper}; color: {tertiary}; border: none; border-bottom: 1px solid {line};
    padding: 0 {p8}px; font-size: {small}px; font-weight: 600; }}
QHeaderView::section:first {{ padding-left: {p16}px; }}
QHeaderView::section:hover {{ color: {ink}; }}
QAbstractScrollArea::corner {{ background: {paper}; border: none; }}

QMenuBar {{ background: {paper}; color: {secondary}; padding: 0 {p8}px; }}
QMenuBar::item {{ padding: {p4}px {p8}px; border-radius: 4px; background: transparent; }}
QMenuBar::item:selected {{ background: {accent_soft}; color: {ink}; }}
QMenu {{ background: {paper}; color: {ink}; border: 1px solid {edge}; padding: 4px; }}
QMenu::item {{ padding: {p5}px {p24}px {p5}px {p12}px; border-radius: 4px; }}
QMenu::item:selected {{ background: {accent_soft}; color: {ink}; }}
QMenu::item:disabled {{ color: {tertiary}; }}
QMenu::icon {{ padding-left: {p8}px; }}
QMenu::indicator {{ padding-left: {p8}px; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 8px; }}
QToolTip {{ background: {paper}; color: {ink}; border: 1px solid {edge}; padding: 4px 6px; }}

QScrollArea {{ border: none; background: transparent; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 0; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 0; }}
QScrollBar::handle {{ background: {edge}; border-radius: 4px; margin: 2px; min-height: 28px; min-width: 28px; }}
QScrollBar::handle:hover {{ background: {tertiary}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QTabBar {{ background: transparent; border: none; }}
QTabBar::tab {{ color: {secondary}; padding: {p5}px {p11}px; margin-right: 2px; border: 2px solid transparent;
    border-radius: 6px; font-weight: 500; }}
QTabBar::tab:hover {{ background: {ground}; }}
QTabBar::tab:selected {{ background: {accent_soft}; color: {accent}; }}
QFrame[look="message"] {{ background: {ground}; border: none; border-bottom: 1px solid {line}; }}
QSplitter::handle {{ background: {line}; }}
QSplitter::handle:hover {{ background: {accent}; }}
QProgressBar {{ background: {line}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
"""

_LENGTHS = (1, 2, 3, 4, 5, 7, 8, 10, 11, 12, 14, 16, 20, 24)
_TYPE = {"small": 11, "caption": 12, "reading": 14, "title": 20}


def style_sheet(palette: Palette, scale: float) -> str:
    """The rules in the colours of a palette, for text `scale` times as large as usual."""
    colours = {name: getattr(palette, name) for name in ("ink", "secondary", "tertiary", "ground", "paper")}
    colours |= {name: getattr(palette, name) for name in ("line", "accent", "accent_soft")}
    return _RULES.format(
        **colours,
        edge=mixed(palette.paper, palette.tertiary, 0.42),
        accent_strong=mixed(palette.accent, palette.ink, 0.2),
        arrow=icon_file("chevron-down", palette.secondary),
        tick=icon_file("check", palette.paper),
        **{f"p{length}": round(length * scale) for length in _LENGTHS},
        **{name: round(size * scale) for name, size in _TYPE.items()},
    )


def mixed(first: str, second: str, share: float) -> str:
    """A colour between two `#rrggbb` ones; `share` is the second one's part."""
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
