"""What was done to articles, as the audit log tells it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from index.models import Added, Article


def number(count: int) -> str:
    """So many articles."""
    return f"{count} article" if count == 1 else f"{count} articles"


def named(article: Article | Added) -> str:
    """An article by its title and id."""
    return f"{article.title} ({article.id})" if article.title else article.id


def subject(changed: Sequence[Added]) -> str:
    """What was added."""
    return named(changed[0]) if len(changed) == 1 else number(len(changed))


def outcomes(changed: Sequence[Added]) -> str:
    """How many articles came to what."""
    counts = Counter(one.outcome for one in changed)
    return ", ".join(f"{count} {outcome}" for outcome, count in sorted(counts.items()))


def differences(old: Article, new: Article) -> tuple[str, str]:
    """What changed, before and after, in words; a text is told by its length."""
    before, after = [], []
    for field in ("title", "author", "source", "published", "url"):
        left, right = getattr(old, field), getattr(new, field)
        if left != right:
            before.append(f"{field}: {left or '-'}")
            after.append(f"{field}: {right or '-'}")
    if old.text != new.text:
        before.append(f"text: {len(old.text)} characters")
        after.append(f"text: {len(new.text)} characters")
    return "; ".join(before), "; ".join(after)
