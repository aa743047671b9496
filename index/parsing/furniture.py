"""What a site prints under an article and is not part of it: "Most Popular", share bars, copyright lines."""

from __future__ import annotations

import re
from typing import Literal

# Whole lines, compared without case, numbers and outer punctuation.
_HEADINGS = frozenset(
    phrase.strip()
    for line in """
    most popular; the most popular; most read; most viewed; most shared; most commented; most recent
    popular; popular now; popular stories; popular articles; popular posts; related; related article
    related articles; related story; related stories; related news; related posts; related topics
    related content; related coverage; related links; related reading; related videos; recommended
    recommended for you; recommended stories; recommended articles; recommended reading; more stories
    more news; more articles; read more; read next; read also; also read; you may like
    you may also like; you might like; you might also like; you may be interested in; don't miss
    trending; trending now; trending stories; top stories; top news; latest news; latest stories
    latest articles; editor's picks; editors' picks; editor's pick; what to read next; up next
    in other news; leave a comment; leave a reply; post a comment; add a comment; write a comment
    comment; comments; view comments; show comments; share this; share this article; share this story
    share this post; share on social media; sponsored; sponsored content; sponsored stories
    around the web; from the web; newsletter; newsletters; tags; topics; keywords; advertisement
    about the author; previous article; next article; previous post; next post; share; tweet
    back to top; all rights reserved
    """.splitlines()
    for phrase in line.split(";")
)
# Beginnings of lines that only a site's own notices have.
_OPENINGS = (
    "©",
    "(c) ",
    "copyright ",
    "all rights reserved",
    "tags:",
    "topics:",
    "filed under",
    "keywords:",
    "read more:",
    "read also:",
    "also read:",
    "related:",
    "see also:",
    "more on this:",
    "sign up for ",
    "sign up to ",
    "subscribe to ",
    "subscribe for ",
    "subscribe now",
    "subscribe today",
    "follow us ",
    "like us on ",
    "join our ",
    "join us on ",
    "click here",
    "report a typo",
    "report an error",
    "print this",
    "email this",
    "download our ",
    "download the app",
)
_MORE = re.compile(r"more (?:from|on|in) [\w’'.&-]+(?: [\w’'.&-]+){0,5}")
_COUNTED = re.compile(r"^[\W\d]+|[\W\d]+$")
_BAR = frozenset(
    (
        "share",
        "tweet",
        "email",
        "e-mail",
        "print",
        "save",
        "copy",
        "link",
        "facebook",
        "twitter",
        "x",
        "whatsapp",
        "linkedin",
        "reddit",
        "telegram",
        "comment",
        "comments",
        "listen",
        "bookmark",
        "pinterest",
        "gift",
        "min",
        "mins",
        "minutes",
        "read",
        "on",
        "this",
        "article",
        "story",
        "",
    )
)
# Headlines and notices are short; a longer line is a paragraph of the article.
LONGEST_FURNITURE = 220
LONGEST_NOTICE = 160
# A list of headlines has some dozens; looking further up would cost time on a file of a million short lines.
MOST_LINES = 120
# All that str.isspace() knows, and two marks without width.
BLANK = (
    " \t\r\n\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008"
    "\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff\u200b"
)
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


def is_share_bar(line: str) -> bool:
    """Whether a line has nothing but the words on share buttons: "Share | Tweet | 4 min read"."""
    if len(line) > LONGEST_FURNITURE:
        return False
    words = [word.strip("|•·,()") for word in line.casefold().split()]
    return any(word not in {"", "x"} for word in words) and all(
        word in _BAR or word.isdecimal() for word in words
    )


def _kind(line: str) -> Literal["prose", "headline", "furniture"]:
    if len(line) > LONGEST_FURNITURE:
        return "prose"
    plain = line.casefold().replace("’", "'").strip(" \t*_#>-•|")
    bare = _COUNTED.sub("", plain)
    if (
        (bare and bare in _HEADINGS)
        or plain.startswith(_OPENINGS)
        or _MORE.fullmatch(bare)
        or is_share_bar(plain)
    ):
        # "Subscribe to that view and ...": a long line that ends as prose does is prose.
        return "prose" if len(line) > LONGEST_NOTICE and line.endswith(_PROSE_END) else "furniture"
    return "prose" if line.endswith(_PROSE_END) else "headline"


def _trimmed(text: str, start: int, end: int) -> int:
    """Return `end` moved left over white space, in steps so that no copy is long."""
    while end > start:
        step = text[max(start, end - 4096) : end]
        kept = len(step.rstrip(BLANK))
        end -= len(step) - kept
        if kept:
            break
    return end
