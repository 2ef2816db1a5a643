"""Events of kind designation: sanctions, lists of terrorists, and what is taken off them."""

from __future__ import annotations

from tawatur.language.lexicon import Hit, longest
from tawatur.read.document import Document, Sentence
from tawatur.read.entities import governed_from, known
from tawatur.read.events.clauses import FINITE, Clause
from tawatur.read.events.context import Context
from tawatur.read.events.designations.authority import by, doer_of_masdar, with_whom
from tawatur.read.events.designations.cues import Cues, Designation
from tawatur.read.events.designations.dates import date, imposing
from tawatur.read.events.designations.parts import on_list, reasons, region_end, targets
from tawatur.read.events.designations.targets import (
    added,
    after_aside,
    behind_list,
    behind_pronoun,
    listed_before,
    named_among,
    next_quantity,
    pointed_at,
    target_region,
)
from tawatur.read.events.slots import Draft, time_in, values
from tawatur.read.events.status import status_of
from tawatur.record.types import Event, Number
from tawatur.text.words import SIGN

_AHEAD = 14  # tokens from sanctions back to who only thinks of them


def find(document: Document, context: Context) -> list[Event]:
    """The designations of a report, one event for each real one, without ids."""
    if not document.hits("event.designation"):
        return []
    cues = Cues(context)
    told: list[Designation] = []
    listing = -1  # the sentence that added names last
    for sentence in document.live_sentences():
        for one in _told_in(context, cues, sentence, bool(told)):
            same = next((d for d in told if _same(context, d, one)), None)
            if same is None:
                told.append(one)
            else:
                _absorb(same, one)
        if told and listing == sentence.index - 1 and (join := _joins(context, sentence)) is not None:
            targets(context, told[-1], join, sentence.last, names_only=True)
        elif told and cues.within("again", sentence.first, sentence.last):
            before = len(told[-1].target)
            _gather(context, cues, told[-1], sentence)
            listing = sentence.index if len(told[-1].target) > before else listing
    return [event for one in told if one.target or one.count for event in _events(document, context, one)]


def _joins(context: Context, sentence: Sentence) -> int | None:
    """The token after the words by which a sentence goes on with a list (إضافة إلى ...), or None."""
    mark = context.particles.get(sentence.first)
    return mark.last + 1 if mark is not None and mark.data["class"] == "join" else None


def _told_in(context: Context, cues: Cues, sentence: Sentence, before: bool) -> list[Designation]:
    """The designations that a sentence tells; `before` where one was told already."""
    found: list[Designation] = []
    for hit in longest(cues.within("trigger", sentence.first, sentence.last)):
        clause = context.clause_at(hit.first)
        if clause is None or context.inside_name(hit.start) or (hit.data.get("bare") and hit.analysis.article):
            continue
        if hit.data.get("several") and hit.features.get("number") == "singular":
            continue  # عقوبة السجن: that of a law
        if not _tells(context, cues, hit, clause, before or bool(found)):
            continue
        if cues.within("unreal", max(sentence.first, hit.first - 8), hit.first):
            continue
        one = _read(context, cues, hit, clause)
        if one is None or not (one.target or one.count or not hit.analysis.article):
            continue
        if found and not _dated_apart(found[-1], one):
            _absorb(found[-1], one)
        else:
            found.append(one)
    return found


def _tells(context: Context, cues: Cues, hit: Hit, clause: Clause, before: bool) -> bool:
    """Whether a trigger tells a designation: a list or an imposer stands beside it."""
    finite = hit.features.get("form") in FINITE
    if finite and hit.first not in context.verbs:
        return False
    sentence, needs = clause.sentence, hit.data.get("needs")
    near = (max(sentence.first, hit.first - 12), min(sentence.last, hit.last + 40))
    if needs == "list":
        after = range(hit.last + 1, near[1])
        if finite and before and next_quantity(context, hit.last + 1, min(near[1], hit.last + 4)) is not None:
            return True
        put_as = range(hit.last + 1, min(near[1], hit.last + 14)) if hit.data.get("as") else ()
        return any(i in cues.at["list"] and _to_list(cues, i) for i in after) or any(i in cues.at["as"] for i in put_as)
    if needs == "sanction":
        return any(
            t.data["frame"] == "impose" for t in cues.within("trigger", hit.last + 1, min(near[1], hit.last + 4))
        )
    if needs == "capital":
        return any(_calls_capital(context, c) for c in cues.within("capital", hit.last + 1, near[1]))
    if needs == "state":
        return hit.last + 1 in context.mention_tokens
    return _imposed(context, cues, hit, clause)


def _calls_capital(context: Context, hit: Hit) -> bool:
    """Whether a word for a capital says what the city right before it is (القدس عاصمة), and is no name's own word."""
    before = context.document.tokens[hit.first - 1]
    named = context.within(context.mentions, before.start, before.end)
    quoted = before.kind == SIGN  # القدس "عاصمة"
    return not hit.analysis.article and (bool(named) or quoted or context.inside_name(before.start))


def _to_list(cues: Cues, index: int) -> bool:
    """Whether a preposition of putting (على، في، ضمن، إلى) governs a list."""
    return index - 1 in cues.at["onto"] or cues.at["list"][index].analysis.preposition in ("ب", "ل")


def _imposed(context: Context, cues: Cues, hit: Hit, clause: Clause) -> bool:
    """Whether somebody imposes or announces the sanctions, or they strike somebody."""
    sentence = clause.sentence
    if hit.first == sentence.first and _headed(cues, hit):
        return True
    if any(t.data["frame"] == "lift" for t in cues.within("trigger", max(sentence.first, hit.first - 3), hit.first)):
        return False
    for imposer in cues.within("impose", max(sentence.first, hit.first - 14), min(sentence.last, hit.last + 6)):
        if not imposer.data.get("announce") or not hit.analysis.article:
            return True
    strike = cues.within("strike", max(sentence.first, hit.first - 1), min(sentence.last, hit.last + 5))
    return bool(strike) and strike[0].features.get("form") in FINITE


def _headed(cues: Cues, hit: Hit) -> bool:
    """Whether sanctions begin a sentence as in a title: of a country, on somebody (عقوبات سويسرية على مصرف)."""
    at = hit.last + 1
    return not hit.analysis.article and at in cues.demonyms and any(i in cues.at["against"] for i in (at + 1, at + 2))


def _read(context: Context, cues: Cues, hit: Hit, clause: Clause) -> Designation | None:
    sentence = clause.sentence
    start = min(clause.start, hit.start)
    told = Designation(clause, start, max(clause.end, hit.end))
    by(context, cues, told, clause, hit)
    with_whom(context, cues, told, sentence.first, sentence.last)
    on_list(context, cues, told, hit.last + 1, sentence.last)
    first, last = target_region(context, cues, hit, sentence)
    does = doer_of_masdar(context, cues, sentence, hit) if hit.data["frame"] != "impose" else None
    if does is not None:
        first = max(first, does.last)
        last = max(last, region_end(context, cues, first, sentence.last))
    whom = listed_before(context, told, hit, clause) if "object" in hit.features else None
    if whom is not None:  # التنظيم الذي تصنفه أنقرة إرهابيا
        told.add("target", values(context, whom), (whom.start, whom.end))
        told.authority = [v for v in told.authority if v not in told.target]
    elif first < last:
        if pointed_at(context, first):
            return None
        targets(context, told, first, last)
        if hit.data["frame"] == "impose":  # عقوبات على موسكو
            countries = governed_from(context.document.language)
            told.target = [countries.get(t, t) for t in told.target]
        told.target = [t for t in told.target if t not in told.authority]
        told.end = max(told.end, context.document.tokens[last - 1].end)
    behind_pronoun(context, cues, told, hit, clause)
    if told.count is None and hit.data.get("needs") == "list" and hit.features.get("form") in FINITE:
        after_aside(context, cues, told, hit.last + 1, sentence.last)
    if hit.data.get("needs") == "list" and hit.data["frame"] == "put" and not told.target:
        behind_list(context, cues, told, hit, sentence.last)
    named_among(context, cues, told, hit.last + 1, sentence.last)
    added(context, told, max(last, hit.last + 1), sentence.last)
    reasons(context, cues, told, hit.last + 1, sentence.last)
    told.reason = [r for r in told.reason if not r.start <= hit.start < r.end]  # غضب بسبب فرض عقوبات
    time = date(context, cues, hit, clause)
    about = time or time_in(context, sentence.start, sentence.end)
    told.about = about.interval if about is not None else None
    if time is not None and not any(r.start <= time.start < r.end for r in told.reason):
        told.date = time.interval
        told.evidence.setdefault("date", []).append((time.start, time.end))
    if told.target and all(v in told.target for v in told.authority):
        told.authority = []
    told.status = _status(context, cues, hit, clause, told)
    return told


def _status(context: Context, cues: Cues, hit: Hit, clause: Clause, told: Designation) -> str:
    if hit.data["frame"] == "lift":
        return "cancelled"
    imposed = imposing(context, cues, hit, clause)
    status = status_of(context, imposed or clause, told.date, before=None if imposed is not None else hit.first)
    if imposed is None and status == "done" and _only_thought_of(context, cues, hit, clause):
        return "planned"
    return status


def _only_thought_of(context: Context, cues: Cues, hit: Hit, clause: Clause) -> bool:
    """Whether the designation is threatened, asked for or considered ahead of it, with no "after" between them
    (هددت روسيا بالرد عقب قرار واشنطن فرض عقوبات) and not of something else (دعا له)."""
    for cue in cues.within("planned", max(clause.sentence.first, hit.first - _AHEAD), hit.first):
        marks = [m for i in range(cue.last + 1, hit.first) if (m := context.particles.get(i)) is not None]
        behind = context.particles.get(cue.last + 1)
        elsewhere = behind is not None and behind.data["class"] == "pause"
        if not elsewhere and not any(m.data.get("ends_list") for m in marks) and cues.governs(cue):
            return True
    return False


def _dated_apart(a: Designation, b: Designation) -> bool:
    return a.about is not None and b.about is not None and a.about != b.about


def _same(context: Context, a: Designation, b: Designation) -> bool:
    """Whether two sentences tell one designation: an authority in common or none named, no other day or number."""
    if _dated_apart(a, b) or a.status != b.status:
        return False
    if a.count is not None and b.count is not None and a.count != b.count:
        return False
    if set(a.target) & set(b.target) & set(context.types):
        return True
    by_a, by_b = ({v for v in one.authority if v in context.types} for one in (a, b))
    if by_a and by_b and not by_a & by_b:
        return False
    return bool(set(a.target) & set(b.target)) or (b.about is None and bool(a.authority))


def _absorb(a: Designation, b: Designation) -> None:
    for slot in ("authority", "lists", "target", "place"):
        for value in getattr(b, slot):
            if value not in getattr(a, slot):
                getattr(a, slot).append(value)
        a.evidence.setdefault(slot, []).extend(b.evidence.get(slot, ()))
    if a.clause.sentence is b.clause.sentence:
        a.start, a.end = min(a.start, b.start), max(a.end, b.end)
    a.count, a.date, a.about = a.count or b.count, a.date or b.date, a.about or b.about
    a.reason.extend(r for r in b.reason if r not in a.reason)
    a.more.extend(b.more)


def _gather(context: Context, cues: Cues, told: Designation, sentence: Sentence) -> None:
    """Names that a following sentence adds: the sanctions strike also ..., the names are ..., together with ..."""
    with_whom(context, cues, told, sentence.first, sentence.last)
    reasons(context, cues, told, sentence.first, sentence.last)
    if told.clause.sentence is sentence:
        return
    for strike in cues.within("strike", sentence.first, sentence.last):
        subject_after = cues.within("again", strike.last + 1, min(strike.last + 3, sentence.last))
        subject_before = cues.within("again", max(sentence.first, strike.first - 6), strike.first)
        if strike.features and not subject_after and not subject_before:
            continue
        first = subject_after[0].last + 1 if subject_after and strike.features else strike.last + 1
        last = region_end(context, cues, first, sentence.last)
        targets(context, told, first, last, names_only=True)
    if told.count is None:
        for quantity in context.within(context.quantities, sentence.start, sentence.end):
            if context.document.token_at(quantity.start) in cues.at["again"]:
                told.count = quantity.number
                told.evidence.setdefault("count", []).append((quantity.start, quantity.end))
                return


def _events(document: Document, context: Context, told: Designation) -> list[Event]:
    drafts = [_draft(document, context, told, told.start, told.end, told.target, told.count)]
    for described, number, start, end in told.more:
        drafts.append(_draft(document, context, told, start, end, [described], number))
    return [d.event for d in drafts]


def _draft(
    document: Document,
    context: Context,
    told: Designation,
    start: int,
    end: int,
    target: list[str],
    count: Number | None,
) -> Draft:
    draft = Draft(context, "designation", start, end)
    draft.event.status = told.status
    named = {"authority": told.authority, "list": told.lists, "target": target, "place": told.place}
    for slot, found in named.items():
        for entity in found:
            known(document, entity)
        draft.entities(slot, [v for v in found if v])
        for span in told.evidence.get("lists" if slot == "list" else slot, ()):
            if slot != "target" or count == told.count:
                draft.prove(slot, span)
    draft.value("count", count)
    draft.value("date", told.date, next(iter(told.evidence.get("date", ())), None))
    if count == told.count:
        draft.spans("reason", told.reason)
    return draft
