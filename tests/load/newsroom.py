"""Invented articles for load: the same people in every server, saying what only that server holds."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from index.models import Draft

SERVERS = ("amberwick", "cobaltmere", "russetholm", "tealfirth")
"""The word that marks whatever belongs to a server; it occurs in each of its statements."""

PEOPLE = ("Odile Marsh", "Tobin Hale", "Senna Vorst", "Callum Reave", "Ingrid Tolman", "Pavel Quist")
TOPICS = (
    "harbour",
    "tram line",
    "water tower",
    "school roof",
    "night market",
    "flood wall",
    "library",
    "orchard",
)
_OFFICES = ("Mayor", "Harbour Master", "Minister", "Director", "Councillor", "Engineer")
_OUTLETS = ("The Lantern", "Quay Gazette", "Upland Mail")
_SAYINGS = (
    "“The {topic} will be finished before the snow, and {mark} will pay for it,” {name} said.",
    "{name} promised that the {topic} in {mark} would open in the spring.",
    "“Nobody in {mark} was asked about the {topic},” {name} said. “That was a mistake.”",
    "{name} warned that the {topic} would cost {mark} twice as much as was planned.",
    "“I have read every paper on the {topic} that {mark} has kept,” said {name}.",
)
_FILLER = (
    "The meeting in the town hall lasted until the lamps were lit.",
    "A second vote is planned for the end of the month.",
    "Several residents had brought chairs of their own.",
    "The figures were read out twice, and written on a board.",
    "Work on the site had stopped in the autumn.",
)


def article(server: str, number: int) -> Draft:
    """The article `number` of a server: three people on one topic, each sentence with the server's word."""
    chance = random.Random(f"{server} {number}")
    topic = TOPICS[number % len(TOPICS)]
    lines = []
    for name in chance.sample(PEOPLE, 3):
        office = _OFFICES[PEOPLE.index(name)]
        saying = chance.choice(_SAYINGS).format(topic=topic, name=f"{office} {name}", mark=server.title())
        lines.append(f"{saying} {chance.choice(_FILLER)} {chance.choice(_FILLER)}")
    return Draft(
        text="\n\n".join(lines),
        id=f"{server}-{number}",
        url=f"https://{server}.example/{number}",
        title=f"{server.title()} argues about the {topic}, day {number}",
        source=chance.choice(_OUTLETS),
        published=date(2026, 1, 1) + timedelta(days=number % 300),
    )


def json_lines(server: str, numbers: range) -> bytes:
    """Articles as a file for `/article add` or `quotedesk add`."""
    lines = []
    for draft in (article(server, number) for number in numbers):
        fields = {"id": draft.id, "url": draft.url, "title": draft.title, "source": draft.source}
        published = draft.published.isoformat() if draft.published else None
        lines.append(json.dumps({**fields, "published": published, "text": draft.text}, ensure_ascii=False))
    return ("\n".join(lines) + "\n").encode()


def story(server: str, number: int) -> str:
    """The page of an article."""
    draft = article(server, number)
    paragraphs = "".join(f"<p>{line}</p>" for line in draft.text.split("\n\n"))
    return (
        f'<html><head><title>{draft.title}</title><meta property="og:site_name" content="{draft.source}">'
        f'<meta property="article:published_time" content="{draft.published}"></head>'
        f"<body><article><h1>{draft.title}</h1>{paragraphs}</article></body></html>"
    )


def feed(server: str, urls: Sequence[str]) -> str:
    """A feed of these pages."""
    items = "".join(f"<item><title>{url}</title><link>{url}</link><guid>{url}</guid></item>" for url in urls)
    return f'<rss version="2.0"><channel><title>Wire of {server}</title>{items}</channel></rss>'


def questions(seed: int = 7) -> Iterator[str]:
    """Endless questions that every server can answer."""
    chance = random.Random(seed)
    shapes = (
        "what did {name} say about the {topic}?",
        "what did {name} promise?",
        "who spoke about the {topic}?",
    )
    while True:
        yield chance.choice(shapes).format(name=chance.choice(PEOPLE), topic=chance.choice(TOPICS))
