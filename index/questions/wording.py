"""A question as typed, made plain: no markup, single spaces, straight marks, of bounded length."""

from __future__ import annotations

import html
import re

MOST = 1000  # characters of a question that are read; a longer one is a text, and its head says what it asks
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,500}>")
_SPACE = re.compile(r"[\s\u200b-\u200f\u2028-\u202e\ufeff\x00-\x1f]+")
_MARKS = str.maketrans(
    {"’": "'", "‘": "'", "ʼ": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‟": '"'}
)
_SIGNS = r"[\s`*~>|•·–—\u2190-\u2bff\ufe0f\U0001f000-\U0001faff-]+"  # bullets, marks of code and stress, emoji
_AROUND = re.compile(rf"^{_SIGNS}|{_SIGNS}$")
_QUOTED = re.compile(r'"([^"]{2,600})"')
# As people type: "whats X saying abt Y".
_IS = re.compile(r"\b(what|who|where|when|why|how)'?s\b", re.IGNORECASE)
_SHORT = {
    "abt": "about", "wat": "what", "wht": "what", "waht": "what", "u": "you", "pls": "please",
    "ppl": "people", "govt": "government", "bc": "because",
}  # fmt: skip
_TYPED = re.compile(rf"\b(?:{'|'.join(_SHORT)})\b")

_SMALL = """
    a about after again all also am an and any are arent as at be because been before being between both
    but by can cant could couldnt d did didnt do does doesnt doing done dont during each either else ever
    every few for from further get got had hadnt has hasnt have havent having he her here hers him his how
    i if in into is isnt it its itself just let like ll m made make many may me might more most much must
    my near no nor not now of off on once one only or other others our out over own per please re s same
    shall she should shouldnt since so some such t tell than that the their them then there these they this
    those through to too under until up upon us ve very was wasnt we were werent what when where which
    while who whom whose why will with within without wont would wouldnt you your
    hes shes theyre thats anything something everything
"""
_TALK = """
    hello hi hey yo hiya morning evening thanks thank thx ty cheers ok okay lol good bad nice great cool
    sorry bye goodbye help test testing bot hmm yes no yeah nope real there joke
"""
LEADS_TO_TOPIC = re.compile(r"^(?:about|on|regarding) ", re.IGNORECASE)
_IDLE = frozenset(["you", "so", "much", "very", "for", "that", "this", "it", "a", "the"])
SMALL = frozenset(_SMALL.split())
"""Words that say nothing of the subject, as written (not stemmed)."""


def plain(question: str) -> str:
    """The question without markup and odd spaces, typographic marks straightened, cut to `MOST`; outside
    quotation marks "whats" and "abt" are written out."""
    head = _TAG.sub(" ", question[: 4 * MOST])
    if "&" in head:
        head = html.unescape(head)
    head = _AROUND.sub("", _SPACE.sub(" ", head.translate(_MARKS)))[:MOST]
    if '"' in head:
        return head
    head = _IS.sub(r"\1 is", head).replace(" w/ ", " with ")
    return _TYPED.sub(lambda found: _SHORT[found[0]], head)[:MOST]


def quoted(question: str) -> tuple[str, int, int] | None:
    """The longest quoted passage of a plain question, of three words or more, with its place."""
    found = [m for m in _QUOTED.finditer(question) if len(m.group(1).split()) >= 3]  # noqa: PLR2004 -- as said above
    if not found:
        return None
    best = max(found, key=lambda m: m.end() - m.start())
    return best.group(1).strip(), best.start(), best.end()


def asks_nothing(question: str, *, goes_on: bool = False) -> bool:
    """Whether a question says nothing that could be looked for: "hello", "thanks!", "what can you do?".

    One that `goes_on` from another may be as short as "why?", but not "thanks".
    """
    idle = _IDLE if goes_on else SMALL
    talk = frozenset(_TALK.split())
    return all(word in talk or word in idle for word in words(plain(question)))


def words(text: str) -> list[str]:
    """The words of a text, lower case, without marks; "won't" is no "won"."""
    return re.findall(r"[^\W_]+", text.casefold().replace("n't", "nt"))


def says_something(text: str) -> bool:
    """Whether any word of the text carries a subject."""
    return any(word not in SMALL for word in words(text))
