"""Names: who an article speaks of, which of them a mention means, and one person across articles.

Read in this order: `runs`, `edges`, `splits` and `appearances` find names where they are written, `posts`
tells offices that name nobody and `things` what only begins like one, `glued` and `headings` take captions,
headlines and labels apart; `people` brings those of one bearer together by the `forms` of the name,
`namesakes` where several share a surname, `revealing` where the text gives one name only; `describing` sums
up what all places tell of a bearer; `roles` and `phrases` take offices apart; `thread` follows "he" and
"she", past the `vacancies` that are nobody's and the `strangers` who have no name. `mentions` tells what
kind of words a speaker's are, and `resolve` whom they mean: "the Azeri leader" by `descriptions` and
`offices`. `identity` joins people across articles; `book` finds them in questions, by what is `standing`
around a name and by the `holders` of offices.
"""

from __future__ import annotations

from index.names.cast import Cast, Named
from index.names.resolve import UNCLEAR, Resolution

__all__ = ["UNCLEAR", "Cast", "Named", "Resolution"]
