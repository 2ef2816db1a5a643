"""Who visits: the person or the delegation that a verb of going or a noun of visiting is said of."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import (
    antecedent,
    carried_subject,
    direct_object,
    leading_phrase,
    noun_phrase,
    pronoun_ahead,
    subject,
)
from tawatur.read.events.clauses import Clause
from tawatur.read.events.complements import complements
from tawatur.read.events.context import Context
from tawatur.read.events.phrases import Phrase, words
from tawatur.read.events.slots import values
from tawatur.read.events.visit_places import ADJECTIVES
from tawatur.record.types import Event
from tawatur.text.words import SIGN, definite

_DESCRIBED = 2  # tokens before a participle in which the noun stands that it describes (ناقلة نفط قادمة من ...)


def visitor_of(context: Context, hit: Hit, clause: Clause) -> Phrase | None:
    """Who comes: the verb's subject, the noun's owner, or the subject of the verb that makes the visit."""
    if not clause.first <= hit.first < clause.last and clause.verb is not None:
        return noun_phrase(context, clause.verb.last + 1, clause.last)
    if hit.features.get("form"):
        return _goer(context, hit, clause)
    if hit.data.get("of"):
        return _coming(context, hit, clause)
    if hit.data["frame"] == "back":
        found = _beside(context, hit, clause)
        return found if found is None or not hit.data.get("several") or _several(context, found) else None
    if not hit.analysis.article:
        owner = noun_phrase(context, hit.last + 1, clause.last)
        if owner is not None and _person_first(context, owner):
            return owner
        if hit.data.get("owner"):
            return None
    return _delegates(context, hit, clause) or _maker(context, hit, clause) or _aside(context, hit, clause)


def names_of(context: Context, who: Phrase, titled: bool = False) -> list[str]:
    """The values of a phrase that can visit; those who only come for a body are themselves the visitors. `titled`: a
    title alone is enough."""
    if titled and who.last - who.first == 1 and _by_title(context, who):
        return values(context, who)
    behalf = context.document.firsts("visit.behalf")
    for_others = any(i in behalf for i in range(who.first, who.last))
    found = [words(context, who)] if for_others else values(context, who)
    return [v for v in found if _comes(context, v, who)]


def by_title(context: Context, clause: Clause) -> Phrase | None:
    """Who visits, told by a title alone: of whom a clause or one beside it is said (خلال زيارته للجرحى قال الوزير)."""
    said_of = (who for near in _around(context, clause) for who in _said_of(context, near))
    return next((who for who in said_of if _by_title(context, who)), None)


def _around(context: Context, clause: Clause) -> list[Clause]:
    """A clause, the one behind it and the one before it, as far as they are of its sentence."""
    around = (i for i in (clause.index, clause.index + 1, clause.index - 1) if 0 <= i < len(context.clauses))
    return [context.clauses[i] for i in around if context.clauses[i].sentence is clause.sentence]


def _by_title(context: Context, who: Phrase) -> bool:
    return who.first in context.words.visitors and definite(context.document.tokens[who.first].form)


def whole(context: Context, who: Phrase) -> Phrase:
    """Visitors without a name together with whom they come for (ممثلون عن مجموعة الشركات)."""
    behalf = [h for h in context.document.hits("visit.behalf") if h.first == who.last]
    if not behalf or who.last - 1 not in context.words.visitors:
        return who
    clause = context.clause_at(who.first)
    after = noun_phrase(context, who.last + 1, clause.last) if clause is not None else None
    return who._replace(last=after.last, end=after.end) if after is not None else who


def before(context: Context, hit: Hit, clause: Clause, told: list[Event]) -> list[str]:
    """The visitor of the visit told just before in the sentence (جاءت زيارة الوزير لأربيل بعد زيارة لبغداد)."""
    last = told[-1] if told else None
    if last is None or hit.data["frame"] != "of" or hit.analysis.article or last.start < clause.sentence.start:
        return []
    mark = context.particles.get(hit.first - 1)
    behind = mark is not None and (mark.data.get("ends_list") or mark.data["class"] == "partitive")
    visitor = last.slots.get("visitor")
    return [str(v) for v in visitor] if behind and isinstance(visitor, list) else []


def _goer(context: Context, hit: Hit, clause: Clause) -> Phrase | None:
    """Whom a verb is said of; else who was spoken of, where nothing follows that could be its subject."""
    own = clause.verb is not None and clause.verb.first == hit.first
    after = [f.phrase for f in complements(context, hit.last + 1, clause.last) if f.bare]
    if hit.data.get("sent"):
        return _first_to_come(context, after[1:] or after)
    who = _first_to_come(context, ([] if own else after) + _said_of(context, clause))
    if who is not None:
        return who
    objects = 1 if hit.data["frame"] == "object" else 0
    carries = own and len(after) <= objects and clause.opener != "relative" and not _led(context, clause)
    return _carried(context, clause) if carries else None


def _led(context: Context, clause: Clause) -> bool:
    """Whether a noun before a clause's verb is its subject, so that it takes up no other (إن الجماعات تأتي من ...)."""
    ahead = subject(context, clause) if clause.verb is not None and not pronoun_ahead(context, clause) else None
    return ahead is not None and clause.verb is not None and ahead.last <= clause.verb.first


def _carried(context: Context, clause: Clause) -> Phrase | None:
    """The subject that a clause carries on; not several, for whom its pronoun of one cannot stand (قال مسؤولون إنه
    سيعود)."""
    found = carried_subject(context, clause)
    if found is None or not pronoun_ahead(context, clause):
        return found
    head, form = context.words.nouns.get(found.first), context.document.tokens[found.first].form
    several = head is not None and head.features.get("number") in ("plural", "dual")
    several = several or (found.first in context.words.visitors and form.endswith(context.letters.people))
    ending = context.document.tokens[context.particles[clause.first].last].form
    return None if several and ending.endswith(context.letters.his) else found


def _said_of(context: Context, clause: Clause) -> list[Phrase]:
    """Those of whom a clause's verb may be said: what stands before it, what its relative clause speaks of, and what
    follows it, wherever the place stands (وصل إلى الرباط أمس وفد ...)."""
    if clause.verb is None:
        return []
    after = [f.phrase for f in complements(context, clause.verb.last + 1, clause.last) if f.bare]
    ahead = subject(context, clause) if not pronoun_ahead(context, clause) else None
    return [who for who in (ahead, antecedent(context, clause), *after) if who is not None]


def _first_to_come(context: Context, those: list[Phrase]) -> Phrase | None:
    return next((who for who in those if names_of(context, whole(context, who))), None)


def _delegates(context: Context, hit: Hit, clause: Clause) -> Phrase | None:
    """The visitors behind ل and the noun's adjectives (الزيارة الخاطفة لوفد الحركة إلى ...)."""
    for found in complements(context, hit.last + 1, min(clause.last, hit.last + ADJECTIVES + 2)):
        if found.letter == context.letters.for_:
            visits = _person_first(context, found.phrase)
            return noun_phrase(context, found.phrase.first, clause.last, governed=True) if visits else None
        if not found.bare:
            return None
    return None


def _maker(context: Context, hit: Hit, clause: Clause) -> Phrase | None:
    """The subject of the verb that makes the visit, or in which it is made (قام الوزير بزيارة)."""
    makers = [h for h in context.document.hits("visit.maker", within=clause.sentence) if h.first < hit.first]
    if makers and makers[-1].data.get("plans"):
        return _subject_or_before(context, clause) if makers[-1].last == hit.first - 1 else None
    ruled = clause.verb is not None and clause.verb.first < hit.first
    if makers and makers[-1].first >= clause.first and not ruled:
        return noun_phrase(context, makers[-1].last + 1, clause.last)
    made = clause.verb is not None and any(h.first == clause.verb.first for h in makers)
    mark = context.particles.get(hit.first - 1)
    inside = mark is not None and bool(mark.data.get("place") or mark.data.get("during"))
    if made or (inside and (clause.verb.first < hit.first if clause.verb is not None else clause.opener == "that")):
        return _subject_or_before(context, clause)
    return None


def _subject_or_before(context: Context, clause: Clause) -> Phrase | None:
    """The first who can visit of those whom a clause's verb may be said of, else of whom was spoken before."""
    carried = _carried(context, clause) if not _led(context, clause) else None
    return _first_to_come(context, _said_of(context, clause) + ([carried] if carried is not None else []))


def _aside(context: Context, hit: Hit, clause: Clause) -> Phrase | None:
    """Whose visit an adverbial without an owner tells (بعد زيارة إلى بكين، قال الوزير ...)."""
    own = adverbial(context, hit) and not hit.analysis.article and not hit.data.get("tour")
    return _beside(context, hit, clause) if own else None


def adverbial(context: Context, hit: Hit) -> bool:
    """Whether a visit is only told as when or beside what something else is said or done (على هامش زيارة)."""
    mark = context.particles.get(hit.first - 1)
    kinds = ("ends_list", "during", "aside")
    return mark is not None and (any(mark.data.get(k) for k in kinds) or _part_of(context, hit))


def _part_of(context: Context, hit: Hit) -> bool:
    """Whether a visit is told as that in a part of which something is (في اليوم الأول من زيارة)."""
    before = [context.particles[i].data for i in range(max(0, hit.first - 5), hit.first) if i in context.particles]
    inside = any(data.get("place") or data.get("during") for data in before[:-1])
    return inside and before[-1]["class"] == "partitive"


def _beside(context: Context, hit: Hit, clause: Clause) -> Phrase | None:
    """Whose visit a pronoun says: the subject of its clause or of one around it (خلال زيارته إلى بغداد قال الوزير)."""
    near = _around(context, clause)
    if hit.data.get("status") and clause.verb is None and not pronoun_ahead(context, clause):
        ahead = leading_phrase(context, clause, hit.first)  # قال الرئيس إن الوزير في طريقه إلى ...
        if ahead is not None:
            return _first_to_come(context, [ahead])
    found = _subject_or_before(context, near[0])
    found = found or _first_to_come(context, [who for other in near[1:] for who in _said_of(context, other)])
    if found is not None:
        return found
    return _delegate(context, hit, clause.sentence.first)


def _delegate(context: Context, hit: Hit, begin: int) -> Phrase | None:
    """The first named by a title between a token and a visit (الزيارة الثانية لرئيس الوزراء بعد زيارته لجيبوتي، وصل إلى
    الرباط الوزير ... في زيارته)."""
    titles = (h for h in context.document.hits("visit.visitor") if begin <= h.first and h.last < hit.first)
    first = next(titles, None)
    return noun_phrase(context, first.first, hit.first, governed=True) if first is not None else None


def _several(context: Context, who: Phrase) -> bool:
    """Whether a pronoun of several can stand for those whom a phrase names: more than one person (لدى وصولهم)."""
    met = names_of(context, whole(context, who))
    return len(met) != 1 or context.types.get(met[0]) != "person"


def _coming(context: Context, hit: Hit, clause: Clause) -> Phrase | None:
    """Whom a participle of coming or leaving describes: of whom its own clause speaks, and not a ship or a flight right
    before it (وصلت الوزيرة قادمة من ...، فتشوا طائرة مدنية قادمة من ...)."""
    tokens = context.document.tokens
    for index in range(hit.first - 1, max(clause.first, hit.first - _DESCRIBED) - 1, -1):
        if tokens[index].kind == SIGN or index in context.mention_tokens or index in context.particles:
            break
        feminine = tokens[index].form.endswith((context.letters.feminine, context.letters.plural_noun))
        if hit.data["of"] == "feminine" and feminine and not definite(tokens[index].form):
            return None
    visits = context.document.hits("event.visit", within=clause.sentence)
    if any(h.data["frame"] == "back" and clause.first <= h.first < hit.first and not h.data.get("of") for h in visits):
        return _beside(context, hit, clause)  # استقبلت الملكة الوزير بعد وصوله إلى بغداد قادما من ...
    if clause.verb is not None and any(h.first == clause.verb.first for h in _takers(context)):
        whom = direct_object(context, clause)  # استقبل الملك جثمان الوزير قادما من ...
        return whom if whom is not None and names_of(context, whole(context, whom)) else None
    ahead = leading_phrase(context, clause, hit.first) if clause.verb is None and clause.opener == "that" else None
    own = [ahead] if ahead is not None else _said_of(context, clause)
    carried = carried_subject(context, clause) if not own else None
    found = _first_to_come(context, own + ([carried] if carried is not None else []))
    return found or (_delegate(context, hit, clause.first) if hit.data["of"] == "clause" else None)


def _takers(context: Context) -> list[Hit]:
    """The verbs of taking in somebody who comes (استقبل)."""
    return [h for h in context.document.hits("event.meeting.verb") if h.data.get("person_object")]


def _person_first(context: Context, owner: Phrase) -> bool:
    named = context.mention_tokens.get(owner.first)
    return (named is not None and named.type == "person") or owner.first in context.words.visitors


def _comes(context: Context, value: str, who: Phrase) -> bool:
    kind = context.types.get(value)
    return kind == "person" or (kind is None and who.first in context.words.visitors and len(value.split()) > 1)
