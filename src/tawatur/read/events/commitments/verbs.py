"""Commitments told by a verb or a participle (تعهدت الحكومة ب، القوات ماضية في)."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.clauses import FINITE, Clause
from tawatur.read.events.commitments.aims import aim_after, deed, event_of, to_meet
from tawatur.read.events.commitments.bound import body_of, for_others, is_body
from tawatur.read.events.context import Context
from tawatur.read.events.pairs import dual, names_two
from tawatur.read.events.phrases import Phrase
from tawatur.record.types import Event

_EXPECTED = 4  # tokens before a "that" among which a word of expecting stands


def by_verb(context: Context, hit: Hit, clause: Clause, certain: bool) -> Event | None:
    """What a listed verb or participle binds its subject to; `certain` where the learned model is sure that it does."""
    if not _may_bind(context, hit, clause):
        return None
    body, where = body_of(context, clause, hit)
    if not body or not _is_bound(context, hit, body, where, certain):
        return None
    aim = aim_after(context, hit, clause, where, certain)
    if (
        aim is None
        or to_meet(context, aim)
        or (hit.data.get("deed") and not deed(context, hit, aim))
        or (not hit.data.get("formal") and aim in context.firsts("commitment.accused"))
        or (hit.data.get("threat") and any(context.types.get(v) == "organisation" for v in body))
        or (clause.negated and clause.verb is not None and clause.verb.first == hit.first)
    ):
        return None
    return event_of(context, aim, body, where, _start(hit, clause, where), _status(context, hit, clause, aim))


def by_future(context: Context, hit: Hit, clause: Clause, certain: bool) -> Event | None:
    """What a body says it will do, or will not (لن يفرط بحقوق شعبه): the verb, with its negation, is the aim's head."""
    mark = context.particles.get(hit.first - 1)
    ahead = mark is not None and bool(mark.data.get("future"))
    denied = ahead and mark is not None and mark.data["class"] == "negation"
    if hit.features.get("form") != "future" and not ahead:
        return None
    if clause.verb is None or clause.verb.first != hit.first or (clause.negated and not denied):
        return None
    body, where = body_of(context, clause, hit)
    people = for_others(context, hit, body) or (where is not None and where.first in context.firsts("commitment.own"))
    if not body or not (people or is_body(context, body, persons=True)) or _only_if(context, clause, hit):
        return None
    aim = hit.first - 1 if denied else hit.first
    if to_meet(context, hit.first):
        return None
    return event_of(context, aim, body, where, _start(hit, clause, where), "planned")


def _start(hit: Hit, clause: Clause, where: Phrase | None) -> int:
    """Where the telling begins: at the subject ahead of the verb, else at the verb."""
    ahead = where is not None and where.end <= hit.start and where.start >= clause.start
    return where.start if where is not None and ahead else hit.start


def _may_bind(context: Context, hit: Hit, clause: Clause) -> bool:
    """Whether a word has a form that binds, and no clause of a condition or of what was holds it (إذا التزمت الأطراف،
    قد تسعى، كان يسعى)."""
    form = hit.features.get("form")
    if form in FINITE and hit.first not in context.verbs:
        return False
    if not hit.data.get("formal") and dual(context, hit) and form == "past":
        return False  # سعيا is a noun far more often than a dual
    if form == "past" and "person" in hit.features:
        return False  # وعدنا is another verb
    if (hit.data.get("future_only") and form != "future") or (hit.data.get("past_only") and form != "past"):
        return False
    before = context.marks_before(clause, hit.first)
    if not hit.data.get("formal") and any(m.data.get("past") or m.data["class"] == "negation" for m in before):
        return False  # what a body used to seek binds it no more
    return not _only_if(context, clause, hit)


def _only_if(context: Context, clause: Clause, hit: Hit) -> bool:
    """Whether a verb only tells a condition, or what may be or is expected."""
    before = context.marks_before(clause, hit.first)
    may = hit.features.get("form") == "present" and context.document.tokens[hit.first - 1].form.endswith(
        context.letters.may
    )
    ahead = context.particles.get(clause.first - 1) if clause.opener == "that" else None  # لو أن الحكومة قررت
    conditional = any(m.data.get("conditional") for m in (*before, *([ahead] if ahead is not None else ())))
    return may or conditional or _expected(context, clause)


def _expected(context: Context, clause: Clause) -> bool:
    """Whether somebody only expects what a clause behind "that" tells (وسط توقعات بأن المصرف سيخفض الفائدة)."""
    if clause.opener != "that":
        return False
    near = range(max(clause.sentence.first, clause.first - _EXPECTED), clause.first)
    words = context.document.hits("commitment.forecast", within=clause.sentence)
    told = [h for h in words if h.first in near]
    return bool(told) and not any(i in context.firsts("say") for i in range(told[-1].last + 1, clause.first))


def _is_bound(context: Context, hit: Hit, body: list[str], where: Phrase | None, certain: bool) -> bool:
    """Whether those of whom a verb is said can be bound by it: a state or a body, anybody by a word that is a pledge
    in its own right; several where it says what several do; people and bodies without a name where it is sure."""
    formal = bool(hit.data.get("formal"))
    two = where is not None and names_two(context, where)
    if hit.data.get("several") and not (len(body) >= 2 or two or certain or _many(context, hit, where)):
        return False
    office = where is not None and (where.first in context.words.people or where.first in context.words.visitors)
    people = formal and (dual(context, hit) or office or two or any(context.types.get(v) == "person" for v in body))
    people = people or for_others(context, hit, body)
    if certain and where is not None and (office or where.first in _unnamed(context)):
        return True
    acting = where is not None and where.first in context.words.people_words  # إدارة فلان: the person's government
    return people or is_body(context, body, formal or acting or bool(hit.data.get("persons")))


def _many(context: Context, hit: Hit, where: Phrase | None) -> bool:
    """Whether several people do something together: a plural verb, or its subject (اتفق وزراء الداخلية)."""
    return hit.features.get("number") == "p" or (where is not None and where.first in context.words.people_words)


def _unnamed(context: Context) -> frozenset[int]:
    """Where a body stands without its name (الشركة، المصرف)."""
    return context.document.firsts("commitment.body", "founding.body")


def _status(context: Context, hit: Hit, clause: Clause, aim: int) -> str:
    """A deed that is pledged or threatened is planned, what somebody has stood by or goes on with is ongoing, what he
    once promised done."""
    if hit.data.get("past_only"):
        return "done"
    kept = any(h.first in (aim, aim + 1) for h in context.document.hits("commitment.kept", within=clause.sentence))
    planned = hit.data.get("planned") or hit.data.get("threat") or hit.data.get("pledge")
    return "planned" if planned and not kept else "ongoing"
