"""What the reading of statements looks up by word: hits, names, times, roles, quotations, indexed once a document."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.document import Document, Sentence
from tawatur.read.statements.kinds import KINDS, WORDS, only_verb
from tawatur.record.types import Entity, Mention, Role, Span
from tawatur.text.affixes import definite
from tawatur.text.folding import fold, hamza_below
from tawatur.text.quotes import Quote, pair_quotes
from tawatur.text.words import SIGN, WORD, Token

_COMMAS = frozenset("،,؛;")
_STROKES = 8  # characters before a name that are looked at
_SHORTEST_VERB = 4  # letters of a present or future that no list knows
_SHORTEST_PART = 3  # letters of a part of a name that stands for the whole


class Scene:
    """A document with its word-list hits by first token (the longest of each kind), and what other layers found."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.tokens: list[Token] = document.tokens
        self.text = document.text
        clitics = document.language.data("clitics")
        self._verbal = (*clitics["future"], *clitics["present"])  # what presents and futures begin with
        self.resumed: set[int] = set()  # فإن after a fronted source
        self._hits: dict[str, dict[int, Hit]] = {kind: {} for kind in KINDS}
        for kind in KINDS:
            table = self._hits[kind]
            for hit in document.hits(kind):
                if kind == "complementiser" and (hit.analysis.conjunction or hit.analysis.preposition in ("ل", "ك")):
                    if hit.analysis.conjunction == "ف":
                        self.resumed.add(hit.first)
                    continue  # لأن، كأن، and كان are others
                if kind == "fronting" and hamza_below(self.text, hit.start):
                    continue  # إما
                known = table.get(hit.first)
                if known is None or hit.last > known.last:
                    table[hit.first] = hit
        self._verbs = {
            h.first
            for h in document.hits("clause.verb", "say")
            if not h.analysis.preposition
            and not h.analysis.article
            and (
                h.features.get("form") in ("present", "future")
                or (h.features.get("form") == "past" and (h.features.get("gender") == "f" or only_verb(h)))
            )
        }
        for at in self._hits["voice"]:
            if hamza_below(self.text, self.tokens[at].start):
                self._no_preposition(at)  # إمام is أمام too, but for its hamza
        self.name_parts: dict[str, list[str]] = {}  # whose name a word is part of
        self.entities: dict[str, Entity] = {e.id: e for e in document.reading.entities}
        self._index_name_parts()
        self.mentions: dict[int, tuple[Mention, int]] = {}
        self.named: dict[int, Mention] = {}
        self._index_mentions()
        self.times = dict(map(self._range, document.reading.times))
        self.time_ends = frozenset(self.times.values())
        self._index_quotes(pair_quotes(self.text))
        self.roles: dict[int, tuple[Role, int]] = {}
        for role in document.reading.roles:
            first, last = self._range(role)
            apart = self._for_another(first, last) or self._into_quote(first, last)
            if (first not in self.roles or self.roles[first][1] < last) and not apart:
                self.roles[first] = (role, last)
        self._held = {last for first, (_, last) in self.roles.items() if first in self.mentions}
        self.quantities = dict(map(self._range, document.reading.quantities))
        self.counted = {at for first, last in self.quantities.items() for at in range(first, last + 1)}

    def _for_another(self, first: int, last: int) -> bool:
        """Whether who has the title speaks for the person that is named: "متحدث باسم الأمين العام فلان"."""
        voice = self.hit("voice", first)
        if voice is None or voice.analysis.article:
            return False
        return self.for_office(first, last)

    def for_office(self, first: int, end: int) -> bool:
        """Whether the words from one token up to another say that somebody speaks for the holder of an office:
        "المتحدث ⟨باسم الرئيس⟩ ..."."""
        leads = (h for at in range(first, end) if (h := self.hit("phrase-preposition", at)) is not None)
        offices = (self.hit("voice", h.last + 1) for h in leads if h.data.get("another"))
        return any(office is not None and office.data.get("office") for office in offices)

    def _into_quote(self, first: int, last: int) -> bool:
        """Whether a role reaches into a quotation that goes on after it: the name is in what is said."""
        quotes = (self.opening[at] for at in range(first + 1, last + 1) if at in self.opening)
        return any(quote.end > self.tokens[last].end + 1 for quote in quotes)

    def _index_name_parts(self) -> None:
        for entity in self.entities.values():
            if entity.type == "person":
                for part in set(fold(entity.name.get("ar") or "").split()):
                    if len(part) >= _SHORTEST_PART:
                        self.name_parts.setdefault(part, []).append(entity.id)

    def name_part(self, at: int) -> str | None:
        """The person whom a part of a name means, of several the one named last before it. A short part must be no
        word of the lists (علي is على too)."""
        form = self.tokens[at].form
        persons = self.name_parts.get(form)
        if persons is None or (len(form) == _SHORTEST_PART and any(at in self._hits[kind] for kind in WORDS)):
            return None
        return persons[0] if len(persons) == 1 else self._named_last(persons, at)

    def _named_last(self, persons: list[str], end: int) -> str | None:
        before = (self.named[at].entity for at in range(end - 1, -1, -1) if at in self.named)
        return next((entity for entity in before if entity in persons), None)

    def _range(self, span: Span) -> tuple[int, int]:
        first = self.document.token_at(span.start)
        return first, max(first, self.document.token_at(max(span.end - 1, span.start)))

    def _index_mentions(self) -> None:
        for mention in self.document.reading.mentions:
            first, last = self._range(mention)
            if first >= len(self.tokens):
                continue
            self.mentions[first] = (mention, last)
            if mention.start == self.tokens[first].start:
                self._no_preposition(first)  # علي is على too
            for at in range(first, last + 1):
                self.named[at] = mention
                if at > first:
                    self._hits["complementiser"].pop(at, None)  # مون جاي إن

    def _no_preposition(self, at: int) -> None:
        for kind in ("phrase-preposition", "medium-preposition", "clause-preposition"):
            self._hits[kind].pop(at, None)

    def _index_quotes(self, quotes: list[Quote]) -> None:
        self.quotes = [q for q in quotes if q.inner_start < q.inner_end]
        self.opening: dict[int, Quote] = {}
        self.closing: dict[int, Quote] = {}
        self.within: dict[int, Quote] = {}
        for quote in self.quotes:
            first, last = self.document.token_at(quote.start), self.document.token_at(max(quote.end - 1, quote.start))
            self.opening[first] = quote
            if last < len(self.tokens) and self.tokens[last].end <= quote.end:
                self.closing[last] = quote
            for at in range(first, min(last + 1, len(self.tokens))):
                self.within[at] = quote

    def hit(self, kind: str, at: int) -> Hit | None:
        """The longest hit of a kind that begins at a token."""
        return self._hits[kind].get(at)

    def ending(self, kind: str, last: int, reach: int, floor: int = 0) -> Hit | None:
        """The hit of a kind that ends at a token and begins at most `reach` tokens before it, at `floor` or after."""
        hits = (self.hit(kind, at) for at in range(max(last - reach, floor), last + 1))
        return next((hit for hit in hits if hit is not None and hit.last == last), None)

    def places(self, kind: str) -> list[int]:
        """The tokens at which hits of a kind begin, in order."""
        return sorted(self._hits[kind])

    def after_quote(self, quote: Quote) -> int:
        """The token after a quotation and its closing mark."""
        return self.document.token_at(max(quote.end - 1, quote.start)) + 1

    def after_quoted(self, quote: Quote) -> int:
        """The token after what stands in the marks of a quotation."""
        return self.document.token_at(max(quote.inner_end - 1, quote.start)) + 1

    def type_of(self, speaker: str | None) -> str | None:
        """What sort of entity a speaker is; None for one that is told of in words alone."""
        entity = self.entities.get(speaker or "")
        return entity.type if entity is not None else None

    def is_comma(self, at: int) -> bool:
        return self.tokens[at].form in _COMMAS

    def is_sign(self, at: int) -> bool:
        return self.tokens[at].kind == SIGN

    def is_word(self, at: int) -> bool:
        return self.tokens[at].kind == WORD

    def name_at(self, at: int) -> tuple[Mention, int] | None:
        """The name that begins at a token without a preposition before it, with its last token."""
        found = self.mentions.get(at)
        if found is None or found[0].start - self.tokens[at].start > 1:
            return None
        return found if found[0].start == self.tokens[at].start or self.tokens[at].form.startswith(("و", "ف")) else None

    def letter_before(self, mention: Mention) -> str:
        """The letter that stands right before a name, beyond a stroke that joins them (لـCNN)."""
        return self.text[max(mention.start - _STROKES, 0) : mention.start].rstrip("ـ")[-1:]

    def clitic(self, at: int, letter: str) -> bool:
        """Whether a word begins with this one-letter preposition (a name or a noun with that letter of its own does
        not, nor does a word before a sign)."""
        form = self.tokens[at].form
        if not form.startswith(letter):
            return False
        if at in self.mentions and self.mentions[at][0].start == self.tokens[at].start:
            return False
        if self.hit("led-by", at) is not None and at - 1 in self._held:
            return False  # فلان، عضو المجلس ⟨بقيادة⟩ فلان
        own = self.hit("own-letter", at)
        return len(form) == 1 or (
            len(form) > 2 and (own is None or bool(own.analysis.preposition)) and not self._lexical(at)
        )

    def _lexical(self, at: int) -> bool:
        for kind in ("cue-adjunct", "phrase-preposition", "clause-preposition"):
            hit = self.hit(kind, at)
            if hit is not None:
                return True
        for kind in ("voice", "medium"):
            hit = self.hit(kind, at)
            if hit is not None and not hit.analysis.preposition:
                return True
        return False

    def after_letters(self, at: int, letters: int) -> int:
        """Offset in the text after a word's first letters."""
        return self.tokens[at].start + min(letters, len(self.tokens[at].text))

    def manner(self, at: int) -> int | None:
        """The token after words that say how something is said (بشدة، بطريقة حاسمة); None where they are no adverb but
        a noun with what it belongs to (باهتمام المملكة)."""
        hit, after = self.hit("manner", at), at + 1
        if hit is None or after >= len(self.tokens):
            return None
        described = self._described(after, self.tokens[at].form.endswith("ه"))
        if described:
            return after + 1
        if hit.data.get("always"):
            return after
        belongs = self.tokens[after].form.startswith("ال") or after in self.named
        return None if hit.data.get("described") or belongs else after

    def _described(self, at: int, feminine: bool) -> bool:
        """Whether an indefinite adjective stands at a token, as far as its gender shows."""
        form = self.tokens[at].form
        plain = self.is_word(at) and at not in self.named and at not in self.times and not self.is_verb(at)
        kinds = ("voice", "medium", "phrase-preposition", "clause-preposition", "complementiser", "cue-adjunct", "say")
        listed = any(self.hit(kind, at) for kind in kinds if kind in self._hits)
        return (
            plain
            and not listed
            and not definite(form)
            and form.endswith("ه") == feminine
            and len(form) > _SHORTEST_PART
        )

    def conjunction(self, at: int) -> bool:
        """Whether a word begins with the conjunction و or ف and is no word that has this letter of its own."""
        token = self.tokens[at]
        if token.kind != WORD or token.form[:1] not in ("و", "ف") or len(token.form) < 3:
            return False
        own = self.hit("own-letter", at)
        if own is not None and not own.analysis.conjunction:
            return False
        voice = self.hit("voice", at)
        if voice is not None and not voice.analysis.conjunction:
            return False  # والدته
        return not (at in self.mentions and self.mentions[at][0].start == token.start)

    def is_verb(self, at: int) -> bool:
        """Whether a word can only be a finite verb, as far as the lists know."""
        return at in self._verbs

    def verbal(self, at: int) -> bool:
        """Whether a word is a present or future by its form: a known verb, or one that begins as few nouns do."""
        form = self.tokens[at].form
        if at in self.named or at in self.times:
            return False
        return self.is_verb(at) or (len(form) >= _SHORTEST_VERB and form.startswith(self._verbal))

    def sentence(self, at: int) -> Sentence | None:
        index = self.tokens[at].sentence
        return self.document.sentences[index] if index >= 0 else None
