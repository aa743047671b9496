"""Servers and their channels."""

from __future__ import annotations

from typing import TYPE_CHECKING

import discord as dpy
from simcord.backend.models import Guild as GuildRecord
from simcord.backend.models import Message, Overwrite
from simcord.enums import OverwriteType

from tests.wire.loopback.actors import Member

if TYPE_CHECKING:
    from tests.wire.loopback.world import Discord


class Channel:
    """A text channel of a server."""

    def __init__(self, guild: Guild, identity: int) -> None:
        self.guild = guild
        self.id = identity

    @property
    def messages(self) -> list[Message]:
        return sorted(self.guild.discord.backend.messages[self.id].values(), key=lambda message: message.id)

    def delete(self) -> None:
        """Delete the channel."""
        self.guild.discord.backend.delete_channel(self.id)

    def deny_bot(self, *names: str) -> None:
        """Take permissions from the bot in this channel."""
        backend = self.guild.discord.backend
        deny = dpy.Permissions(**dict.fromkeys(names, True)).value
        record = backend.get_channel(self.id)
        record.overwrites.append(Overwrite(backend.bot_user.id, OverwriteType.MEMBER, deny=deny))
        backend.announce_channel_update(self.id)


class Guild:
    """A server with a channel and the bot in it."""

    def __init__(self, discord: Discord, record: GuildRecord) -> None:
        self.discord = discord
        self.record = record
        self.id = record.id
        self.name = record.name
        self.channel = self.add_channel("news-desk")

    @property
    def owner(self) -> Member:
        """Whoever owns the server."""
        return Member(self, self.record.owner_id)

    def leave(self) -> None:
        """Throw the bot out."""
        self.discord.backend.remove_guild(self.id)

    def add_channel(self, name: str) -> Channel:
        return Channel(self, self.discord.backend.create_channel(self.id, name).id)

    def add_role(self, name: str, *members: Member) -> int:
        """A role without rights, borne by these members."""
        backend = self.discord.backend
        role = backend.create_role(self.id, name).id
        for member in members:
            backend.get_member(self.id, member.id).role_ids.append(role)
        return role

    def member(self, name: str, *, admin: bool = False, bot: bool = False) -> Member:
        """A new member; an admin has Manage Server."""
        backend = self.discord.backend
        user = backend.make_user(name, bot=bot)
        roles = []
        if admin:
            rights = dpy.Permissions(manage_guild=True).value
            roles = [backend.create_role(self.id, f"{name}'s desk", permissions=rights).id]
        backend.add_member(self.id, user.id, roles=roles, announce=True)
        return Member(self, user.id)
