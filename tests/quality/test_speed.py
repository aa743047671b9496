"""The measure of speed and memory, on invented articles."""

from __future__ import annotations

from tests.quality.speed import Speed, measure, resident


def test_reading_is_measured_over_all_articles() -> None:
    seen = measure(["“The pier is safe,” said Mara Ostrel.", "Nobody spoke."])
    assert (seen.articles, seen.characters) == (2, 50)
    assert seen.seconds > 0
    assert seen.peak >= 0


def test_speed_is_told_in_articles_a_second_and_megabytes() -> None:
    told = str(Speed(articles=84, characters=84 * 5_000, seconds=0.5, peak=12.34))
    assert told == "168.0 articles/s of CPU (5000 characters each), 12.3 MB extra memory"


def test_the_memory_of_the_process_is_known_or_none() -> None:
    assert resident() >= 0
