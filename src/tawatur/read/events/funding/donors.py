"""Who gives money: named by the words of giving, or the subject of a verb that gives."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import direct_object, doer, pronoun_ahead, subject
from tawatur.read.events.clauses import Clause
from tawatur.read.events.context import Context
from tawatur.read.events.funding.cues import Cues
from tawatur.read.events.funding.parties import BODIES, TWO, objects
from tawatur.read.events.funding.takers import recipients
from tawatur.read.events.groups import group, listed
from tawatur.read.events.people import behind, country_of
from tawatur.read.events.phrases import Phrase, words
from tawatur.read.events.slots import body_values, is_money, money_in, values
from tawatur.record.types import Mention, Quantity, Span
from tawatur.text.words import SIGN


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
        if hit.first in of_two and len(objects(context, hit, first)) < TWO and not _led(context, cues, hit, last):
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
