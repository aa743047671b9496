"""People who use the bot: they ask, press, fill in forms and read, as a client lets them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from simcord import _modal, interactions
from simcord.backend import serializers
from simcord.backend.models import Message
from simcord.components import walk_components
from simcord.enums import InteractionType, OptionType

from tests.wire.loopback.answers import (
    ACTION_ROW,
    BUTTON,
    STRING_SELECT,
    Answer,
    Exchange,
    Unusable,
    fill_form,
    find_button,
)
from tests.wire.loopback.limits import Json

if TYPE_CHECKING:
    from tests.wire.loopback.places import Channel, Guild

DEADLINE = 3.0


class Member:
    """A person in a server. Each act returns what they see when the bot is done."""

    def __init__(self, guild: Guild, identity: int) -> None:
        self.guild = guild
        self.id = identity
        self.discord = guild.discord

    # ------------------------------------------------------------------ commands

    async def ask(self, question: str, *, channel: Channel | None = None, **options: object) -> Answer:
        return await self.run("ask", channel=channel, given={"question": question, **options})

    async def run(
        self,
        command: str,
        *,
        channel: Channel | None = None,
        force: bool = False,
        given: Mapping[str, object] | None = None,
        **options: object,
    ) -> Answer:
        """Run a slash command ("article add"); `force` sends it even where the client would not show it.

        Options that are called like an argument of this method go into `given`.
        """
        exchange = self.start(command, channel=channel, force=force, given=given, **options)
        return await self.see(exchange, f"/{command}")

    def start(
        self,
        command: str,
        *,
        channel: Channel | None = None,
        force: bool = False,
        given: Mapping[str, object] | None = None,
        **options: object,
    ) -> Exchange:
        """Send a slash command and do not wait for its answer."""
        options |= given or {}
        place = channel or self.guild.channel
        root, nesting, leaf = self._command(command, place, force=force)
        missing = [
            o["name"] for o in leaf.get("options") or [] if o.get("required") and o["name"] not in options
        ]
        if missing:
            raise Unusable(f"the options {missing} are required")
        built, resolved = self._options(place, leaf, options)
        nested = interactions.nest_options(root, nesting, built)
        return self._command_interaction(InteractionType.APPLICATION_COMMAND, place, root, nested, resolved)

    async def type(self, command: str, option: str, typed: str, **filled: object) -> list[str]:
        """Type into an option that completes itself; the names of the choices offered."""
        place = self.guild.channel
        root, nesting, leaf = self._command(command, place)
        built, resolved = self._options(place, leaf, filled)
        focused = next(o for o in leaf["options"] if o["name"] == option)
        if not focused.get("autocomplete"):
            raise Unusable(f"{option!r} of /{command} does not complete itself")
        built.append({"name": option, "type": focused["type"], "value": typed, "focused": True})
        nested = interactions.nest_options(root, nesting, built)
        kind = InteractionType.APPLICATION_COMMAND_AUTOCOMPLETE
        exchange = self._command_interaction(kind, place, root, nested, resolved)
        await self.see(exchange, f"the completion of {option!r}")
        return [choice["name"] for choice in exchange.record.autocomplete_choices or []]

    async def menu(self, name: str, message: Message) -> Answer:
        """Right-click a message and choose a command."""
        backend = self.discord.backend
        root = backend.find_command(name, self.guild.id, type=3)
        if root is None:
            raise Unusable(f"no message command {name!r}")
        payload = dict(serializers.message_payload(backend, message))
        data = {
            "id": root["id"],
            "name": name,
            "type": 3,
            "target_id": str(message.id),
            "resolved": {"messages": {str(message.id): payload}},
        }
        exchange = self._send(InteractionType.APPLICATION_COMMAND, message.channel_id, data)
        return await self.see(exchange, f"the command {name!r}")

    def _command(
        self, command: str, place: Channel, *, force: bool = False
    ) -> tuple[dict[str, Any], list[str], dict[str, Any]]:
        backend = self.discord.backend
        name, *path = command.split()
        root = backend.find_command(name, self.guild.id)
        visible = backend.visible_commands(user_id=self.id, channel_id=place.id)
        if root is None or (root["id"] not in {c["id"] for c in visible} and not force):
            raise Unusable(f"this member is not shown /{name}")
        leaf, nesting = interactions.walk_to_subcommand(root, path)
        return root, nesting, leaf

    def _options(
        self, place: Channel, leaf: Mapping[str, Any], options: Mapping[str, Any]
    ) -> tuple[list[dict[str, Any]], dict[str, Any]]:
        declared = {option["name"]: option for option in leaf.get("options") or []}
        built: list[dict[str, Any]] = []
        resolved: dict[str, Any] = {}
        for name, value in options.items():
            if name not in declared:
                raise Unusable(f"no option {name!r} among {sorted(declared)}")
            built.append(self._option(place, declared[name], value, resolved))
        return built, resolved

    def _option(
        self, place: Channel, option: Mapping[str, Any], value: Json, resolved: dict[str, Any]
    ) -> dict[str, Any]:
        backend = self.discord.backend
        kind = OptionType(option["type"])
        wire = value
        if kind is OptionType.ATTACHMENT:
            name, data = value
            wire = interactions.store_interaction_attachment(backend, place.id, name, data, resolved)
        elif kind is OptionType.CHANNEL:
            payload = dict(serializers.channel_payload(backend, backend.get_channel(value.id)))
            payload["permissions"] = str(backend.compute_permissions(self.guild.id, self.id, value.id))
            resolved.setdefault("channels", {})[str(value.id)] = payload
            wire = str(value.id)
        elif kind is OptionType.ROLE:
            role = backend.get_role(self.guild.id, value)
            resolved.setdefault("roles", {})[str(value)] = dict(serializers.role_payload(role))
            wire = str(value)
        else:
            interactions.validate_option_value("", dict(option), value)
        return {"name": option["name"], "type": int(kind), "value": wire}

    # ------------------------------------------------------------------ messages

    async def say(
        self, text: str, *, reply_to: Message | None = None, channel: Channel | None = None, seconds: float = 10
    ) -> Answer:
        """Write a message and wait for the bot's reply to it."""
        written = self.write(text, reply_to=reply_to, channel=channel)
        replies = self.discord.until(lambda: self.replies(written), f"a reply to {text!r}", seconds=seconds)
        return Answer((await replies)[-1])

    def write(self, text: str, *, reply_to: Message | None = None, channel: Channel | None = None) -> Message:
        """Write a message and do not wait."""
        place = (channel or self.guild.channel).id
        backend = self.discord.backend
        reference = None
        if reply_to is not None:
            wanted = {"message_id": str(reply_to.id), "channel_id": str(place)}
            reference = backend.normalize_message_reference(place, wanted)
        return backend.create_message(place, self.id, text, reference=reference)

    def replies(self, written: Message) -> list[Message]:
        """The bot's replies to a message."""
        stored = self.discord.backend.messages[written.channel_id].values()
        return [m for m in stored if m.reference and m.reference.get("message_id") == str(written.id)]

    @property
    def mail(self) -> list[Answer]:
        """The direct messages that the bot sent to this person."""
        backend = self.discord.backend
        channel = backend.dm_channels.get(self.id)
        stored = backend.messages[channel].values() if channel is not None else ()
        return [Answer(message) for message in stored if message.author_id == backend.bot_user.id]

    @property
    def bot(self) -> str:
        """The bot as it is mentioned."""
        return f"<@{self.discord.backend.bot_user.id}>"

    # ------------------------------------------------------------------ components

    async def press(self, answer: Answer, label: str) -> Answer:
        """Press the button with this label (or the first whose label begins so)."""
        return await self.see(self.start_press(answer, label), f"the button {label!r}")

    def start_press(self, answer: Answer, label: str) -> Exchange:
        button = find_button(answer, label)
        return self._component(answer, {"custom_id": button["custom_id"], "component_type": BUTTON})

    async def press_id(self, message: Message, custom_id: str) -> Answer:
        """Press a button with an id of one's choice, as if the message had it: an old bot's, or a forger's."""
        data = {"custom_id": custom_id, "component_type": BUTTON}
        button = {"type": BUTTON, "id": 2, "style": 2, "label": "Press", "custom_id": custom_id}
        row = {"type": ACTION_ROW, "id": 1, "components": [button]}
        kind, channel = InteractionType.MESSAGE_COMPONENT, message.channel_id
        exchange = self._send(kind, channel, data, source=message.id, components=[row])
        return await self.see(exchange, f"the id {custom_id!r}")

    async def choose(self, answer: Answer, label: str) -> Answer:
        """Choose the option with this label in a select menu of the message."""
        for select in walk_components(answer.payload):
            for option in select.get("options") or []:
                if select.get("type") == STRING_SELECT and option["label"].startswith(label):
                    data = {
                        "custom_id": select["custom_id"],
                        "component_type": STRING_SELECT,
                        "values": [option["value"]],
                    }
                    return await self.see(self._component(answer, data), f"the choice {label!r}")
        raise Unusable(f"nothing to choose is called {label!r}")

    async def submit(self, shown: Answer, **values: object) -> Answer:
        """Fill in the form that was shown (fields by label or custom_id, spaces as _) and send it."""
        exchange = shown.exchange
        if shown.modal is None or exchange is None:
            raise Unusable("no form was shown")
        filled = fill_form(shown.modal, values)
        resolved: dict[str, Any] = {}
        uploads: list[tuple[dict[str, Any], str, bytes]] = []
        place = exchange.record.channel_id
        parts = _modal._modal_submit_nodes(shown.modal["components"], None, filled, resolved, place, uploads)
        backend = self.discord.backend
        for data, name, blob in uploads:
            stored = interactions.store_interaction_attachment(backend, place, name, blob, resolved)
            data["values"].append(stored)
        body = {"custom_id": shown.modal["custom_id"], "components": parts}
        if resolved:
            body["resolved"] = resolved
        sent = self._send(InteractionType.MODAL_SUBMIT, place, body, source=exchange.record.source_message_id)
        return await self.see(sent, "the form")

    def _component(self, answer: Answer, data: dict[str, Any]) -> Exchange:
        if answer.message is None:
            raise Unusable("there is no message")
        channel, source = answer.message.channel_id, answer.message.id
        return self._send(InteractionType.MESSAGE_COMPONENT, channel, data, source=source)

    # ------------------------------------------------------------------ the interaction itself

    def _command_interaction(
        self,
        kind: InteractionType,
        place: Channel,
        root: Mapping[str, Any],
        options: list[dict[str, Any]],
        resolved: dict[str, Any],
    ) -> Exchange:
        data: dict[str, Any] = {"id": root["id"], "name": root["name"], "type": 1, "options": options}
        if resolved:
            data["resolved"] = resolved
        return self._send(kind, place.id, data)

    def _send(
        self,
        kind: InteractionType,
        channel: int,
        data: dict[str, Any],
        *,
        source: int | None = None,
        components: list[Json] | None = None,
    ) -> Exchange:
        backend = self.discord.backend
        place = None if channel == backend.dm_channels.get(self.id) else self.guild.id
        record, payload = interactions.base_payload(
            backend, type=kind, channel_id=channel, guild_id=place, user_id=self.id, data=data
        )
        exchange = Exchange(self.discord, record)
        if source is not None:
            record.source_message_id = source
            message = backend.get_message(channel, source)
            exchange.edited_before = message.edited_timestamp
            payload["message"] = dict(serializers.message_payload(backend, message))
            if components is not None:
                payload["message"]["components"] = components
        self.discord.exchanges[record.id] = exchange
        backend.emit("INTERACTION_CREATE", payload)
        return exchange

    async def see(self, exchange: Exchange, what: str, *, seconds: float = 15.0) -> Answer:
        """Wait until the bot has acknowledged (within Discord's three seconds) and finished."""
        await self.discord.until(
            lambda: exchange.acknowledged is not None or exchange.refusal,
            f"the acknowledgement of {what}",
            seconds=DEADLINE,
        )
        await self.discord.until(
            lambda: exchange.finished is not None or exchange.refusal, f"the answer to {what}", seconds=seconds
        )
        if exchange.refusal is not None and exchange.finished is None:
            raise AssertionError(f"{what}: {exchange.refusal}")
        record = exchange.record
        stored = self.discord.backend.messages[record.channel_id]
        followups = tuple(stored[identity] for identity in record.followup_ids if identity in stored)
        message = exchange.message
        private = any(m.is_ephemeral for m in (message, *followups) if m is not None)
        return Answer(message, private=private, modal=record.modal, exchange=exchange, followups=followups)
