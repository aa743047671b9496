"""Inputs without end: seeds of a target, cut, doubled, spliced and sprinkled with what parsers trip over."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence

LONGEST = 3_000
# What quotes, markup, JSON, mail, addresses, ids and SQLite give a meaning to, and what is odd in Unicode.
_TOKENS = """
“ ” " ' ‘ ’ « » „ ‚ `` '' ( ) [ ] { } < > & &quot; &#0; &#x1F600; &lt;script&gt; <p> </p> <br> <!-- --> <![CDATA[ ]]>
<script> </script> <title> <meta> <item> </item> <entry> <link> <guid> <pubDate> xmlns= <?xml <!DOCTYPE <!ENTITY
\\ \\u0000 \\ud800 null true NaN Infinity 1e999 -1 0 99999999999999999999 : , ; = % %00 %E2%80 # #:~:text= ? // http://
https:// javascript: data: @ @everyone <@1> <t:1:R> <#1> </ask:1> ** __ ~~ || ``` > - 1. [x](https://evil.example)
said denied promised told according that not who when where yesterday 2024-02-30 31/12/9999 0001-01-01 $ * ? +
Subject: From: Content-Type: multipart/mixed; boundary= charset= base64 =?utf-8?b? --b %PDF-1.4 obj endobj stream
qd1: menu: :more :context :quotes select drop -- OR MATCH NEAR \t
""".split()
_ODD = (
    "\x00", "\x1b[31m", "\x1d", "\r", "\n", "\r\n", "\u2028", "\u00a0", "\u200b", "\u200d", "\u202e", "\ufeff", "\ufffd",
    "\U0001f468\u200d\U0001f469", "\u0301", "e\u0301\u0301", "İ", "ß", "\u1e9e", "ﬁ", "٣", "Ⅷ", "漢字", "שלום", "مرحبا", "🏳️‍🌈",
    "\U000e0041", "\U0010ffff", " ", "  ", ". ", ", ", "\ud800",
)  # fmt: skip
_PIECES = tuple(
    piece.encode("utf-8", "surrogatepass") for piece in (*_TOKENS, *(f" {token} " for token in _TOKENS), *_ODD)
)


class Mutator:
    """Inputs for one target; the same seed number gives the same inputs."""

    def __init__(self, seeds: Sequence[bytes], number: int) -> None:
        self._seeds = [seed[:LONGEST] for seed in seeds]
        self._chance = random.Random(number)
        self._ways: tuple[Callable[[bytes], bytes], ...] = (
            self._cut, self._double, self._splice, self._insert, self._insert, self._flip, self._swap, self._replace,
        )  # fmt: skip

    def __iter__(self) -> Iterator[bytes]:
        while True:
            data = self._chance.choice(self._seeds)
            for _ in range(1 + int(self._chance.expovariate(0.35))):
                data = self._chance.choice(self._ways)(data)
            yield data[:LONGEST]

    def _spot(self, data: bytes) -> int:
        return self._chance.randint(0, len(data))

    def _span(self, data: bytes) -> tuple[int, int]:
        start = self._spot(data)
        return start, min(len(data), start + 1 + int(self._chance.expovariate(0.03)))

    def _cut(self, data: bytes) -> bytes:
        start, end = self._span(data)
        return data[:start] + data[end:]

    def _double(self, data: bytes) -> bytes:
        start, end = self._span(data)
        return data[:end] + data[start:end] * self._chance.choice((1, 2, 8, 40)) + data[end:]

    def _splice(self, data: bytes) -> bytes:
        other = self._chance.choice(self._seeds)
        return data[: self._spot(data)] + other[self._spot(other) :]

    def _insert(self, data: bytes) -> bytes:
        at = self._spot(data)
        return data[:at] + self._chance.choice(_PIECES) * self._chance.choice((1, 1, 1, 3, 30)) + data[at:]

    def _replace(self, data: bytes) -> bytes:
        start, end = self._span(data)
        return data[:start] + self._chance.choice(_PIECES) + data[end:]

    def _flip(self, data: bytes) -> bytes:
        if not data:
            return self._chance.randbytes(3)
        at = self._chance.randrange(len(data))
        return data[:at] + bytes([data[at] ^ (1 << self._chance.randrange(8))]) + data[at + 1 :]

    def _swap(self, data: bytes) -> bytes:
        a, b, c = sorted(self._spot(data) for _ in range(3))
        return data[:a] + data[b:c] + data[a:b] + data[c:]
