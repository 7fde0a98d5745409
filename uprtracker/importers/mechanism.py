"""Which mechanism of the United Nations made a recommendation, by the name of the body as sources print it."""

import re

from uprtracker.vocabulary.text import fold

UPR = "upr"
TREATY_BODY = "treaty_body"
SPECIAL_PROCEDURE = "special_procedure"
OTHER = "other"

# Folded: small letters, no accents.
_UPR = re.compile(
    r"^upr$|universal periodic review|periodique univers|periodico universal"
    r"|الاستعراض الدوري|普遍定期审议|универсальн\w* периодическ"
)
_TREATY_BODY = re.compile(
    r"^(?:cat|cat-op|opcat|spt|ccpr|hrctee|cerd|cescr|ced|cedaw|cmw|crc|crc-opac|crc-opsc|crpd)\b"
    r"|^(?:human rights )?committee\b|subcommittee on|^comite |organes? de traite|organos? de tratad|treaty bod"
    r"|هيئات المعاهد"
)
_SPECIAL_PROCEDURE = re.compile(
    r"^(?:sr|wg|ie|se|rsg|srsg)\b|special (?:procedure|rapporteur|representative)|working group|independent expert"
    r"|procedures? speciale|rapporteu|expert\w* independant|groupe de travail"
    r"|relator\w* especial|procedimientos? especial|grupo de trabajo|الاجراءات الخاصه|المقرر"
)
_SYMBOL = re.compile(r"^(?:CAT|CCPR|CERD|E/C\.12|CED|CEDAW|CMW|CRC|CRPD)/", re.IGNORECASE)


def mechanism_of(body: str, symbol: str = "") -> str:
    """`upr`, `treaty_body`, `special_procedure` or `other`; where the body is empty the symbol says it."""
    name = fold(body).strip(" -")
    if _UPR.search(name):
        return UPR
    if _TREATY_BODY.search(name) or (not name and _SYMBOL.match(symbol)):
        return TREATY_BODY
    if _SPECIAL_PROCEDURE.search(name):
        return SPECIAL_PROCEDURE
    return OTHER
