"""What a site prints under an article and is not part of it: "Most Popular", share bars, copyright lines."""

from __future__ import annotations

import re

_HEADING = re.compile(
    r"^\W*(?:(?:the\s+)?most (?:popular|read|viewed|shared|commented|recent)|popular(?: (?:now|stories|articles|posts))?"
    r"|related(?: (?:articles?|stories|story|news|posts?|topics?|content|coverage|links?|reading|videos?))?"
    r"|recommended(?: (?:for you|stories|articles|reading))?|more (?:from|on|in) [\w’' .&-]{2,40}|more (?:stories|news|articles)"
    r"|read (?:more|next|also)|also read|you (?:may|might) (?:also )?(?:like|be interested in)|don['’]?t miss|trending(?: now| stories)?"
    r"|top (?:stories|news)|latest (?:news|stories|articles)|editor['’]?s['’]? picks?|what to read next|up next|in other news"
    r"|(?:leave|post|add|write) a (?:comment|reply)|(?:view |show |read )?(?:all )?(?:\d+ )?comments?(?: \(\d+\))?"
    r"|share (?:this|on|via)(?: [\w ]{1,30})?|sponsored(?: content| stories)?|around the web|from the web|newsletters?"
    r"|tags|topics|keywords|advertisement|about the author|previous (?:article|post)|next (?:article|post))\W*$",
    re.IGNORECASE,
)
_LINE = re.compile(
    r"^\W*(?:©|\(c\)|copyright\b|all rights reserved|share\b(?:[\s|•·,]*(?:tweet|email|print|facebook|twitter|x|whatsapp|linkedin"
    r"|reddit|telegram|copy link|this|on|article|story)\b)*\W*$|tweet\W*$|(?:tags|topics|filed under|keywords|read more|read also|also read|related|see also|more on this)\s*:"
    r"|sign up (?:for|to) (?:our|the)\b|subscribe (?:to|for|now|today)\b|follow us\b|like us on\b|join (?:our|us on)\b"
    r"|click here\b|back to top|advertisement\b|report (?:a|an) (?:typo|error)|print this|email this|download (?:our|the) app)",
    re.IGNORECASE,
)
# Headlines and notices are short; a longer line is a paragraph of the article.
LONGEST_FURNITURE = 220
# A list of headlines has some dozens; looking further up would cost time on a file of a million short lines.
MOST_LINES = 120
_BLANK = " \t\r\n\v\f\x1c\x1d\x1e\x85\xa0\u2028\u2029\u202f\u3000\ufeff\u200b"
_PROSE_END = (".", "!", "…", "”", '"', "’", "'", ")", "»")


def body_end(text: str, start: int = 0) -> int:
    """Return where the article ends in `text[start:]`: before the site's furniture and the last white space.

    Works upwards from the last line: notices and share bars go, and a heading such as "Most Popular" takes the
    headlines under it along. What reads as a sentence stays, so nothing of the article is lost.
    """
    end = _trimmed(text, start, len(text))
    cut, cursor = end, end
    for _ in range(MOST_LINES):
        window = max(start, cursor - 2 * LONGEST_FURNITURE)
        line_start = max(text.rfind("\n", window, cursor), text.rfind("\r", window, cursor)) + 1 or window
        if cursor <= start or (line_start == window > start):
            break
        kind = _kind(text[line_start:cursor].strip())
        if kind == "prose":
            break
        cursor = _trimmed(text, start, line_start)
        if kind == "furniture":
            cut = cursor
    # A file that is all furniture is not an article with an empty body: leave it for the reader to judge.
    return cut if cut > start else end


def is_furniture(line: str) -> bool:
    """Whether a line of a page belongs to the site and not to the article."""
    line = line.strip()
    return bool(line) and len(line) <= LONGEST_FURNITURE and _kind(line) == "furniture"


def _kind(line: str) -> str:
    if len(line) > LONGEST_FURNITURE:
        return "prose"
    if _HEADING.match(line) or _LINE.match(line):
        return "furniture"
    return "prose" if line.endswith(_PROSE_END) else "headline"


def _trimmed(text: str, start: int, end: int) -> int:
    """Return `end` moved left over white space, in steps so that no copy is long."""
    while end > start:
        step = text[max(start, end - 4096) : end]
        kept = len(step.rstrip(_BLANK))
        end -= len(step) - kept
        if kept:
            break
    return end
