"""Where what is said begins: the subject after a cue and the word, sign or phrase that opens the content."""

from __future__ import annotations

from tawatur.read.statements.adjuncts import PRONOUNS, Adjuncts
from tawatur.read.statements.agreement import agrees
from tawatur.read.statements.cues import FINITE, MASDAR, PARTICIPLE, Cue
from tawatur.read.statements.markers import NOUN, Content, Found, Markers
from tawatur.read.statements.objects import Objects
from tawatur.read.statements.phrases import Phrase, PhraseReader
from tawatur.read.statements.scene import Scene
from tawatur.text.affixes import governed

_REACH = {FINITE: 90, PARTICIPLE: 14, MASDAR: 20}  # tokens between a cue and its content
_WEAK_REACH = 14
_NAME_REACH = 9  # tokens of a subject that no list knows
_ASIDE_REACH = 24  # tokens of what describes a subject before a comma
_SHORTEST_PLURAL = 4  # letters
_SHORTEST_ADDRESSEE = 5  # letters
_BRACKET = 8  # tokens of a bracket within it
_TANWIN = ("ً", "ًا")


class ContentFinder:
    """Finds the content of one cue, within the tokens before `limit`."""

    def __init__(
        self,
        scene: Scene,
        cue: Cue,
        limit: int,
        others: dict[int, Cue],
        fronted: bool = False,
        asides: dict[int, int] | None = None,
        continued: bool = False,
    ) -> None:
        self.scene = scene
        self.cue = cue
        self.fronted = fronted  # its subject stands before it
        self.takes = cue.frame.takes
        reach = _WEAK_REACH if cue.frame.weak else _REACH[cue.form]
        self.limit = min(limit, cue.last + 1 + reach)
        self.others = others
        governed = (*self.takes, cue.frame.source, cue.frame.asked)
        stops = frozenset(t for t in governed if t and t not in ("that", "quote", "np"))
        self.nominal = "np" in self.takes or cue.frame.addressee
        self.reader = PhraseReader(scene, limit, stops, self.nominal, cue.frame.tells)
        self.found = Found()
        self.markers = Markers(scene, cue, limit, self.found)
        self.objects = Objects(scene, cue, self.found, continued)
        self.adjuncts = Adjuncts(scene, cue, self.limit, self.reader, self.found, others, asides or {})

    def find(self) -> Content | None:
        at = self.cue.last + 1
        owned = self.cue.suffix and self.cue.form == MASDAR
        titled = "np" in self.takes and at in self.scene.roles  # "مؤكدا وزير الدفاع فلان حرص بلاده"
        agreed = self.cue.plural and self.cue.form == FINITE and self.cue.frame.addressee  # "حذروا الرئيس من"
        tried = (self.cue.form == PARTICIPLE and not titled) or self.fronted or owned or agreed
        tried = tried or (self.objects.follows_at_once() and not self._two_nouns(at))
        while at < self.limit:
            told = self._told(at)
            content = self.markers.at(at) if told is None else None
            if content is not None:
                return self.objects.settled(content)
            after = self.adjuncts.past(at) if told is None else told
            if after is not None:
                at = after
                continue
            if self._stops(at):
                return None
            passed = self.scene.hit("passed-by", at) is not None and self.scene.hit("medium", at - 1) is not None
            if (passed or self.scene.hit("relative", at) is not None) and at > self.cue.last + 1:
                at = self.adjuncts.past_relative(at)
                continue
            if not tried and self.found.subject is None:
                subject = self._several(at) or self._subject(at)
                if subject is not None and self.objects.patient(subject):
                    tried = True
                    continue
                if subject is not None:
                    self.found.subject, at = subject, subject.full_end
                    continue
            tried = tried or not self.scene.is_sign(at)
            ahead = (self._that_ahead(at) or self._that_apart(at)) if "np" in self.takes else None
            if ahead is not None:
                self.found.subject = self._lengthened(at, ahead)
                at = ahead
                continue
            if "np" in self.takes and self.markers.noun_begins(at):
                blamed = self._blamed(at)
                if blamed is not None:
                    return blamed
                return Content(at, self.scene.tokens[at].start, NOUN, at, self.found.subject)
            self._note_object(at)
            at += 1
        return None

    def _subject(self, at: int) -> Phrase | None:
        """The noun phrase that begins at a token and may be who speaks."""
        if not self._may_be_subject(at):
            return None
        phrase = self.reader.read(at)
        agreed = not self.nominal or self.objects.patient(phrase) or agrees(self.cue, phrase, self.scene)
        return phrase if phrase.end > at and agreed else None

    def _told(self, at: int) -> int | None:
        """The token behind the medium that the verb tells. Right behind the verb it is the subject where whom it tells
        follows: "وأخبرت ⟨القناة⟩ مشاهديها أن"."""
        behind = self.reader.endings.told_medium(at)
        if behind is None or at > self.cue.last + 1 or behind >= self.limit:
            return behind
        scene = self.scene
        subject = scene.is_word(behind) and not (
            self.reader.speaker_starts(behind)
            or scene.hit("complementiser", behind)
            or scene.hit("cue-adjunct", behind)
            or behind in scene.times
        )
        return None if subject else behind

    def _blamed(self, at: int) -> Content | None:
        """Who is held responsible, where no other noun stands before the blame: "وحملت ⟨المصنع المسؤولية⟩"."""
        subject, scene = self.found.subject, self.scene
        if self.cue.frame.np_of != "blame" or subject is None or scene.hit("blame-word", at) is None:
            return None
        return Content(subject.first, scene.tokens[subject.first].start, NOUN, subject.first, None)

    def _note_object(self, at: int) -> None:
        """Take a word for the first of the verb's object, unless it joins another noun to the one before: "ودعت النقابة
        ⟨والجمعيات الكبرى⟩ إلى"."""
        subject = self.found.subject
        reach = range(subject.first + 1, at + 1) if subject is not None and at == subject.full_end else range(0)
        joins = any(self.scene.conjunction(to) and self._begins_word(to) for to in reach)
        self.found.joined = self.found.joined or joins
        if self.found.object_at is None and not (self.scene.is_sign(at) or self.found.joined):
            self.found.object_at = at

    def _begins_word(self, at: int) -> bool:
        """Whether a token is not in the midst of a name: هيومن رايتس ⟨ووتش⟩."""
        return at not in self.scene.named or at in self.scene.mentions

    def _two_nouns(self, at: int) -> bool:
        """Whether a subject and an object follow a verb: "التي تتهم ⟨واشنطن⟩ ⟨النظام⟩ بشنه"."""
        if not self.reader.speaker_starts(at):
            return False
        phrase = self.reader.read(at)
        after = phrase.end
        return at < after < self.limit and self.reader.speaker_starts(after) and agrees(self.cue, phrase, self.scene)

    def _that_ahead(self, at: int) -> int | None:
        """The complementiser a few words ahead, where those words are the subject's (a name that no list knows) and no
        noun that takes أن itself."""
        scene = self.scene
        if not scene.is_word(at) or scene.hit("modal-noun", at) or scene.hit("stance", at) or self._no_speaker(at):
            return None
        if self.cue.form == MASDAR and self.found.subject is None:
            return None
        bracketed = self._bracketed(at)
        for to in range(at + 1, min(at + _NAME_REACH + len(bracketed), self.limit)):
            hit = scene.hit("complementiser", to)
            if hit is not None:
                before = to - 1
                governed = scene.hit("modal-noun", before) or scene.hit("phrase-preposition", before)
                apart = hit.analysis.preposition or governed or scene.hit("not-that", before)
                return None if apart else to
            if to in self.others or not (scene.is_word(to) or scene.is_comma(to) or to in bracketed):
                return None
        return None

    def _several(self, at: int) -> Phrase | None:
        """How many say so, up to the complementiser: "أفاد ⟨حوالي 40 في المئة من المشاركين⟩ بأن"."""
        scene, share = self.scene, self.scene.hit("share", at)
        part = share is not None and share.data.get("part")
        last = share.last if part and share else scene.quantities.get(share.last + 1 if share else at)
        if last is None or scene.hit("voice", at) is not None:
            return None
        head = next((to for to in range(at + 1, last + 1) if scene.hit("voice", to) is not None), None)
        if head is not None:  # خمسة مصادر
            counted = self.reader.read(head)
            return Phrase(at, counted.end, counted.voice, counted.full_end, counted.joined)
        for to in range(last + 1, min(last + _NAME_REACH, self.limit)):
            if scene.hit("complementiser", to) is not None:
                before = scene.hit("phrase-preposition", to - 1)
                governed = before is not None and bool(before.data.get("object"))  # أشار ... ⟨إلى⟩ أن
                return Phrase(at, to - governed, None, to)
            if to in self.others or not (scene.is_word(to) or scene.tokens[to].form in "()") or scene.is_verb(to):
                return None
        return None

    def _that_apart(self, at: int) -> int | None:
        """The complementiser that a comma or a time parts from what stands before it, so that it is the verb's: "وأكدت
        الهيئة المكلفة مراقبة الأسعار في البلاد، ⟨أن⟩"."""
        scene = self.scene
        if self.found.subject is None or not scene.is_word(at):
            return None
        for to in range(at + 1, min(at + _ASIDE_REACH, self.limit)):
            hit = scene.hit("complementiser", to)
            if hit is not None:
                parted = scene.is_comma(to - 1) or to - 1 in scene.time_ends
                return to if parted and not hit.analysis.preposition else None
            if to in self.others or to in scene.opening or scene.hit("relative", to) is not None:
                return None
        return None

    def _bracketed(self, at: int) -> range:
        """The tokens of a bracket close after a word: "البيت الأزرق (مقر الرئاسة) أن"."""
        forms = [t.form for t in self.scene.tokens[at : at + _NAME_REACH + _BRACKET]]
        if "(" not in forms[:_NAME_REACH] or ")" not in forms:
            return range(0)
        return range(at + forms.index("("), at + forms.index(")") + 1)

    def _lengthened(self, at: int, end: int) -> Phrase:
        last = end - 1 if self.scene.is_comma(end - 1) else end
        known = self.found.subject
        return Phrase(known.first, last, known.voice, last) if known else Phrase(at, last, None, last)

    def _may_be_subject(self, at: int) -> bool:
        if self.objects.called_upon(at) or (at > self.cue.last + 1 and self.scene.conjunction(at)):
            return False
        if self.reader.speaker_starts(at):
            return True
        scene = self.scene
        if scene.hit("voice", at) is not None:
            return False  # "وقال ⟨متحدثا⟩ إلى الصحيفة", "وقال ⟨لمسؤولين⟩"
        if not scene.is_word(at) or scene.hit("relative", at) or self.cue.form == MASDAR or self._no_speaker(at):
            return False
        if scene.hit("medium", at) is not None:
            return False  # "أكد في عدة تصريحات أن"
        if scene.hit("clause-opener", at) is not None or scene.hit("attribution", at) is not None:
            return False
        if self.cue.form == FINITE and not self.cue.conjunction and self.cue.first - 1 in scene.named:
            return False  # "وكان ⟨فلان⟩ يؤكد": its subject stands before it
        after = scene.hit("cue-adjunct", at + 1) if at + 1 < self.limit else None
        if after is not None and after.data.get("verb_before"):
            return False  # "في رسالة ⟨تقدم⟩ بها"
        if self.cue.frame.weak or governed(scene.tokens[at].form) or self._addressed(at):
            return False
        if not self.takes <= {"that", "quote"} and scene.clitic(at, "ب"):
            return False
        return not self.nominal or scene.tokens[at].form.endswith(("ون", "وا")) or self._construct(at)

    def _no_speaker(self, at: int) -> bool:
        """Whether a word begins no noun phrase: a verb, a particle, an adverb in the written accusative."""
        scene = self.scene
        if scene.hit("no-speaker", at) is not None or (scene.is_verb(at) and at not in scene.named):
            return True
        return scene.tokens[at].text.endswith(_TANWIN)

    def _addressed(self, at: int) -> bool:
        """Whether a noun with ل and a pronoun stands at a token, whom the words go to: "وقال لزملائه"."""
        token = self.scene.tokens[at]
        owned = token.text.endswith(PRONOUNS)
        return owned and len(token.form) > _SHORTEST_ADDRESSEE and self.scene.clitic(at, "ل")

    def _construct(self, at: int) -> bool:
        """Whether a sound plural of people in construct with a noun stands at a token: "داعمو الحقوق"."""
        token, after = self.scene.tokens[at], at + 1
        long = len(token.form) > _SHORTEST_PLURAL and token.form.endswith("و") and not self.scene.conjunction(at)
        return long and after < self.limit and self.scene.tokens[after].form.startswith("ال")

    def _stops(self, at: int) -> bool:
        """Whether another cue takes over before any content came."""
        other = self.others.get(at)
        there = self.scene.hit("reading", at)
        if there is not None and there.data.get("pronoun"):
            return True  # "نشر تغريدة لفلان، ⟨جاء فيها⟩"
        if other is None or at == self.cue.first or other.form == MASDAR:
            return False
        denied = self.scene.hit("not-said", at - 1)
        if denied is not None and denied.data.get("negates") and denied.last == at - 1:
            return False  # "عن مصدر لم تذكر اسمه، أن"
        if "np" in self.takes and self.found.subject is not None and other.frame.noun and not other.conjunction:
            return False  # انتقد فلان وصف ...: a noun
        if other.form == PARTICIPLE:
            return self.scene.hit("cue-adjunct", at) is None
        before = at - 1
        return self.scene.hit("relative", before) is None or other.conjunction
