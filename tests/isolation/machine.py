"""What readers and admins of three servers do in any order; no rule ever sees a word of another server."""

from __future__ import annotations

import asyncio
import io
import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Coroutine
from pathlib import Path
from typing import Any, ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from tests.bot.conftest import text_of
from tests.isolation.papers import PAPERS
from tests.isolation.world import Server, World

WHO = st.integers(0, 2)
ANY = st.integers(0, 10_000)
QUESTIONS = (
    "what did {} promise?",
    "what did {} say about the harbour?",
    "who warned {}?",
    "did {} deny the bridge?",
)
WORDS = ("Not one plank of it", "the harbour is cold", "We will mend the bridge")


class Servers(RuleBasedStateMachine):
    """`totals` counts over all runs what was done and looked at."""

    totals: ClassVar[Counter[str]] = Counter()

    def __init__(self) -> None:
        super().__init__()
        self._runner = asyncio.Runner()
        self._folder = Path(tempfile.mkdtemp(prefix="isolation-"))
        self.world = World(self._folder)

    def _do(self, work: Coroutine[Any, Any, Any]) -> Any:
        return self._runner.run(work)

    def _watch(self, server: Server, work: Coroutine[Any, Any, Any], *given: str, unknown: bool = False) -> Any:
        async def act() -> Any:
            return await work

        self.world.bot.cooldowns._buckets.clear()
        self.totals["steps"] += 1
        with self.world.nothing_unknown(unless=unknown):
            return self._do(self.world.watched(server, act, *given))

    def teardown(self) -> None:
        self.totals["payloads"] += self.world.checked
        self.totals["runs"] += 1
        self.totals["ids"] += len({*self.world.ids, *self.world.menus, *self.world.forms})
        self._do(self.world.close())
        self._runner.close()
        shutil.rmtree(self._folder)

    @initialize()
    def three_servers(self) -> None:
        self._do(self.world.open())
        for who, server in enumerate(self.world.servers):
            for _ in range(1 + who):
                self.an_article(who)
            self._watch(server, server.reader.slash(server.channel, "ask", question="what was promised?"))

    # ------------------------------------------------------------------ what changes a server

    @rule(who=WHO)
    def an_article(self, who: int) -> None:
        server = self.world.servers[who]
        number = server.fresh

        async def add() -> None:
            async with self.world.bot.shelf.library(server.guild.id) as library:
                await library.articles.add(server.paper.draft(number), by=str(server.admin.id))
                await library.ask("what was promised?")

        self._watch(server, add())
        server.articles.add(number)
        server.fresh += 1

    @rule(who=WHO)
    def an_uploaded_article_with_its_preview(self, who: int) -> None:
        server = self.world.servers[who]
        draft = server.paper.draft(server.fresh)
        file = ("notice.txt", f"{draft.title}\n\n{draft.text}".encode())
        shown = self._watch(server, server.admin.slash(server.channel, "article add", file=file))
        codes = [one for one in self.world.ids if one.startswith(("qd1:save", "qd1:article-save"))]
        if codes:
            # A preview is its maker's alone: the other servers' admins press first, and get nothing.
            for other in self.world.servers:
                if other is not server:
                    self._watch(other, self.world.press(other, other.admin, codes[-1]), codes[-1])
        del shown

    @rule(who=WHO, pick=ANY)
    def remove_or_restore(self, who: int, pick: int) -> None:
        server = self.world.servers[who]
        if server.removed and pick % 2:
            number = server.removed.pop()
            words = f"{server.paper.secret}-{number}"
            self._watch(server, server.admin.slash(server.channel, "article restore", article=words))
            server.articles.add(number)
        elif len(server.articles) > 1:
            number = sorted(server.articles)[pick % len(server.articles)]
            words = f"{server.paper.secret}-{number}"
            self._watch(server, server.admin.slash(server.channel, "article remove", article=words))
            server.articles.remove(number)
            server.removed.append(number)

    @rule(who=WHO, pick=ANY)
    def people_are_mended(self, who: int, pick: int) -> None:
        server = self.world.servers[who]
        keep, other = server.paper.names[pick % 3], server.paper.names[(pick + 1) % 3]
        command: dict[str, str] = {"keep": keep, "other": other}
        self._watch(server, server.admin.slash(server.channel, "people merge", **command))
        self._watch(server, server.admin.slash(server.channel, "quotedesk undo"))

    # ------------------------------------------------------------------ what readers do

    @rule(who=WHO, whom=WHO, pick=ANY)
    def ask(self, who: int, whom: int, pick: int) -> None:
        server, name = self.world.servers[who], PAPERS[whom].names[pick % 3]
        question = QUESTIONS[pick % len(QUESTIONS)].format(name)
        shown = self._watch(server, server.reader.slash(server.channel, "ask", question=question), question)
        searched = re.search(r"I searched (\d+) article", text_of(shown))
        if searched:
            assert int(searched[1]) == len(server.articles)
        if who != whom:
            assert "promised ·" not in text_of(shown) or server.paper.secret in text_of(shown)

    @rule(who=WHO, whom=WHO, pick=ANY)
    def mention(self, who: int, whom: int, pick: int) -> None:
        server, name = self.world.servers[who], PAPERS[whom].names[pick % 3]
        question = f"<@{self.world.bot.me}> {QUESTIONS[pick % len(QUESTIONS)].format(name)}"
        self._watch(server, server.reader.send(server.channel, question), question)

    @rule(who=WHO, whom=WHO, pick=ANY)
    def person_quotes_and_compare(self, who: int, whom: int, pick: int) -> None:
        server, name = self.world.servers[who], PAPERS[whom].names[pick % 3]
        own = server.paper.names[pick % 3]
        self._watch(server, server.reader.slash(server.channel, "person", name=name), name)
        self._watch(server, server.reader.slash(server.channel, "quotes", speaker=name, topic="harbour"), name)
        compared = {"left": own, "right": name, "topic": "the harbour"}
        self._watch(server, server.reader.slash(server.channel, "compare", **compared), own, name)

    @rule(who=WHO, whom=WHO, pick=ANY)
    def verify(self, who: int, whom: int, pick: int) -> None:
        server, words = self.world.servers[who], WORDS[pick % len(WORDS)]
        name = PAPERS[whom].names[pick % 3]
        given: dict[str, str] = {"words": words} | ({"speaker": name} if pick % 2 else {})
        self._watch(server, server.reader.slash(server.channel, "verify", **given), name)

    @rule(
        who=WHO,
        typed=st.sampled_from(("", "a", "co", "Amber", "cobalt", "Fern", "quartz", "zeph", "junk", "The")),
    )
    def complete(self, who: int, typed: str) -> None:
        server = self.world.servers[who]
        for command, option, filled in (
            ("ask", "speaker", {"question": "q"}),
            ("ask", "source", {"question": "q"}),
            ("person", "name", {}),
            ("quotes", "source", {}),
        ):
            self._watch(server, server.reader.autocomplete(server.channel, command, option, typed, **filled))
        for option in ("article show", "article remove"):
            self._watch(server, server.admin.autocomplete(server.channel, option, "article", typed))

    @rule(who=WHO, pick=ANY)
    def follow_flag_and_privacy(self, who: int, pick: int) -> None:
        server = self.world.servers[who]
        name = server.paper.names[pick % 3]
        self._watch(server, server.reader.slash(server.channel, "follow", person=name))
        for command in ("help", "privacy show", "privacy export", "privacy delete")[: 3 + pick % 2]:
            self._watch(server, server.reader.slash(server.channel, command))

    # ------------------------------------------------------------------ what admins see

    @rule(who=WHO)
    def desks(self, who: int) -> None:
        server = self.world.servers[who]
        status = self._watch(server, server.admin.slash(server.channel, "quotedesk status"))
        counted = re.search(r"\*\*(\d+) articles?\*\*", text_of(status))
        assert counted is not None
        assert int(counted[1]) == len(server.articles)
        for command in (
            "article list",
            "quotedesk audit",
            "quotedesk flags",
            "quotedesk settings",
            "feed list",
        ):
            self._watch(server, server.admin.slash(server.channel, command))

    @rule(who=WHO)
    def export(self, who: int) -> None:
        server = self.world.servers[who]

        async def exported() -> str:
            stream = io.StringIO()
            async with self.world.bot.shelf.library(server.guild.id) as library:
                await library.upkeep.export(stream)
            return stream.getvalue()

        text = self._watch(server, exported())
        assert text.count('"quotedesk": "article"') == len(server.articles)

    # ------------------------------------------------------------------ ids of others, and of no one

    @rule(who=WHO, pick=ANY, admin=st.booleans(), forge=st.booleans())
    def press_any_id(self, who: int, pick: int, admin: bool, forge: bool) -> None:  # noqa: FBT001 -- drawn
        server = self.world.servers[who]
        custom_id = self.world.ids[pick % len(self.world.ids)]
        custom_id = self.world.forged(custom_id) if forge else custom_id
        member = server.admin if admin else server.reader
        if (
            custom_id.startswith(
                ("qd1:undo", "qd1:article-re", "qd1:save", "qd1:article-save", "qd1:corrected")
            )
            and admin
        ):
            member = server.reader  # what an admin may change is changed by the rules that keep count of it
        self._watch(server, self.world.press(server, member, custom_id), custom_id)

    @rule(who=WHO, pick=ANY)
    def choose_in_any_menu(self, who: int, pick: int) -> None:
        if self.world.menus:
            server = self.world.servers[who]
            custom_id = self.world.menus[pick % len(self.world.menus)]
            self._watch(server, self.world.press(server, server.reader, custom_id, menu=True), custom_id)

    @rule(who=WHO, pick=ANY, forge=st.booleans())
    def submit_any_form(self, who: int, pick: int, forge: bool) -> None:  # noqa: FBT001 -- drawn
        server = self.world.servers[who]
        custom_id = self.world.forms[pick % len(self.world.forms)]
        custom_id = self.world.forged(custom_id) if forge else custom_id
        values = {
            "reason": "speaker",
            "note": "look",
            "name": "",
            "text": "A notice.\n\nIt is short.",
            "title": "N",
        }
        self._watch(server, self.world.submit(server, server.reader, custom_id, values), custom_id)

    @rule(who=WHO, status=st.sampled_from((403, 404, 500)))
    def discord_refuses(self, who: int, status: int) -> None:
        server = self.world.servers[who]
        self.world.env.inject_error("PATCH", "/webhooks/*", status=status, times=1)
        question = "what did they promise?"
        self._watch(
            server, server.reader.slash(server.channel, "ask", question=question), question, unknown=True
        )
        self.world.env.backend.faults.clear()

    @rule(who=WHO)
    def errors_are_told(self, who: int) -> None:
        server = self.world.servers[who]
        self._watch(
            server, server.reader.slash(server.channel, "ask", question="what?", since="the day of never")
        )
        self._watch(server, server.reader.slash(server.channel, "person", name="Zzyzx Quorl"))
        self._watch(server, server.admin.slash(server.channel, "article show", article="no-such-article"))
        self._watch(server, server.admin.slash(server.channel, "quotedesk unblock", outlet="No such outlet"))
