"""Invented pages and feeds, as a site would hand them out."""

from __future__ import annotations

from html import escape

WORDS = (
    "“A lamp that nobody tends is only a tower,” the keeper Odo Larkin said on Monday at the harbour wall.",
    "Mayor Edda Brill promised that the stairs of the lighthouse would be mended before the summer regatta.",
    "The lighthouse of Brannock went dark eleven years ago, when the council stopped paying for its oil.",
    "“We counted every step, and forty of them are missing,” Larkin said. He warned of the winter storms.",
)


def page(title: str, *, published: str = "2026-06-02", site: str = "The Brannock Bell", extra: str = "") -> str:
    """An article's page with its particulars in JSON-LD."""
    about = (
        f'{{"@context": "https://schema.org", "@type": "NewsArticle", "headline": "{title}",'
        f' "datePublished": "{published}", "publisher": {{"@type": "Organization", "name": "{site}"}}}}'
    )
    body = "".join(f"<p>{escape(words)}</p>" for words in (*WORDS, extra) if words)
    return (
        f'<html lang="en"><head><title>{title}</title><meta property="og:site_name" content="{site}">'
        f'<script type="application/ld+json">{about}</script></head>'
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    )


def front(feed: str) -> str:
    """A site's front page that names its feed."""
    return f'<html><head><link rel="alternate" type="application/rss+xml" href="{feed}"></head></html>'


def feed(title: str, *stories: tuple[str, str]) -> str:
    """An RSS feed of (title, address) pairs."""
    items = "".join(
        f"<item><title>{escape(name)}</title><link>{url}</link><guid>{url}</guid></item>"
        for name, url in stories
    )
    return f'<rss version="2.0"><channel><title>{title}</title><link>/</link>{items}</channel></rss>'
