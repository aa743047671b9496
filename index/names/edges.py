"""Words at the edges of a run of capitals that are none of the name: they open a sentence or tell a time."""

from __future__ import annotations

from collections.abc import Sequence

from index.names import gender
from index.names.runs import NUMBERS, Run, Word
from index.names.spelling import fold
from index.names.titles import is_office, is_people_in_general, is_role
from index.names.vocabulary import ORGANISATIONS, is_function_word, is_given, is_month

# Words after which "April" is the month.
_BEFORE_TIMES = frozenset(
    {
        "in",
        "since",
        "last",
        "this",
        "by",
        "until",
        "till",
        "next",
        "late",
        "early",
        "mid",
        "of",
        "from",
        "every",
    }
)


# Ends of adverbs, longer than any name that ends so.
_ADVERBIAL = ("ately", "ently", "antly", "edly", "ively", "cally", "ously", "ually", "ially", "onally", "ingly")
_SHORTEST_ADVERB = 8
# Behind a name at the head of a sentence, not behind the subject of a question: "Will Moor, a nurse".
_ON_A_NAME = (
    ", ",
    " said",
    " says",
    " told ",
    " is ",
    " was ",
    " has ",
    " had ",
    " who ",
    " wrote ",
    "’s ",
    "'s ",
)


def strip(text: str, run: Run, *, opens: bool, lowercase: frozenset[str]) -> tuple[Word, ...]:
    """The run without what only begins a sentence or tells a time: "But Moor", "Farmer Ana Moor", "Moor
    Monday"."""
    words = run.words
    while words and (_is_opener(text, words, opens=opens) or (opens and _is_ordinary(words, lowercase))):
        words = words[1:]
        opens = False
    while words and is_function_word(words[-1].text) and not _ends_name(text, words):
        words = words[:-1]
    return words


def may_be_surname(text: str, words: Sequence[Word]) -> bool:
    """Whether the last word is a surname if someone in the text bears it: "May said", but not "in May",
    "May 3"."""
    word = words[-1]
    if not is_given(word.text) or text[word.end : word.end + 3].strip(" .")[:1].isdigit():
        return False
    return len(words) == 1 and not _tells_time(text, word)


def _tells_time(text: str, word: Word) -> bool:
    """Whether a word before makes this one a month: "in April"."""
    return text[max(0, word.start - 8) : word.start].strip().rpartition(" ")[2].lower() in _BEFORE_TIMES


def _is_opener(text: str, words: Sequence[Word], *, opens: bool) -> bool:
    """Whether the first word is no part of a name: a function word, unless it is a given name here
    ("April Moor")."""
    first = words[0]
    if not is_function_word(first.text) or "." in first.text:
        return False
    if not opens and len(words) > 1 and first.text in NUMBERS:
        return False  # "of One Harbour"
    if len(words) == 1 or not is_given(first.text):
        return True
    if opens:
        return not (is_month(first.text) or text.startswith(_ON_A_NAME, words[-1].end))
    return _tells_time(text, first)


def _ends_name(text: str, words: Sequence[Word]) -> bool:
    """Whether a last word that also tells a time or a modal is a surname: "Premier Jun", "Ana May" but not "Ana
    May 3"."""
    if len(words) == 1 or not is_given(words[-1].text):
        return False
    return not text[words[-1].end : words[-1].end + 3].strip(" .")[:1].isdigit()


def _is_ordinary(words: Sequence[Word], lowercase: frozenset[str]) -> bool:
    """Whether the capital of a sentence's first word tells nothing: it is written small elsewhere in the
    text, or it
    is a plain plural ("Residents said")."""
    first = words[0].text.lower()
    if len(words) == 1 and is_people_in_general(first):
        return True
    if len(first) >= _SHORTEST_ADVERB and first.endswith(_ADVERBIAL):
        return True
    if len(words) > 2 and is_role(first) and not is_office(first) and not gender.of_first_name(first):  # noqa: PLR2004
        return gender.of_first_name(words[1].text) is not None
    if not {first, f"{first},", f"{first}."} & lowercase or is_office(first):
        return False
    return len(words) == 1 or (first != "new" and fold(words[-1].text) not in ORGANISATIONS)
