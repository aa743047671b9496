"""A Discord of one's own on 127.0.0.1: simcord's world behind real HTTP and WebSocket."""

from tests.wire.loopback.actors import Member
from tests.wire.loopback.answers import Answer, Unusable
from tests.wire.loopback.places import Channel, Guild
from tests.wire.loopback.process import BotProcess, quotedesk
from tests.wire.loopback.site import Site
from tests.wire.loopback.world import Discord

__all__ = ["Answer", "BotProcess", "Channel", "Discord", "Guild", "Member", "Site", "Unusable", "quotedesk"]
