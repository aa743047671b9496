"""The fields of forms, their wording from labels/forms.j2."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import discord

from bot.inert import visible
from bot.limits import MODAL_VALUE_LENGTH, OPTION_LENGTH, OPTIONS, clipped, length

if TYPE_CHECKING:
    from bot.render import Renderer


def line(
    renderer: Renderer, form: str, name: str, *, value: str = "", required: bool = False, longest: int = 300
) -> discord.ui.Label[Any]:
    """A line of text: labels `<form>_<name>` and `<form>_<name>_hint`."""
    return _field(renderer, form, name, discord.TextStyle.short, value, required=required, longest=longest)


def paragraph(
    renderer: Renderer, form: str, name: str, *, required: bool = False, longest: int = MODAL_VALUE_LENGTH
) -> discord.ui.Label[Any]:
    """Several lines of text."""
    return _field(renderer, form, name, discord.TextStyle.paragraph, "", required=required, longest=longest)


def choice(
    renderer: Renderer, form: str, name: str, values: Sequence[str], *, before: Sequence[str] = ()
) -> discord.ui.Label[Any]:
    """One of `before`, which are shown as they are, or of `values`, each labelled `<form>_<name>_<value>`."""
    options = [
        discord.SelectOption(label=clipped(visible(value), OPTION_LENGTH), value=value)
        for value in before
        if length(value) <= OPTION_LENGTH and value not in values
    ][: OPTIONS - len(values)]
    options += [
        discord.SelectOption(label=renderer.label(f"forms.{form}_{name}_{value}"), value=value)
        for value in values
    ]
    select: discord.ui.Select[Any] = discord.ui.Select(custom_id=name, options=options)
    return discord.ui.Label(text=renderer.label(f"forms.{form}_{name}"), component=select)


def _field(
    renderer: Renderer,
    form: str,
    name: str,
    style: discord.TextStyle,
    value: str,
    *,
    required: bool,
    longest: int,
) -> discord.ui.Label[Any]:
    text: discord.ui.TextInput[Any] = discord.ui.TextInput(
        custom_id=name,
        style=style,
        # A value longer than the field is left for the reader to type anew; it is never stored cut.
        default=value if value and len(value) <= longest else None,
        required=required,
        max_length=longest,
    )
    return discord.ui.Label(
        text=renderer.label(f"forms.{form}_{name}"),
        description=clipped(renderer.label(f"forms.{form}_{name}_hint"), OPTION_LENGTH) or None,
        component=text,
    )
