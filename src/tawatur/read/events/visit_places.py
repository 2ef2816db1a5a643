"""Where a visit goes: the place it leads to, those joined to it, and whether two places may be one visit's."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.entities import lands
from tawatur.read.events.clauses import Clause
from tawatur.read.events.complements import complements
from tawatur.read.events.context import Context
from tawatur.read.events.phrases import Phrase, proclitic, words
from tawatur.read.events.slots import places_in
from tawatur.record.types import Event, Mention
from tawatur.text.folding import fold

ADJECTIVES = 3  # the most words between a visit's noun and what is said of it


def place_of(context: Context, hit: Hit, clause: Clause, who: Phrase) -> Mention | None:
    """Where to: what a verb's pronoun stands for, or what its object or its preposition names; else the first place
    after the visitor and the word, direct or behind its preposition."""
    if hit.data.get("pronoun"):
        return _behind_pronoun(context, hit, clause)
    if hit.features.get("form"):
        named = _led_by(context, hit, clause, who)
        if named is not None or hit.data.get("strict"):
            return named
    last = context.document.tokens[_tour_end(context, hit, clause) - 1].end
    after = max(hit.end, who.end if who.start > hit.start else 0)
    own = [h for h in context.document.hits("event.visit", within=clause.sentence) if h.data["frame"] == "back"]
    for mention in context.within(context.mentions, hit.end, last):
        inside = who.start <= mention.start < who.end
        if any(hit.end <= h.start < mention.start for h in own):
            return None
        if mention.type == "place" and not inside and (mention.start - after < 60 or _led(context, hit, mention)):
            return mention if hit.features.get("form") or _led_to(context, hit, mention) else None
    return _known_place(context, hit, clause)


def _led_by(context: Context, hit: Hit, clause: Clause, who: Phrase) -> Mention | None:
    """The place that is a verb's object, or stands behind its preposition, wherever in the clause."""
    leads = {fold(word) for word in hit.data.get("after", ())}
    if _leads_back(context, hit, leads):
        return None
    direct = hit.data["frame"] == "object"
    tokens = context.document.tokens
    bare: Mention | None = None
    for found in complements(context, hit.last + 1, clause.last):
        if who.first <= found.phrase.first < who.last:
            continue
        if (
            found.letter == context.letters.at
            and context.letters.at not in leads
            and not direct
            and hit.data.get("with")
        ):
            return None  # توجه بالشكر إلى ...
        word = tokens[found.mark.last].form if found.mark is not None else found.letter
        if word in leads and (place := site(context, found.phrase, clause)) is not None:
            return place
        if found.bare and direct and bare is None:
            bare = site(context, found.phrase, clause)
    return bare


def _leads_back(context: Context, hit: Hit, leads: set[str]) -> bool:
    """Whether a verb's preposition has a pronoun of what was named before: what follows does not say where to (كل ما
    وصلت إليه البلاد)."""
    mark = context.particles.get(hit.last + 1)
    form = context.document.tokens[mark.last].form if mark is not None else ""
    return form not in leads and form.endswith(context.pronouns) and form.startswith(tuple(w[:-1] for w in leads))


def site(context: Context, where: Phrase, clause: Clause, alone: bool = False) -> Mention | None:
    """The place that a phrase names, class words before it; or the words for a site: the place inside them or right
    behind them, a body that is one (مستشفى السلام), else the words themselves (قاعدة عسكرية), one where `alone`."""
    first = where.first
    if first in context.capitals:  # العاصمة العمانية، مسقط
        return Mention(
            where.start, where.end, context.document.text[where.start : where.end], "place", context.capitals[first]
        )
    while first < where.last and first in context.words.class_words and first not in context.mention_tokens:
        first += 1
    named = context.mention_tokens.get(first)
    if named is not None and named.type == "place":
        return named
    if where.first not in context.firsts("visit.site") or any(
        h.first == where.first for h in context.document.hits("visit.scene")
    ):
        return None
    inside = [m for m in context.within(context.mentions, where.start, where.end) if m.type == "place"]
    inside = inside or places_in(context, where.last, min(clause.last, where.last + ADJECTIVES))
    if inside:
        return inside[0]
    if named is not None and named.type == "organisation":
        return named
    told = words(context, where)
    return Mention(where.start, where.end, told, "", told) if alone or len(told.split()) > 1 else None


def _behind_pronoun(context: Context, hit: Hit, clause: Clause) -> Mention | None:
    """The last place named before a verb whose pronoun stands for it (العاصمة التي يزورها الوزير)."""
    ahead = context.within(context.mentions, clause.sentence.start, hit.start)
    named = [m for m in ahead if m.type == "place"]
    return named[-1] if named else None


def _tour_end(context: Context, hit: Hit, clause: Clause) -> int:
    """The token where it ends what is said of a visit: of a tour with the relative clause that says what it covers
    (جولته التي تشمل السعودية والأردن)."""
    after = context.clauses[clause.index + 1] if clause.index + 1 < len(context.clauses) else None
    covers = after is not None and after.opener == "relative" and after.first <= hit.last + ADJECTIVES
    return after.last if covers and after is not None and hit.data.get("tour") else clause.last


def _led(context: Context, hit: Hit, place: Mention) -> bool:
    """Whether the verb's own preposition leads to a place, however far (وصل الأمير ...، أمس، إلى جمهورية ...)."""
    index = context.document.token_at(place.start)
    while index - 1 > hit.last and index - 1 in context.words.class_words:
        index -= 1
    return context.document.tokens[index - 1].form in {fold(word) for word in hit.data.get("after", ())}


def _known_place(context: Context, hit: Hit, clause: Clause) -> Mention | None:
    """The place that a definite noun behind the visit stands for (زيارة لهذه المدينة)."""
    tokens = context.document.tokens
    for index in range(hit.last + 1, min(clause.last, hit.last + ADJECTIVES + 2)):
        letter, mark = proclitic(context, index)[1], context.particles.get(index)
        pointing = mark is not None and mark.data["class"] == "demonstrative"
        if index in context.time_tokens or (mark is not None and not pointing):
            continue
        if letter != context.letters.for_ and not (pointing and tokens[index].form.startswith(context.letters.for_)):
            continue
        noun = tokens[index + 1 if pointing else index]
        entity = context.references.entity(noun.index)
        if entity is not None and context.types.get(entity) == "place":
            return Mention(noun.start, noun.end, noun.text, "place", entity)
    return None


def further_places(context: Context, clause: Clause, place: Mention) -> list[Mention]:
    """The place and those joined to it (السعودية وإسرائيل والأردن)."""
    found = [place]
    for mention in context.within(context.mentions, place.end, clause.sentence.end):
        first = context.document.token_at(mention.start)
        joined = context.document.token_at(found[-1].end) == first and proclitic(context, first)[0]
        if mention.type != "place" or not joined:
            break
        found.append(mention)
    return found


def headed(context: Context, hit: Hit, clause: Clause, place: Mention) -> bool:
    """Whether the word that leads to the place stands between it and the verb (غادر إلى)."""
    first, last = hit.last + 1, context.document.token_at(place.start)
    leads = {fold(word) for word in hit.data["after"]}
    return any(context.document.tokens[i].form in leads for i in range(first, last))


def _led_to(context: Context, hit: Hit, place: Mention) -> bool:
    """Whether the noun of visiting, or a preposition of direction, stands before a place and its class words."""
    index = context.document.token_at(place.start)
    while index - 1 > hit.last and not proclitic(context, index)[1] and index - 1 in context.words.class_words:
        index -= 1
    if proclitic(context, index)[1]:
        at = hit.data.get("owner") or hit.data.get("at")
        allowed = (context.letters.for_, context.letters.at) if at else (context.letters.for_,)
        return proclitic(context, index)[1] in allowed
    mark = context.particles.get(index - 1)
    inside = bool(hit.data.get("tour") or hit.data.get("at"))
    leads = mark is not None and not mark.data.get("place") and mark.data["class"] != "partitive"
    return index - 1 <= hit.last or leads or inside


def one_place(context: Context, one: Event, other: Event) -> bool:
    countries = {m.entity for m in context.mentions if m.start in context.words.country_starts}
    within = lands(context.document.language)
    here, there = (set(e.slots["place"]) for e in (one, other))  # type: ignore[arg-type]
    apart = any(not _may_lie(within, str(a), str(b)) for a in here for b in there)
    return bool(here & there) or (not apart and bool(here & countries) != bool(there & countries))


def _may_lie(within: dict[str, str], one: str, other: str) -> bool:
    """Whether one place may lie in the other: no list puts the city into another country."""
    return all(within.get(city, land) == land for city, land in ((one, other), (other, one)))
