"""Names of doers and sufferers as a slot shows them: entities, a nation for its adjective, what a number counts."""

from __future__ import annotations

from tawatur.read.events.adjoining import definite
from tawatur.read.events.clauses import SOFT
from tawatur.read.events.context import Context
from tawatur.read.events.groups import clitic_group, listed
from tawatur.read.events.groups import group as group_at
from tawatur.read.events.incidents.triggers import HARMS, Nouns
from tawatur.read.events.phrases import Phrase, proclitic, words
from tawatur.read.events.slots import values
from tawatur.text.words import NUMBER, WORD

_COMPLEMENT = 6  # tokens behind a participle that its complement may take
_UNTOLD = HARMS | {"other-people", "anybody"}  # words of a number that do not say who they were


def named_by(context: Context, nouns: Nouns, group: Phrase, nation: bool = False, arms: bool = False) -> list[str]:
    """What a noun group names: entity ids or words; nothing where it only counts (عشرات, 18 قتيلا, آخرين).

    `nation`: an adjective of nationality alone stands for its country (غارة أميركية), not for a person.
    `arms`: a weapon is what it was done to (اعترضت صاروخا), not what it was done with.
    """
    if (army := _army(context, nouns, group)) is not None:
        return [army]
    if (person := _apposed(context, nouns, group)) is not None:
        return [person]
    while group.last > group.first + 1 and nouns.at.get(group.last - 1, set()) & {"self", "death"}:
        group = group._replace(last=group.last - 1, end=context.document.tokens[group.last - 2].end)
    if "self" in nouns.at.get(group.first, ()):
        return []
    if (seated := _seated(context, nouns, group)) is not None:
        return [seated]
    if (whose := _whose(context, nouns, group)) is not None:
        return whose
    alone = group.last - group.first == 1 and group.first not in context.quantity_tokens
    if nation and alone and group.first in nouns.demonyms and not _counts_people(context, group):
        return [nouns.demonyms[group.first]]
    if group.first in context.quantity_tokens:
        counted = _counted(context, nouns, group)
        percent = context.quantity_tokens[group.first].number.unit == "percent"
        if percent or "amount" in nouns.classes(group.first, group.last):
            of = context.particles.get(group.last)
            inner = (
                listed(context, group.last + 1, group.last + 6)
                if of is not None and of.data["class"] == "partitive"
                else []
            )
            return [v for part in inner for v in values(context, part)]
        return [counted] if counted else []
    if (
        (not arms and _only(nouns, group, {"weapon", "fire"}))
        or _only(nouns, group, HARMS | {"other-people", "death"})
        or _dead_of(nouns, group)
    ):
        return []
    return _told(context, nouns, group)


def _told(context: Context, nouns: Nouns, group: Phrase) -> list[str]:
    """The entities or words of a group that is no number: all its words of forces, and of what ends in a participle."""
    found = [v for v in values(context, group) if any(c.isalpha() for c in v)]
    if "force" in nouns.at.get(group.first, ()) and any(context.types.get(v) == "person" for v in found):
        return [words(context, group)]  # قوات الأسد
    if len(found) == 1 and found[0] not in context.types and (whole := _completed(context, nouns, group)) is not None:
        return [words(context, whole)]
    return found


def _completed(context: Context, nouns: Nouns, group: Phrase) -> Phrase | None:
    """A group with what the participle at its end needs behind it (قوات تابعة | للنظام، شحنات مشتبه | بها)."""
    if group.last - 1 == group.first or group.last - 1 not in nouns.cues["bound"]:
        return None
    at, tokens = group.last, context.document.tokens
    limit = min(at + _COMPLEMENT, len(tokens))
    mark = context.particles.get(at)
    if mark is not None and mark.data["class"] == "pause":
        if tokens[mark.last].form.endswith(context.pronouns):
            return group._replace(last=mark.last + 1, end=mark.end)
        at, mark = mark.last + 1, context.particles.get(mark.last + 1)  # مدعومة خصوصا من ...
    if mark is not None and mark.data["class"] in ("preposition", "partitive"):
        inner = group_at(context, mark.last + 1, limit)
    else:
        inner = next(iter(clitic_group(context, at, limit)), None) if mark is None and _governs(context, at) else None
    if inner is None:
        return None
    inner = _completed(context, nouns, inner) or inner
    return group._replace(last=inner.last, end=inner.end)


def _governs(context: Context, index: int) -> bool:
    """Whether a preposition is written onto the word at a token."""
    return index < len(context.document.tokens) and bool(proclitic(context, index)[1])


def _dead_of(nouns: Nouns, group: Phrase) -> bool:
    """Whether a group is the dead of something, which says nothing of who they were (ضحايا الهجوم)."""
    of = group.first + 1
    return "killed" in nouns.at.get(group.first, ()) and of < group.last and of not in nouns.demonyms


def _whose(context: Context, nouns: Nouns, group: Phrase) -> list[str] | None:
    """Whose people they are (عناصر من حركة طالبان: the movement), of whom there are some (عدد من المتظاهرين)."""
    of = next((i for i in range(group.first + 1, group.last) if _partitive(context, i)), None)
    if of is None or group.first in context.quantity_tokens:
        return None
    inner = group_at(context, context.particles[of].last + 1, group.last)
    if inner is None:
        return None
    if _only(nouns, inner, HARMS | {"other-people", "death"}):
        return []  # عدد من القتلى
    found = values(context, inner)
    bodies = [v for v in found if context.types.get(v) == "organisation"]
    return bodies or (found if group.first in nouns.cues["some"] else None)


def _apposed(context: Context, nouns: Nouns, group: Phrase) -> str | None:
    """The person whose name follows a title after a comma (المستشار الإعلامي، فلان)."""
    comma, mention = context.document.tokens[group.last : group.last + 1], context.mention_tokens.get(group.last + 1)
    if not comma or comma[0].form not in SOFT or mention is None or mention.type != "person":
        return None
    titled = nouns.at.get(group.first, set()) & {"person", "officer"} and group.first not in context.quantity_tokens
    return mention.entity if titled and not context.within(context.mentions, group.start, group.end) else None


def _seated(context: Context, nouns: Nouns, group: Phrase) -> str | None:
    """The body whose seat is named (مقر المفوضية)."""
    mention = context.mention_tokens.get(group.first + 1)
    seat = "seat" in nouns.at.get(group.first, ()) and mention is not None and mention.type == "organisation"
    return mention.entity if seat and mention is not None else None


def _counts_people(context: Context, group: Phrase) -> bool:
    """An adjective that stands for people: with the article behind a noun without it, or a plural (عراقيين)."""
    form, before = context.document.tokens[group.first].form, group.first - 1
    named = definite(context, group.first) and not definite(context, before)
    return named or (form.endswith(("ين", "ون", "ان")) and not form.endswith(context.letters.feminine_dual))


def _counted(context: Context, nouns: Nouns, group: Phrase) -> str:
    """The words that a number counts, without the number and the words that bound it (26 من قوات الأمن)."""
    quantity = context.quantity_tokens[group.first]
    inside = [t for t in context.document.tokens_in(quantity.start, quantity.end) if t.kind in (WORD, NUMBER)]
    numbers = [i for i, t in enumerate(inside) if t.kind == NUMBER or t.index in context.words.numbers]
    head = [t.index for t in (inside[numbers[-1] + 1 :] if numbers else inside)]
    if numbers and numbers[0] > 0 and (not head or head[0] in context.particles) and inside[0].index in nouns.at:
        head = [inside[0].index]  # the number follows what it counts: انتحاري واحد على الأقل
        group = group._replace(last=head[0] + 1)
    while head and head[0] in context.particles:
        head = head[1:]
    stop = next((i for i in head if i in context.particles), None)
    first, last = (head[0] if head else group.last), (stop or group.last)
    if not head or _partitive(context, group.last):
        first, last = _with_source(context, nouns, first if head else group.last, last)
    if first >= last or all(nouns.at.get(i, set()) & _UNTOLD for i in range(first, last)):
        return ""
    tokens = context.document.tokens
    whole = Phrase(first, last, tokens[first].start, tokens[last - 1].end)
    return words(context, _completed(context, nouns, whole) or whole)


def _partitive(context: Context, index: int) -> bool:
    mark = context.particles.get(index)
    return mark is not None and mark.data["class"] == "partitive"


def _with_source(context: Context, nouns: Nouns, first: int, last: int) -> tuple[int, int]:
    """What is counted with what it is counted from: عنصرا من ميليشيات ..."""
    if not _partitive(context, last):
        return first, last
    inner = group_at(context, last + 1, min(last + 8, len(context.document.tokens)))
    if inner is None or not _could_be_people(context, nouns, inner):
        return first, last
    return (inner.first if first >= last else first), inner.last


def _could_be_people(context: Context, nouns: Nouns, group: Phrase) -> bool:
    named = context.within(context.mentions, group.start, group.end)
    return bool(
        any(m.type != "place" for m in named)
        or nouns.classes(group.first, group.last) & {"person", "force", "killed"}
        or group.first in nouns.demonyms
    )


def _only(nouns: Nouns, group: Phrase, classes: frozenset[str] | set[str]) -> bool:
    """Whether every word of a group is of these classes."""
    return all(nouns.at.get(i, set()) & classes for i in range(group.first, group.last))


def _army(context: Context, nouns: Nouns, group: Phrase) -> str | None:
    """The army of the report that a group stands for: القوات الإسرائيلية, الاحتلال after الجيش الإسرائيلي was named."""
    if "army" not in nouns.at.get(group.first, ()) or group.first in context.quantity_tokens:
        return None
    nation = next((nouns.demonyms[i] for i in range(group.first, group.last) if i in nouns.demonyms), None)
    if group.last - group.first > (2 if nation else 1) or group.first in context.mention_tokens:
        return None
    for mention in context.mentions:
        first = context.document.token_at(mention.start)
        if mention.type == "organisation" and "army" in nouns.at.get(first, ()):
            last = context.document.token_at(mention.end - 1)
            if nation is None or any(nouns.demonyms.get(i) == nation for i in range(first, last + 1)):
                return mention.entity
    return None
