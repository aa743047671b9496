"""Three servers' worlds: whatever is one server's own has one of its stems in it, and no other's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from index.models import Draft


@dataclass(frozen=True, slots=True)
class Paper:
    """`names` are what readers may type elsewhere; `secret` stands in everything else: words, outlets, ids."""

    server: str
    names: tuple[str, str, str]
    secret: str

    @property
    def stems(self) -> tuple[str, ...]:
        """What betrays this server."""
        return (self.secret, *(name.split()[1].casefold() for name in self.names))

    def draft(self, number: int) -> Draft:
        """The article with this number, always the same."""
        first, second, third = (self.names[(number + turn) % 3] for turn in range(3))
        thing = f"{self.secret}{('quay', 'wall', 'ferry', 'mast')[number % 4]}"
        text = (
            f"“We will mend the {thing} before winter number {number},” said {first}, the mayor of"
            f" {self.secret}ton.\n\n{second}, the harbour master, denied that the {thing} was ever broken."
            f" “Not one plank of it,” he said.\n\nAccording to {third}, the bridge and the {thing} were signed"
            f" over on Monday. “I warn you,” {third} said, “the harbour is cold.”"
            f" The paper {self.secret}gram has {number} pages."
        )
        return Draft(
            text=text,
            id=f"{self.secret}-{number}",
            url=f"https://{self.secret}.example/{number}",
            title=f"The {thing} number {number}",
            author=f"Edda {self.secret.title()}rill",
            source=f"The {self.secret.title()} Herald",
            published=date(2026, 3, 1) + timedelta(days=number % 60),
        )


PAPERS = (
    Paper("First Harbour", ("Mira Amberlow", "Tomas Ambercroft", "Ilse Amberdale"), "quartz"),
    Paper("Second Harbour", ("Kaja Cobaltmere", "Ruben Cobaltford", "Selma Cobaltree"), "zephyr"),
    Paper("Third Harbour", ("Olav Fernhurst", "Petra Fernbrook", "Janko Fernwick"), "junket"),
)
