from __future__ import annotations

import urllib.robotparser

import pytest

from index.fetch.robots import ANY, parse_robots

AGENT = "Quotedesk"


@pytest.mark.parametrize(
    ("rules", "path", "allowed"),
    [
        ("", "/a", True),
        ("User-agent: *\nDisallow:", "/a", True),
        ("User-agent: *\nDisallow: /", "/a", False),
        ("User-agent: *\nDisallow: /a", "/abc", False),
        ("User-agent: *\nDisallow: /a", "/b", True),
        ("User-agent: *\nDisallow: /a\nAllow: /a/b", "/a/b/c", True),
        ("User-agent: *\nAllow: /a/b\nDisallow: /a", "/a/b/c", True),
        ("User-agent: *\nAllow: /a\nDisallow: /a", "/a", True),
        ("User-agent: *\nDisallow: /*?print=", "/story?print=1", False),
        ("User-agent: *\nDisallow: /*?print=", "/story?id=1", True),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf", False),
        ("User-agent: *\nDisallow: /*.pdf$", "/a.pdf?x", True),
        ("User-agent: *\nDisallow: /exact$", "/exact", False),
        ("User-agent: *\nDisallow: /exact$", "/exactly", True),
        ("User-agent: *\nDisallow: /a*b*c", "/axxbxxc", False),
        ("User-agent: *\nDisallow: /a*b*c", "/axxcxxb", True),
        ("User-agent: quotedesk\nDisallow: /\n\nUser-agent: *\nDisallow:", "/a", False),
        ("User-agent: quotedesk\nDisallow:\n\nUser-agent: *\nDisallow: /", "/a", True),
        ("User-agent: otherbot\nDisallow: /", "/a", True),
        ("User-agent: otherbot\nUser-agent: QUOTEDESK\nDisallow: /x", "/x", False),
        ("User-agent: quotedesk\nDisallow: /x\n\nUser-agent: quotedesk\nDisallow: /y", "/y", False),
        ("User-agent: *\nDisallow: /%7Eharbour", "/~harbour/a", False),
        ("User-agent: *\nDisallow: /a%2Fb", "/a/b", True),
        ("Disallow: /\n", "/a", True),
        ("\ufeffUser-agent: *\r\nDisallow: /a # the old part\r\n", "/a", False),
        ("garbage\n: \nUser-agent *\nDisallow: /", "/a", True),
    ],
)
def test_rules_are_read_as_the_standard_says(rules: str, path: str, allowed: bool) -> None:  # noqa: FBT001 (a table)
    assert parse_robots(rules, AGENT).allows(path) is allowed


@pytest.mark.parametrize("path", ["/", "/a", "/a/b", "/c", "/c?d=e"])
@pytest.mark.parametrize("rules", ["Disallow: /a", "Disallow: /\n", "Allow: /a\nDisallow: /", "Disallow: /c"])
def test_files_without_wildcards_read_as_the_standard_library_reads_them(rules: str, path: str) -> None:
    text = f"User-agent: *\n{rules}"
    oracle = urllib.robotparser.RobotFileParser()
    oracle.parse(text.splitlines())
    assert parse_robots(text, AGENT).allows(path) == oracle.can_fetch(AGENT, f"https://paper.example{path}")


def test_a_crawl_delay_is_read_and_nonsense_is_none() -> None:
    assert parse_robots("User-agent: *\nCrawl-delay: 2.5", AGENT).delay == 2.5
    assert parse_robots("User-agent: *\nCrawl-delay: soon", AGENT).delay == 0.0
    assert ANY.delay == 0.0


def test_a_pattern_of_nothing_but_stars_ends() -> None:
    rules = parse_robots("User-agent: *\nDisallow: /" + "*a" * 1000 + "$", AGENT)
    assert rules.allows("/" + "a" * 900 + "b")


def test_a_file_of_rules_for_thousands_of_other_programs_ends() -> None:
    text = "".join(f"User-agent: bot{number}\n" for number in range(20_000)) + "Allow: /a\n" * 20_000
    assert parse_robots(text, AGENT) == ANY
