"""What columns mean is proposed from headers in six languages and from contents, for every shape of table."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from tests.importers.table_fixtures import write_csv, write_workbook
from uprtracker.importers.column_field import Field
from uprtracker.importers.column_mapping import ColumnMapping
from uprtracker.importers.column_proposal import propose
from uprtracker.importers.table_file import open_tables
from uprtracker.vocabulary.position import Position
from uprtracker.vocabulary.status import Status

TEXT = "Let marches pass freely in all streets and squares of the capital, number {n}"
LANGUAGES = {
    "en": (["No.", "Recommendation", "Recommending State", "Position", "Lead ministry", "Status"],
           "Ratify the Convention number {n} and report on all measures taken", "Chile", "Accepted", "In progress"),
    "fr": (["N°", "Recommandation", "Pays", "Position", "Ministère responsable", "État"],
           "Ratifier la Convention numéro {n} et rendre compte des mesures prises", "Chili", "Acceptée", "En cours"),
    "es": (["N.º", "Recomendación", "País", "Posición", "Ministerio responsable", "Estado de cumplimiento"],
           "Ratificar la Convención número {n} e informar de las medidas para los niños", "Chile", "Aceptada", "En proceso"),
    "ar": (["الرقم", "نص التوصية", "الدولة", "الموقف", "الوزارة المسؤولة", "حالة التنفيذ"],
           "التصديق على الاتفاقية رقم {n} وتقديم تقرير عن التدابير المتخذة", "شيلي", "مقبولة", "قيد التنفيذ"),
    "ru": (["Номер", "Рекомендация", "Страна", "Позиция", "Ответственное министерство", "Статус"],
           "Ратифицировать Конвенцию номер {n} и представить доклад о мерах", "Чили", "Принята", "Выполняется"),
    "zh": (["编号", "建议内容", "国家", "立场", "牵头部门", "状态"],
           "批准第{n}号公约并就所采取的一切措施提交报告以便保护所有人的权利和自由以及人权维护者在全国各地的安全与尊严",
           "智利", "接受", "进行中"),
}  # fmt: skip


def proposal(path: Path) -> ColumnMapping:
    return propose(open_tables(path))


def fields(mapping: ColumnMapping) -> list[Field | None]:
    return [column.field for column in mapping.columns]


def rows_of(language: str, count: int = 12) -> list[Sequence[Any]]:
    headers, text, state, position, status = LANGUAGES[language]
    return [headers, *([f"71.{n}", text.format(n=n), state, position, "X", status] for n in range(1, count))]


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_in_six_languages(tmp_path: Path, language: str) -> None:
    mapping = proposal(write_workbook(tmp_path / "a.xlsx", rows_of(language)))
    assert fields(mapping) == [
        Field.NUMBER,
        Field.TEXT,
        Field.STATES,
        Field.POSITION,
        Field.LEAD,
        Field.STATUS,
    ]
    assert mapping.of(Field.TEXT)[0].language == language
    assert [position for _word, position in mapping.positions] == [Position.SUPPORTED]
    assert [status for _word, status in mapping.statuses] == [Status.IN_PROGRESS]
    assert all(column.sure for column in mapping.columns)


def test_contents_alone_are_enough_and_marked_for_a_look(tmp_path: Path) -> None:
    rows = [[f"71.{n}", TEXT.format(n=n), "Chile", "Noted"] for n in range(1, 20)]
    mapping = proposal(write_csv(tmp_path / "a.csv", rows))
    assert mapping.header_row == 0
    assert fields(mapping) == [Field.NUMBER, Field.TEXT, Field.STATES, Field.POSITION]
    assert not all(column.sure for column in mapping.columns)


def test_headers_below_a_title_and_in_two_rows(tmp_path: Path) -> None:
    rows: list[Sequence[Any]] = [
        ["Follow-up of recommendations"],
        [],
        ["No.", "Recommendation", "Follow-up", None],
        [None, None, "Lead ministry", "Status"],
        *([f"71.{n}", TEXT.format(n=n), "Interior", "Completed"] for n in range(1, 9)),
    ]
    mapping = proposal(write_workbook(tmp_path / "a.xlsx", rows, merged=["C3:D3"]))
    assert (mapping.header_row, mapping.header_rows) == (3, 2)
    assert mapping.columns[3].header == "Follow-up Status"
    assert fields(mapping) == [Field.NUMBER, Field.TEXT, Field.LEAD, Field.STATUS]


def test_texts_side_by_side_and_their_repeated_columns(tmp_path: Path) -> None:
    french, arabic = LANGUAGES["fr"][1], LANGUAGES["ar"][1]
    rows: list[Sequence[Any]] = [
        ["Id", "Code", "CodeAr", "Nom", "NomAr", "Pays", "PaysAr", "Axe", "AxeAr"],
        *(
            [
                n,
                f"R71.{n}",
                f"{n}.71",
                french.format(n=n),
                arabic.format(n=n),
                "Chili",
                "شيلي",
                "Droits",
                "حقوق",
            ]
            for n in range(1, 15)
        ),
    ]
    mapping = proposal(write_csv(tmp_path / "a.csv", rows))
    assert fields(mapping) == [
        None,
        Field.CODE,
        Field.CODE,
        Field.TEXT,
        Field.TEXT,
        Field.STATES,
        None,
        Field.THEMES,
        None,
    ]
    assert [column.language for column in mapping.of(Field.TEXT)] == ["fr", "ar"]


def test_merged_cells_are_offered_to_be_filled_down(tmp_path: Path) -> None:
    rows = rows_of("en")
    path = write_workbook(tmp_path / "a.xlsx", rows, merged=["E2:E5", "E6:E9"])
    assert proposal(path).fill_down == (4,)


def test_the_sheet_with_the_list_is_chosen(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    book.active.title = "Cover"
    book.active.append(["Ministry of Foreign Affairs"])
    sheet = book.create_sheet("List")
    for row in rows_of("en"):
        sheet.append(list(row))
    book.save(tmp_path / "a.xlsx")
    assert proposal(tmp_path / "a.xlsx").sheet == "List"


def test_the_order_of_month_and_day_is_seen_where_it_shows(tmp_path: Path) -> None:
    rows = [
        ["No.", "Recommendation", "Deadline"],
        *([f"1.{n}", TEXT.format(n=n), "12/31/2024"] for n in range(5)),
    ]
    assert not proposal(write_csv(tmp_path / "a.csv", rows)).day_first


def test_encoding_and_delimiter_are_kept(tmp_path: Path) -> None:
    mapping = proposal(write_csv(tmp_path / "a.csv", rows_of("fr"), encoding="cp1252", delimiter=";"))
    assert (mapping.encoding, mapping.delimiter) == ("cp1252", ";")
