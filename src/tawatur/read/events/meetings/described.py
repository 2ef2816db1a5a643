"""What stands at a meeting's noun: its adjectives, number and level, and whose meeting it is."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.context import Context
from tawatur.read.events.meetings.called import name_of
from tawatur.read.events.meetings.parties import discussed
from tawatur.read.events.meetings.told import Telling
from tawatur.read.events.phrases import Phrase, phrase, proclitic, words
from tawatur.read.events.slots import body_values, values
from tawatur.text.words import SIGN, definite, nisba, undefined


def _only_in_touch(context: Context, hit: Hit) -> bool:
    """Whether somebody is only said to be in touch, and no call is told (على اتصال مع ...)."""
    alone = hit.data.get("call") and hit.first == hit.last
    return bool(alone) and hit.first > 0 and context.document.tokens[hit.first - 1].form == context.letters.upon


def describe(context: Context, telling: Telling) -> bool:
    """Read what stands at the noun; False where it is no meeting after all (an interview, a sports match)."""
    hit = telling.hit
    first = hit.first
    mark = context.particles.get(first - 1)
    pointed = mark is not None and mark.data["class"] == "demonstrative"
    telling.plural = hit.features.get("number") == "plural" and not hit.data.get("plural_ok")
    telling.definite = (
        pointed or bool(hit.data.get("own")) or hit.analysis.article or definite(context.document.tokens[hit.last].form)
    )
    index = telling.behind = _after_adjectives(context, telling)
    if _interview(context, index) or _only_in_touch(context, hit):
        return False
    preposition = proclitic(context, index)[1] if index < telling.clause.last else ""
    if index + 1 < telling.clause.last and context.document.tokens[index].form == context.letters.for_:
        preposition, index = context.letters.for_, index + 1
        while index + 1 < telling.clause.last and context.document.tokens[index].kind == SIGN:
            index += 1
    if hit.data.get("needs") == "work" and index not in context.mention_tokens:
        return False
    called = name_of(context, telling, index) if index < telling.clause.last else None
    if index < telling.clause.last and index not in context.time_tokens and _may_be_of(context, telling, index):
        cut = next(
            (i for i in sorted(context.firsts("group.parent")) if index < i < telling.clause.last), telling.clause.last
        )
        telling.of = phrase(context, index, cut)
        telling.of = _without_own_adjective(context, telling.of)
        if telling.of.first < telling.of.last:
            _whose(context, telling, telling.of, preposition)
    if called is not None and not (telling.body or telling.place or telling.level):
        telling.of, telling.people = called._replace(first=index), []
        telling.body, telling.called = [words(context, called)], True
    if hit.data.get("of") in context.types and not telling.body:
        telling.body, telling.called = [str(hit.data["of"])], True
    return True


def _without_own_adjective(context: Context, of: Phrase) -> Phrase:
    """Whose meeting it is without the adjective behind it that is the meeting's (اجتماع وزراء الخارجية ⟨التحضيري⟩)."""
    if of.first == of.last:
        return of
    sentence = context.document.sentences[context.document.tokens[of.first].sentence]
    own = {h.first for h in context.document.hits("meeting.adjective", within=sentence) if h.data.get("apart")}
    last = of.last
    while last - 1 > of.first and last - 1 in own:
        last -= 1
    return of._replace(last=last, end=context.document.tokens[last - 1].end) if last < of.last else of


def _after_adjectives(context: Context, telling: Telling) -> int:
    """The token after the noun's adjectives and ordinals, whose level and number are taken."""
    document = context.document
    index = telling.last + 1
    while index < telling.clause.last:
        if index in context.quantity_tokens and context.quantity_tokens[index].ordinal:
            telling.session = context.quantity_tokens[index].number
            index = max(index + 1, document.token_at(context.quantity_tokens[index].end))
            continue
        level = context.by_first("meeting.level").get(index)
        if level is not None and level.features.get("form") != "participle" and "number" in level.features:
            is_noun = level.data.get("plural_only") or index in context.mention_tokens
            if not is_noun:
                telling.level = telling.level or level.data["level"]
                index += 1
                continue
        if not adjective(context, telling, index):
            break
        telling.other = telling.other or context.words.other_sessions.get(index, "")
        if index not in context.words.meeting_adjectives and nisba(document.tokens[index].form):
            telling.sort = undefined(document.tokens[index].form)
        index += 1
    for quantity in context.within(context.quantities, telling.hit.start - 3, document.tokens[index - 1].end):
        if quantity.ordinal:
            telling.session = telling.session or quantity.number
    return index


def adjective(context: Context, telling: Telling, index: int) -> bool:
    """Whether a word agrees with the noun as an adjective does: definite after a definite one, listed otherwise."""
    token = context.document.tokens[index]
    if token.kind == SIGN:
        return token.form in '"“”«»'
    if any(
        q.ordinal and q.start <= token.start < q.end
        for q in context.within(context.quantities, telling.hit.start - 3, token.end + 30)
    ):
        return True  # القمة الثانية والثلاثون
    if index in context.mention_tokens or index in context.particles or index in context.verbs:
        return False
    if proclitic(context, index)[0] or proclitic(context, index)[1]:
        return False
    if index in context.words.meeting_adjectives or _other(context, telling, index):
        return True
    return telling.hit.analysis.article and nisba(token.form)


def _other(context: Context, telling: Telling, index: int) -> bool:
    """Whether an adjective that agrees with the noun says that it is another session (القمة السابقة, مؤتمر مماثل)."""
    alike = definite(context.document.tokens[index].form) == bool(telling.definite or telling.hit.analysis.article)
    return index in context.words.other_sessions and alike


def _interview(context: Context, index: int) -> bool:
    """Whether the noun is a talk with a medium (لقاء مع قناة ..., الحوار الذي أجرته قناة ...)."""
    mark = context.particles.get(index)
    if mark is None or mark.data["class"] in ("that", "subordinate"):
        return False
    after = mark.last + 1
    if mark.data["class"] == "relative":
        if after not in context.firsts("meeting.part") or not context.document.tokens[after].form.endswith(
            context.pronouns
        ):
            return False
        after += 1
    mention = context.mention_tokens.get(after) or context.mention_tokens.get(after + 1)
    media = after in context.firsts("medium")
    return media or (mention is not None and mention.type == "work")


def _may_be_of(context: Context, telling: Telling, index: int) -> bool:
    """Whether the phrase at a token can say whose meeting it is: in the construct state, or after ل."""
    if index in context.particles or index in context.verbs or discussed(context, telling):
        return False
    if index in context.firsts("meeting.topic") or index in context.firsts("meeting.part"):
        return False
    preposition = proclitic(context, index)[1]
    if preposition:
        named = (
            index in context.mention_tokens
            or index in context.words.body_words
            or index in context.by_first("meeting.level")
            or definite(context.document.tokens[index].form)
        )
        return preposition == context.letters.for_ and (named or index + 1 in context.mention_tokens)
    return (not telling.hit.analysis.article and not telling.definite) or index in context.mention_tokens


def _whose(context: Context, telling: Telling, of: Phrase, preposition: str) -> None:
    """Sort whose meeting it is into body, people who meet, or the place it is called by."""
    known = context.by_first("meeting.level")
    levels = [known[i] for i in range(of.first, of.last) if i in known]
    people = next((h for h in levels if h.data.get("level") in ("ministerial", "summit", "political-directors")), None)
    received = bool(telling.hit.data.get("to"))  # استقبال وزير الخارجية: one of two who meet
    if people is not None and people.first - of.first <= 1 and not received:
        telling.level = telling.level or people.data["level"]
        if people.features.get("number") != "singular":
            telling.people = values(context, of)
            inner = [m for m in context.within(context.mentions, of.start, of.end) if m.type == "organisation"]
            telling.body = [inner[0].entity] if inner else []
            if not inner and proclitic(context, of.last)[1] == context.letters.for_:
                after = phrase(context, of.last, telling.clause.last)
                telling.body = [v for v in body_values(context, after) if context.types.get(v) == "organisation"][:1]
            return
    for value in body_values(context, of):
        kind = context.types.get(value)
        if kind in ("organisation", "other"):
            telling.body.append(value)
        elif kind == "place" and not preposition:
            telling.place = value
        elif kind in ("person", "place"):
            telling.people.append(value)
        elif kind is None and of.first in context.words.body_words:
            telling.body.append(value)
        elif preposition and kind is None:
            telling.people.append(value)
