"""Foundings: bodies founded, institutions opened, states declared."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document
from tawatur.read.events.arguments import antecedent, carried_subject, direct_object, doer, noun_phrase, subject
from tawatur.read.events.clauses import Clause
from tawatur.read.events.complements import Complement, complements
from tawatur.read.events.context import Context
from tawatur.read.events.governed import background
from tawatur.read.events.lists import is_masdar
from tawatur.read.events.phrases import Phrase, phrase, proclitic, words
from tawatur.read.events.slots import Draft, body_values, date_of, places_in
from tawatur.read.events.status import status_of
from tawatur.read.events.told import sure
from tawatur.record.types import Event, Span
from tawatur.text.words import definite

_RECALLED = 4  # tokens from the day to what is remembered on it
_FAR = 8  # tokens from what somebody calls for or decides to the word of founding


def find(document: Document, context: Context) -> list[Event]:
    """All foundings of a report, one for each body, without ids."""
    found: list[Event] = []
    for hit in document.hits("event.founding"):
        clause = context.clause_at(hit.first)
        if clause is None or hit.data["frame"] == "none":
            continue
        event = _founding(context, hit, clause)
        if event is not None:
            found.append(event)
    return _one_each(context, found)


def _founding(context: Context, hit: Hit, clause: Clause) -> Event | None:
    if hit.features.get("form") in ("past", "present", "future") and hit.first not in context.verbs:
        return None
    if _sets_about(context, hit, clause):
        return None
    where = _founded(context, hit, clause)
    body = _body(context, hit, where) if where is not None else None
    if body is None and _sure(context, hit):
        where = where or doer(context, clause)
        body = _told_body(context, hit, where) if where is not None else None
    if where is None or body is None:
        return None
    after = hit.data["frame"] not in ("subject", "back", "antecedent") and where.start >= hit.start
    start = min(hit.start, where.start) if after or hit.data["frame"] in ("subject", "back") else hit.start
    recalled = _recalled(context, hit, clause)
    date = date_of(context, clause, hit.end) if not recalled else None
    if date is not None and date.start < hit.start and _since(context, hit, clause):
        date = None
    if date is None and not recalled and hit.analysis.preposition == context.letters.for_:
        return None  # a purpose: الحاجة إلى دعم لإنشاء مركز
    end = max(hit.end, where.end if where.start < clause.end else 0, date.end if date is not None else 0)
    if hit.features.get("form") and hit.data.get("active"):
        start = clause.start
    draft = Draft(context, "founding", min(start, end - 1), end)
    draft.entities("body", [body], (where.start, where.end))
    if date is not None:
        draft.value("date", date.interval, (date.start, date.end))
    draft.event.status = status_of(context, clause, date.interval if date is not None else None, before=hit.first)
    if recalled:
        draft.event.status = "done"
    elif draft.event.status == "done" and date is None and _meant(context, hit, clause):
        draft.event.status = "planned"
    return draft.event


def _sets_about(context: Context, hit: Hit, clause: Clause) -> bool:
    """Whether a noun of founding only says that somebody sets about something (قيام الحزب بتدريب مقاتلين) or sends it
    off (إطلاق الحركة صاروخا، إطلاق الحركة لصواريخ): what is founded takes no object."""
    if not hit.data.get("plain") or hit.features:
        return False
    after = list(complements(context, hit.last + 1, clause.last))
    does = next((f for f in after if not f.bare), None)
    if does is not None and does.letter == context.letters.at and is_masdar(context, does.phrase.first):
        return True
    named = bool(after) and after[0].bare and _names_body(context, after[0].phrase)
    return named and any(_object_of(context, f) for f in after[1:])


def _names_body(context: Context, where: Phrase) -> bool:
    return any(m.type == "organisation" for m in context.within(context.mentions, where.start, where.end))


def _object_of(context: Context, found: Complement) -> bool:
    """Whether a complement is what a masdar does: bare, or with "for" where it is indefinite and no purpose."""
    first = found.phrase.first
    if first in context.mention_tokens or definite(context.document.tokens[first].form):
        return False
    return found.bare or (found.letter == context.letters.for_ and not is_masdar(context, first))


def _recalled(context: Context, hit: Hit, clause: Clause) -> bool:
    """Whether a founding is only remembered on its day (الذكرى السبعون لقيام الدولة)."""
    near = range(hit.first - _RECALLED, hit.first)
    return any(h.first in near for h in context.document.hits("founding.recalled", within=clause.sentence))


def _since(context: Context, hit: Hit, clause: Clause) -> bool:
    """Whether a founding only says since or at when something else was (احتفلوا اليوم، منذ قيام الدولة): a day told
    before it is that of the other."""
    return hit.data["frame"] == "of" and background(context, clause.sentence.first, hit.first) in ("after", "memory")


def _meant(context: Context, hit: Hit, clause: Clause) -> bool:
    """Whether a founding is what somebody calls for, decides or agrees on (دعت إلى إنشاء لجنة)."""
    if hit.data["frame"] != "of":
        return False
    return any(
        max(clause.first, hit.first - _FAR) <= h.first < hit.first
        for h in context.document.hits("founding.meant", within=clause.sentence)
    )


def _founded(context: Context, hit: Hit, clause: Clause) -> Phrase | None:
    """What is founded, by the frame of the word."""
    frame = hit.data["frame"]
    if frame == "of":  # the word's own end may begin the name (قيام دولة إسرائيل)
        return noun_phrase(context, hit.last if hit.last in context.mention_tokens else hit.last + 1, clause.last)
    if frame == "object":
        return _new_body(context, hit, clause) or direct_object(context, clause)
    if frame == "antecedent":
        return antecedent(context, clause) or carried_subject(context, clause)
    if frame == "back":
        before = noun_phrase(context, _first(context, clause), hit.first) or antecedent(context, clause)
        return before or carried_subject(context, clause)
    return _new_body(context, hit, clause) or doer(context, clause)


def _new_body(context: Context, hit: Hit, clause: Clause) -> Phrase | None:
    """The new body behind a verb, whatever stands between (تشكلت في المدينة لجنة من ستة أعضاء)."""
    bodies = {h.first for h in context.document.hits("founding.body", within=clause.sentence) if not h.analysis.article}
    after = [f.phrase for f in complements(context, hit.last + 1, clause.last) if f.bare]
    founder = hit.data["frame"] == "object" and len(after) > 1
    return next((part for part in after[1 if founder else 0 :] if part.first in bodies), None)


def _first(context: Context, clause: Clause) -> int:
    mark = context.particles.get(clause.first)
    return mark.last + 1 if mark is not None else clause.first


def _body(context: Context, hit: Hit, where: Phrase) -> str | None:
    """The body founded: a named organisation or, where the word is only used of bodies, a named place or programme;
    an institution (سفارة) by its words."""
    institution = next(
        (h for h in context.document.hits("founding.institution") if where.first <= h.first < where.first + 2), None
    )
    heads = [h for h in context.document.hits("founding.body") if not h.analysis.article]
    if hit.data.get("plain") and all(h.first != where.first for h in heads):
        return None  # أطلقت حملة
    found = body_values(context, where)
    value = found[0] if found else None
    kind = context.types.get(value or "")
    if hit.data.get("plain") and hit.data.get("active") and where.first == hit.last + 1 and kind is not None:
        return None  # أطلقت المنظمة حملة
    if hit.data.get("opening"):
        if institution is None and not (kind == "organisation" and _starts(context, where)):
            return None
        if kind == "organisation":
            return value
        if institution is None:
            return None
        if institution.features.get("number") == "plural":
            return None
        return _institution(context, hit, institution, where)
    if kind in ("organisation", "other") or (kind == "work" and hit.data["frame"] == "back"):
        return value
    if kind == "place":
        return value if hit.data.get("named") else None
    return _by_words(context, hit, where)


def _by_words(context: Context, hit: Hit, where: Phrase) -> str | None:
    """The words of one new body without a name (لجنة تحقيق): indefinite, as it is told of for the first time."""
    head = next((h for h in context.document.hits("founding.body") if h.first == where.first), None)
    if head is None or head.features.get("number") == "plural" or head.analysis.article:
        return None
    told = words(context, where)
    alone = len(told.split()) == 1 and not hit.features.get("form")
    return None if alone or context.within(context.mentions, where.start, where.start + 1) else told


def _sure(context: Context, hit: Hit) -> bool:
    """Whether the learned model is sure of a word that has no other sense (شكل الأكراد أحد أركانها founds nothing)."""
    one_sense = not (hit.data.get("plain") or hit.data.get("opening"))
    return one_sense and sure(context.document, hit, "founding")


def _told_body(context: Context, hit: Hit, where: Phrase) -> str | None:
    """What is founded where the learned model is sure that something is: by name, else the words of one new thing
    behind the word (أنشأت البلاد قاعدة عسكرية، استحداث مديرية للحماية الخاصة)."""
    found = body_values(context, where)
    kind = context.types.get(found[0]) if found else None
    if not found:
        return None
    if kind is not None:
        return found[0] if kind != "person" else None
    behind = hit.data["frame"] in ("of", "object") and where.first > hit.first
    if not behind or context.closed(where.first) or where.first in context.quantity_tokens:
        return None
    after = where.last
    if after - where.first == 1 and proclitic(context, after)[1] == context.letters.for_:
        whose = phrase(context, after, context.document.sentences[context.document.tokens[after].sentence].last)
        where = where._replace(last=whose.last, end=whose.end)
    return words(context, where) or None


def _institution(context: Context, hit: Hit, institution: Hit, where: Phrase) -> str:
    """The words of an institution, its owner's name for a pronoun, with the place after it."""
    clause = context.clause_at(hit.first)
    text = words(context, where)
    if "suffix" in institution.features and clause is not None:
        owner = subject(context, clause)
        named = body_values(context, owner) if owner is not None else []
        names = [e.name.get("ar") for e in context.reading.entities if named and e.id == named[0]]
        text = " ".join([str(institution.data["noun"]["singular"]), *(n for n in names if n)])
    places = places_in(context, where.last, clause.last if clause is not None else where.last)
    if places and (mark := context.particles.get(where.last)) is not None:
        text += " " + context.document.text[context.document.tokens[mark.first].start : places[0].end]
    return text


def _starts(context: Context, where: Phrase) -> bool:
    return where.first in context.mention_tokens


def _one_each(context: Context, events: list[Event]) -> list[Event]:
    """The first telling of each body, with the date another one gives."""
    kept: dict[str, Event] = {}
    for event in sorted(events, key=lambda e: e.start):
        body = str(event.slots["body"])
        if not any(f"'{entity}'" in body for entity in context.types):
            body = body.split()[0]  # one institution of a kind: its words differ from telling to telling
        known = kept.setdefault(body, event)
        if known is not event and "date" not in known.slots and "date" in event.slots:
            known.slots["date"] = event.slots["date"]
            span = event.evidence.get("date")
            known.evidence["date"] = span or [Span(event.start, event.end, event.text)]
            known.status = event.status if event.status != "done" else known.status
    return list(kept.values())
