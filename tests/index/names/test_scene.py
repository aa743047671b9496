from __future__ import annotations

import pytest

from tests.index.names.speaking import resolved


@pytest.mark.parametrize(
    ("text", "mention", "name", "certainty"),
    [
        ("Azerbaijan sent a note. “We agree,” Baku said.", "Baku", "Azerbaijan", "description"),
        ("Iran sent a note. “We agree,” Tehran said.", "Tehran", "Iran", "description"),
        ("“We agree,” Baku said.", "Baku", "Baku", "named"),
        ("Russia sent a note. “We agree,” the Kremlin said.", "the Kremlin", "Kremlin", "named"),
        ("Belgium sent a note. “We agree,” Brussels said.", "Brussels", "Brussels", "named"),
        ("Azerbaijan sent a note. “We agree,” Azerbaijan said.", "Azerbaijan", "Azerbaijan", "named"),
    ],
)
def test_a_capital_speaks_for_its_country_where_the_article_names_it(
    text: str, mention: str, name: str, certainty: str
) -> None:
    found = resolved(text, mention)
    assert (found.name, found.certainty) == (name, certainty)
