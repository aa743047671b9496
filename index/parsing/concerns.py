"""What looks wrong about a page's article, for the preview before it is stored."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

from index.models import Concern
from index.parsing.furniture import is_furniture
from index.parsing.plain import is_short
from index.parsing.pruning import Sign
from index.parsing.structured import Facts

# Words that consent walls are made of; an article about data protection has a few of them, a wall most.
_CONSENT = re.compile(
    r"\b(?:cookies?|consent|personal data|partners|vendors|legitimate interest|privacy (?:policy|settings)"
    r"|accept all|reject all|manage (?:your )?(?:choices|preferences|settings|options)"
    r"|personali[sz]ed (?:ads?|advertising|content)|before you continue|opt[- ]out)\b",
    re.IGNORECASE,
)
_CONSENT_KINDS = 4
_CONSENT_PER_WORDS = 18
_CUT = ("…", "...", "[…]", "[...]")
_LIVE = re.compile(r"/live(?:blog)?[/-]|/live-?updates|-live-?(?:blog|updates)\b", re.IGNORECASE)
_LIVE_TITLE = re.compile(
    r"^live\s*(?:updates?|blog)?\s*[:|–-]|\b(?:live (?:updates|blog)|as it happened)\b", re.IGNORECASE
)
_COUNTER = re.compile(r"^\s*\d{1,3}\s*(?:/|of)\s*\d{1,3}\b", re.MULTILINE)
# A wall behind which this much is open is metering, and the article is whole.
WHOLE_ARTICLE_WORDS = 400
_SAMPLE = 20_000


def page_concerns(
    text: str, title: str, facts: Facts, signs: AbstractSet[Sign], *, url: str, figures: int, more_pages: bool
) -> tuple[Concern, ...]:
    """Return the concerns about an extracted `text`, in the order in which they matter."""
    words = len(text[:_SAMPLE].split())
    consent = looks_like_consent(text)
    found: dict[Concern, bool] = {
        "consent": consent,
        "paywall": facts.locked or ("paywall" in signs and words < WHOLE_ARTICLE_WORDS),
        "teaser": more_pages or text.endswith(_CUT) or ("teaser" in signs and is_short(text)),
        "live-blog": "LiveBlogPosting" in facts.kinds or bool(_LIVE.search(url) or _LIVE_TITLE.search(title)),
        "gallery": _is_gallery(facts, text, words, figures),
        "recommended": "recommended" in signs or any(map(is_furniture, text[:_SAMPLE].splitlines())),
        "short": is_short(text) and not consent,
        "no-date": facts.published is None,
        "no-title": not title,
    }
    return tuple(concern for concern, present in found.items() if present)


def looks_like_consent(text: str) -> bool:
    """Whether a text is a consent wall: many different words of the trade, densely."""
    hits = [match[0].lower() for match in _CONSENT.finditer(text[:_SAMPLE])]
    return len(set(hits)) >= _CONSENT_KINDS and len(hits) * _CONSENT_PER_WORDS >= len(text[:_SAMPLE].split())


def _is_gallery(facts: Facts, text: str, words: int, figures: int) -> bool:
    if facts.kinds & {"ImageGallery", "MediaGallery"}:
        return True
    # A picture story has more pictures than paragraphs, or captions that count.
    return len(_COUNTER.findall(text[:_SAMPLE])) >= 3 or (figures >= 8 and words < 25 * figures)  # noqa: PLR2004 (see above)
