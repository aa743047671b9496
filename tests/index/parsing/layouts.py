# ruff: noqa: E501, ISC004 (pages are long lines, and paragraphs are easier to read as joined strings)
"""Page structures as news sites have them, around one invented article; each says what must come out."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from index.models import Concern

TITLE = "Orvane council votes to reopen the salt harbour"
AUTHOR = "Mirela Tasch"
SOURCE = "The Orvane Courier"
DAY = date(2023, 3, 14)
URL = "https://courier.example/news/salt-harbour-vote"
PARAGRAPHS = (
    "The council of Orvane voted on Tuesday to reopen the old salt harbour to fishing boats, nine years after a storm"
    " tore away its northern wall and left the basin to the tide.",
    "“We will not leave this water to the gulls,” said Mayor Dorit Helvane, who had promised the repair in two"
    " election campaigns and been mocked for it in both.",
    "The first boats are to be let in before the autumn, once divers have cleared what remains of the wall from the"
    " channel and the pilots have learned its new depth.",
    "Her opponent, the shipwright Caspar Lunde, called the plan “a very dear way of drowning money” and asked that the"
    " cost of forty million crowns be put before the town in a vote.",
    "“Nobody has shown me a single skipper who wants to come back,” Lunde told the meeting, to laughter from the"
    " gallery, where a dozen skippers were sitting.",
    "Under the decision the harbour office is to hire eleven people, among them two pilots, and to report every quarter"
    " on the state of the new wall and on the money that is left.",
    "Helvane said that the province had agreed to carry a third of the cost, and that she would resign if the first"
    " boat had not tied up by the last day of September.",
    "The harbour was built three centuries ago for the salt trade and was for a time the second largest on the"
    " Veltish coast, before the railway came and took the salt away.",
)
BOILERPLATE = (
    "Accept all cookies",
    "Ten castles to see before summer",
    "Heat wave reaches the islands",
    "Share on Facebook",
    "Sign up for the morning letter",
    "All rights reserved",
    "Weather Sport Culture",
    "I always said so, the wall was badly built",
)


@dataclass(frozen=True)
class Layout:
    """One page and what is expected of it."""

    name: str
    html: bytes | str
    title: str = TITLE
    author: str = AUTHOR
    source: str = SOURCE
    published: date | None = DAY
    language: str = "en"
    paragraphs: tuple[str, ...] = PARAGRAPHS
    concerns: frozenset[Concern] = field(default_factory=frozenset)
    url: str = URL


def _paragraphs(paragraphs: tuple[str, ...] = PARAGRAPHS) -> str:
    return "\n".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


_NAV = '<nav><a href="/">Weather</a> <a href="/s">Sport</a> <a href="/c">Culture</a></nav>'
_SIDE = (
    '<aside class="most-popular"><h3>Most Popular</h3><ul><li><a href="/1">Ten castles to see before summer</a></li>'
    '<li><a href="/2">Heat wave reaches the islands</a></li></ul></aside>'
)
_FOOT = (
    '<div class="share"><a href="#">Share on Facebook</a></div><div class="newsletter">Sign up for the morning letter</div>'
    "<footer>© 2023 The Orvane Courier. All rights reserved.</footer>"
)


def _page(head: str, body: str, *, lang: str = ' lang="en"') -> str:
    return f"<!DOCTYPE html><html{lang}><head>{head}</head><body>{_NAV}{body}{_FOOT}</body></html>"


def _linked_data(**more: object) -> str:
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": TITLE,
        "datePublished": "2023-03-14T08:30:00+01:00",
        "dateModified": "2023-03-20T10:00:00+01:00",
        "author": {"@type": "Person", "name": AUTHOR},
        "publisher": {"@type": "NewsMediaOrganization", "name": SOURCE},
    } | more
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def _opengraph() -> str:
    return (
        f'<title>{TITLE} - {SOURCE}</title><meta property="og:title" content="{TITLE}">'
        f'<meta property="og:site_name" content="{SOURCE}"><meta name="author" content="{AUTHOR}">'
        '<meta property="article:published_time" content="2023-03-14T07:30:00Z"><meta property="og:locale" content="en_GB">'
    )


def _json_ld() -> Layout:
    return Layout(
        "JSON-LD",
        _page(
            f"<title>Salt harbour | Courier</title>{_linked_data()}",
            f"<article><h1>{TITLE}</h1>{_paragraphs()}</article>{_SIDE}",
        ),
    )


def _json_ld_graph() -> Layout:
    graph = {
        "@context": "https://schema.org",
        "@graph": [
            {"@type": "Organization", "@id": "#org", "name": SOURCE},
            {"@type": "Person", "@id": "#who", "name": AUTHOR},
            {"@type": "WebPage", "name": "Page", "datePublished": "2001-01-01"},
            {
                "@type": ["Article", "ReportageNewsArticle"],
                "headline": TITLE.replace("salt", "salt"),
                "datePublished": "2023-03-14",
                "author": [{"@id": "#who"}],
                "publisher": {"@id": "#org"},
                "inLanguage": "en-GB",
            },
        ],
    }
    script = f'<script type="application/ld+json">\n<!-- {json.dumps(graph)} -->\n</script>'
    return Layout(
        "JSON-LD graph", _page(script, f"<main><h1>{TITLE}</h1>{_paragraphs()}{_SIDE}</main>", lang="")
    )


def _microdata() -> Layout:
    body = (
        '<div itemscope itemtype="https://schema.org/NewsArticle">'
        f'<h1 itemprop="headline">{TITLE}</h1>'
        f'<span itemprop="author" itemscope itemtype="https://schema.org/Person">By <b itemprop="name">{AUTHOR}</b></span>'
        '<time itemprop="datePublished" datetime="2023-03-14T08:30">14 March</time>'
        f'<span itemprop="publisher" itemscope><meta itemprop="name" content="{SOURCE}"></span>'
        f'<div itemprop="articleBody">{_paragraphs()}</div></div>{_SIDE}'
    )
    return Layout("microdata", _page("<title>Courier</title>", body))


def _open_graph() -> Layout:
    return Layout(
        "Open Graph", _page(_opengraph(), f'<div class="story"><h1>{TITLE}</h1>{_paragraphs()}</div>{_SIDE}')
    )


def _bare() -> Layout:
    body = f"<h1>{TITLE}</h1><p>By {AUTHOR}, {SOURCE} | 14 March 2023</p>{_paragraphs()}"
    return Layout("bare", f"<html><title>{TITLE}</title><body>{body}</body></html>", language="")


def _visible_byline() -> Layout:
    body = (
        f'<article><header><h1>{TITLE}</h1><p class="byline">By <a rel="author" href="/mt">{AUTHOR}</a></p>'
        '<p class="date">Published: March 14, 2023 8:30 a.m.</p></header>'
        f"{_paragraphs()}</article>{_SIDE}"
    )
    head = f'<title>{TITLE} | {SOURCE}</title><meta property="og:site_name" content="{SOURCE}">'
    return Layout("visible byline", _page(head, body))


def _live_blog() -> Layout:
    posts = "".join(
        f'<div class="live-post"><time datetime="2023-03-14T{hour:02}:00">{hour:02}:00</time><p>{paragraph}</p></div>'
        for hour, paragraph in zip(range(8, 16), PARAGRAPHS, strict=True)
    )
    head = _opengraph() + _linked_data(**{"@type": "LiveBlogPosting", "coverageStartTime": "2023-03-14T08:00"})
    body = f'<article class="live-blog"><h1>{TITLE}</h1>{posts}</article>{_SIDE}'
    return Layout("live blog", _page(head, body), concerns=frozenset({"live-blog"}))


def _multi_page() -> Layout:
    head = _opengraph() + '<link rel="next" href="/news/salt-harbour-vote?page=2">'
    pager = '<div class="pagination"><a href="?page=1">1</a> <a href="?page=2">2</a> <a href="?page=2">Next page</a></div>'
    body = f"<article><h1>{TITLE}</h1>{_paragraphs(PARAGRAPHS[:5])}{pager}</article>{_SIDE}"
    return Layout("multi-page", _page(head, body), paragraphs=PARAGRAPHS[:5], concerns=frozenset({"teaser"}))


def _amp() -> Layout:
    html = (
        f'<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8"><link rel="canonical" href="{URL}">'
        f'<script async src="https://cdn.example/v0.js"></script>{_linked_data()}</head><body>'
        f'<amp-sidebar layout="nodisplay"><a href="/">Weather Sport Culture</a></amp-sidebar><article><h1>{TITLE}</h1>'
        f'<amp-img src="h.jpg" width="3" height="2"></amp-img>{_paragraphs()}</article>'
        '<amp-consent id="c"><div>Accept all cookies</div></amp-consent></body></html>'
    )
    return Layout("AMP", html.encode(), url="https://courier.example/amp/news/salt-harbour-vote")


def _gallery() -> Layout:
    figures = "".join(
        f'<figure><img src="{n}.jpg" alt=""><figcaption>{n}/12 {caption}</figcaption></figure>'
        for n, caption in enumerate(("The wall at low tide.", "Divers before their first descent.") * 6, 1)
    )
    head = _opengraph() + _linked_data(**{"@type": "ImageGallery", "name": TITLE})
    body = f'<article class="gallery"><h1>{TITLE}</h1>{_paragraphs(PARAGRAPHS[:2])}{figures}</article>{_SIDE}'
    return Layout("gallery", _page(head, body), paragraphs=PARAGRAPHS[:2], concerns=frozenset({"gallery"}))


def _paywall() -> Layout:
    wall = '<div class="paywall"><h2>Subscribe to continue reading</h2><p>Already a subscriber? Log in. Start your free trial.</p></div>'
    body = f"<article><h1>{TITLE}</h1>{_paragraphs(PARAGRAPHS[:3])}{wall}</article>{_SIDE}"
    head = _opengraph() + _linked_data(isAccessibleForFree="False")
    return Layout("paywall", _page(head, body), paragraphs=PARAGRAPHS[:3], concerns=frozenset({"paywall"}))


def _soft_paywall() -> Layout:
    wall = (
        "<div class='gate'><p>This article is for subscribers only.</p><p>Sign in to read the rest.</p></div>"
    )
    body = f"<article><h1>{TITLE}</h1>{_paragraphs(PARAGRAPHS[:2])}{wall}</article>"
    return Layout(
        "paywall in words",
        _page(_opengraph(), body),
        paragraphs=PARAGRAPHS[:2],
        concerns=frozenset({"paywall"}),
    )


def _consent() -> Layout:
    words = (
        "<h1>Before you continue</h1><p>We and our 812 partners use cookies and process personal data to show you personalised"
        " advertising. You can accept all, reject all, or manage your choices at any time in the privacy settings.</p>"
        "<p>Some vendors process your data on the basis of legitimate interest, to which you may object. Your consent is kept"
        " for thirteen months. Read our cookie policy and privacy policy for more about cookies and partners.</p>"
        "<button>Accept all cookies</button><button>Reject all</button>"
    )
    html = f'<html lang="en"><head><title>Before you continue - {SOURCE}</title></head><body><div>{words}</div></body></html>'
    return Layout(
        "consent wall",
        html,
        title="Before you continue",
        author="",
        source="courier.example",
        published=None,
        paragraphs=(),
        concerns=frozenset({"consent", "no-date"}),
    )


def _consent_over_article() -> Layout:
    banner = '<div id="cookie-banner"><p>We and our partners use cookies.</p><button>Accept all cookies</button></div>'
    return Layout(
        "cookie banner",
        _page(_opengraph(), f"{banner}<article><h1>{TITLE}</h1>{_paragraphs()}</article>{_SIDE}"),
    )


def _comments() -> Layout:
    comments = "".join(
        f'<li class="comment"><b>reader{n}</b><p>I always said so, the wall was badly built, and nobody in that'
        " council has ever held a trowel in their hand. Number {n}.</p></li>"
        for n in range(30)
    )
    body = (
        f'<article><h1>{TITLE}</h1>{_paragraphs()}</article><section id="comments"><h2>30 comments</h2>'
        f"<ol>{comments}</ol></section>"
    )
    return Layout("comments", _page(_opengraph(), body))


def _broken() -> Layout:
    html = (
        f"<html lang=en><head>{_opengraph()}<body><div><div class=story><h1>{TITLE}</h1><p>"
        + "<p>".join(PARAGRAPHS).replace("Helvane said", "<b><i>Helvane</b> said</i>")
        + "</div></span></table><p><a href=>Share on Facebook<footer>© All rights reserved"
    )
    return Layout("broken HTML", html)


def _windows_1251() -> Layout:
    paragraphs = (
        "Совет города Орване проголосовал во вторник за открытие старой соляной гавани для рыбацких судов, через девять"
        " лет после шторма, разрушившего её северную стену.",
        "«Мы не оставим эту воду чайкам», — сказала мэр Дорит Хельване, обещавшая ремонт в двух избирательных кампаниях"
        " и дважды осмеянная за это обещание.",
        "Первые суда должны войти в гавань до осени, когда водолазы очистят фарватер от остатков стены, а лоцманы"
        " изучат новую глубину.",
        "Её соперник Каспар Лунде назвал план «очень дорогим способом утопить деньги» и потребовал вынести расходы на"
        " голосование горожан.",
    )
    title = "Орване откроет соляную гавань"
    html = (
        '<html lang="ru"><head><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">'
        f'<title>{title}</title><meta property="og:title" content="{title}"><meta property="og:site_name" content="Вестник Орване">'
        '<meta property="article:published_time" content="2023-03-14"><meta name="author" content="Мирела Таш"></head>'
        f"<body><article><h1>{title}</h1>{_paragraphs(paragraphs)}</article></body></html>"
    )
    return Layout(
        "Windows-1251",
        html.encode("cp1251"),
        title=title,
        author="Мирела Таш",
        source="Вестник Орване",
        language="ru",
        paragraphs=paragraphs,
    )


def _utf_16() -> Layout:
    html = _page(_opengraph(), f"<article><h1>{TITLE}</h1>{_paragraphs()}</article>{_SIDE}")
    return Layout("UTF-16", html.encode("utf-16"))


def _windows_1252() -> Layout:
    html = _page(_opengraph(), f"<article><h1>{TITLE}</h1>{_paragraphs()}</article>{_SIDE}")
    return Layout("Windows-1252, undeclared", html.encode("cp1252"))


def _teaser() -> Layout:
    body = f'<article><h1>{TITLE}</h1><p>{PARAGRAPHS[0]}</p><p><a href="/full">Continue reading…</a></p></article>{_SIDE}'
    return Layout(
        "teaser", _page(_opengraph(), body), paragraphs=PARAGRAPHS[:1], concerns=frozenset({"short", "teaser"})
    )


def _recommended() -> Layout:
    cards = "".join(
        f"<h4>{title}</h4><p>{words}</p>"
        for title, words in (
            (
                "Ten castles to see before summer",
                "From the cliffs of Brannoch to the sands of Pell, our guide has walked them all.",
            ),
            (
                "Heat wave reaches the islands",
                "Forecasters expect the hottest week of the year, and ice cream is running short.",
            ),
        )
        * 3
    )
    body = f'<div class="content"><h1>{TITLE}</h1>{_paragraphs(PARAGRAPHS[:4])}<div><h3>Recommended for you</h3>{cards}</div></div>'
    return Layout(
        "recommended block inside",
        _page(_opengraph(), body),
        paragraphs=PARAGRAPHS[:4],
        concerns=frozenset({"recommended"}),
    )


def _related_between() -> Layout:
    inside = (
        '<div class="related-links"><h4>Related</h4><ul><li><a href="/1">Ten castles to see before summer</a></li>'
        '<li><a href="/2">Heat wave reaches the islands</a></li></ul></div>'
    )
    body = (
        f"<article><h1>{TITLE}</h1>{_paragraphs(PARAGRAPHS[:3])}{inside}{_paragraphs(PARAGRAPHS[3:])}</article>"
    )
    return Layout("related links between", _page(_opengraph(), body))


def _no_date() -> Layout:
    head = f'<title>{TITLE}</title><meta property="og:site_name" content="{SOURCE}"><meta name="author" content="{AUTHOR}">'
    body = f"<article><h1>{TITLE}</h1>{_paragraphs()}</article>"
    return Layout("no date", _page(head, body), published=None, concerns=frozenset({"no-date"}))


def _no_title() -> Layout:
    head = f'<meta property="og:site_name" content="{SOURCE}"><meta name="date" content="2023-03-14">'
    body = f"<article>{_paragraphs()}</article>"
    return Layout("no title", _page(head, body), title="", author="", concerns=frozenset({"no-title"}))


def _division_soup() -> Layout:
    divs = "".join(
        f'<div class="c{n}"><div><span>{paragraph}</span></div></div>' for n, paragraph in enumerate(PARAGRAPHS)
    )
    return Layout(
        "no paragraph tags",
        _page(_opengraph(), f'<div id="x"><div class="hd">{TITLE}</div>{divs}</div>{_SIDE}'),
    )


def _line_breaks() -> Layout:
    return Layout(
        "line breaks for paragraphs",
        _page(
            _opengraph(),
            f"<table><tr><td>{_SIDE}</td><td><font size=2>{'<br><br>'.join(PARAGRAPHS)}</font></td></tr></table>",
        ),
    )


def _script_rendered() -> Layout:
    state = json.dumps({"props": {"story": list(PARAGRAPHS)}})
    head = _opengraph() + _linked_data(articleBody="\n\n".join(PARAGRAPHS))
    return Layout(
        "rendered by scripts", _page(head, f'<div id="root"></div><script>window.__STATE__={state}</script>')
    )


BUILDERS: tuple[Callable[[], Layout], ...] = (
    _json_ld,
    _json_ld_graph,
    _microdata,
    _open_graph,
    _bare,
    _visible_byline,
    _live_blog,
    _multi_page,
    _amp,
    _gallery,
    _paywall,
    _soft_paywall,
    _consent,
    _consent_over_article,
    _comments,
    _broken,
    _windows_1251,
    _utf_16,
    _windows_1252,
    _teaser,
    _recommended,
    _related_between,
    _no_date,
    _no_title,
    _division_soup,
    _line_breaks,
    _script_rendered,
)


def layouts() -> list[Layout]:
    """Return all pages."""
    return [build() for build in BUILDERS]
