"""Statements in the passive, whose speaker stands behind "by": "accused by Ana Moor of selling the pier"."""

from __future__ import annotations

from index.models import Span
from index.quotes.found import Found, span
from index.quotes.lexicon import Verb, entries
from index.quotes.phrases import noun_phrase_right
from index.quotes.syntax import Sentence
from index.quotes.words import NAME, QUOTE

# What leads to the words behind the speaker, by frame of the verb.
_LEADS = {"b": ("of", "as", "for"), "c": ("that",), "t": ("that",), "o": ("to",), "a": ("that", "of")}


def by_agents(sentence: Sentence, end: int) -> list[Found]:
    """The statements before word `end` whose cue is a passive with its agent."""
    found: list[Found] = []
    if "by" not in sentence.lower:
        return found
    known = entries()
    for at in range(end - 3):
        if sentence.lower[at + 1] != "by":
            continue
        entry = known.get(sentence.lower[at])
        if entry is not None and entry.form in ("past", "participle"):
            found += _of_agent(sentence, at, entry.verbs, end)
    return found


def _of_agent(sentence: Sentence, verb: int, verbs: tuple[Verb, ...], end: int) -> list[Found]:
    meaning = next((one for one in verbs if not one.particle), None)
    if meaning is None:
        return []
    agent_end = _agent_end(sentence, verb + 2, end, meaning)
    mention = span(sentence, verb + 2, agent_end)
    if mention is None or not _introduced(sentence, agent_end, meaning):
        return []
    words = span(sentence, agent_end, _until(sentence, agent_end, end))
    cue = Span(sentence.words[verb].start, sentence.words[verb].end)
    return [] if words is None else [Found(words, mention, cue, meaning.act)]


def _agent_end(sentence: Sentence, begin: int, end: int, meaning: Verb) -> int:
    """Where the agent ends: a name before the first "of" or "as", which lead to what was said."""
    phrase_end = noun_phrase_right(sentence, begin, end)
    for at in range(begin, phrase_end):
        if sentence.kinds[at] != NAME:
            return at if at > begin and _introduced(sentence, at, meaning) else phrase_end
    return phrase_end


def _introduced(sentence: Sentence, at: int, meaning: Verb) -> bool:
    if sentence.kind(at) == QUOTE and meaning.frames & {"q", "k", "b"}:
        return True
    return any(sentence.word(at) in _LEADS.get(frame, ()) for frame in meaning.frames)


def _until(sentence: Sentence, begin: int, end: int) -> int:
    for at in range(begin + 1, end):
        if sentence.text(at) == "," or sentence.ends_with_comma(at - 1):
            return at
    return end
