"""Whose a position is: the country or organisation that a title names, or the one under discussion."""

from __future__ import annotations

from tawatur.language.outlets import outlet_home
from tawatur.read.document import Document
from tawatur.read.entities import catalogue_data, known, mentions_in
from tawatur.read.mentions.titles import Title
from tawatur.read.mentions.words import name_words
from tawatur.record.types import Mention, Role
from tawatur.text.folding import fold
from tawatur.text.words import analyses

_OWNERS = ("organisation", "place", "work")


class Belonging:
    """Finds whose the positions of a report are, in the order of the text."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._words = name_words(document.language)
        self._lists = catalogue_data(document.language)
        self.homes: dict[str, str] = {}  # of persons whose position was read before

    def note(self, role: Role) -> None:
        """Take note of a role that was read, for the pronouns after it."""
        if role.of and not any(fold(word) in self._words.sets["former"] for word in role.title.split()):
            self.homes.setdefault(role.person, role.of)

    def of(self, mention: Mention, title: Title) -> str | None:
        """The country or organisation of a title: named in it, meant by its adjective, or the one under discussion."""
        document = self._document
        begin, stop = title.hit.start, document.tokens[title.last].end
        inside = mentions_in(document, begin, stop)
        named = [m for m in inside if m.type in _OWNERS and not self._aside(title, m)]
        adjectives = [
            h
            for h in sorted(document.hits("demonym"), key=lambda h: (h.first, -h.last))
            if title.hit.last < h.first <= title.last
            and self._country(h.data["of"])
            and not any(m.type == "place" and m.start <= h.start < m.end for m in inside)
        ]
        lands = [h for h in document.hits("title") if h.data.get("of") and title.first <= h.first <= title.last]
        if lands and not (named and named[0].start < lands[0].start):
            return known(document, str(lands[0].data["of"]))
        if named and not (adjectives and adjectives[0].start < named[0].start):
            return self._owner(title, named[0]) or named[0].entity
        if adjectives:
            return known(document, str(adjectives[0].data["of"]))
        return self._bodily(title) or self._served(title) or self._taken_up(title) or self._home(mention, title)

    def _country(self, entity: str) -> bool:
        return self._lists.get(entity, {}).get("class") == "country"

    def _bodily(self, title: Title) -> str | None:
        """The body that an adjective right behind a title's word means: المبعوث ⟨الأممي⟩."""
        document, bodies = self._document, self._words.bodily
        form = document.tokens[title.hit.last + 1].form if title.last > title.hit.last else ""
        return known(document, bodies[form]) if form in bodies else None

    def _served(self, title: Title) -> str | None:
        """Whose the person is whom a title names: نائب ⟨نصر الله⟩ is of Hezbollah too."""
        document = self._document
        for m in mentions_in(document, document.tokens[title.first].start, document.tokens[title.last].end):
            if m.type == "person" and (home := self._home_of(m.entity)):
                return known(document, home)
        return None

    def _home_of(self, person: str) -> str | None:
        home = self.homes.get(person) or self._lists.get(person, {}).get("of")
        return str(home) if home else None

    def _owner(self, title: Title, mention: Mention) -> str | None:
        """The party or movement under discussion whose council or office a title names without it: رئيس ⟨المكتب
        السياسي⟩ in a report on a movement."""
        document = self._document
        tokens = document.tokens_in(mention.start, mention.end)
        bare = len(tokens) == 2 and mention.entity not in self._lists
        if mention.type != "organisation" or not bare or not self._words.among(tokens[0].form, "organ"):
            return None
        paragraph = document.sentences[document.tokens[title.first].sentence].paragraph
        for earlier in reversed(mentions_in(document, 0, title.hit.start)):
            if earlier.type == "organisation" and self._group(earlier):
                return earlier.entity if self._near(earlier.end, paragraph) else None
        return None

    def _group(self, mention: Mention) -> bool:
        """Whether a mention is a party's or a movement's, by its first word or one before: حزب الله, حركة ⟨حماس⟩."""
        tokens, first = self._document.tokens, self._document.token_at(mention.start)
        return any(self._words.among(t.form, "group") for t in tokens[max(0, first - 1) : first + 1])

    def rank_of(self, title: Title) -> str | None:
        """The force of an officer whose rank alone is told: the one that was named last in his paragraph or before."""
        document = self._document
        stop = document.sentences[document.tokens[title.first].sentence].end
        paragraph = document.sentences[document.tokens[title.first].sentence].paragraph
        for mention in reversed(mentions_in(document, 0, stop)):
            if mention.type == "organisation" and self._near(mention.end, paragraph) and self._force(mention):
                return mention.entity
        return None

    def _force(self, mention: Mention) -> bool:
        tokens = self._document.tokens_in(mention.start, mention.end)[:2]
        return any(self._words.among(t.form, "force") for t in tokens)

    def _aside(self, title: Title, mention: Mention) -> bool:
        """Whether a name in a title is not whose it is: the place where an envoy is (سفير قطر لدى ⟨روسيا⟩), or the
        cabinet (رئيس ⟨مجلس الوزراء⟩), which is a country's."""
        document, sets = self._document, self._words.sets
        if fold(mention.text).removeprefix("ال") in sets["cabinet"]:
            return True
        if not title.hit.analysis.rest.removeprefix("ال").startswith(tuple(sets["envoy"])):
            return False
        first = document.token_at(mention.start)
        form = document.tokens[first].form
        if any(a.preposition == "ب" and a.letters and fold(mention.text).startswith(a.rest) for a in analyses(form)):
            return mention.start > document.tokens[first].start
        before = document.tokens[first - 1].form if first else ""
        return before in sets["sent_to"] or (first > 1 and document.tokens[first - 2].form in sets["sent_to"])

    def _taken_up(self, title: Title) -> str | None:
        """The place or body named before that a definite class word of a title stands for: قائد شرطة المدينة, أمين عام
        الجمعية."""
        document = self._document
        for kind in ("class-word", "org-head"):
            for hit in document.hits(kind):
                inside = title.hit.last < hit.first <= title.last and not hit.data.get("office")
                definite = hit.analysis.article or hit.analysis.rest.startswith("ال")
                if not inside or not definite:
                    continue
                word = hit.analysis.rest.removeprefix("ال")
                for mention in reversed(mentions_in(document, 0, title.hit.start)):
                    if self._called(mention, word, str(hit.data.get("of") or "organisation")):
                        return mention.entity
        return None

    def _called(self, mention: Mention, word: str, kind: str) -> bool:
        """Whether a mention begins with a class word, or one stands before it: (مدينة) الرياض, جمعية البر."""
        document, first = self._document, self._document.token_at(mention.start)
        if mention.type != kind:
            return False
        forms = [document.tokens[first].form] + ([document.tokens[first - 1].form] if first else [])
        return any(a.rest.removeprefix("ال") == word for form in forms for a in analyses(form))

    def _home(self, mention: Mention, title: Title) -> str | None:
        """For a title that names nobody: the country of the same person elsewhere in the report, else the last body or
        country that a possessive (نائبه, سفيرها) can refer to."""
        home = self._lists.get(mention.entity, {}).get("of")
        if self._possessive(title):
            if home and self._national(title):
                return known(self._document, str(home))
            return self._referred(title)
        if home or title.hit.data.get("profession"):
            return known(self._document, str(home)) if home else None
        return self._context(title)

    def _possessive(self, title: Title) -> bool:
        """Whether a pronoun in a title tells whose it is: نائبه, وزير خارجيتها."""
        if title.hit.features.get("suffix"):
            return True
        after = self._document.tokens[title.hit.last + 1 : title.last + 1]
        return any(self._words.theirs(token.form) for token in after)

    def _national(self, title: Title) -> bool:
        tokens = self._document.tokens[title.first : title.last + 1]
        national = tuple(self._words.sets["national"])
        return title.hit.analysis.rest.startswith(national) or any(
            self._words.among(t.form, "national") for t in tokens
        )

    def _referred(self, title: Title) -> str | None:
        """Whose a title with a pronoun is: of the person before it in the sentence, where his own position is known
        (انتقد روحاني ... وزير خارجيته), else of the country or body that was named last."""
        document = self._document
        sentence = document.sentences[document.tokens[title.first].sentence]
        for mention in mentions_in(document, sentence.start, title.hit.start):
            if mention.type == "person" and (home := self._home_of(mention.entity)):
                return known(document, home)
        earlier = [m for m in mentions_in(document, 0, title.hit.start) if m.type in ("organisation", "place")]
        if self._national(title):
            earlier = [m for m in earlier if self._country(m.entity)] or earlier
        return earlier[-1].entity if earlier else None

    def _context(self, title: Title) -> str | None:
        """The country (for a post of government) or the body that was named last before a title that names none."""
        document = self._document
        begin, stop = title.hit.start, document.tokens[title.last].end
        national = any(self._words.among(t.form, "national") for t in document.tokens_in(begin, stop))
        paragraph = document.sentences[document.tokens[title.first].sentence].paragraph
        found = [
            (m.end, m.entity)
            for m in mentions_in(document, 0, begin)
            if (self._country(m.entity) if national else m.type == "organisation")
        ]
        if national:
            adjectives = ((h.end, str(h.data["of"])) for h in document.hits("demonym") if h.end <= begin)
            found.extend(a for a in adjectives if self._country(a[1]))
        near = [f for f in found if self._near(f[0], paragraph)]
        if not near and national and (home := outlet_home(document.language, document.report.outlet)):
            return known(document, home)  # the ministers of an outlet's own country need no country
        return known(document, max(near)[1]) if near else None

    def _near(self, offset: int, paragraph: int) -> bool:
        sentence = self._document.sentence_at(offset - 1)
        return sentence is not None and sentence.paragraph >= paragraph - 1
