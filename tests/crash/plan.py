"""What a process that will be killed does, step by step, and what the library holds after each step.

Deterministic by its seed, so that the parent knows what the child had done when it died.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import Literal

from index.models import Draft

Kind = Literal["add", "add-many", "edit", "remove", "restore", "undo", "backup", "rebuild", "poll"]
KINDS: tuple[Kind, ...] = ("add", "add-many", "edit", "remove", "restore", "undo", "backup", "rebuild", "poll")
_WEIGHTS = (5, 4, 5, 3, 3, 3, 1, 1, 3)
_NAMES = ("Ilva Torrens", "Bram Oskel", "Pelle Varga", "Vera Lind", "Otto Brandal")
_WORDS = ("quay", "gull", "harbour", "tide", "lantern", "berth", "rope", "winter", "ferry", "bridge", "storm")


@dataclass(frozen=True, slots=True)
class Step:
    """One acknowledged operation; `ids` are the articles that it is about, `text` the new text of an edit."""

    kind: Kind
    ids: tuple[str, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class State:
    """Article id -> text, of those in the library and of those removed from it."""

    live: dict[str, str]
    removed: dict[str, str]


def article_text(key: str) -> str:
    """The text of an article, by its id alone; long enough for a library to work at it."""
    generator = random.Random(key)
    paragraphs = []
    for _ in range(8):
        words = " ".join(generator.choice(_WORDS) for _ in range(12))
        paragraphs.append(f'"The {words}," said {generator.choice(_NAMES)}. The {words[::-1]} was {key}.')
    return "\n\n".join(paragraphs)


def draft(key: str) -> Draft:
    """The article with this id."""
    return Draft(text=article_text(key), id=key, title=f"Notice {key}", source="The Sarn Lantern")


def steps(seed: int, number: int) -> list[tuple[Step, State]]:
    """The steps of a seed, each with the state of the library after it."""
    generator = random.Random(seed)
    made: list[tuple[Step, State]] = []
    states = [State({}, {})]
    fresh = 0
    while len(made) < number:
        kind = generator.choices(KINDS, _WEIGHTS)[0]
        state = states[-1]
        step: Step | None = None
        if kind in {"add", "add-many", "poll"}:
            count = {"add": 1, "add-many": 6, "poll": 2}[kind]
            step = Step(kind, tuple(f"s{seed}n{fresh + i}" for i in range(count)))
            fresh += count
        elif kind in {"edit", "remove"} and state.live:
            key = generator.choice(sorted(state.live))
            step = Step(kind, (key,), f"{article_text(key + kind)} {len(made)}")
        elif kind == "restore" and state.removed:
            step = Step(kind, (generator.choice(sorted(state.removed)),))
        elif kind == "undo" and len(states) > 1 and made[-1][0].kind in {"add", "add-many", "edit", "remove"}:
            made.append((Step("undo"), states[-2]))
            states.append(states[-2])
            continue
        elif kind in {"backup", "rebuild"} and state.live:
            step = Step(kind)
        if step is not None:
            states.append(_after(state, step))
            made.append((step, states[-1]))
    return made


def _after(state: State, step: Step) -> State:
    live, removed = dict(state.live), dict(state.removed)
    for key in step.ids:
        if step.kind in {"add", "add-many", "poll"}:
            live[key] = article_text(key)
        elif step.kind == "edit":
            live[key] = step.text
        elif step.kind == "remove":
            removed[key] = live.pop(key)
        elif step.kind == "restore":
            live[key] = removed.pop(key)
    return replace(state, live=live, removed=removed)
