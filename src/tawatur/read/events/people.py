"""Whom a noun phrase speaks of: names, and people without names (وزراء من عدة بلدان)."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.arguments import noun_phrase
from tawatur.read.events.context import Context
from tawatur.read.events.lists import is_masdar
from tawatur.read.events.phrases import Phrase, conjuncts, proclitic, words
from tawatur.read.events.slots import values
from tawatur.text.folding import fold
from tawatur.text.words import undefined

COUNTED = frozenset({"country", "member", "person", "organisation", "delegation", "participant", "leader", "minister"})


def attending(context: Context, who: Phrase) -> list[str]:
    """`values`, where people without names that stand together are one value with what is said of them
    (وزراء ومسؤولون من عدة بلدان)."""
    found: list[str] = []
    parts = conjuncts(context, who)
    first = 0
    for number, part in enumerate(parts):
        if number < first:
            continue
        value = next(iter(values(context, part)), None)
        if value is None:
            first = number + 1
            continue
        if value in context.types:
            first = number + 1
            found.append(value)
            continue
        countries = _of_countries(context, parts, number)
        if countries > number:
            found.append(words(context, part._replace(last=parts[countries].last, end=parts[countries].end)))
            first = countries + 1
            continue
        following = parts[number + 1] if number + 1 < len(parts) else None
        if following is not None and following.first - part.last == 0 and proclitic(context, following.first)[0]:
            continue  # وزراء ومسؤولون
        if is_masdar(context, parts[first].first) and parts[first].first not in context.words.people:
            first = number + 1
            continue
        found.append(words(context, _with_complement(context, parts[first]._replace(last=part.last, end=part.end))))
        first = number + 1
    return found


def _of_countries(context: Context, parts: list[Phrase], number: int) -> int:
    """The index of the last of the countries whose ministers or leaders a part begins (وزراء خارجية مصر والأردن)."""
    level = context.by_first("meeting.level").get(parts[number].first)
    if level is None or level.features.get("number", "plural") != "plural":
        return number
    last = number
    while last + 1 < len(parts) and context.types.get(values(context, parts[last + 1])[0]) == "place":
        last += 1
    return last


def _with_complement(context: Context, part: Phrase) -> Phrase:
    """A phrase of words with the prepositional phrase that says which people (من عدة بلدان, لدى الأمم المتحدة)."""
    mark = context.particles.get(part.last)
    belongs = part.last - 1 in context.words.member_lasts
    closes = mark is not None and (mark.data["class"] == "partitive" or mark.data.get("which") or belongs)
    if mark is None or not closes:
        return part
    document = context.document
    after = noun_phrase(context, mark.last + 1, document.sentences[document.tokens[part.first].sentence].last)
    if after is None or after.last - part.first > 14:
        return part
    return part._replace(last=after.last, end=after.end)


def persons(context: Context, who: Phrase) -> list[str]:
    return [v for v in values(context, who) if context.types.get(v) == "person"]


def people_of(context: Context, who: Phrase) -> list[str]:
    """`attending`, without parts that are no people: neither named nor headed by a noun of people."""
    return [
        value
        for part in conjuncts(context, who)
        for value in values(context, part)
        if value in context.types or _are_people(context, part)
    ]


def _are_people(context: Context, part: Phrase) -> bool:
    """Whether words without a name speak of people: a noun of people, a plural of people, a number of them."""
    form = context.document.tokens[part.first].form
    own = form.endswith(context.pronouns) and part.last - part.first == 1
    if own or is_masdar(context, part.first):
        return False
    counted = context.quantity_tokens.get(part.first)
    if counted is not None:
        return counted.number.unit in COUNTED
    return part.first in context.words.people or form.endswith(context.letters.of_people)


def those_there(context: Context, who: Phrase, slot: str) -> list[str]:
    """Whom a phrase tells for a slot of a meeting, without what is nobody (وتضم المكتبة مسرحا وقاعة اجتماعات)."""
    found = attending(context, who) if slot in ("attended", "absent", "convener") else values(context, who)
    return [v for v in found if slot == "host" or v in context.types or _speaks_of_people(context, who, v)]


def _speaks_of_people(context: Context, who: Phrase, value: str) -> bool:
    """Whether words without a name, a value of a phrase, begin with a noun of people, of a body or of their number."""
    head = fold(value).split()[:1]
    for index in range(who.first, who.last):
        form = context.document.tokens[index].form
        if [form[proclitic(context, index)[2] :]] == head or [undefined(form)] == head:
            some = form[proclitic(context, index)[2] :] in context.letters.some
            return any(_people_at(context, i) for i in range(index, min(index + 4, who.last) if some else index + 1))
    return True


def _people_at(context: Context, index: int) -> bool:
    counted = context.quantity_tokens.get(index)
    if counted is not None and counted.number.unit is not None:
        return counted.number.unit in COUNTED
    form = context.document.tokens[index].form
    nationals = demonym_at(context, index)
    plural = nationals is not None and nationals.features.get("number") == "plural"
    known = index in context.words.people or index in context.by_first("meeting.level") or plural
    bare = undefined(form[proclitic(context, index)[2] :])
    return known or form.endswith(context.letters.of_people) or bare.startswith(context.letters.of_persons)


def impersonal(context: Context, who: Phrase) -> bool:
    """Whether the words after "with" are no party (بالتزامن مع, التعامل مع): neither named nor a listed voice."""
    named = context.within(context.mentions, who.start, who.end)
    return not named and who.first not in context.words.people


def behind(context: Context, value: str) -> str:
    """The country or body whose officer somebody is: he announces, it gives."""
    offices = offices_of(context, value) if context.types.get(value) == "person" else []
    return offices[0] if offices else value


def demonym_at(context: Context, index: int) -> Hit | None:
    """The adjective of nationality that begins at a token."""
    return next((h for h in context.document.hits("demonym") if h.first == index), None)


def peoples_in(context: Context, whole: Phrase) -> list[Hit]:
    """The adjectives of nationality inside a phrase, behind its first word (الجانبان الأردني والعراقي)."""
    return [h for h in context.document.hits("demonym") if whole.first < h.first < whole.last]


def country_of(context: Context, person: str | None) -> list[str]:
    """The country of one who speaks of "his country", as his offices tell it; nothing where none does."""
    return [of for of in offices_of(context, person) if context.types[of] == "place"][:1]


def offices_of(context: Context, person: str | None) -> list[str]:
    """The countries and bodies whose officer somebody is, those that are known."""
    return [r.of for r in context.roles if r.person == person and r.of in context.types]
