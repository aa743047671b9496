"""Invented people and outlets of the archive."""

from __future__ import annotations

from dataclasses import dataclass

OUTLETS = (
    "The Sarn Lantern",
    "Orrin Morning Post",
    "Brack Courier",
    "Hallin Gazette",
    "Radio Velt",
    "Coastline Weekly",
    "The Tamber Record",
    "Lune Valley News",
)


@dataclass(frozen=True, slots=True)
class Person:
    """Someone who speaks: full name, the office before the name, and as a description, "he" or "she"."""

    name: str
    title: str
    office: str
    pronoun: str

    @property
    def surname(self) -> str:
        return self.name.split(" ", 1)[1]


# Several share a surname: two Torrens, two Varga, two Oskel; and a given name may be another's surname.
PEOPLE = (
    Person("Ilva Torrens", "Mayor", "the mayor of Sarn", "she"),
    Person("Bram Torrens", "Trawler skipper", "the trawler skipper", "he"),
    Person("Pelle Varga", "Chief engineer", "the chief engineer", "he"),
    Person("Sunniva Varga", "Finance Minister", "the finance minister", "she"),
    Person("Dorrit Oskel", "Opposition leader", "the opposition leader", "she"),
    Person("Hamo Oskel", "Union secretary", "the union secretary", "he"),
    Person("Ana Moor", "Veltish President", "the Veltish president", "she"),
    Person("Teodor Quill", "Prime Minister", "the prime minister", "he"),
    Person("Nella Voss", "Harbour master", "the harbour master", "she"),
    Person("Ruben Castellane", "Senator", "the senator from Tamber", "he"),
    Person("Ottilie Brandt-Hale", "Judge", "the judge", "she"),
    Person("Kasimir Dray", "General", "the general", "he"),
    Person("Yusra El-Tamin", "Health Minister", "the health minister", "she"),
    Person("Lorcan Ó Duibh", "Farmers' spokesman", "the farmers' spokesman", "he"),
    Person("Marguerite van der Lun", "Ambassador", "the ambassador", "she"),
    Person("Fenn Abernethy", "Police chief", "the police chief", "he"),
    Person("Isolde Kramp", "Professor", "the professor", "she"),
    Person("Jory Pell", "Governor", "the governor", "he"),
    Person("Zdenka Hrust", "Transport Minister", "the transport minister", "she"),
    Person("Amadou Serle", "Fire chief", "the fire chief", "he"),
    Person("Wren Calloway", "Headteacher", "the headteacher", "she"),
    Person("Tobias Wick", "Councillor", "the councillor", "he"),
    Person("Philippa Anstruther", "Bishop", "the bishop", "she"),
    Person("Cosmo Bellweather", "Bank director", "the bank director", "he"),
)
