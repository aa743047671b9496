"""Descriptions of commands and options, taken from the templates like all other wording."""

from __future__ import annotations

from typing import TYPE_CHECKING

from discord import app_commands

from bot.client import Client

if TYPE_CHECKING:
    from bot.render import Renderer


def describe(tree: app_commands.CommandTree[Client], renderer: Renderer) -> None:
    """Describe every command and option of `tree` (`article_add`, `article_add__url` in labels/commands.j2)."""
    for command in tree.walk_commands():
        name = command.qualified_name.replace(" ", "_")
        command.description = renderer.label(f"commands.{name}")
        if isinstance(command, app_commands.Command):
            options = {
                option.name: renderer.label(f"commands.{name}__{option.name}") for option in command.parameters
            }
            app_commands.describe(**options)(command)
