"""Where mutation begins: small sound inputs of every kind, about invented people and places."""

from __future__ import annotations

import gzip
import json
import lzma

_ARTICLE = """Harbour wall to be mended
By Edda Rill, 5 March 2026

“We will mend the wall,” said Mara Lind, the mayor of Port Sarn. “And we will do it soon,” she added.

The council's chair, Otto Brandal, denied that the money was gone. "Not one coin," he told The Sarn Lantern.
According to Lind, the work begins in May. LIND: We start early. BRANDAL: He asked: 'Why so late?'
"""
_MIXED = """«Nous irons», a dit Velk. „So sei es“, sagte er -- and 5" pipes.
Pelle Varga, who leads the fishers' union, said that the "so-called plan" would fail: ''Never.''
It was 12.30 p.m. in the U.S. when Dr. Ilva Torrens warned of “a hard
winter.

“It goes on,
"""
ARTICLES = (
    _ARTICLE.encode(),
    _MIXED.encode(),
    b"Title\n\nBody one. Body two.",
    b"---\ntitle: A\ndate: 2026-03-05\n---\nBody",
)
PAGES = (
    b"""<!doctype html><html lang=en><head><title>Wall mended - Sarn Lantern</title><meta charset=utf-8>
<meta property="og:site_name" content="The Sarn Lantern"><link rel="alternate" type="application/rss+xml" href="/feed">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"Wall mended","datePublished":"2026-03-05",
"author":{"name":"Edda Rill"},"articleBody":"We will mend the wall."}</script></head><body><article><h1>Wall mended</h1>
<p>The wall of Port Sarn is to be mended, the mayor said on Tuesday after a long meeting of the council.</p>
<p>&ldquo;We will mend the wall,&rdquo; said Mara Lind. It had been broken since the storm of last winter.</p>
</article><a href="/rss.xml">feed</a></body></html>""",
    b"<html><body><table><tr><td><p>One <b>two<p>three</td></table><template><p>four</template></body>",
)  # fmt: skip
_RECORD = {
    "id": "a1", "url": "https://lantern.example/a", "title": "Wall", "author": "Edda Rill", "source": "Lantern",
    "published": "2026-03-05", "text": "“We will mend it,” said Mara Lind. It was late.",
}  # fmt: skip
JSON = (
    json.dumps(_RECORD).encode(),
    json.dumps([_RECORD, {"html": "<p>One.</p>"}, {"text": 5}]).encode(),
    b'{"text": "a\\ud800b", "title": null}',
)
JSON_LINES = (
    (json.dumps(_RECORD) + "\n" + json.dumps(_RECORD | {"id": "a2"}) + "\n\n{broken\n").encode(),
    b'{"text":"x"}\r\n[1]\r\n"y"\n{"text":"z","published":"never"}',
)
MAILS = (
    b"From: Edda Rill <edda@lantern.example>\nSubject: =?utf-8?q?Wall_=E2=80=93_mended?=\n"
    b"Date: Thu, 05 Mar 2026 09:00:00 +0100\nContent-Type: text/plain; charset=utf-8\n\nThe wall stands. Lind said so.\n",
    b'MIME-Version: 1.0\nSubject: Two\nContent-Type: multipart/alternative; boundary="b"\n\n--b\n'
    b"Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\nCaf=E9 =\nclosed.\n--b\n"
    b"Content-Type: text/html\nContent-Transfer-Encoding: base64\n\nPHA+T25lPC9wPg==\n--b--\n",
)
PDFS = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 144]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
    b"4 0 obj<</Length 49>>stream\nBT /F 12 Tf 20 100 Td (The wall stands, he said) Tj ET\nendstream endobj\n"
    b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj\ntrailer<</Root 1 0 R/Size 6>>\n%%EOF",
)
PACKED = (
    gzip.compress(JSON_LINES[0], mtime=0),
    lzma.compress(JSON_LINES[0]),
    JSON_LINES[0],
)
FEEDS = (
    b"""<?xml version="1.0"?><rss version="2.0"><channel><title>Sarn Lantern</title><link>https://lantern.example/</link>
<ttl>30</ttl><item><title>Wall &amp; quay</title><link>/a</link><guid>a1</guid>
<pubDate>Thu, 05 Mar 2026 09:00:00 GMT</pubDate>
<description><![CDATA[<p>The wall.</p>]]></description></item></channel></rss>""",
    b"""<feed xmlns="http://www.w3.org/2005/Atom"><title>Lantern</title><entry><id>tag:1</id><title type="html">A</title>
<link href="https://lantern.example/b"/><updated>2026-03-05T09:00:00Z</updated></entry></feed>""",
    json.dumps(
        {
            "version": "https://jsonfeed.org/version/1.1", "title": "Lantern", "home_page_url": "https://lantern.example",
            "items": [{"id": "1", "url": "/c", "title": "C", "date_published": "2026-03-05", "content_html": "<p>x"}],
        }
    ).encode(),
)  # fmt: skip
QUESTIONS = (
    b"What did Mara Lind promise about the harbour wall last week?",
    "Who said “we will mend the wall”?".encode(),
    b"Compare Lind and Brandal on money since March 2026",
    b"and Brandal?",
    b"When was the wall mended between 1 March 2026 and 5 March 2026 according to The Sarn Lantern?",
    b"latest on the ferry",
)
LINKS = (
    _ARTICLE.encode(),
    b"\x20\x30The wall - the wall, and the wall & the wall. The wall-wall.\nThe wall",
    b"https://www.lantern.example/amp/wall.amp.html?utm_source=x&b=1#c",
    b"User-agent: *\nDisallow: /a*b$\nAllow: /\nCrawl-delay: 5\n",
    b"[::ffff:127.0.0.1]:80/x",
    b"0x7f.1/",
)
EXPORTS = (
    b'{"quotedesk": "library", "format": 1}\n{"quotedesk": "setting", "name": "answers", "value": "private"}\n'
    b'{"quotedesk": "blocked", "outlet": "The Mirror"}\n'
    b'{"quotedesk": "feed", "url": "https://lantern.example/feed", "title": "L", "paused": false, '
    b'"added": "2026-03-05T09:00:00+00:00"}\n{"quotedesk": "naming", "written": "M. Lind", "name": "Mara Lind"}\n'
    + json.dumps(
        {
            "quotedesk": "article", "id": "a1", "title": "Wall", "added": "2026-03-05T09:00:00+00:00", "version": 2,
            "since": "2026-03-05T09:00:00+00:00", "addresses": ["lantern.example/a"],
            "also": [{"id": "b", "source": "Week", "url": None, "published": "2026-03-06"}],
            "versions": [
                {"number": 1, "title": "W", "since": "2026-03-05T09:00:00+00:00", "text": "Old.",
                 "replaced": "2026-03-05T10:00:00+00:00", "vanished": ["Old."]}
            ],
            "corrections": [{"start": 0, "end": 19, "words": "“We will mend it,”", "name": "Otto Brandal"}],
            "text": "“We will mend it,” said Mara Lind.",
        }
    ).encode(),
)  # fmt: skip
IDS = (
    b"qd1:context:10:60:7:1f2e3d4c:pier-mended",
    b"qd1:more:1:5:2026-03-05::Mara Lind:",
    b"qd1:quotes:WzEsMl0:2026-03-05::Lind:Week:pier",
    b"qd1:flag:resolve:9:%25%3A",
    b"WyIyMDI2LTAzLTA1IiwgN10",
    b"menu:qd1:settings:0",
)
MARKUP = (
    b"@everyone <@123> <#5> <t:1:R> </ask:1> [here](https://evil.example) ||x|| **b** __u__ ~~s~~ `c`",
    "# head\n- item\n1. first\n-# small\n>>> block \u202eabc\u202c zero\u200bwidth 👨\u200d👩\u200d👧".encode(),
    "“Not one coin,” he said. > quoted\n> “We will” https://lantern.example/a_b_c :smile: ‹U+202E› \\*".encode(),
)
DAYS = (
    b"5 March 2024",
    b"last week",
    b"2024-03-05",
    b"in 3 days",
    b"the day of never",
    b"12/31/2023 10:00 PM UTC+14",
)
