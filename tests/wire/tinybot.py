"""A bot of a few lines that proves the loopback: what it does right arrives, what it does wrong is refused.

`python -m tests.wire.tinybot run` reads the same four variables as Quotedesk.
"""

from __future__ import annotations

import asyncio
import os
import re
import sys
from typing import Any, Self

import discord
import yarl
from discord import app_commands, ui


class Counter(ui.DynamicItem[ui.Button[Any]], template=r"count:(?P<n>\d+)"):
    def __init__(self, n: int) -> None:
        super().__init__(ui.Button(label=f"Pressed {n}", custom_id=f"count:{n}"))
        self.n = n

    @classmethod
    async def from_custom_id(cls, _: discord.Interaction, __: object, match: re.Match[str]) -> Self:
        return cls(int(match["n"]))

    async def callback(self, interaction: discord.Interaction) -> None:
        await interaction.response.edit_message(view=card(f"Pressed {self.n + 1} times", Counter(self.n + 1)))


class Form(ui.Modal, title="A form"):
    words: ui.Label[Any] = ui.Label(text="Words", component=ui.TextInput(custom_id="words"))

    async def on_submit(self, interaction: discord.Interaction) -> None:
        field = self.words.component
        assert isinstance(field, ui.TextInput)
        await interaction.response.send_message(f"You wrote {field.value}", ephemeral=True)


def card(text: str, *items: ui.Item[Any]) -> ui.LayoutView:
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.Container(ui.TextDisplay(text), *([ui.ActionRow(*items)] if items else [])))
    return view


class TinyBot(discord.AutoShardedClient):
    def __init__(self) -> None:
        intents = discord.Intents.none()
        intents.guilds = intents.guild_messages = intents.dm_messages = True
        super().__init__(intents=intents, allowed_mentions=discord.AllowedMentions.none(), max_messages=None)
        self.tree = app_commands.CommandTree(self)
        self.tree.add_command(app_commands.Command(name="ask", description="Ask", callback=ask))
        self.tree.add_command(app_commands.Command(name="slow", description="Never answers", callback=slow))
        self.tree.add_command(app_commands.Command(name="wrong", description="Breaks a limit", callback=wrong))
        self.tree.add_command(app_commands.Command(name="form", description="Shows a form", callback=form))
        self.tree.add_command(app_commands.Command(name="file", description="Returns a file", callback=back))
        self.tree.add_command(app_commands.ContextMenu(name="Count its words", callback=words))

    async def setup_hook(self) -> None:
        self.add_dynamic_items(Counter)
        await self.tree.sync()

    async def on_message(self, message: discord.Message) -> None:
        if self.user in message.mentions:
            await message.reply(f"You said {message.clean_content!r}", nonce=message.id)


async def complete(_: discord.Interaction, typed: str) -> list[app_commands.Choice[str]]:
    return [app_commands.Choice(name=f"{typed}{n}", value=str(n)) for n in range(26 if typed == "many" else 3)]


@app_commands.autocomplete(question=complete)
async def ask(interaction: discord.Interaction, question: str) -> None:
    await interaction.response.defer()
    await interaction.edit_original_response(view=card(f"> {question}", Counter(0)))


async def slow(interaction: discord.Interaction) -> None:
    await asyncio.sleep(60)
    await interaction.response.send_message("late")


async def wrong(interaction: discord.Interaction) -> None:
    embed = discord.Embed(description="fine").add_field(name="", value="empty name")
    await interaction.response.send_message(embed=embed)


async def form(interaction: discord.Interaction) -> None:
    await interaction.response.send_modal(Form())


async def back(interaction: discord.Interaction, paper: discord.Attachment) -> None:
    data = await paper.read()
    await interaction.response.send_message(file=await paper.to_file(filename=f"{len(data)}.txt"))


async def words(interaction: discord.Interaction, message: discord.Message) -> None:
    await interaction.response.send_message(str(len(message.content.split())), ephemeral=True)


async def run() -> int:
    discord.http.Route.BASE = os.environ["DISCORD_API_BASE"]
    discord.gateway.DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(os.environ["DISCORD_GATEWAY_URL"])
    try:
        async with TinyBot() as bot:
            await bot.start(os.environ["DISCORD_TOKEN"])
    except (discord.LoginFailure, discord.PrivilegedIntentsRequired, discord.ConnectionClosed) as error:
        sys.stderr.write(f"{type(error).__name__}\n")
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(asyncio.run(run()))
