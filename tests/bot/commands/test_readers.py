"""/person, /quotes, /verify, /compare, /help and /privacy against the sample library."""

from __future__ import annotations

import pytest

from bot.limits import walk
from index.models import Draft
from tests.bot.commands.test_ask import NAMESAKE
from tests.bot.conftest import Desk, build, buttons_of, components_of, text_of


async def test_a_person_is_shown_in_figures_a_picture_with_alt_text_and_words(desk: Desk) -> None:
    result = await desk.reader.slash(desk.channel, "person", name="Ana Korvel")
    text = text_of(result)
    assert "## Ana Korvel" in text
    assert "statements** in" in text
    gallery = next((one for one in walk(components_of(result.response)) if one["type"] == 12), None)
    if gallery is not None:
        assert "Ana Korvel" in gallery["items"][0]["description"]


async def test_an_unknown_person_is_answered_privately(desk: Desk) -> None:
    result = await desk.reader.slash(desk.channel, "person", name="Zzyzx Quorl")
    assert result.followups[0].ephemeral
    desk.expected("Nobody")


async def test_quotes_are_listed_by_speaker(desk: Desk) -> None:
    result = await desk.reader.slash(desk.channel, "quotes", speaker="Ana Korvel")
    assert "by Ana Korvel" in text_of(result)
    assert "**Ana Korvel**" in text_of(result)


async def test_words_that_no_one_said_are_not_found_and_not_denied(desk: Desk) -> None:
    result = await desk.reader.slash(desk.channel, "verify", words="purple zeppelins sing at midnight")
    assert "### Not found here" in text_of(result)
    assert "That does not mean it was not said." in text_of(result)


async def test_a_comparison_names_both_and_judges_neither(desk: Desk) -> None:
    result = await desk.reader.slash(desk.channel, "compare", left="Ana Korvel", right="Ried", topic="fish")
    assert "The comparison is yours to draw" in text_of(result)


async def test_help_shows_what_this_library_answers(desk: Desk) -> None:
    assert "for example:" in text_of(await desk.reader.slash(desk.channel, "help"))


async def test_privacy_says_that_nothing_is_kept_of_a_reader_who_only_asked(desk: Desk) -> None:
    await desk.reader.slash(desk.channel, "ask", question="what did Korvel promise?")
    assert "Nothing." in text_of(await desk.reader.slash(desk.channel, "privacy show"))


async def test_status_settings_and_audit_are_shown_to_admins(desk: Desk) -> None:
    assert "**9 articles**" in text_of(await desk.admin.slash(desk.channel, "quotedesk status"))
    changed = await desk.admin.slash(desk.channel, "quotedesk settings", answers="private")
    assert "Answers are:** private" in text_of(changed)
    asked = await desk.reader.slash(desk.channel, "ask", question="what did Korvel promise?")
    assert asked.ephemeral
    assert "Settings changed" in text_of(await desk.admin.slash(desk.channel, "quotedesk audit"))
    await desk.admin.slash(desk.channel, "quotedesk undo")
    asked = await desk.reader.slash(desk.channel, "ask", question="what did Korvel promise?")
    assert not asked.ephemeral


async def test_feeds_and_flags_are_listed_while_there_are_none(desk: Desk) -> None:
    assert "None yet." in text_of(await desk.admin.slash(desk.channel, "feed list"))
    assert "Nothing waits." in text_of(await desk.admin.slash(desk.channel, "quotedesk flags"))


async def test_a_flag_reaches_the_queue_and_its_reader_is_thanked(desk: Desk) -> None:
    answer = await desk.reader.slash(desk.channel, "ask", question="what did Korvel promise?")
    form = await desk.reader.click(answer.response, custom_id=buttons_of(answer.response)["Flag"])
    thanked = await desk.reader.submit_modal(form, {"reason": ["speaker"], "note": "It was Ried."})
    assert "**Thank you.**" in text_of(thanked)
    queue = await desk.admin.slash(desk.channel, "quotedesk flags")
    assert "It was Ried." in text_of(queue)
    await desk.admin.click(queue.response, custom_id=buttons_of(queue.response)["Mended"])
    assert "Nothing waits." in text_of(queue)
    assert "Nothing." in text_of(await desk.reader.slash(desk.channel, "privacy show"))


async def test_a_follow_is_begun_shown_and_ended(desk: Desk) -> None:
    begun = await desk.reader.slash(desk.channel, "follow", person="Ana Korvel")
    assert "**You follow Ana Korvel.**" in text_of(begun)
    assert "You follow Ana Korvel" in text_of(await desk.reader.slash(desk.channel, "privacy show"))
    ended = await desk.reader.slash(desk.channel, "unfollow", subject="Ana Korvel")
    assert "**Ended.**" in text_of(ended)


async def test_of_two_people_of_one_name_a_button_shows_the_one_who_is_meant(desk: Desk) -> None:
    async with desk.bot.shelf.library(desk.guild.id) as library:
        await library.articles.add(NAMESAKE, by="cli")
    which = await desk.reader.slash(desk.channel, "person", name="Ried")
    assert "**Several people may be meant by “Ried”.** Whom do you mean?" in text_of(which)
    await desk.reader.click(which.response, custom_id=buttons_of(which.response)["Pavel Ried"])
    assert "## Pavel Ried" in text_of(which)


async def test_a_full_name_is_clear_whoever_has_it_in_a_longer_one(desk: Desk) -> None:
    longer = "Harbour Readers Welcome Tomas Ried said: “We sail.” Mr Ried said: “We sail at six.”"
    async with desk.bot.shelf.library(desk.guild.id) as library:
        await library.articles.add(Draft(text=longer, title="We sail"), by="cli")
    assert "## Tomas Ried" in text_of(await desk.reader.slash(desk.channel, "person", name="tomas ried"))


async def test_the_figures_of_the_picture_stand_in_the_words_too(desk: Desk) -> None:
    text = text_of(await desk.reader.slash(desk.channel, "person", name="Ana Korvel"))
    assert "- By week: 31 Aug 2026: 5" in text
    assert "Also written" not in text


async def test_a_difference_stands_beside_what_it_stands_for(desk: Desk) -> None:
    words = "two measuring tapes in this strait, not one"
    text = text_of(await desk.reader.slash(desk.channel, "verify", words=words))
    assert "~~two~~ → **one** measuring ~~tapes~~ → **tape** in this strait not ~~one~~ → **two**" in text


async def test_quotes_of_a_misspelt_speaker_are_listed_under_the_right_name(desk: Desk) -> None:
    assert "by Ana Korvel" in text_of(await desk.reader.slash(desk.channel, "quotes", speaker="Korvle"))


async def test_a_follow_that_has_ended_can_be_ended_again(desk: Desk) -> None:
    begun = await desk.reader.slash(desk.channel, "follow", topic="herring quota")
    unfollow = buttons_of(begun.response)["Unfollow"]
    assert "**Ended.**" in text_of(await desk.reader.click(begun.response, custom_id=unfollow))
    again = await desk.reader.click(begun.response, custom_id=unfollow)
    assert "You follow nothing here" in text_of(again)


async def test_what_is_kept_is_handed_over_as_a_file_and_in_words(desk: Desk) -> None:
    await desk.reader.slash(desk.channel, "follow", person="Ana Korvel")
    result = await desk.reader.slash(desk.channel, "privacy export")
    assert "1 follow" in text_of(result)
    [file] = result.response.attachments
    assert "Ana Korvel" in (await file.read()).decode()


async def test_every_example_of_help_is_answered_by_this_library(desk: Desk) -> None:
    text = text_of(await desk.reader.slash(desk.channel, "help"))
    examples = [line.removeprefix("- ") for line in text.split("\n") if line.startswith("- What did ")]
    assert len(examples) == 3
    for example in examples:
        answer = text_of(await desk.reader.slash(desk.channel, "ask", question=example))
        assert "No answer" not in answer
        assert "> " in answer


@pytest.mark.parametrize(
    ("command", "options", "words"),
    [
        ("help", {}, "This library has none yet: an admin adds them with `/article add`."),
        ("ask", {"question": "what did Korvel promise?"}, "It holds no articles yet."),
        ("quotes", {}, "Nobody is quoted in this library yet."),
        ("verify", {"words": "one measuring tape"}, "Not in the 0 articles searched"),
        ("follow", {"topic": "harbour"}, "**You follow harbour.**"),
    ],
)
async def test_an_empty_library_says_so_and_what_to_do(
    desk: Desk, command: str, options: dict[str, object], words: str
) -> None:
    empty = await build(desk.env, desk.bot, "Empty", stocked=False)
    assert words in text_of(await empty.reader.slash(empty.channel, command, **options))
