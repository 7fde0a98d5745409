"""Encodings are judged by what makes sense; what was judged and not known is said."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from uprtracker.importers.text_encoding import NAMES, decode, plausibility

TEXTS = {
    "fr": "Numéro,Texte\r\n1.1,Mettre en œuvre l’égalité à l’école et ratifier la Convention (Côte d’Ivoire)\r\n",
    "es": "Número,Texto\r\n1.1,Protección de los niños y políticas públicas de educación (España)\r\n",
    "ar": "رقم,نص\r\n1.1,التصديق على الاتفاقية الدولية لحماية حقوق الإنسان (المغرب)\r\n",
    "ru": "Номер,Текст\r\n1.1,Ратифицировать Конвенцию о правах ребенка и соблюдать её (Россия)\r\n",
    "zh": "编号,案文\r\n1.1,批准保护所有人免遭强迫失踪国际公约并加强人权教育（中国）\r\n",
}
WRITTEN = [
    ("fr", "cp1252"), ("fr", "mac_roman"), ("es", "cp1252"), ("es", "mac_roman"),
    ("ar", "cp1256"), ("ru", "cp1251"), ("zh", "gb18030"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "encoding"), WRITTEN)
def test_an_encoding_without_mark_is_judged_and_said(language: str, encoding: str) -> None:
    decoded = decode(TEXTS[language].encode(encoding))
    assert decoded.text == TEXTS[language]
    assert decoded.encoding == encoding
    assert not decoded.sure
    assert encoding in NAMES


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_sure(language: str, encoding: str) -> None:
    decoded = decode(TEXTS[language].encode(encoding))
    assert decoded.text == TEXTS[language]
    assert decoded.sure


def test_plain_english_is_sure_and_a_lone_dash_is_windows() -> None:
    assert decode(b"1.1,Ratify").sure
    assert decode("1.1,Ratify – the State’s duty".encode("cp1252")).encoding == "cp1252"


def test_a_mark_of_the_other_byte_order() -> None:
    assert decode(b"\xfe\xff" + "é,ü".encode("utf-16-be")).text == "é,ü"


def test_a_few_broken_bytes_do_not_make_nonsense_of_a_whole_file() -> None:
    content = (TEXTS["fr"] * 20).encode() + b"1.2,caf\xe9\r\n"
    decoded = decode(content)
    assert decoded.encoding == "utf-8"
    assert not decoded.sure
    assert decoded.text.count("\ufffd") == 1
    assert decoded.text.startswith(TEXTS["fr"])


def test_nonsense_is_less_plausible_than_words() -> None:
    for language, encoding in WRITTEN:
        for other in ("cp1252", "cp1251", "mac_roman"):
            if other != encoding:
                nonsense = TEXTS[language].encode(encoding).decode(other, errors="replace")
                assert plausibility(nonsense) < plausibility(TEXTS[language])


@given(st.binary(max_size=400))
def test_any_bytes_give_a_text(data: bytes) -> None:
    decoded = decode(data)
    assert isinstance(decoded.text, str)
    assert decoded.encoding


@given(st.text(max_size=200))
def test_utf_8_is_always_read_back(text: str) -> None:
    encoded = text.encode("utf-8", errors="ignore")
    plain = encoded.decode()
    if b"\x00" not in encoded and not encoded.startswith((b"\xff\xfe", b"\xfe\xff")):
        assert decode(encoded).text == plain.removeprefix("\ufeff")
