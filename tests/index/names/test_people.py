"""One person under the forms that an article uses: the world's ways of writing names."""

from __future__ import annotations

import pytest

from tests.index.names.speaking import speaker


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Ursula van der Hamm", "van der Hamm"),
        ("Ursula van der Hamm", "Van der Hamm"),
        ("Ursula van der Hamm", "Hamm"),
        ("Maria de la Cruz Ortega", "de la Cruz"),
        ("Maria de la Cruz Ortega", "Ortega"),
        ("Luiz da Costa", "da Costa"),
        ("Luiz da Costa", "Mr. Da Costa"),
        ("Salman bin Rashid Al Mutlaq", "bin Rashid"),
        ("Tarek al-Suweid", "al-Suweid"),
        ("Tarek al-Suweid", "Suweid"),
        ("Faisal bin Turkan", "Prince Faisal"),
        ("Mohammed Ould Sidi", "Ould Sidi"),
        ("Kim Song Ryo", "Kim"),
        ("Lee Jae-won", "Lee"),
        ("Nguyen Van Tho", "Tho"),
        ("Wen Dapeng", "Wen"),
        ("Jun Haoran", "Premier Jun"),
        ("Vladimir Petrovich Sorokov", "Sorokov"),
        ("Vladimir Petrovich Sorokov", "Vladimir Petrovich"),
        ("Katrin Jonsdottir", "Katrin"),
        ("Jordi Puig i Ferrer", "Puig"),
        ("Santiago Ramon y Molina", "Ramon y Molina"),
        ("Amina Diallo-Traoré", "Diallo-Traoré"),
        ("Amina Diallo-Traoré", "Traoré"),
        ("J. K. Morley", "Morley"),
        ("Theresa May", "May"),
        ("Will Ashdown", "Ashdown"),
        ("Özlem Özdemir", "Ozdemir"),
    ],
)
def test_a_short_form_means_who_was_named_in_full(full: str, short: str) -> None:
    text = f"On Monday the envoys met {full}, who opened the hall.\n\n“We agree,” {short} said."
    assert speaker(text, short) == full


@pytest.mark.parametrize(
    ("titled", "name", "short"),
    [
        ("Sheikh Hamad bin Faris", "Hamad bin Faris", "Sheikh Hamad"),
        ("Ayatollah Reza Moravi", "Reza Moravi", "Ayatollah Moravi"),
        ("Sir Edwin Marlowe", "Edwin Marlowe", "Sir Edwin"),
        ("Dame Olive Pemberton", "Olive Pemberton", "Dame Olive"),
        ("Lord Peter Harrowden", "Peter Harrowden", "Lord Harrowden"),
        ("Sen. Dale Whitcomb, D-Ohio", "Dale Whitcomb", "Sen. Whitcomb"),
        ("Cdr. Ruth Ashdown", "Ruth Ashdown", "the commander"),
        ("Gen. Pedro Saldias", "Pedro Saldias", "the general"),
        ("Daw Khin Myat Su", "Khin Myat Su", "Daw Khin Myat Su"),
        ("U Thein Lwin", "Thein Lwin", "U Thein Lwin"),
        ("Foreign Minister Tarek Suweid", "Tarek Suweid", "the foreign minister"),
        ("U.N. Secretary-General Paulo Guterras", "Paulo Guterras", "the U.N. chief"),
        ("President of Azerbaijan Rustam Veliyev", "Rustam Veliyev", "the Azeri leader"),
        ("Undersecretary for Education Mr. Bellafonte", "Bellafonte", "Bellafonte"),
        ("Queen Astrid", "Astrid", "the queen"),
        ("King Haldor of Norvia", "Haldor", "the king"),
        ("Pope Leon", "Leon", "the pontiff"),
        ('Rep. Robert C. "Bobby" Scollard', 'Robert C. "Bobby" Scollard', "Bobby Scollard"),
    ],
)
def test_a_title_is_no_part_of_the_name(titled: str, name: str, short: str) -> None:
    assert speaker(f"{titled} spoke.\n\n“We agree,” {short} said.", short) == name


@pytest.mark.parametrize(
    ("shorter", "longer"),
    [
        ("J. Moor", "Jana Moor"),
        ("Jana Moor", "Jana Q. Moor"),
        ("Tim Brod", "Timothy Brod"),
    ],
)
def test_two_writings_of_a_full_name_are_one_person(shorter: str, longer: str) -> None:
    text = f"{longer} spoke.\n\n{shorter} agreed.\n\n“Yes,” {shorter} said."
    assert speaker(text, longer, nth=0) == speaker(text, shorter)


def test_words_that_only_follow_a_name_are_no_part_of_it() -> None:
    text = "They kept Jana Moor Election Day in Kelm. Moor came.\n\n“Yes,” Moor said."
    assert speaker(text, "Moor") == "Jana Moor"


def test_a_slip_of_the_pen_is_the_same_person() -> None:
    assert speaker("Jana Buchmann spoke.\n\n“Yes,” Buchman said.", "Buchman") == "Jana Buchmann"


@pytest.mark.parametrize(
    ("text", "mention", "name"),
    [
        (
            "The U.S. Department of Fisheries spoke.",
            "The U.S. Department of Fisheries",
            "U.S. Department of Fisheries",
        ),
        ("The Ministry of Fisheries spoke. The ministry left.", "The ministry", "Ministry of Fisheries"),
    ],
)
def test_an_organisation_has_its_whole_name(text: str, mention: str, name: str) -> None:
    assert speaker(text, mention) == name


@pytest.mark.parametrize(
    "plural",
    [
        "Residents",
        "Officials",
        "Critics",
        "Police",
        "Experts",
        "Witnesses",
        "Lawmakers",
        "Republicans",
        "Israeli officials",
    ],
)
def test_a_plain_plural_is_nobody(plural: str) -> None:
    assert speaker(f"{plural} said the mill was loud. {plural} added that it stank.", plural) is None


def test_a_father_and_a_son_of_one_name_are_two() -> None:
    text = "Al Brod spoke.\n\nAl Brod Jr. agreed.\n\n“Yes,” Al Brod Jr. said. “No,” Al Brod said."
    assert (speaker(text, "Al Brod Jr.", nth=1), speaker(text, "Al Brod")) == ("Al Brod Jr", "Al Brod")
    assert speaker(text + " “Well,” Brod said.", "Brod") is None
