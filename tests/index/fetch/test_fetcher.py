from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest

from index.errors import PageRefused
from index.fetch import Fetcher, FetchLimits
from tests.index.fetch.servers import PAGE, Exchange, Handler, Server, serve

LIMITS = FetchLimits(body=200_000, total=5.0, idle=2.0, connect=2.0, redirects=5, gap=0.0, queue=5.0)
HOSTS = ("paper.example", "wire.example")


async def lookup(host: str, _port: int) -> list[str]:
    return ["127.0.0.1"] if host in HOSTS else []


def fetcher_for(server: Server, contact: str = "") -> Fetcher:
    open_to = frozenset((host, server.port) for host in ("127.0.0.1", *HOSTS))
    return Fetcher(limits=LIMITS, lookup=lookup, open_to=open_to, contact=contact)


def robots(rules: str) -> dict[str, Handler]:
    async def handler(exchange: Exchange) -> None:
        await exchange.answer(rules.encode(), Content_Type="text/plain")

    return {"/robots.txt": handler}


@pytest.fixture
async def server() -> AsyncIterator[Server]:
    async with serve() as running:
        yield running


async def test_a_page_comes_with_its_type_and_charset(server: Server) -> None:
    async with fetcher_for(server) as fetcher:
        page = await fetcher.page(server.url("/page#part"))
    assert page.body == PAGE
    assert (page.url, page.redirects) == (server.url("/page"), ())
    assert (page.content_type, page.charset) == ("text/html", "utf-8")


async def test_a_packed_page_is_unpacked(server: Server) -> None:
    async with fetcher_for(server) as fetcher:
        assert (await fetcher.page(server.url("/packed"))).body == PAGE


async def test_redirects_are_followed_and_recorded(server: Server) -> None:
    async with fetcher_for(server) as fetcher:
        page = await fetcher.page(server.url("/moved"))
    assert page.url == server.url("/page")
    assert page.redirects == (server.url("/moved"),)


async def test_the_user_agent_names_the_program_and_its_contact(server: Server) -> None:
    async with fetcher_for(server, contact="desk@paper.example") as fetcher:
        await fetcher.page(server.url("/page"))
    assert server.asked[-1].headers["User-Agent"] == "Quotedesk/0.1 (+desk@paper.example)"


async def test_no_cookie_is_sent_back(server: Server) -> None:
    async with fetcher_for(server) as fetcher:
        await fetcher.page(server.url("/cookie"))
        await fetcher.page(server.url("/page"))
    assert all("Cookie" not in exchange.headers for exchange in server.asked)


async def test_the_proxy_of_the_environment_is_not_used(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9/")
    async with fetcher_for(server) as fetcher:
        assert (await fetcher.page(server.url("/page"))).body == PAGE


async def test_a_name_is_resolved_once_and_the_answer_is_what_is_connected_to(server: Server) -> None:
    """A name that changes its answer between check and connection gains nothing: it is asked once."""
    asked: list[str] = []
    answers = iter(["127.0.0.1", "127.0.0.1", "10.0.0.1", "127.0.0.1"])

    async def changing(host: str, _port: int) -> list[str]:
        asked.append(host)
        return [next(answers)]

    open_to = frozenset({("127.0.0.1", server.port), ("paper.example", server.port)})
    async with Fetcher(limits=LIMITS, lookup=changing, open_to=open_to) as fetcher:
        await fetcher.page(server.url("/page"))
        assert len(asked) == 2  # robots.txt and the page, a connection each
        with pytest.raises(PageRefused, match="private or reserved"):
            await fetcher.page(server.url("/page"))
        assert len(asked) == 3


async def test_the_test_port_opens_no_other_port() -> None:
    async with serve() as one, serve() as other, fetcher_for(one) as fetcher:
        with pytest.raises(PageRefused, match="on port"):
            await fetcher.page(other.url("/page"))
        with pytest.raises(PageRefused, match="this machine"):
            await fetcher.page("http://127.0.0.1/page")
        assert other.asked == []


async def test_robots_keep_the_program_out() -> None:
    async with serve(robots("User-agent: *\nDisallow: /page")) as server, fetcher_for(server) as fetcher:
        with pytest.raises(PageRefused, match=r"robots\.txt"):
            await fetcher.page(server.url("/page"))
        assert server.paths() == ["/robots.txt"]


async def test_robots_are_asked_once_and_for_redirects_too() -> None:
    async with serve(robots("User-agent: *\nDisallow: /page")) as server, fetcher_for(server) as fetcher:
        assert (await fetcher.page(server.url("/packed"))).body == PAGE
        with pytest.raises(PageRefused, match=r"robots\.txt"):
            await fetcher.page(server.url("/moved"))
        assert server.paths() == ["/robots.txt", "/packed", "/moved"]


async def test_robots_that_lead_to_a_private_address_are_not_followed() -> None:
    async def handler(exchange: Exchange) -> None:
        await exchange.redirect("http://10.0.0.1/robots.txt")

    async with serve({"/robots.txt": handler}) as server, fetcher_for(server) as fetcher:
        with pytest.raises(PageRefused, match="private or reserved"):
            await fetcher.page(server.url("/page"))


async def test_a_site_whose_robots_are_out_of_order_is_left_alone_and_asked_again() -> None:
    answers = iter(["503 Service Unavailable", "404 Not Found"])

    async def handler(exchange: Exchange) -> None:
        await exchange.answer(b"", status=next(answers))

    async with serve({"/robots.txt": handler}) as server, fetcher_for(server) as fetcher:
        with pytest.raises(PageRefused, match="out of order"):
            await fetcher.page(server.url("/page"))
        assert (await fetcher.page(server.url("/page"))).body == PAGE


async def test_an_unchanged_feed_costs_no_body() -> None:
    async def handler(exchange: Exchange) -> None:
        if exchange.headers.get("If-None-Match") == '"7"':
            await exchange.answer(b"", status="304 Not Modified", ETag='"7"')
        else:
            await exchange.answer(b"<rss/>", ETag='"7"', Last_Modified="Tue, 14 Mar 2023 08:00:00 GMT")

    async with serve({"/feed": handler}) as server, fetcher_for(server) as fetcher:
        first = await fetcher.conditional(server.url("/feed"))
        second = await fetcher.conditional(server.url("/feed"), first.etag, first.modified)
    assert (first.status, first.body, first.etag) == (200, b"<rss/>", '"7"')
    assert (second.status, second.body, second.etag) == (304, b"", '"7"')
    assert server.asked[-1].headers["If-Modified-Since"] == "Tue, 14 Mar 2023 08:00:00 GMT"


async def test_only_a_permanent_move_is_a_new_address() -> None:
    handlers = {"/old": _redirect("301 Moved Permanently"), "/now": _redirect("302 Found")}
    async with serve(handlers) as server, fetcher_for(server) as fetcher:
        moved = await fetcher.conditional(server.url("/old"))
        elsewhere = await fetcher.conditional(server.url("/now"))
    assert moved.moved == moved.url == server.url("/page")
    assert elsewhere.moved is None


def _redirect(status: str) -> Handler:
    async def handler(exchange: Exchange) -> None:
        await exchange.redirect("/page", status)

    return handler


async def test_a_feed_that_asks_for_a_pause_is_heard() -> None:
    async def handler(exchange: Exchange) -> None:
        await exchange.answer(b"", status="429 Too Many Requests", Retry_After="120")

    async with serve({"/feed": handler}) as server, fetcher_for(server) as fetcher:
        answer = await fetcher.conditional(server.url("/feed"))
    assert (answer.status, answer.retry_after) == (429, timedelta(minutes=2))


async def test_a_stored_etag_cannot_smuggle_a_header(server: Server) -> None:
    async with fetcher_for(server) as fetcher:
        await fetcher.conditional(server.url("/page"), '"x"\r\nX-Injected: 1', "\x00")
    assert "X-Injected" not in server.asked[-1].headers
    assert "If-None-Match" not in server.asked[-1].headers


class Counter:
    """A page that takes its time, and how many asked for it at once at most."""

    def __init__(self) -> None:
        self.now = self.most = 0

    async def page(self, exchange: Exchange) -> None:
        self.now += 1
        self.most = max(self.most, self.now)
        await asyncio.sleep(0.02)
        self.now -= 1
        await exchange.answer()


async def test_a_host_is_asked_by_one_request_at_a_time() -> None:
    counter = Counter()
    async with serve({"/page": counter.page}) as server, fetcher_for(server) as fetcher:
        await asyncio.gather(*(fetcher.page(server.url("/page")) for _ in range(5)))
    assert counter.most == 1
    assert server.paths().count("/page") == 5


async def test_the_host_that_a_redirect_leads_to_is_asked_by_one_request_at_a_time_too() -> None:
    async def leading(exchange: Exchange) -> None:
        await exchange.redirect(f"http://wire.example:{exchange.port}/page")

    counter = Counter()
    handlers: dict[str, Handler] = {"/page": counter.page, "/short": leading}
    async with serve(handlers) as server, fetcher_for(server) as fetcher:
        asked = [server.url("/short"), server.url("/page", "wire.example")] * 3
        pages = await asyncio.gather(*map(fetcher.page, asked))
    assert {found.url for found in pages} == {server.url("/page", "wire.example")}
    assert counter.most == 1


async def test_two_sites_that_lead_to_each_other_are_both_read() -> None:
    async def leading(exchange: Exchange) -> None:
        here = exchange.headers["Host"].partition(":")[0]
        other = next(host for host in HOSTS if host != here)
        await exchange.redirect(f"http://{other}:{exchange.port}/page")

    async with serve({"/short": leading}) as server, fetcher_for(server) as fetcher, asyncio.timeout(4):
        pages = await asyncio.gather(*(fetcher.page(server.url("/short", host)) for host in HOSTS))
    assert [found.url for found in pages] == [server.url("/page", host) for host in reversed(HOSTS)]


async def test_waiting_for_a_turn_is_no_part_of_the_time_that_a_page_may_take() -> None:
    async def slow(exchange: Exchange) -> None:
        await asyncio.sleep(0.3)
        await exchange.answer()

    async with serve({"/page": slow}) as server:
        open_to = frozenset((host, server.port) for host in ("127.0.0.1", *HOSTS))
        limits = replace(LIMITS, total=0.5)
        async with Fetcher(limits=limits, lookup=lookup, open_to=open_to) as fetcher:
            pages = await asyncio.gather(*(fetcher.page(server.url("/page")) for _ in range(3)))
    assert len(pages) == 3


async def test_too_many_before_it_is_told(server: Server) -> None:
    open_to = frozenset((host, server.port) for host in ("127.0.0.1", *HOSTS))
    limits = replace(LIMITS, queue=0.05)
    async with Fetcher(limits=limits, lookup=lookup, open_to=open_to) as fetcher:
        first = asyncio.create_task(fetcher.page(server.url("/silent")))
        await asyncio.sleep(0.02)
        with pytest.raises(PageRefused, match="behind too many requests"):
            await fetcher.page(server.url("/page"))
        first.cancel()


async def test_a_fetcher_outside_its_block_says_so() -> None:
    async with serve() as server:
        with pytest.raises(RuntimeError, match="async with"):
            await fetcher_for(server).page(server.url("/page"))
