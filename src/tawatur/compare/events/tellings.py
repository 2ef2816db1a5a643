"""What the telling itself says for and against two events being one: its words, its report, its story, its copies."""

from __future__ import annotations

from tawatur.compare.corpus import alike, one_voice
from tawatur.compare.days import one_occasion
from tawatur.compare.events.fillers import one_company, same_toll, telling
from tawatur.compare.events.gifts import rival_sums
from tawatur.compare.events.pair import Pair, common, once, one_story, shared
from tawatur.compare.events.sight import COUNTS, DATED, number
from tawatur.compare.events.storied import opening, suspect
from tawatur.compare.events.timing import long_past, put_off
from tawatur.compare.families import is_person, one_type
from tawatur.compare.places import relation, towns
from tawatur.record.schema import SCHEMA
from tawatur.record.types import Number

FEW_WORDS = 4  # of a telling, below which it says little that another has them too
SEVERAL_WORDS = 3
MANY_WORDS = 5  # in common, from which another wording of the target does not count
NEARLY_ALL = 0.8  # share of all words of both, from which one says what the other says
AGAIN = 0.5  # share of the shorter telling's words that the other repeats
_LAST = frozenset({"conflict", "military-campaign", "siege", "protest"})
_CAMPAIGN = "military-campaign"
_MEASURES = frozenset({"percent", "hour", "day", "minute", "week", "month", "year", "km", "km2"})
_CASES = frozenset({"case", "injury"})  # of persons who are hurt or ill
_BARE = 3  # words that say no more than how many of whom
ONE_BREATH = 120  # characters between two counts of one event
IN_TURN = 400  # characters between what two speakers say of one thing

STATES = frozenset(k.name for k in SCHEMA.kinds.values() if k.state)
_HOLDS = {"meeting": ("body", "host"), "incident": ("target",), "visit": ("visitor",)}
_HEADS = {"designation": "authority", "funding": "donor", "incident": "actor"}  # by whom both counts are


@once
def wording(pair: Pair) -> float:
    """Words in common; a word or two are soon in common."""
    a, b = pair.a.words, pair.b.words
    return 0.8 * alike(a, b) * min(1.0, min(len(a), len(b)) / FEW_WORDS)


@once
def names_near(pair: Pair) -> float:
    """Names of the two sentences in common that are no places."""
    left, right = pair.a.near, pair.b.near
    if not left or not right:
        return 0.0
    return 0.4 * len(left & right) / min(len(left), len(right))


def copied(pair: Pair) -> float:
    """One stretch of a copied passage, or two; a sentence that was used again for another count is no copy."""
    if pair.copied is None or (not pair.copied and (pair.one_report or _word_for_word(pair))):
        return 0.0
    return -1.5 if not pair.copied else 0.5 if _other_count(pair) else 1.5


def _word_for_word(pair: Pair) -> bool:
    """Whether both say the same, one at the head of its report and one further down."""
    a, b = pair.a.words, pair.b.words
    return len(a & b) >= FEW_WORDS and len(a & b) >= NEARLY_ALL * len(a | b) and not _other_count(pair)


def _other_count(pair: Pair) -> bool:
    counts = [(number(pair.a.event, slot), number(pair.b.event, slot)) for slot in ("count", "killed")]
    return any(a and b and a.unit == b.unit and a.value != b.value for a, b in counts)


def turn(pair: Pair) -> float:
    """The second explosion is not the first, nor both together."""
    a, b = pair.a.turn, pair.b.turn
    if a == b:
        return 0.5 if a is not None else 0.0
    return -2.0 if a is not None and b is not None else -0.5


@once
def voice(pair: Pair) -> float:
    """One speaker, or a body and who speaks for it, says both within days: of one occasion."""
    a, b = pair.a, pair.b
    if pair.one_report or not one_occasion(a.day, b.day):
        return 0.0
    return 0.3 if one_voice(a.voice, b.voice) or (a.behalf is not None and a.behalf == b.behalf) else 0.0


@once
def lasting(pair: Pair) -> float:
    """A war, a siege, a wave of protest in one place is one while it lasts."""
    a, b = pair.a, pair.b
    if not (a.event.status == b.event.status == "ongoing" and a.type == b.type and a.type in _LAST):
        return 0.0
    if a.type == _CAMPAIGN and not _one_campaign(pair):
        return 0.0
    return 0.5 if shared(pair, "place") else 0.0


def _one_campaign(pair: Pair) -> bool:
    """Whether two say who is on the move, or in words in common what he does: in one town one side leaves while the
    other brings up forces."""
    known = any(shared(pair, slot) for slot in ("actor", "target"))
    places = frozenset().union(*(r.stems for s in (pair.a, pair.b) for r in s.refs.get("place", ())))
    return known or len(pair.a.words & pair.b.words - places) >= SEVERAL_WORDS


@once
def story(pair: Pair) -> float:
    """What happens is told in its story; reports of others speak of states, of what is long past, and in their later
    parts of what stands behind their news."""
    if one_story(pair.a, pair.b):
        return 0.3
    if pair.kind not in DATED or long_past(pair):
        return -0.3
    return -0.5 if pair.a.news and pair.b.news else -0.3


def one_report(pair: Pair) -> float:
    """The reader kept two objects apart: for two counts of one event, or two voices, or because they are two."""
    if not pair.one_report:
        return 0.0
    if _two_counts(pair) or _breakdown(pair):
        return 1.5
    if contested(pair) or put_off(pair.a, pair.b):
        return 0.8
    if rival_sums(pair):
        return 1.5
    if _denial(pair):
        return 0.3
    if not _two_tellings(pair):
        return -0.4 if _told_again(pair) or _one_act(pair) else -1.5 if shared(pair, "target") is False else -1.2
    return -0.9 if _other_victims(pair) else -0.3


def contested(pair: Pair) -> bool:
    """Whether a report lets two speakers in turn count the dead of one thing, of which the one says no more than that
    (the police says seven were killed, the doctors say more)."""
    a, b = pair.a, pair.b
    voices = a.voice is not None and b.voice is not None and a.voice != b.voice
    if not (pair.one_report and pair.kind == "incident" and voices):
        return False
    left, right = number(a.event, "killed"), number(b.event, "killed")
    first, second = sorted((a, b), key=lambda s: s.event.start)
    if not left or not right or left == right or second.event.start - first.event.end > IN_TURN:
        return False
    bare = not second.refs.get("target") and second.when is None and second.turn is None
    return bare and shared(pair, "place") is not False and a.type == b.type


def two_voices(pair: Pair) -> bool:
    """Whether a report gives two voices to one thing: it is told and denied, or two tell who struck one target, or how
    many died."""
    if "denied" in (pair.a.event.status, pair.b.event.status):
        return True
    return pair.a.voice != pair.b.voice and (bool(shared(pair, "target")) or contested(pair))


def _denial(pair: Pair) -> bool:
    """Somebody denies what the report tells: that it was in this place, or struck this; or where he says neither,
    that there was anything of the kind. Two may deny it in turn."""
    denied = [s.event.status == "denied" for s in (pair.a, pair.b)]
    if denied[0] != denied[1] and (shared(pair, "place") or shared(pair, "target")):
        return True
    return _denial_in_story(pair) and None in (shared(pair, "place"), shared(pair, "target"))


def _told_again(pair: Pair) -> bool:
    """The first paragraph tells again what the summary above it told, in mostly the same words."""
    a, b = pair.a.words, pair.b.words
    if shared(pair, "target") is False and len(a & b) < MANY_WORDS:
        return False
    return pair.a.news and pair.b.news and len(a & b) >= max(3, AGAIN * min(len(a), len(b)))


def _one_act(pair: Pair) -> bool:
    """By one authority, or on one target in one place, and on the same days."""
    acts = shared(pair, "authority") or (shared(pair, "place") and shared(pair, "target"))
    return bool(acts) and pair.a.days is not None and pair.a.days == pair.b.days


def _other_victims(pair: Pair) -> bool:
    left, right = number(pair.a.event, "killed"), number(pair.b.event, "killed")
    return shared(pair, "target") is False and (left is None or right is None or left.value != right.value)


def _two_counts(pair: Pair) -> bool:
    """Ten persons and four entities, listed by one authority in one breath."""
    if pair.kind not in _HEADS:
        return False
    left, right = number(pair.a.event, "count"), number(pair.b.event, "count")
    if not left or not right or left.unit == right.unit or not (_counted(left) and _counted(right)):
        return False
    if pair.kind == "incident" and not one_type(pair.a.type, pair.b.type):
        return False
    first, second = sorted((pair.a.event, pair.b.event), key=lambda e: e.start)
    days = pair.a.days, pair.b.days
    return (
        second.start - first.end < ONE_BREATH
        and shared(pair, _HEADS[pair.kind]) is not False
        and (None in days or days[0] == days[1])
    )


def _counted(number: Number) -> bool:
    """Whether it counts persons or things: hours and shares are no count beside another."""
    return number.unit not in _MEASURES


def _breakdown(pair: Pair) -> bool:
    """A report counts those whom one incident struck, and says how many of them are men, women, children: the part is
    told in a few words, with the place and the days of the whole."""
    a, b = pair.a, pair.b
    if pair.kind != "incident" or a.type != b.type or a.days != b.days:
        return False
    left, right = number(a.event, "count"), number(b.event, "count")
    if not left or not right or not (_of_persons(left) and _of_persons(right)) or not _one_spot(pair):
        return False
    return min(len(s.words) for s in (a, b)) <= _BARE and shared(pair, "actor") is not False


def _of_persons(number: Number) -> bool:
    return is_person(number.unit) or number.unit in _CASES


def _one_spot(pair: Pair) -> bool:
    here, there = ({r.id or r.text for r in s.refs.get("place", ())} for s in (pair.a, pair.b))
    return bool(here) and (here <= there or there <= here)


def _two_tellings(pair: Pair) -> bool:
    """Two voices tell it, or two numbers are given."""
    if pair.a.voice != pair.b.voice or pair.kind in STATES:
        return True
    left, right = number(pair.a.event, "killed"), number(pair.b.event, "killed")
    if left and right and left.bound == right.bound == "exact" and left != right:
        return False  # one voice that counts the dead twice speaks of two events
    numbers = [(number(pair.a.event, s), number(pair.b.event, s)) for s in COUNTS]
    return any(a and b and a != b for a, b in numbers)


def nothing_holds(pair: Pair) -> float:
    """Meetings and incidents of a day are many: a date and a participant alone do not make two one, nor does a place
    where no day and few words are common."""
    if opening(pair) or suspect(pair) or pair.copied or lasting(pair) or one_company(pair):
        return 0.0
    if any(_holds(pair, slot) for slot in _HOLDS[pair.kind]):
        return 0.0
    if _said_again(pair) or _denial_in_story(pair) or contested(pair) or put_off(pair.a, pair.b):
        return 0.0
    dated = pair.a.days is not None and pair.b.days is not None
    if shared(pair, "place"):
        if _town_and_names(pair):
            return 0.0
        if pair.kind == "meeting" and _one_guest(pair):
            return -0.6
        return 0.0 if dated or len(pair.a.words & pair.b.words) >= SEVERAL_WORDS or same_toll(pair) else -0.4
    return -0.2 if pair.kind == "visit" or (pair.kind == "incident" and dated) else -0.6


def _town_and_names(pair: Pair) -> bool:
    """Reports of one story name one town and, in its sentence, one and the same person or body."""
    a, b = pair.a, pair.b
    if pair.kind != "incident" or a.type != b.type or not one_story(a, b):
        return False
    if (a.event.status == "planned") != (b.event.status == "planned"):
        return False
    here, there = (towns(s.refs.get("place", ())) for s in (a, b))
    return bool(here & there) and bool(a.near & b.near) and a.type != "other"


def _said_again(pair: Pair) -> bool:
    """One speaker's words on one occasion, as two reports give them."""
    a, b = pair.a, pair.b
    if pair.one_report or not one_voice(a.voice, b.voice) or not one_occasion(a.day, b.day):
        return False
    return len(a.words & b.words) >= SEVERAL_WORDS


def _denial_in_story(pair: Pair) -> bool:
    """Who denies something of the kind that his story is of means that, though he names neither place nor target."""
    a, b = pair.a, pair.b
    if "denied" not in (a.event.status, b.event.status) or not one_story(a, b):
        return False
    if pair.kind != "incident" or a.type != b.type:
        return False
    here, there = a.refs.get("place"), b.refs.get("place")
    if here and there and relation(here, there) not in ("same", "within"):
        return False
    if shared(pair, "target") is None:
        return any(s.event.status == "denied" and not s.refs.get("target") for s in (a, b))
    return any(not x.stems.isdisjoint(y.stems) for x in a.refs["target"] for y in b.refs["target"])


def _one_guest(pair: Pair) -> bool:
    """Whether one of the two names a single person who met nobody knows whom, and the other names two: a guest meets
    several in a day, in one town."""
    few, many = sorted((pair.a.party, pair.b.party), key=len)
    return len(few) == 1 < len(many) and len(pair.a.words & pair.b.words) < SEVERAL_WORDS


def _holds(pair: Pair, slot: str) -> bool:
    left, right = (telling(s.refs.get(slot, ())) for s in (pair.a, pair.b))
    return common(left, right)
