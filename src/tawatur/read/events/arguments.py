"""Who does what in a clause: its subject and object as noun phrases, by word order.

After the verb stands the subject, then the object (تستضيف مراكش الاجتماع); a noun phrase before the verb is the subject
(المغرب يستضيف الاجتماع); a relative clause speaks of the noun before it. A clause whose subject is dropped
(وأضاف, وتشارك) takes the subject of the clause before it.
"""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.events.clauses import SOFT, Clause
from tawatur.read.events.context import Context
from tawatur.read.events.phrases import Phrase, conjuncts, phrase, proclitic
from tawatur.text.words import SIGN, definite

_AHEAD = frozenset({"auxiliary", "negation", "pause"})
_MARKS = frozenset("\"“”„«»‹›‘’'([{،,-–—")


def subject(context: Context, clause: Clause) -> Phrase | None:
    """The subject of a clause's verb, None where the clause does not name it (see `antecedent`, `carried_subject`)."""
    verb = clause.verb
    if verb is None:
        return None
    before = _phrase_before(context, clause, verb.first) or _behind_adverbial(context, clause, verb.first)
    if before is not None:
        return before
    if clause.opener == "relative" and "object" not in verb.features:
        return None
    return noun_phrase(context, verb.last + 1, clause.last)


def pronoun_ahead(context: Context, clause: Clause) -> bool:
    """Whether the "that" of a clause carries its subject as a pronoun (إنه باشر مشاورات)."""
    mark = context.particles.get(clause.first)
    if mark is None or clause.opener != "that" or mark.data.get("wish"):
        return False
    return context.document.tokens[mark.last].form.endswith(context.pronouns)


def antecedent(context: Context, clause: Clause) -> Phrase | None:
    """What a relative clause speaks of: the noun phrase that ends right before its pronoun."""
    if clause.opener != "relative":
        return None
    sentence_first = clause.sentence.first
    last = clause.first
    while last > sentence_first and context.document.tokens[last - 1].form in _MARKS:
        last -= 1
    first = last
    while first > sentence_first and not _cuts(context, first - 1):
        first -= 1
        if first in context.particles:  # a demonstrative: what it points at begins here
            break
    found = noun_phrase(context, first, last, governed=True)
    while found is not None and found.last < last and _parted(context, found, last):
        behind = noun_phrase(context, found.last, last, governed=True)
        if behind is None:
            break
        found = behind  # أدان الوزير الاثنين | الهجوم الذي ...، التقى الوزير | الرئيس الذي ...
    if found is not None:
        found = _governed_last(context, clause, found, last) or found
    return _agreeing(context, clause, _last_named(context, clause, found)) if found is not None else None


def _parted(context: Context, found: Phrase, last: int) -> bool:
    """Whether another noun begins right behind a noun phrase before token `last`: after a time, or behind a name
    another one, whose title may stand before it."""
    if found.last in context.time_tokens:
        return True
    mentions = context.mention_tokens
    if not any(m.end == found.end for m in context.within(context.mentions, found.start, found.end)):
        return False
    if found.last in mentions:
        return True
    title = found.last in context.words.visitors
    another = any(i in mentions and mentions[i].type == "person" for i in range(found.last, last))
    return title and (another or definite(context.document.tokens[found.last].form))


def _governed_last(context: Context, clause: Clause, found: Phrase, last: int) -> Phrase | None:
    """The noun with a preposition written onto it that stands nearer to a relative pronoun than the noun before it, and
    of which that can speak by its number and gender (أشاد الوزير | بالقوات التي ...، but not للجيش التي)."""
    pronoun, tokens = context.particles.get(clause.first), context.document.tokens
    if pronoun is None or pronoun.analysis.conjunction:
        return None
    for index in range(last - 1, found.first, -1):
        within = context.inside_name(tokens[index].start) and index not in context.mention_tokens
        if index in context.particles or within or not proclitic(context, index)[1]:
            continue
        nearer = noun_phrase(context, index, last, governed=True)
        return nearer if nearer is not None and nearer.last == last and _its_own(context, pronoun, index) else None
    return None


def _its_own(context: Context, pronoun: Hit, index: int) -> bool:
    """Whether the noun at a token is of the number and gender that a relative pronoun says."""
    form, mention, hit = (
        context.document.tokens[index].form,
        context.mention_tokens.get(index),
        context.words.nouns.get(index),
    )
    people = form.endswith(context.letters.people)
    several = hit is not None and hit.features.get("number") == "plural"
    feminine = form.endswith((context.letters.feminine, context.letters.plural_noun))
    if pronoun.data.get("of") == "p":
        return (people or several) and mention is None and not feminine
    if pronoun.data.get("of") == "m":
        return not (people or several or feminine)
    return feminine or (several and not people) or (mention is not None and mention.type in ("place", "organisation"))


def _last_named(context: Context, clause: Clause, found: Phrase) -> Phrase:
    """Of several joined by "and" the last one, where it is a name of which a relative pronoun of one can speak (بين
    بلاده والسعودية التي قدمت ...)."""
    pronoun = context.particles.get(clause.first)
    last = conjuncts(context, found)[-1:]
    mention = context.mention_tokens.get(last[0].first) if last else None
    if pronoun is None or pronoun.data.get("of") == "p" or mention is None or last[0].first == found.first:
        return found
    return last[0] if clause.verb is None or clause.verb.features.get("number", "s") == "s" else found


def _agreeing(context: Context, clause: Clause, found: Phrase) -> Phrase | None:
    """The noun phrase that a relative pronoun can speak of: the one before it, else the person named last between
    (اللحظات الأخيرة لفلان، الشاب الأعزل، الذي قتل ...)."""
    if _agrees(context, clause, found.first):
        return found
    for index in range(clause.first - 1, found.first, -1):
        mention = context.mention_tokens.get(index)
        if mention is not None and mention.type == "person" and _agrees(context, clause, index):
            return Phrase(index, context.document.token_at(mention.end - 1) + 1, mention.start, mention.end)
    return None


def _agrees(context: Context, clause: Clause, index: int) -> bool:
    """Whether nothing says that a relative pronoun cannot speak of the noun at a token: a masculine of a feminine or of
    a feminine plural, one of people of a single one."""
    pronoun = context.particles.get(clause.first)
    of = pronoun.data.get("of") if pronoun is not None else None
    mention = context.mention_tokens.get(index)
    form = context.document.tokens[index].form
    if of is None or index in context.quantity_tokens:
        return True
    if of == "p":
        return mention is None and not form.endswith(context.letters.feminine)
    return mention is not None or not form.endswith((context.letters.feminine, context.letters.plural_noun))


def carried_subject(context: Context, clause: Clause) -> Phrase | None:
    """The subject that a clause without one carries on from the clause before it in its paragraph; of what somebody is
    accused of, the accused."""
    blaming = _accusation(context, clause)
    if blaming is not None:
        return _accused(context, context.clauses[clause.index - 1], blaming, clause.first)
    closed = [s for s in context.reading.statements if s.kind == "direct" and s.end <= clause.start]
    for earlier in reversed(context.clauses[max(0, clause.index - 6) : clause.index]):
        if earlier.sentence.paragraph != clause.sentence.paragraph:
            return None
        if any(quote.start <= earlier.start and earlier.end <= quote.end + 1 for quote in closed):
            continue  # who is told of within a quotation does nothing outside it
        if earlier.opener == "relative":
            if earlier.index == clause.index - 1 and _goes_on(context, clause, earlier):
                return antecedent(context, earlier)
            continue
        found = subject(context, earlier)
        if found is None and earlier.verb is None and earlier.sentence.index == clause.sentence.index:
            found = _phrase_before(context, earlier, earlier.last)
        if found is not None:
            return found
    return None


def _accusation(context: Context, clause: Clause) -> Hit | None:
    """The word of accusing before a clause of "that he" (اتهم ... بأنه)."""
    before = context.clauses[clause.index - 1] if clause.index else None
    if before is None or before.sentence is not clause.sentence or not pronoun_ahead(context, clause):
        return None
    return next(
        (h for h in reversed(context.document.hits("event.incident-accuse")) if before.first <= h.first < clause.first),
        None,
    )


def _accused(context: Context, clause: Clause, cue: Hit, limit: int) -> Phrase | None:
    """Of whom an accusation before token `limit` says "that he": the noun that is called accused (طهران | المتهمة
    بأنها ...), whom its relative clause speaks of, the object of its verb (اتهمت باريس | طهران بأنها ...), else what
    follows it (متهما | الجماعة بأنها ...); None where a pronoun stands for him."""
    if cue.analysis.article:
        mention = context.mention_tokens.get(cue.first - 1)
        first = context.document.token_at(mention.start) if mention is not None else cue.first - 1
        return noun_phrase(context, max(first, clause.first), cue.first, governed=True)
    if "object" in cue.features:
        return antecedent(context, clause)
    named = noun_phrase(context, cue.last + 1, limit)
    if named is None or clause.verb is None or clause.verb.first != cue.first:
        return named
    ahead = subject(context, clause)
    told = ahead is not None and ahead.last <= cue.first
    return named if told else noun_phrase(context, named.last, limit)


def doer(context: Context, clause: Clause) -> Phrase | None:
    """Of whom a clause's verb is said: its subject, what a relative clause speaks of, or the subject carried on."""
    return subject(context, clause) or antecedent(context, clause) or carried_subject(context, clause)


def _goes_on(context: Context, clause: Clause, relative: Clause) -> bool:
    """Whether a clause is joined to the relative clause before it: of its tense, which is not that of the clause before
    (وحث الوزير على وقف الميليشيات التي تثير الفوضى وتسعى لزعزعة الأمن)."""
    ahead = (c for c in reversed(context.clauses[: relative.index]) if c.opener != "relative")
    outer = next(ahead, None)
    same = clause.opener == "and" and clause.sentence is relative.sentence and clause.tense == relative.tense
    return same and outer is not None and outer.tense not in (clause.tense, None)


def direct_object(context: Context, clause: Clause) -> Phrase | None:
    """The noun phrase after the verb that is not its subject and has no preposition."""
    verb = clause.verb
    if verb is None:
        return None
    first = verb.last + 1
    named = _phrase_before(context, clause, verb.first)
    if named is None and clause.opener != "relative" and "object" not in verb.features:
        after = noun_phrase(context, first, clause.last)
        if after is None:
            return None
        first = after.last
    return noun_phrase(context, first, clause.last)


def noun_phrase(context: Context, first: int, limit: int, governed: bool = False) -> Phrase | None:
    """The noun phrase that begins at a token or after the marks, adverbs and times that stand there; None where a
    preposition or a clause stands first (a preposition written onto the noun is passed over where `governed`)."""
    tokens = context.document.tokens
    index = first
    while index < limit:
        if tokens[index].kind == SIGN and tokens[index].form in _MARKS:
            index += 1
        elif index in context.time_tokens:
            index = max(index + 1, context.document.token_at(context.time_tokens[index].end))
        elif (mark := context.particles.get(index)) is not None and mark.data["class"] in ("pause", "auxiliary"):
            index = mark.last + 1
        else:
            break
    if index >= limit or _cuts(context, index):
        return None
    if not governed and index not in context.particles and proclitic(context, index)[1]:
        return None
    found = phrase(context, index, limit)
    return found if found.first < found.last else None


def leading_phrase(context: Context, clause: Clause, limit: int) -> Phrase | None:
    """The noun phrase that begins a clause, behind the particle that opens it and before token `limit`."""
    mark = context.particles.get(clause.first)
    first = mark.last + 1 if mark is not None else clause.first
    return noun_phrase(context, first, limit) if first < limit else None


def _phrase_before(context: Context, clause: Clause, verb: int) -> Phrase | None:
    """The noun phrase that begins a clause before its verb, and is governed by nothing."""
    mark = context.particles.get(clause.first)
    governed = mark is not None and mark.data["class"] in ("preposition", "partitive")
    return leading_phrase(context, clause, verb) if not governed else None


def _behind_adverbial(context: Context, clause: Clause, verb: int) -> Phrase | None:
    """The noun phrase between the last comma of the adverbial that begins a clause and the verb (وقبل ذلك بيوم، كان وفد
    الحركة قد غادر)."""
    mark = context.particles.get(clause.first)
    if mark is None or mark.data["class"] not in ("preposition", "pause"):
        return None
    comma = max((i for i in range(mark.last, verb) if context.document.tokens[i].form in SOFT), default=None)
    found = noun_phrase(context, comma + 1, verb) if comma is not None else None
    rest = range(found.last, verb) if found is not None else range(0)
    return found if all(i in context.particles and context.particles[i].data["class"] in _AHEAD for i in rest) else None


def _cuts(context: Context, index: int) -> bool:
    """Whether a noun phrase cannot go over or begin at this token."""
    mark = context.particles.get(index)
    if mark is not None:
        if mark.data.get("place") and context.inside_name(context.document.tokens[index].start):
            return False  # حلف شمال الأطلسي
        return mark.data["class"] not in ("demonstrative", "join")
    if index in context.verbs and index not in context.mention_tokens:
        return True
    return context.document.tokens[index].form in ".؛;:!?؟"
