"""The command tree: every command begins a request, counts against the cooldown, and ends in an answer."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands

from bot import errors, requests
from bot.client import Client, Interaction


class Tree(app_commands.CommandTree[Client]):
    """The commands of the bot."""

    async def _call(self, interaction: Interaction) -> None:
        # The one place around a whole command: discord.py has a hook before it, but none after, and gives
        # an error of a check to no one unless it is of its own kind.
        with self.client.work.one(self._named(interaction)):
            try:
                await super()._call(interaction)
            except Exception as error:  # noqa: BLE001  # the last stop of every error
                await errors.answer(interaction, error)

    def _named(self, interaction: Interaction) -> str:
        """The command's name as the log and the metrics have it; what is none of ours has no name."""
        if interaction.type is discord.InteractionType.autocomplete:
            return requests.AUTOCOMPLETE
        name = str(dict(interaction.data or {}).get("name"))
        return name if any(command.name == name for command in self.get_commands()) else "unknown"

    async def interaction_check(self, interaction: Interaction, /) -> bool:
        """Begin the request and hold the person to the pace; autocomplete is free."""
        requests.begin()
        if interaction.type is discord.InteractionType.application_command:
            self.client.cooldowns.take(
                interaction.user.id, interaction.guild_id, desk=_is_desk(interaction.command)
            )
        return True

    async def on_error(self, interaction: Interaction, error: Any, /) -> None:  # noqa: ANN401
        """Answer what went wrong, privately."""
        await errors.answer(interaction, error)


def _is_desk(command: app_commands.Command[Any, ..., Any] | app_commands.ContextMenu | None) -> bool:
    """Whether Discord offers the command to admins, and those whom they allow, alone."""
    root = getattr(command, "root_parent", None) or command
    return root is not None and root.default_permissions is not None
