"""Words that begin sentences with a capital without being names, and marks of organisations."""

from __future__ import annotations

from index.names.spelling import fold

_FUNCTION = frozenset(
    {
        "a", "an", "the", "this", "that", "these", "those", "he", "she", "it", "they", "we", "i", "you",
        "his", "her", "its", "their", "our", "my", "your", "him", "them", "us", "me", "who", "whom",
        "whose", "which", "what", "when", "where", "why", "how", "there", "here", "all", "any", "both",
        "each", "every", "either", "neither", "some", "many", "much", "most", "more", "few", "several",
        "other", "others", "another", "such", "one", "two", "three", "four", "five", "six", "seven",
        "eight", "nine", "ten", "no", "not", "nor", "none", "nobody", "nothing", "someone", "somebody",
        "something", "everyone", "everybody", "everything", "anyone", "anybody", "anything", "and", "but",
        "or", "so", "yet", "for", "if", "then", "than", "as", "at", "by", "in", "on", "of", "to", "from",
        "with", "without", "within", "into", "onto", "over", "under", "above", "below", "between",
        "among", "amongst", "against", "across", "after", "before", "during", "since", "until", "till",
        "while", "whereas", "although", "though", "because", "unless", "about", "around", "along",
        "behind", "beside", "besides", "beyond", "despite", "except", "inside", "outside", "near", "off",
        "out", "per", "through", "throughout", "toward", "towards", "upon", "up", "down", "via", "amid",
        "versus", "like", "unlike", "even", "just", "only", "also", "too", "very", "still", "already",
        "again", "once", "now", "soon", "later", "earlier", "recently", "meanwhile", "however",
        "moreover", "furthermore", "therefore", "thus", "hence", "instead", "otherwise", "nevertheless",
        "nonetheless", "perhaps", "maybe", "indeed", "yes", "well", "oh", "please", "thanks", "today",
        "yesterday", "tomorrow", "tonight", "last", "next", "first", "second", "third", "finally",
        "additionally", "according", "asked", "is", "are", "was", "were", "be", "been", "being", "am",
        "do", "does", "did", "done", "has", "have", "had", "having", "can", "could", "will", "would",
        "shall", "should", "may", "might", "must", "let", "lets", "dont", "didnt", "doesnt", "isnt",
        "wasnt", "cant", "wont", "im", "ive", "id", "hes", "shes", "theyre", "youre", "thats", "whats",
        "theres", "heres", "weve", "wed", "ill", "given", "following", "including", "speaking", "ahead",
        "never", "ever", "always", "often", "sometimes", "usually", "rather", "quite", "almost", "nearly",
        "roughly", "overall", "plus", "minus", "monday", "tuesday", "wednesday", "thursday", "friday",
        "saturday", "sunday", "january", "february", "march", "april", "june", "july", "august",
        "september", "october", "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug",
        "sept", "sep", "oct", "nov", "dec", "read", "see", "watch", "click", "photo", "image", "video",
        "file", "source", "sources", "editor", "note", "story", "share", "related", "updated", "breaking",
        "said", "says", "added", "nbsp", "amp", "mr",
    }
) - {"mr"}  # fmt: skip

# What leads from a noun to another in a description: "the aide of Tesk", "a baker from Kelm".
PREPOSITIONS = frozenset(
    {
        "of", "for", "from", "at", "in", "on", "with", "to", "by", "as", "about", "against", "under", "over",
        "near", "after", "than", "behind", "inside", "outside", "including", "like", "since",
    }
)  # fmt: skip

# What newspapers are called.
_PAPERS = frozenset(
    {
        "times", "post", "journal", "herald", "tribune", "gazette", "guardian", "telegraph", "mail", "observer",
        "globe", "chronicle", "courier", "mirror", "express", "sentinel", "dispatch", "inquirer", "examiner",
    }
)  # fmt: skip

# The last word (or, before "of" and "for", the first part's last) of an organisation's name.
ORGANISATIONS = _PAPERS | frozenset(
    {
        "administration", "agency", "alliance", "army", "assembly", "association", "authority", "bank",
        "board", "brigade", "broadcaster", "bureau", "cabinet", "campaign", "center", "centers", "centre",
        "centres", "chamber",
        "church", "circuit", "club", "coalition", "college", "commission", "committee", "commons",
        "community", "company", "conference", "confederation", "congress", "consortium", "corp",
        "corporation", "corps", "council", "court", "department", "directorate", "embassy", "enterprise",
        "enterprises", "exchange", "federation", "fellowship", "force", "forces", "forum", "foundation",
        "front", "fund", "government", "group", "guard", "guild", "holdings", "hospital", "house",
        "hospitals", "inc", "incorporated", "initiative", "institute", "institution", "intelligence",
        "international", "laboratory", "laboratories", "league", "legislature", "llc", "lobby",
        "lords", "ltd", "magazine", "media", "ministry", "mission", "mosque", "movement", "museum",
        "nations", "network", "news", "newspaper", "office", "organisation", "organization", "palace",
        "parliament", "partners", "party", "patrol", "plc", "police", "press", "project", "radio",
        "registry", "sa", "school", "secretariat", "senate", "service", "services", "society", "squad",
        "state", "studio", "studios", "summit", "supreme", "syndicate", "task", "team",
        "television", "temple", "trust", "tribunal", "tv", "union", "unit", "united",
        "university", "watch", "weekly", "treasury", "airlines", "airways", "airport", "energy", "oil",
        "gas", "motors", "systems", "technologies", "industries", "investments", "securities",
        "insurance", "pharmaceuticals", "records", "daily",
        "review", "star", "sun",
        "agence", "agencies", "conservancy", "observatory", "library", "academy",
        "resources", "bloc", "caucus", "militia", "troops", "navy", "fc", "afc", "rovers", "athletic",
        "ledger", "bulletin", "band", "orchestra", "philharmonic", "choir", "brewing", "cruises", "baseball",
        "soccer", "basketball", "hockey", "district", "division", "almanac",
    }
)  # fmt: skip

# What an organisation is called by when it is not named.
BODIES = frozenset(
    {
        "company", "firm", "union", "paper", "newspaper", "outlet", "group", "channel", "club",
        "manufacturer", "carmaker", "automaker", "airline", "retailer", "lender", "regulator", "watchdog",
        "charity", "nonprofit", "think-tank", "tank", "body", "carrier", "giant", "startup", "website",
        "site", "operator", "publisher", "broadcaster", "station", "insurer", "brewer", "supermarket",
        "utility", "developer", "contractor", "panel", "museum", "party", "ministry", "agency", "organisation",
        "organization", "department", "committee", "commission", "council", "bank", "university",
        "college", "school", "court", "government", "administration", "institute", "foundation",
        "association", "federation", "authority", "bureau", "board", "network", "magazine", "parliament",
        "senate", "church",
    }
)  # fmt: skip

# What ends the names of those who are called so, beside the word itself.
NAMED_BODIES: dict[str, frozenset[str]] = {
    "union": frozenset({"association", "federation", "brotherhood", "guild", "alliance", "workers"}),
    "airline": frozenset({"airlines", "airways"}),
    "panel": frozenset({"committee", "subcommittee", "commission"}),
    "court": frozenset({"tribunal"}),
    "club": frozenset({"fc", "afc", "rovers", "athletic"}),
    "museum": frozenset({"gallery"}),
    "paper": _PAPERS,
    "newspaper": _PAPERS,
}  # fmt: skip

# Of these, what any organisation may be called.
ANY_BODY = frozenset({"company", "firm", "group", "organisation", "organization", "agency", "body", "outlet"})

# Last words of names of what is neither a person nor able to speak.
AFFAIRS = frozenset(
    {
        "day", "days", "week", "month", "year", "act", "bill", "law", "laws", "war", "wars", "treaty",
        "accord", "accords", "agreement", "deal", "pact", "games", "cup", "prize", "award", "awards",
        "festival", "constitution", "amendment", "bible", "koran", "internet", "plan", "program",
        "programme", "protocol", "resolution", "convention", "primary", "primaries", "election",
        "elections", "championship", "championships", "olympics", "show", "theory", "revolution",
        "symposium", "debate", "report", "study", "index", "list", "strip", "matter", "crisis", "era",
        "age", "order", "initiative", "doctrine", "charter", "declaration", "fair", "expo", "tournament",
        "final", "finals", "open", "marathon", "rally", "march", "massacre", "attack", "attacks",
        "bombing", "shooting", "scandal", "affair", "code", "rules", "text", "texts", "edition", "volume",
        "chapter", "section", "article", "jubilee", "scholarship",
    }
)  # fmt: skip

# Words after "in", "from" and such or before a direction: part of a place, never of a person.
PLACES = frozenset(
    {
        "street", "avenue", "road", "lane", "boulevard", "square", "park", "river", "lake", "mount",
        "mountain", "mountains", "island", "islands", "sea", "ocean", "bay", "county", "city", "town",
        "village", "district", "province", "region", "state", "valley", "beach", "hills", "heights",
        "airport", "station", "bridge", "strait", "peninsula", "desert", "forest", "canal", "port",
        "harbor", "harbour", "plaza", "hotel", "arena", "stadium", "center", "centre", "tower",
        "building", "prison", "st", "ave", "blvd", "rd",
        "north", "south", "east", "west", "northern", "southern", "eastern",
        "western", "central", "upper", "lower",
    }
)  # fmt: skip


# Of these, words that are nobody's surname.
NO_SURNAMES = frozenset(
    {
        "avenue", "boulevard", "ocean", "bay", "county", "city", "district", "province", "valley",
        "airport", "strait", "peninsula", "desert", "canal", "harbor", "harbour", "stadium", "prison",
        "ave", "blvd",
    }
)  # fmt: skip
# First words of names of storms.
STORMS = frozenset({"hurricane", "typhoon", "cyclone"})

# Parts of a country that are written with one word and may be first names too.
STATES = frozenset(
    {
        "alabama", "alaska", "arizona", "arkansas", "california", "colorado", "connecticut", "delaware",
        "florida", "hawaii", "idaho", "illinois", "indiana", "iowa", "kansas", "kentucky", "louisiana", "maine",
        "maryland", "massachusetts", "michigan", "minnesota", "mississippi", "missouri", "montana", "nebraska",
        "nevada", "ohio", "oklahoma", "oregon", "pennsylvania", "tennessee", "texas", "utah", "vermont",
        "virginia", "wisconsin", "wyoming", "alberta", "manitoba", "ontario", "quebec", "saskatchewan",
        "queensland", "tasmania", "bavaria", "catalonia", "scotland", "wales", "england",
    }
)  # fmt: skip

# First words of names of places: "New Mexico", "San Tessin".
PLACE_BEGINNINGS = frozenset(
    {
        "new", "north", "south", "east", "west", "san", "santa", "fort", "mount", "port", "los", "las",
        "lake", "cape", "northern", "southern", "eastern", "western", "central", "upper", "lower", "greater",
    }
)  # fmt: skip

# Function words that are names too: given names and surnames the world over.
_MONTHS_GIVEN = frozenset({"april", "june", "august", "jan", "jun", "mar"})
_GIVEN = _MONTHS_GIVEN | {
    "will",
    "may",
    "do",
    "so",
    "an",
    "no",
    "ho",
    "you",
    "per",
    "see",
    "march",
    "he",
    "her",
}


# Function words as they open a sentence, apart from those that are names too.
OPENERS = frozenset(word.capitalize() for word in _FUNCTION - _GIVEN)


def is_month(word: str) -> bool:
    """Whether the word is a month as well as a given name: "April", "Jan"."""
    return fold(word) in _MONTHS_GIVEN


def is_given(word: str) -> bool:
    """Whether a function word is a name as well: "Will", "May", "Jun"."""
    return fold(word) in _GIVEN


def is_function_word(word: str) -> bool:
    """Whether a capitalised word is one that begins sentences rather than names."""
    return fold(word) in _FUNCTION
