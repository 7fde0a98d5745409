"""Builds resources/vocabularies/states.csv from the table of UN names in the folder UPRTRACKER_CORPUS names.

Adds what the table lacks (ISO 3166 alpha-2, regional groups of the UN) and mends what it has wrong. Other
names of States (historical, common, misspelt) are kept by hand in state_aliases.csv beside it.
"""

import csv
import os
import re
import sys
from pathlib import Path

LANGUAGES = ("en", "fr", "es", "ar", "ru", "zh")
TARGET = Path(__file__).parent.parent / "resources" / "vocabularies" / "states.csv"

# the table counts Taiwan as independent and leaves the State of Palestine out; the UN does neither
NOT_A_STATE = {"TWN"}
OBSERVERS = {"VAT", "PSE"}

MENDED = {
    "CIV": {
        "short_en": "Côte d'Ivoire",
        "formal_en": "the Republic of Côte d'Ivoire",
        "formal_fr": "la République de Côte d'Ivoire",
        "formal_es": "la República de Côte d'Ivoire",
    },
    "TUR": {
        "formal_en": "the Republic of Türkiye",
        "formal_fr": "la République de Türkiye",
        "formal_es": "la República de Türkiye",
        "formal_ru": "Турецкая Республика",
    },
}

# only where the alpha-2 code is not the first two letters of the alpha-3 code
ALPHA_2_CODES = """
    AGO:AO AND:AD ARE:AE ARM:AM ATG:AG AUT:AT BDI:BI BEN:BJ BGD:BD BHS:BS BIH:BA BLR:BY BLZ:BZ
    BRB:BB BRN:BN CAF:CF CHL:CL CHN:CN COD:CD COG:CG COM:KM CPV:CV DNK:DK EST:EE FSM:FM GIN:GN
    GNB:GW GNQ:GQ GRD:GD GUY:GY IRL:IE IRQ:IQ ISR:IL JAM:JM KAZ:KZ KOR:KR LBR:LR LBY:LY MDG:MG
    MDV:MV MEX:MX MLT:MT MNE:ME MNG:MN MOZ:MZ PAK:PK PLW:PW PNG:PG POL:PL PRK:KP PRT:PT PRY:PY
    SEN:SN SLB:SB SLV:SV SRB:RS SUR:SR SVK:SK SVN:SI SWE:SE SWZ:SZ SYC:SC TCD:TD TKM:TM TUN:TN
    TUR:TR TUV:TV UKR:UA URY:UY
"""
ALPHA_2 = dict(pair.split(":") for pair in ALPHA_2_CODES.split())

EASTERN_EUROPEAN = """
    ALB ARM AZE BGR BIH BLR CZE EST GEO HRV HUN LTU LVA MDA MKD MNE POL ROU RUS SRB SVK SVN UKR
"""
WEOG = """
    AND AUS AUT BEL CAN CHE DEU DNK ESP FIN FRA GBR GRC IRL ISL ISR ITA LIE LUX MCO MLT NLD NOR NZL
    PRT SMR SWE TUR USA
"""

_ARTICLE_IN_BRACKETS = re.compile(r"\s*\((?:the|l'|le|la|les|el|los|las)\)$")
_LEADING_ARTICLE = re.compile(r"^(?:the |la |le |les |el |los |las |l')")


def short_name(printed: str) -> str:
    return _ARTICLE_IN_BRACKETS.sub("", printed.replace("’", "'").strip())


def formal_name(printed: str) -> str:
    return _LEADING_ARTICLE.sub("", printed.replace("’", "'").strip())


def regional_group(iso3: str, region: str) -> str:
    """The UN group of a State; the regions of the statistical office are not the groups."""
    if iso3 in OBSERVERS:
        return ""
    if iso3 in EASTERN_EUROPEAN.split():
        return "Eastern European"
    if iso3 in WEOG.split():
        return "WEOG"
    return {"Africa": "African", "Americas": "GRULAC"}.get(region, "Asia-Pacific")


def is_state(row: dict[str, str]) -> bool:
    return row["iso3"] in OBSERVERS or (row["independent"] == "Yes" and row["iso3"] not in NOT_A_STATE)


def state_row(row: dict[str, str]) -> dict[str, str]:
    row = {**row, **MENDED.get(row["iso3"], {})}
    iso3 = row["iso3"]
    built = {
        "iso3": iso3,
        "iso2": ALPHA_2.get(iso3, iso3[:2]),
        "m49": row["m49"].zfill(3),
        "regional_group": regional_group(iso3, row["region"]),
    }
    for language in LANGUAGES:
        built[f"short_{language}"] = short_name(row[f"short_{language}"])
    for language in LANGUAGES:
        built[f"formal_{language}"] = formal_name(row[f"formal_{language}"])
    return built


def main() -> None:
    folder = os.environ.get("UPRTRACKER_CORPUS")
    if not folder:
        sys.exit("Set UPRTRACKER_CORPUS to the folder of real documents.")
    source = Path(folder) / "vocabularies" / "states-in-six-languages.csv"
    with source.open(encoding="utf-8", newline="") as file:
        rows = [state_row(row) for row in csv.DictReader(file) if is_state(row)]
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(sorted(rows, key=lambda row: row["iso3"]))
    print(f"{len(rows)} States written to {TARGET.name}")


if __name__ == "__main__":
    main()
