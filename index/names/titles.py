"""Words that stand before names, and nouns for what people are."""

from __future__ import annotations

from index.names.spelling import fold

COURTESY = frozenset(
    {
        "mr", "mrs", "ms", "miss", "mx", "messrs", "dr", "prof", "professor", "sir", "dame", "lord",
        "lady", "madam", "madame", "mme", "monsieur", "herr", "frau", "senor", "senora", "signor", "signora",
        "senhor", "senhora", "daw", "shri", "smt", "datuk", "alhaji", "hajia",
    }
)  # fmt: skip

# Written with a capital before a name, alone or as the last of several words ("Deputy Prime Minister").
OFFICES = COURTESY | frozenset(
    {
        "president", "pres", "vice-president", "vicepresident", "premier", "minister",
        "secretary", "chancellor",
        "king", "queen", "prince", "princess", "emperor", "empress", "emir", "sultan", "sheikh", "sheik",
        "shah", "consort", "duke", "duchess", "baron", "baroness", "count", "countess", "crown", "pope",
        "cardinal",
        "archbishop", "bishop", "patriarch", "imam", "ayatollah", "rabbi", "mullah", "reverend", "rev",
        "father", "fr", "pastor", "deacon", "monsignor", "brother", "sister", "mother", "senator", "sen",
        "representative", "rep", "congressman", "congresswoman", "congressmember", "delegate",
        "assemblyman", "assemblywoman", "assemblymember", "councilman", "councilwoman", "councilor",
        "councillor", "councilmember", "alderman", "supervisor", "commissioner", "governor", "gov",
        "lieutenant-governor", "mayor", "ambassador", "amb", "consul", "envoy", "attorney", "solicitor",
        "judge", "justice", "magistrate", "sheriff", "marshal", "constable", "prosecutor",
        "district-attorney", "general", "gen", "lieutenant", "lt", "colonel", "col", "major", "maj",
        "captain", "capt", "commander", "cmdr", "cdr", "sergeant", "sgt", "corporal", "cpl", "private",
        "pvt", "pfc", "admiral", "adm", "brigadier", "brig", "ensign", "officer", "detective", "det",
        "inspector", "insp", "superintendent", "supt", "chief", "deputy", "agent", "trooper", "patrolman",
        "warden", "coroner", "director", "chairman", "chairwoman", "chairperson", "chair", "speaker",
        "leader", "whip", "dean", "provost", "rector", "principal", "coach", "manager", "founder",
        "co-founder", "cofounder", "owner", "editor", "spokesman", "spokeswoman", "spokesperson",
        "congressperson", "first", "hon", "honorable", "honourable", "excellency", "mp", "mep", "msp",
        "mla", "member", "author", "actor", "actress", "singer", "analyst", "lawyer", "counsel", "doctor",
        "nurse", "engineer", "activist", "candidate", "nominee", "rapper", "economist", "chairmen",
        "presidents", "senators", "ministers", "famer", "undersecretary", "under-secretary", "comptroller",
        "treasurer", "auditor", "chef", "star", "sens", "reps", "govs", "gens", "profs", "princes",
        "justices", "judges",
    }
)  # fmt: skip

# Adjectives of parties stand before names as nationalities do.
PARTISAN = frozenset(
    {
        "republican", "democrat", "democratic", "conservative", "labour", "liberal", "tory", "green",
        "socialist", "communist", "independent", "nationalist", "gop", "libertarian", "islamist",
        "republicans", "democrats", "conservatives", "liberals", "tories", "greens", "socialists",
        "communists", "nationalists", "libertarians", "islamists",
    }
)  # fmt: skip

# Nouns for what a person may be, beside the offices; found by suffix too (see is_role).
_ROLES = OFFICES | frozenset(
    {
        "head", "boss", "chief-of-staff", "aide", "adviser", "advisor", "ally", "assistant", "strategist",
        "consultant", "pollster", "operative", "surrogate", "politician", "lawmaker", "legislator",
        "parliamentarian", "statesman", "diplomat", "official", "bureaucrat", "negotiator", "mediator",
        "incumbent", "pontiff", "royal", "contender", "challenger", "rival", "opponent",
        "hopeful", "frontrunner",
        "front-runner", "running-mate", "mate", "successor", "predecessor", "heir", "monarch",
        "sovereign", "ruler", "dictator", "strongman", "autocrat", "president-elect", "tycoon", "mogul",
        "magnate", "billionaire", "millionaire", "entrepreneur", "businessman", "businesswoman", "ceo",
        "cfo", "coo", "cto", "executive", "banker", "broker", "investor", "trader", "developer",
        "publisher", "producer", "journalist", "reporter", "correspondent", "columnist", "commentator",
        "anchor", "host", "presenter", "broadcaster", "blogger", "writer", "novelist", "poet",
        "playwright", "historian", "scholar", "academic", "scientist", "researcher", "physicist",
        "chemist", "biologist", "professor", "lecturer", "teacher", "student", "pupil", "graduate",
        "farmer", "worker", "driver", "baker", "carpenter", "plumber", "electrician", "mechanic",
        "builder", "miner", "fisherman", "sailor", "pilot", "soldier", "veteran", "fighter", "rebel",
        "guard", "gunman", "suspect", "defendant", "victim", "witness", "survivor", "plaintiff",
        "prisoner", "inmate", "convict", "resident", "neighbor", "neighbour", "voter", "citizen",
        "immigrant", "migrant", "refugee", "protester", "demonstrator", "conservationist",
        "environmentalist", "headteacher", "headmaster",
        "headmistress", "schoolteacher", "administrator", "coordinator", "registrar", "ombudsman", "curator",
        "librarian", "detective", "investigator", "inspector", "instructor", "trainer", "translator",
        "organizer", "organiser",
        "volunteer", "campaigner", "advocate", "critic", "supporter", "donor", "spokesman", "spokeswoman",
        "spokesperson", "representative", "physician", "surgeon", "psychologist", "psychiatrist",
        "pharmacist", "therapist", "paramedic", "firefighter", "striker", "midfielder", "defender",
        "goalkeeper", "forward", "winger", "captain", "skipper", "player", "footballer", "athlete",
        "champion", "swimmer", "runner", "boxer", "wrestler", "golfer", "cyclist", "jockey", "racer",
        "goalie", "pitcher", "quarterback", "rookie", "teammate", "singer", "musician", "artist",
        "painter", "sculptor", "composer", "conductor", "dancer", "filmmaker", "director", "actor",
        "actress", "comedian", "designer", "architect", "photographer", "model", "celebrity", "activist",
        "leader", "envoy", "delegate", "expert", "specialist", "man", "woman", "boy", "girl", "mother",
        "father", "son", "daughter", "wife", "husband", "brother", "sister", "uncle", "aunt", "cousin",
        "nephew", "niece", "grandmother", "grandfather", "grandson", "granddaughter", "widow", "widower",
        "parent", "partner", "fiance", "fiancee", "boyfriend", "girlfriend", "friend", "colleague",
        "fellow", "native", "newcomer", "outsider", "insider", "insiders", "source", "member", "attorney",
        "teenager", "toddler", "pensioner", "retiree", "owner", "founder", "chairman", "chairwoman",
        "chairperson", "jurist", "clerk", "narrator", "moderator", "questioner", "poster", "speaker",
        "spokespeople", "deputy", "subordinate", "superior", "trustee", "regent",
    }
)  # fmt: skip
_SHORTEST_MAKER = 7
# Of these, words that are surnames or first names as often, or begin names of things.
_NAMES_TOO = frozenset(
    {
        "baker", "carpenter", "farmer", "driver", "miner", "sailor", "painter", "clerk", "guard", "fellow",
        "native", "model", "champion", "forward", "runner", "boxer", "royal", "friend", "superior", "regent",
        "source", "head", "boss", "man", "woman", "boy", "girl", "son", "parent", "partner", "poet", "host",
        "anchor", "heir", "mate", "ruler", "sovereign", "broker", "developer", "student", "worker", "rebel",
        "fighter", "soldier", "veteran", "pilot", "victim", "witness", "expert", "poster", "insider",
        "resident", "citizen", "voter", "refugee", "migrant", "player", "racer", "builder",
    }
)  # fmt: skip
# Words made with these before a name are what its bearer is: "Biologist Ana Moor".
_MAKERS = (
    "woman",
    "ologist",
    "ographer",
    "keeper",
    "owner",
    "holder",
    "worker",
    "teacher",
    "fighter",
    "officer",
)
_SUFFIXES = (
    "woman", "man", "person", "ologist", "ographer", "ist", "keeper", "maker", "owner", "holder", "leader",
    "worker", "writer", "teacher", "director", "minister", "president", "secretary", "elect", "year-old",
)  # fmt: skip


def is_office(word: str) -> bool:
    """Whether a word, in any case, may stand as a title before a name."""
    folded = fold(word)
    return folded in OFFICES or ("-" in folded and folded.rpartition("-")[2] in OFFICES)


def stands_before_names(word: str) -> bool:
    """Whether a word with a capital, in any case, is what someone is rather than a part of a name:
    "Headteacher"."""
    folded = fold(word)
    if is_office(folded):
        return True
    if folded in _NAMES_TOO:
        return False
    return folded in _ROLES or (len(folded) > _SHORTEST_MAKER and folded.endswith(_MAKERS))


def is_name_too(word: str) -> bool:
    """Whether what someone is (folded) is a surname, a first name or a thing's first word as well."""
    return word in _NAMES_TOO


def is_courtesy(word: str) -> bool:
    """Whether the word is a courtesy title, which says nothing of an office."""
    return fold(word) in COURTESY


_IRREGULAR = {"men": "man", "women": "woman", "people": "person", "wives": "wife", "children": "child"}
# What is said of people in general: no name however it is written.
_IN_GENERAL = frozenset(
    {
        "police", "authorities", "troops", "media", "sources", "families", "parents", "relatives", "analysts",
        "conservationists", "forecasters", "locals", "villagers", "crowds", "loyalists",
        "opponents", "proponents",
        "prosecutors", "observers", "onlookers", "bystanders", "commuters", "shoppers",
        "tourists", "users", "readers",
        "viewers", "fans", "students", "polls", "reports", "studies", "records",
        "documents", "statistics", "figures", "research", "data", "evidence",
        "people", "men", "women", "children", "doctors", "nurses", "lawyers", "attorneys",
        "aides", "companies", "banks",
    }
)  # fmt: skip


def is_people_in_general(word: str) -> bool:
    """Whether the word (in small letters) is a plain plural for people: "residents", "officials", "police"."""
    if word in _IN_GENERAL:
        return True
    one = singular(word)
    return one != word and is_role(one) and not is_role(word)


def singular(word: str) -> str:
    """A noun without its plural ending; other words as they are."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("men"):
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes", "xes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:  # noqa: PLR2004
        return word[:-1]
    return word


def is_role(word: str) -> bool:
    """Whether the word (singular, any case) is a noun for what a person is."""
    folded = fold(word)
    return folded in _ROLES or (len(folded) > 5 and folded.endswith(_SUFFIXES))  # noqa: PLR2004
