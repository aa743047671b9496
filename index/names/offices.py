"""Which words may mean one another's holder: a president is a leader, a senator a lawmaker."""

from __future__ import annotations

# The general word on the left may stand for any of the offices on the right.
_WIDER: dict[str, frozenset[str]] = {
    "leader": frozenset(
        {
            "president",
            "premier",
            "chancellor",
            "king",
            "queen",
            "emperor",
            "emir",
            "sultan",
            "chairman",
            "chairwoman",
            "chair",
            "head",
            "chief",
            "dictator",
            "ruler",
            "speaker",
            "director",
            "boss",
            "pope",
            "whip",
            "strongman",
            "commander",
            "captain",
            "sheikh",
            "ayatollah",
            "governor",
            "chairperson",
        }
    )
    | {"prime minister", "crown prince", "secretary general", "first minister"},
    "head": frozenset(
        {
            "president",
            "director",
            "chief",
            "chairman",
            "chairwoman",
            "chair",
            "leader",
            "boss",
            "ceo",
            "executive",
            "manager",
        }
    )
    | {"chief executive"},
    "chief": frozenset(
        {
            "director",
            "head",
            "commissioner",
            "chairman",
            "chairwoman",
            "chair",
            "leader",
            "boss",
            "ceo",
            "president",
            "executive",
        }
    )
    | {"chief executive", "secretary general"},
    "boss": frozenset(
        {
            "president",
            "director",
            "chief",
            "chairman",
            "manager",
            "coach",
            "ceo",
            "head",
            "owner",
            "executive",
        }
    )
    | {"chief executive"},
    "lawmaker": frozenset(
        {
            "senator",
            "representative",
            "congressman",
            "congresswoman",
            "deputy",
            "mp",
            "member",
            "assemblyman",
            "assemblywoman",
            "legislator",
            "speaker",
            "parliamentarian",
            "delegate",
            "councilman",
            "councilwoman",
            "sen",
            "rep",
            "lord",
            "mep",
        }
    ),
    "politician": frozenset(
        {
            "senator",
            "representative",
            "congressman",
            "congresswoman",
            "mp",
            "minister",
            "president",
            "governor",
            "mayor",
            "candidate",
            "nominee",
            "leader",
            "premier",
            "speaker",
            "lawmaker",
            "legislator",
            "chancellor",
            "councillor",
        }
    )
    | {"prime minister"},
    "candidate": frozenset(
        {"nominee", "contender", "hopeful", "challenger", "running mate", "president", "senator"}
    ),
    "nominee": frozenset({"candidate"}),
    "contender": frozenset({"candidate", "nominee"}),
    "diplomat": frozenset(
        {"ambassador", "envoy", "consul", "minister", "secretary of state", "negotiator", "secretary"}
    ),
    "envoy": frozenset({"ambassador", "representative", "diplomat", "negotiator"}),
    "spokesperson": frozenset({"press secretary", "director"}),
    "aide": frozenset(
        {"adviser", "assistant", "manager", "strategist", "secretary", "spokesperson", "press secretary"}
    ),
    "adviser": frozenset({"aide", "strategist", "counsel", "consultant"}),
    "executive": frozenset(
        {"ceo", "president", "chief executive", "director", "chairman", "cofounder", "founder"}
    ),
    "businessman": frozenset(
        ["mogul", "tycoon", "developer", "magnate", "billionaire", "owner", "founder", "entrepreneur"]
    ),
    "tycoon": frozenset(
        ["mogul", "businessman", "developer", "magnate", "billionaire", "owner", "founder", "entrepreneur"]
    ),
    "lawyer": frozenset({"counsel", "attorney", "solicitor", "prosecutor"}),
    "monarch": frozenset(["king", "queen", "emperor", "sultan", "emir"]),
    "cleric": frozenset(
        {
            "imam",
            "ayatollah",
            "mullah",
            "pope",
            "bishop",
            "archbishop",
            "priest",
            "rabbi",
            "pastor",
            "sheikh",
            "reverend",
            "rev",
        }
    ),
    "officer": frozenset(
        {
            "sergeant",
            "lieutenant",
            "captain",
            "colonel",
            "general",
            "major",
            "detective",
            "sheriff",
            "inspector",
            "chief",
        }
    ),
    "commander": frozenset(["general", "colonel", "admiral", "major", "captain", "chief"]),
    "player": frozenset(
        {
            "striker",
            "midfielder",
            "defender",
            "goalkeeper",
            "forward",
            "winger",
            "captain",
            "quarterback",
            "pitcher",
        }
    ),
    "striker": frozenset({"forward"}),
    "manager": frozenset({"coach"}),
    "academic": frozenset(
        ["professor", "lecturer", "scholar", "researcher", "historian", "economist", "scientist"]
    ),
    "researcher": frozenset(["professor", "scientist", "author", "academic", "analyst", "fellow"]),
    "scientist": frozenset(["professor", "researcher", "physicist", "biologist", "chemist"]),
    "analyst": frozenset({"fellow", "expert", "researcher", "economist", "strategist"}),
    "expert": frozenset(["professor", "analyst", "researcher", "fellow", "scholar", "scientist", "specialist"]),
    "writer": frozenset(["author", "novelist", "poet", "journalist", "columnist", "playwright"]),
    "journalist": frozenset(
        ["reporter", "correspondent", "columnist", "editor", "anchor", "host", "presenter"]
    ),
    "reporter": frozenset({"journalist", "correspondent"}),
    "suspect": frozenset({"defendant", "gunman"}),
    "incumbent": frozenset({"president", "senator", "governor", "mayor", "minister"}),
}
# Written forms of one office.
_SAME = {
    "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "lt": "lieutenant", "col": "colonel",
    "sgt": "sergeant", "capt": "captain", "prof": "professor", "rev": "reverend", "premier": "prime minister",
    "congressman": "representative", "congresswoman": "representative", "congressperson": "representative",
    "spokesman": "spokesperson", "spokeswoman": "spokesperson", "advisor": "adviser", "councillor": "councilman",
    "councilor": "councilman", "councilwoman": "councilman", "legislator": "lawmaker", "parliamentarian": "lawmaker",
    "attorney": "lawyer", "co-founder": "cofounder", "mogul": "tycoon", "magnate": "tycoon", "ceo": "chief executive",
    "chairwoman": "chairman", "chair": "chairman", "chairperson": "chairman", "businesswoman": "businessman",
    "footballer": "player", "pm": "prime minister", "vp": "vice president", "vice-president": "vice president",
    "doctor": "physician", "mp": "lawmaker", "sheik": "sheikh", "director general": "director", "secretary-general":
    "secretary general", "policeman": "officer", "policewoman": "officer", "hopeful": "candidate",
    "foreign secretary": "minister", "home secretary": "minister", "actress": "actor", "skipper": "captain",
    "pres": "president", "cdr": "commander", "cmdr": "commander", "adm": "admiral", "maj": "major", "brig": "brigadier", "supt": "superintendent",
    "insp": "inspector", "det": "detective", "amb": "ambassador", "fr": "priest", "father": "priest", "pontiff": "pope",
    "sovereign": "monarch", "policymaker": "lawmaker", "goalie": "goalkeeper", "assemblywoman": "assemblyman", "ex-president": "president", "president-elect": "president",
}  # fmt: skip


def office(head: str) -> str:
    """One word for an office, however it is written ("sen", "congresswoman", "premier")."""
    return _SAME.get(head, head)


def matches(described: str, held: str) -> float:
    """How well a holder of the office `held` is meant by the word `described`: 1, .8 for the wider word, 0
    not at all."""
    wanted, has = office(described), office(held)
    if wanted == has:
        return 1.0
    if has in _WIDER.get(wanted, ()) or held in _WIDER.get(described, ()):
        return 0.8
    return 0.7 if wanted == "minister" and has == "prime minister" else 0.0


def meant(described: str) -> frozenset[str]:
    """The offices, as `office` writes them, whose holders the word `described` may mean."""
    wanted = office(described)
    held = {wanted, *_WIDER.get(wanted, ()), *_WIDER.get(described, ())}
    if wanted == "minister":
        held.add("prime minister")
    return frozenset(office(one) for one in held)
