"""Closed word classes of English that the rules for statements look up. Data only, lower case, ' for ’.

Each set is a class in the sense of a grammar; a word may stand in several of them.
"""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """The words of `text`."""
    return frozenset(text.split())


# Pronouns and what stands before nouns.
PERSONAL = word_set("he she they it we i you")
SPOKEN_TO = word_set("him her them it us me you")
# The reporter's own voice and the reader's: never the speaker of a statement.
NOBODY = word_set("i we you it's there please let which what this that")
DETERMINERS = word_set(
    "the a an this that these those some any each every both all several many most few no another"
    " other such one two three four five six seven eight nine ten dozens hundreds thousands various"
    " certain his her their its our my your whose"
)
RELATIVES = word_set("who which whose whom that where")
QUESTION_WORDS = word_set("what whether how why if")

# Helping verbs.
MODALS = word_set("will would can could may might must shall should 'll cannot can't won't wouldn't couldn't")
BE = word_set("is are was were be been being am isn't aren't wasn't weren't")
HAVE = word_set("has have had having hasn't haven't hadn't")
DO = word_set("do does did don't doesn't didn't")
AUXILIARIES = MODALS | BE | HAVE | DO
NEGATIONS = word_set(
    "not never no didn't doesn't don't hasn't haven't hadn't wasn't isn't won't can't cannot wouldn't"
    " couldn't nor neither"
)
CONTRACTED = ("'s", "'d", "'ve", "'re", "'ll", "'m")

PREPOSITIONS = word_set(
    "of in on at by for with from to into onto over under about after before during between among"
    " against within without through throughout across via near since until till upon amid amidst"
    " behind beside besides beyond despite toward towards per outside inside along around concerning"
    " regarding following ahead alongside like unlike as than off up down out"
)
# Prepositions that a noun phrase in the role of a speaker often carries: "head of", "a source in".
NOUN_LINKS = word_set("of for with at from in on near behind inside by against")
# Nouns that take "to": "an adviser to the mayor".
TAKE_TO = word_set(
    "adviser advisers advisor advisors ambassador ambassadors envoy envoys close closest aide aides"
    " delegate delegates witness witnesses assistant assistants deputy counsel counselor heir"
    " challenger successor rival party parties contributor visitor minister secretary commissioner"
    " representative representatives consultant apologist"
)
SUBORDINATORS = word_set(
    "that because as while whilst when whenever if though although after before since until unless where"
    " whereas whether once lest so but and or nor yet than what how why which who whom whose even"
)
COORDINATORS = word_set("and but or yet so nor")
ADVERBS = word_set(
    "also then later once again too still now just soon often always never ever even already recently"
    " previously earlier further rather quite almost perhaps maybe instead meanwhile nevertheless"
    " nonetheless however thus therefore first last finally simply only not yet sometimes seldom twice"
    " thrice today yesterday tomorrow tonight afterwards afterward moreover furthermore long far much"
    " more less back together aloud anyway well likewise subsequently there here both all each"
    " similarly ago"
)
# Of these, the ones that count what follows them.
QUANTITIES = word_set("both all each more less no")
# Words in -ly that are no adverbs.
NOT_ADVERBS = word_set(
    "family ally reply supply italy july assembly early daily weekly monthly likely ugly friendly"
    " elderly costly deadly lovely lonely holy rally tally bully apply comply imply multiply rely fly"
    " anomaly monopoly butterfly jelly belly homily emily kelly billy sally molly holly reilly beverly"
    " kimberly"
)

# Times and places of speaking.
WEEKDAYS = word_set("monday tuesday wednesday thursday friday saturday sunday")
MONTHS = word_set(
    "january february march april june july august september october november december jan feb mar apr"
    " jun jul aug sep sept oct nov dec jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec."
)
TIMES = (
    word_set(
        "day days week weeks month months year years morning afternoon evening night noon midnight"
        " hour hours minute minutes today yesterday tomorrow tonight weekend summer winter spring"
        " autumn decade decades century earlier later ago"
    )
    | WEEKDAYS
    | MONTHS
)
# Time words that are as often something else.
UNSURE_TIMES = word_set("may march day later earlier second")
TIME_LEADS = word_set(
    "last next this that earlier late early the a one two three four five several few many every"
)
OCCASIONS = word_set(
    "interview interviews statement statements speech speeches email emails e-mail letter letters"
    " tweet tweets post posts conference conferences briefing briefings report reports news address"
    " remarks debate debates rally rallies testimony hearing hearings message messages memo filing"
    " filings release call calls video videos telephone phone appearance event events meeting meetings"
    " comments session sessions documents article editorial column book memoir podcast broadcast blog"
    " television tv radio facebook twitter telegram instagram parliament court summit ceremony visit"
    " trip tour campaign conversation response reply answer reference exchange talks note text texts"
    " essay op-ed forum town-hall lecture sermon press audience crowd closing opening"
)
LISTENERS = word_set(
    "reporters journalists supporters lawmakers delegates voters listeners viewers readers colleagues"
    " aides donors parliament congress investors analysts residents students officials police"
    " investigators prosecutors jurors senators members deputies ministers diplomats fans followers"
    " parents workers employees customers troops soldiers friends relatives everyone anyone someone"
    " people allies leaders attendees audiences crowds media press authorities officers staff staffers"
    " detectives doctors mourners worshippers protesters broadcasters state local news agency"
    " television radio"
)

# Finite verbs other than auxiliaries that mark a clause as a clause, beside every form in -ed.
COMMON_VERBS = word_set(
    "go goes went come comes came get gets got make makes made take takes took give gives gave see"
    " sees saw know knows knew think thinks thought want wants become becomes became leave leaves left"
    " keep keeps kept let lets begin begins began seem seems show shows bring brings brought write"
    " writes wrote sit sits sat stand stands stood lose loses lost pay pays paid meet meets met run"
    " runs ran lead leads led say says said tell tells told feel feels felt mean means meant need needs"
    " put puts hold holds held fall falls fell find finds found hear hears heard speak speaks spoke win"
    " wins won send sends sent build builds built spend spends spent cut cuts rise rises rose grow"
    " grows grew die dies sell sells sold break breaks broke choose chose remain remains fight fights"
    " fought draw draws drew drive drives drove buy buys bought wear wears wore catch caught throw"
    " threw deserve deserves believe believes hope hopes like likes love loves hate hates work works"
    " live lives died sued owed lied vied try tries play plays move moves use uses ask asks continue continues include includes"
    " support supports set sets face faces fear fears expect expects serve serves agree agrees"
    " understand understands understood require requires happen happens look looks help helps start"
    " starts turn turns follow follows stop stops allow allows cost costs represent represents violate"
    " violates threaten threatens belong belongs contain contains exist exists depend depends matter"
    " matters"
)
# Of these, the ones that are as often nouns: after an adjective or a noun they do not count.
NOUN_VERBS = word_set(
    "show shows run runs lead need needs put cut cuts rise fall falls hope hopes like work works live"
    " lives move moves use uses support set sets face faces fear fears play plays help start starts"
    " turn turns stop stops cost costs matter matters left fight fights break breaks love hate meet"
    " draw drive look looks try thought found means leaves led wins win say drives"
)
# Words in -ed that are no past forms.
# Verbs that have no passive, and what "by" leads to that acts not: "appeared by video".
INTRANSITIVE = word_set(
    "appeared arrived stayed travelled traveled stopped passed dropped responded reacted replied participated"
    " rallied walked landed sailed ended started began acted lived happened marched gathered worked"
)
MEANS = word_set(
    "video phone telephone videolink satellite letter email e-mail text car train plane air sea bus boat ship mail"
    " post hand foot far night day mistake accident"
)
NOT_PAST = word_set(
    "united hundred red need speed seed bed shed feed so-called alleged renowned beloved armed indeed"
    " naked sacred wicked rugged aged blessed supposed unprecedented limited talented skilled"
    " experienced detailed related retired convicted unrelated unnamed embattled proposed exceed proceed succeed ahmed"
    " mohammed mohamed muhammed saeed khaled hamed zayed rashed waleed"
)
DASHES = frozenset(("—", "–", "--", "-", "―", "‒"))
