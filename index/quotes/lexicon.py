"""The verbs of reporting: their forms, what may follow them, and which act they report.

Grammar of the table: one verb a line, `lemma[/past[/participle]] frames`, under a heading that names the act.
A frame is a letter:
    q  quoted words may stand before or after it            “...,” she noted
    c  a clause, with or without "that"                     said (that) it rains
    t  a clause, only with "that" or a question word        hinted that / asked whether it rains
    i  to + verb                                            vowed to stay
    n  a noun phrase or -ing form is what was said          denied the report, admitted leaving
    o  someone + to + verb                                  urged them to stay
    a  a listener may stand between verb and words          told reporters (that)
    b  someone + "of", "for", "as" + words                  accused them of, praised them for
    k  a name for something                                 called it a “mistake”
A verb with a particle is written with "_": point_out, call_for. Regular forms are made by `_forms`.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from index.models.quotes import Act
from index.quotes.grammar import word_set

Form = Literal["base", "s", "past", "ing", "participle"]

_TABLE: dict[Act, str] = {
    "said": """
say/said qc  state qcn  add qc  tell/told qcao  note qcn  remark qt  comment qt  write/wrote/written qct
tweet qct  post qt  blog qt  explain qctn  argue qctn  assert qcn  claim qcin  contend qc  maintain qc
insist qc  declare qcnk  affirm qtn  reaffirm qtn  reiterate qctn  repeat qtn  stress qtn  emphasize qtn
emphasise qtn  underline qt  underscore qt  observe qt  mention tn  acknowledge qctn  admit qctn
concede qctn  confess qt  confirm qctn  agree qcti  conclude qc  suggest qctn  indicate tc  hint t  imply t
signal t  reveal qtn  disclose tn  report qctn  recall qtn  recount qn  reflect q  reply qt  respond qt
answer qt  counter qt  retort qt  quip q  joke qtc  laugh q  shout qt  yell q  chant q  scream q  whisper qt
mutter q  murmur q  cry q  continue q  interject q  exclaim q  muse qt  opine qt  testify qct  boast qtc
brag qct  complain qct  lament qtn  grumble qt  cite n  quote n  describe bk  label k  dub k  brand k
characterize b  characterise b  portray b  depict b  tout n  discuss n  express n  voice n  echo q  defend n
remind qta  inform ta  notify ta  advise qota  brief t  propose qtni  recommend qtno  advocate n
read/read/read q  call qk  sum_up q  put/put/put_it q  make/made/made_clear t  go/went/gone_on q  chime_in q  shoot/shot_back q  fire_back q
hit/hit_back q  push_back q  point_out qtn  point_to n  refer_to n  allude_to n  speak/spoke/spoken_of n
speak/spoke/spoken_about n  speak/spoke/spoken_out n  talk_about n  talk_of n  comment_on n  joke_about n
elaborate qt  clarify qt  specify tc  speculate qtc  theorize t  posit t  attest t  profess n  intone q
deadpan q  gush q  enthuse q  blurt q  sigh q  snap q  bark q  bellow q  plead qoi  volunteer q  surmise qt
apologize q  stipulate t  tell/told_of n  allege qct  estimate tc  counsel ot  reassure qta  liken b
detail n  summarize q  concur qt  venture q  banter q  gripe q  marvel qt  rant q  rave q  sing/sang/sung q
attribute b  think/thought q  reason qt  believe q  add_to q  quote n  remember q  hope q  grin q  beam q  protest qt
""",
    "promised": """
promise qctian  pledge qtin  vow qtin  swear/swore/sworn qti  guarantee tn  undertake/undertook/undertaken i
assure qta  offer i
""",
    "warned": "warn qctao  caution qtao  threaten it  warn_of n  warn_against n  warn_about n  caution_against n",
    "demanded": """
demand qtin  urge qotn  call_for n  call_on o  call_upon o  insist_on n  request tn  appeal qi
appeal_for n  press_for n  beg qo  implore qo  exhort qo  instruct o  appeal_to o  order o
""",
    "denied": """
deny/denied qtnc  reject n  dismiss n  refute n  dispute tn  rebut n  rule_out n  disavow n  contradict n
repudiate n  rebuff n
""",
    "accused": """
accuse b  blame b  charge qt  criticize qn  criticise qn  condemn qn  blast qn  slam qn  denounce n  attack n
decry n  lambast n  rebuke n  scold qn  chide qn  mock n  ridicule n  deride n  fault b  bash n
lash_out n  rail_against n  hit/hit_out n  rip n  castigate n  chastise n  assail n  skewer n  deplore n
lampoon n  berate n  disparage n  question tn  take/took/taken_aim n  excoriate n
""",
    "praised": """
praise n  hail n  applaud n  commend n  laud n  thank n  congratulate n  salute n  welcome n  pay/paid_tribute n
compliment n  extol n
""",
    "announced": "announce qctn  proclaim qtn  herald n",
    "predicted": "predict qctn  forecast/forecast/forecast tn  foresee/foresaw/foreseen tn  project t  prophesy t",
    "asked": "ask qotna  inquire qt  enquire qt  query q  wonder qt  ask_for n  ask_about n",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb of reporting: `particle` must follow it ("" for none); `frames` are the letters of the table."""

    lemma: str
    particle: str
    frames: frozenset[str]
    act: Act


@dataclass(frozen=True, slots=True)
class Entry:
    """What a written form may be: a form of these verbs, those with a particle first."""

    form: Form
    verbs: tuple[Verb, ...]


# What may follow a particle as part of it: "lashed out at", "hit back against", "took aim at".
PARTICLE_TAILS: dict[str, frozenset[str]] = {
    "out": word_set("at against about"),
    "back": word_set("at against"),
    "tribute": word_set("to"),
    "aim": word_set("at"),
}
# Verbs that double the last letter before -ed and -ing.
_DOUBLING = word_set(
    "quip brag chat refer rebut admit commit blog rip rap sum beg dub snap slam concur quiz deadpan"
    " extol blur hit"
)
# Forms that are as often a noun; see `cues`, which looks at the words around them.
NOUN_LIKE = word_set(
    "claim claims report reports call calls note notes comment comments question questions promise"
    " promises demand demands attack attacks charge charges blame request requests offer offers state"
    " states answer answers reply replies cry cries remark remarks mention mentions pledge pledges vow"
    " vows joke jokes laugh laughs quote quotes tweet tweets post posts estimate estimates forecast"
    " forecasts address addresses appeal appeals command commands order orders project projects detail"
    " details voice voices echo echoes signal signals hint hints counter counters document stress label"
    " labels brand brands cite counsel bark whisper scream yell chant chants fault faults slam query"
    " queries read reads dispute disputes press push welcome salute praise rebuke outline outlines"
    " brief briefs blog hammer rap rip boast lament complaint warning sum sigh snap concern dub retort"
    " retorts shout shouts protest protests advocate advocates reason reasons"
)


@cache
def entries() -> dict[str, Entry]:
    """Every written form of every verb of the table, in lower case."""
    forms: dict[str, tuple[Form, list[Verb]]] = {}
    for act, block in _TABLE.items():
        fields = block.split()
        for spec, frames in zip(fields[::2], fields[1::2], strict=True):
            written, _, particle = spec.partition("_")
            parts = written.split("/")
            verb = Verb(parts[0], particle.replace("_", " "), frozenset(frames), act)
            for form, text in _forms(parts):
                forms.setdefault(text, (form, []))[1].append(verb)
    return {
        text: Entry(form, tuple(sorted(verbs, key=lambda verb: not verb.particle)))
        for text, (form, verbs) in forms.items()
    }


def _forms(parts: list[str]) -> list[tuple[Form, str]]:
    lemma = parts[0]
    past = parts[1] if len(parts) > 1 else _with_ed(lemma)
    found: list[tuple[Form, str]] = [("past", past)]
    if len(parts) > 2 and parts[2] != past:  # noqa: PLR2004 - the third part of lemma/past/participle
        found.append(("participle", parts[2]))
    found += [("s", _with_s(lemma)), ("ing", _with_ing(lemma))]
    if lemma != past:
        found.append(("base", lemma))
    return found


def _with_ed(lemma: str) -> str:
    if lemma.endswith("e"):
        return lemma + "d"
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ied"
    return lemma + (lemma[-1] if lemma in _DOUBLING else "") + "ed"


def _with_s(lemma: str) -> str:
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies"
    return lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "o")) else "s")


def _with_ing(lemma: str) -> str:
    if lemma.endswith("e") and not lemma.endswith("ee"):
        return lemma[:-1] + "ing"
    return lemma + (lemma[-1] if lemma in _DOUBLING else "") + "ing"
