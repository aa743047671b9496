"""What is counted while the bot runs, for Prometheus. No label names a server, a person or a question."""

from __future__ import annotations

import math
import time

from bot.client import Client

# An answer takes hundredths of a second; Discord gives three seconds for the acknowledgement.
_SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 3.0, 10.0)


class Meter:
    """The figures of one bot, in a registry of their own."""

    def __init__(self, bot: Client) -> None:
        from prometheus_client import CollectorRegistry, Gauge, Histogram, ProcessCollector

        self._registry = CollectorRegistry()
        self._requests = Histogram(
            "quotedesk_request_seconds",
            "Time from an interaction or a message to its answer",
            ["request", "outcome"],
            registry=self._registry,
            buckets=_SECONDS,
        )
        for name, told, value in (
            ("servers", "Servers that the bot is in", lambda: len(bot.guilds)),
            ("libraries_open", "Libraries that are open", lambda: len(bot.shelf.opened())),
            ("requests_running", "Requests under way", lambda: bot.work.running),
            ("gateway_connected", "1 while every shard is connected", lambda: float(bot.connected())),
            ("gateway_latency_seconds", "Mean latency of the heartbeats", lambda: _finite(bot.latency)),
            (
                "last_event_age_seconds",
                "Since the last event from Discord",
                lambda: time.monotonic() - bot.heard,
            ),
        ):
            Gauge(f"quotedesk_{name}", told, registry=self._registry).set_function(value)
        ProcessCollector(registry=self._registry)

    def note(self, request: str, outcome: str, seconds: float) -> None:
        """Count one request: what it was, how it ended ("answered", or the template of its error)."""
        self._requests.labels(request, outcome).observe(seconds)

    def text(self) -> bytes:
        """All figures in Prometheus's text format."""
        from prometheus_client import generate_latest

        return generate_latest(self._registry)


def _finite(seconds: float) -> float:
    # No heartbeat yet: discord.py says "not a number".
    return seconds if math.isfinite(seconds) else 0.0
