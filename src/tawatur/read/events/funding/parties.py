"""Who gives money and who receives it, and what it is for."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.entities import known
from tawatur.read.events.arguments import direct_object, doer, pronoun_ahead, subject
from tawatur.read.events.clauses import Clause
from tawatur.read.events.complements import Complement
from tawatur.read.events.context import Context
from tawatur.read.events.funding.cues import Cues
from tawatur.read.events.groups import group, groups, listed
from tawatur.read.events.people import behind, country_of, peoples_in
from tawatur.read.events.phrases import Phrase, proclitic, words
from tawatur.read.events.slots import Draft, body_values, is_money, money_in, places_in, values
from tawatur.record.types import Event, Mention, Quantity, Span
from tawatur.text.words import SIGN

BODIES = ("place", "organisation")
_TWO = 2  # names behind a word of giving: who gives and who receives


def givers(
    context: Context, cues: Cues, giving: list[Hit], money: Quantity, last: int
) -> tuple[list[str], tuple[int, int]] | None:
    """Who gives, where the words of the giving name him: after "from", or in its genitive."""
    after = context.document.token_at(money.end)
    for index in range(after, min(last, after + 12)):
        cue = cues.at["from"].get(index)
        if cue is None or (cue.last == cue.first and index > after + 2):
            continue
        if found := _named(context, listed(context, cue.last + 1, last), cues):
            return found
    first = context.document.token_at(money.start)
    of_two = {h.first for h in giving if h.data.get("whom")}
    for hit in giving:
        if "form" not in hit.features and (lender := _lent_by(context, cues, hit, first)) is not None:
            return values(context, lender), (lender.start, lender.end)
        if "form" not in hit.features and (state := _own_state(context, hit.last + 1)) is not None:
            return state
        of_somebody = "form" not in hit.features and hit.last + 1 in context.mention_tokens
        if not of_somebody or _helps(context, cues, hit) or hit.last + 1 in context.firsts("event.meeting"):
            continue  # تعهدات مؤتمر بروكسل
        if hit.first in of_two and len(_objects(context, hit, first)) < _TWO and not _led(context, cues, hit, last):
            continue  # أعلن البنك منح البلاد قرضا
        if found := _named(context, listed(context, hit.last + 1, last), cues):
            return None if named_for(context, cues, hit) or _of_many(context, cues, hit) else found
    return None


def _own_state(context: Context, index: int) -> tuple[list[str], tuple[int, int]] | None:
    """The state of who speaks, where a token calls it without its name (أعلن الملك تبرع المملكة بمليون); None else."""
    clause = context.clause_at(index) if index in context.firsts("commitment.state") else None
    own = country_of(context, context.speaker_at(clause)) if clause is not None else []
    if not own:
        return None
    token = context.document.tokens[index]
    return own, (token.start, token.end)


def _lent_by(context: Context, cues: Cues, hit: Hit, money: int) -> Phrase | None:
    """The name behind "from" between a noun for money and its sum (قروض من البنك بقيمة مليار)."""
    for index in range(hit.last + 1, money):
        cue = cues.at["from"].get(index)
        if (
            cue is not None
            and cue.last + 1 in context.mention_tokens
            and cue.last + 1 not in context.firsts("event.meeting")
        ):
            return group(context, cue.last + 1, money)
        if context.document.tokens[index].kind == SIGN or index in context.quantity_tokens:
            return None
    return None


def _objects(context: Context, giving: Hit, last: int) -> list[Phrase]:
    """The names that stand bare behind a word of giving: who gives, and whom."""
    after = groups(context, giving.last + 1, last)[0]
    return [g for g in after if g.first in context.mention_tokens or _of_body(context, giving, g)]


def _of_body(context: Context, giving: Hit, part: Phrase) -> bool:
    """Whether what is furnished with money is a body's (زودتا خطة الأمم المتحدة بمليون)."""
    mention = context.mention_tokens.get(part.first + 1)
    return bool(giving.data.get("by")) and mention is not None and mention.type in BODIES and mention.end == part.end


def _led(context: Context, cues: Cues, giving: Hit, last: int) -> bool:
    """Whether who receives stands behind "to" (منح البنك قرضا للبلاد)."""
    return recipients(context, cues, giving.last + 1, last) is not None


def asked(context: Context, cues: Cues, clause: Clause) -> tuple[list[str], tuple[int, int]] | None:
    """Who is asked to give, by the clause's verb (دعا المنسق المانحين إلى تقديم مليار)."""
    whom = direct_object(context, clause)
    heads = whom is not None and (whom.first in cues.at["people"] or whom.first in context.words.class_words)
    if whom is None or not (heads or whom.first in context.mention_tokens):
        return None
    return body_values(context, whom), (whom.start, whom.end)


def _helps(context: Context, cues: Cues, hit: Hit) -> bool:
    """Whether a noun of support has in its genitive whom it is for: behind "to" (لدعم السودان), or behind what is
    called by it (مؤتمر دعم السودان)."""
    to = cues.at["to"].get(hit.first)
    called = not hit.analysis.article and hit.first - 1 in context.firsts("event.meeting")
    return (to is not None and bool(to.data.get("purpose"))) or called


def named_for(context: Context, cues: Cues, hit: Hit) -> Mention | None:
    """The land for which pledges are that are called by its name (تعهدات لبنان), where the report tells elsewhere that
    money is gathered for it (مؤتمر لدعم لبنان); None where it is who gives, or nobody says which."""
    if not (hit.data.get("pledge") and hit.data.get("gift")):
        return None
    mention = context.mention_tokens.get(hit.last + 1)
    return mention if mention is not None and mention.entity in cues.helped(context).values() else None


def donors(context: Context, cues: Cues, clause: Clause, money: Span) -> tuple[list[str], tuple[int, int]] | None:
    """Who gives as the subject of the verb: a name, or a few words for somebody."""
    if pronoun_ahead(context, clause) and (himself := _who_says_so(context, clause)) is not None:
        return himself
    who = doer(context, clause)
    if who is None:
        return None
    sums = [q for q in context.quantities if is_money(q.number.unit)]
    if any(who.start < q.end and q.start < who.end for q in sums) or who.start <= money.start < who.end:
        return _who_says_so(context, clause)  # قالت ألمانيا إنها ستقدم مليار يورو
    if who.first in context.firsts("commitment.own"):  # قالت الوزيرة إن بلادها ...
        own = country_of(context, context.speaker_at(clause))
        return (own, (who.start, who.end)) if own else None
    bare = who.first in context.firsts("commitment.state") and who.last - who.first == 1
    if bare and (own := country_of(context, context.speaker_at(clause))):
        return own, (who.start, who.end)
    if any(i in cues.words for i in (who.first, who.last - 1)):
        return None
    first = who.first
    heads = range(first, min(first + 2, who.last))  # بعض الدول، تلك المؤسسات
    people = any(i in cues.at["people"] for i in heads) or (
        first in context.words.people and first not in context.verbs
    )
    if not (people or first in context.words.class_words or context.within(context.mentions, who.start, who.end)):
        return None
    found = [behind(context, v) for v in body_values(context, who) if v]
    if _denies(context, clause):  # متحدث ينفي خفض تعهدات ...
        found = [v for v in found if context.types.get(v) in BODIES]
    return (found, (who.start, who.end)) if found else None


def _denies(context: Context, clause: Clause) -> bool:
    """Whether the verb of a clause is one of denying: a body that denies it may be said to give, a speaker is not."""
    verb = clause.verb.first if clause.verb is not None else None
    return any(h.first == verb and h.data["status"] == "denied" for h in context.status_hits)


def _who_says_so(context: Context, clause: Clause) -> tuple[list[str], tuple[int, int]] | None:
    """The state or body that says of itself what the clause tells, with the words that say so."""
    index = context.statement_at(clause.start, clause.end)
    said = context.reading.statements[index] if index is not None else None
    if said is None or said.cue is None or context.types.get(said.speaker or "") not in ("place", "organisation"):
        return None
    return [said.speaker or ""], (said.cue.start, said.cue.end)


def _named(context: Context, parts: list[Phrase], cues: Cues) -> tuple[list[str], tuple[int, int]] | None:
    """The values of parts that begin with a name of somebody, a number of givers, or a word for people."""
    kept = [
        p
        for p in parts
        if p.first in context.mention_tokens
        or (p.first not in cues.words and (p.first in context.quantity_tokens or p.first in cues.at["people"]))
        if not money_in(context, p.start, p.end)
    ]
    found = [v for p in kept for v in _values(context, p) if v]
    return (found, (kept[0].start, kept[-1].end)) if found else None


def _values(context: Context, part: Phrase) -> list[str]:
    quantity = context.quantity_tokens.get(part.first)
    if quantity is None:
        return values(context, part)
    return [words(context, Phrase(part.first, part.last, quantity.start, max(quantity.end, part.end)))]


def recipients(context: Context, cues: Cues, first: int, last: int) -> tuple[list[str], tuple[int, int]] | None:
    """Who receives: after "to", "for the benefit of" or "to help", or behind a written-on preposition."""
    aims = False  # behind another ل people are those of what the money is for (لوضع برامج للسجناء)
    for index in range(first, min(last, first + 14)):
        part = None
        if index in cues.at["to"]:
            part = _after_to(context, cues.at["to"][index].last + 1, last)
        elif index in cues.at["for"] and cues.at["for"][index].last + 1 in cues.words:
            part = group(context, cues.at["for"][index].last + 2, last)
        elif proclitic(context, index)[1] == context.letters.for_ and index not in cues.at["for"]:
            part = _after_clitic(context, index, last)
        if part is not None and not (aims and cues.only_people(part.first)) and (found := _party(context, cues, part)):
            return found, (part.start, part.end)
        aims = aims or part is not None
    return None


def _of_many(context: Context, cues: Cues, hit: Hit) -> bool:
    """Whether nobody says who gives the pledges that are called by a land (تعهدات لبنان): the report speaks of the
    pledges of a conference, or of donors in general, and not of what this land gives."""
    if not (hit.data.get("pledge") and hit.data.get("gift") and cues.pledged_together(context)):
        return False
    named = context.mention_tokens[hit.last + 1].entity
    for giving in context.document.hits("event.funding"):
        clause = context.clause_at(giving.first) if "form" in giving.features else None
        who = subject(context, clause) if clause is not None and giving.data["frame"] == "give" else None
        if who is not None and named in values(context, who):
            return False
    return True


def owner(context: Context, needing: Hit, last: int) -> tuple[list[str], tuple[int, int]] | None:
    """Who needs, where the noun of needing names him (حاجة العراق إلى ...)."""
    found = group(context, needing.last + 1, last) if "form" not in needing.features else None
    if found is None or found.first not in context.mention_tokens:
        return None
    return values(context, found), (found.start, found.end)


def given_to(context: Context, giving: Hit, last: int) -> tuple[list[str], tuple[int, int]] | None:
    """Who receives as the first object of a verb of giving (منح البنك المغرب قرضا): the second name after it, or the
    first where its subject stands before it."""
    clause = context.clause_at(giving.first)
    who = subject(context, clause) if clause is not None else None
    after = _objects(context, giving, last)
    ahead = who is not None and who.last <= giving.first
    at = 0 if (ahead if "form" in giving.features else len(after) < _TWO) else 1
    found = values(context, after[at]) if len(after) > at else []
    if found and found[0] not in context.types:
        found = [m.entity for m in context.within(context.mentions, after[at].start, after[at].end)][:1]
    return (found, (after[at].start, after[at].end)) if found else None


def led_to(context: Context, cues: Cues, after: list[Complement]) -> Phrase | None:
    """Who stands first behind "to" or "for" among the complements of a word of giving."""
    for found in after:
        if found.letter == context.letters.for_ or (found.mark is not None and found.mark.first in cues.at["to"]):
            return found.phrase
    return None


def given_out(cues: Cues, after: list[Complement]) -> Phrase | None:
    """The people behind the preposition of giving out (توزيع السلال على النازحين)."""
    upon = (f.phrase for f in after if f.mark is not None and f.mark.data["class"] == "preposition")
    whom = next(upon, None)
    return whom if whom is not None and whom.first in cues.at["people"] else None


def _after_to(context: Context, first: int, last: int) -> Phrase | None:
    """The group after "to", a part of a land among them (لفائدة شمال سوريا)."""
    mark, mention = context.particles.get(first), context.mention_tokens.get(first + 1)
    if mark is not None and mark.data.get("place") and mention is not None:
        return Phrase(first, context.document.token_at(mention.end), mark.start, mention.end)
    return group(context, first, last)


def _after_clitic(context: Context, index: int, last: int) -> Phrase | None:
    mention = context.mention_tokens.get(index)
    letters = proclitic(context, index)[2]
    start = mention.start if mention is not None else context.document.tokens[index].start + letters
    end = index + 1
    following = group(context, end, last) if mention is None and end < last else None
    stop = following.last if following is not None else (context.document.token_at(mention.end) if mention else end)
    return Phrase(index, max(stop, end), start, context.document.tokens[max(stop, end) - 1].end)


def takers(context: Context, clause: Clause, who: Phrase) -> list[str]:
    """Whom the words for a receiver speak of: in the mouth of an officer "his country" is the one he serves."""
    own = country_of(context, context.speaker_at(clause)) if who.first in context.firsts("commitment.own") else []
    return own or [behind(context, v) for v in body_values(context, who)]


def _party(context: Context, cues: Cues, part: Phrase) -> list[str]:
    """The values of a part that is a name or a word for people or lands."""
    clause = context.clause_at(part.first)
    if clause is not None and part.first in context.firsts("commitment.own"):
        return takers(context, clause, part)
    mark = context.particles.get(part.first)
    side = mark is not None and bool(mark.data.get("place"))  # شمال سوريا
    heads = side or part.first in context.words.class_words or cues.are_people(part.first)
    heads = heads or part.first in cues.demonyms  # للفلسطينيين
    return values(context, part) if heads or part.first in context.mention_tokens else []


def fill(draft: Draft, slot: str, found: tuple[list[str], tuple[int, int]] | None) -> None:
    """Add values with where they stand to a slot; countries and capitals among them become known entities."""
    if found is None:
        return
    for value in found[0]:
        known(draft.context.document, value)
    draft.entities(slot, [v for v in found[0] if v], found[1])


def fill_places(draft: Draft, first: int, last: int) -> None:
    """Add the places told among tokens [first, last), but for those to whom the money goes."""
    for place in places_in(draft.context, first, last):
        if place.entity not in draft.event.slots.get("recipient", ()):  # type: ignore[operator]
            fill(draft, "place", ([place.entity], (place.start, place.end)))


def nationality(context: Context, who: Phrase) -> list[str]:
    """The countries whose adjectives stand in the words for what carries aid (سفينة سعودية)."""
    return [str(h.data["of"]) for h in peoples_in(context, who)]


def take_over(event: Event, slot: str, before: Event) -> None:
    """Fill a slot with what another funding has in it, which is proved by its evidence or by all that tells it."""
    value = before.slots[slot]
    event.slots[slot] = value.copy() if isinstance(value, list) else value
    event.evidence[slot] = [*before.evidence.get(slot, ())] or [Span(before.start, before.end, before.text)]
