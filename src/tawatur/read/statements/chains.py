"""The chain between a speaker and the report: documents, occasions, media and agencies named around a cue."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from tawatur.language.lexicon import Hit
from tawatur.read.statements.kinds import is_medium
from tawatur.read.statements.scene import Scene
from tawatur.record.types import Mention
from tawatur.text.affixes import definite, without_clitics
from tawatur.text.folding import fold

_VOWELS = re.compile(r"[aeiouy\W\d_]+")
_ARTICLE = "ال"
_PLATFORM = 9  # tokens between an account and the platform that it is on
_NEAR = 6  # tokens between an account, a preposition or a class word and the name of the medium
_NAMED = 2  # words of the name of a medium that no list knows
_CARRIED = frozenset(["document", "interview", "post", "account"])


@dataclass(slots=True)
class Chain:
    """What stands between speaker and outlet. `carries`: it holds for the sentences after it too; `whole`: for all that
    the speaker says in the report (an interview)."""

    via: list[str] = field(default_factory=list)
    carries: bool = False
    whole: bool = False


class Chains:
    """Finds the media of a document's statements."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.own = fold(scene.document.report.outlet or "") or "\0"
        self.own_consonants = _consonants(self.own)
        self.interviewer: str | None = None

    def between(self, first: int, end: int, told: bool = False) -> Chain:
        """The media named in tokens [first, end): في بيان، خلال مؤتمر صحفي، في مقابلة مع قناة ...، لرويترز; `told`:
        those without a preposition too (أبلغ رويترز)."""
        scene, chain, at = self.scene, Chain(), first
        while at < end:
            hit = scene.hit("medium", at)
            if hit is not None and self._led_in(at) and not hit.data.get("weak"):
                self._add(chain, at, end)
                at = hit.last + 1
                continue
            if at in scene.times:  # a day, which a newspaper may be called by too (الأحد)
                at = scene.times[at] + 1
                continue
            named, again = scene.mentions.get(at), self._again(at)
            if named is not None:
                spoken, posted = self._spoken_to(named[0], at, told), self._posted(named[0], at)
                if (spoken or posted) and named[0].entity not in chain.via:
                    chain.via.append(named[0].entity)
                    chain.carries |= spoken or posted
                    chain.whole |= spoken
            elif again is not None:
                chain.via.append(again)
                chain.carries = chain.whole = True
                at = self._described(at)
            elif (unlisted := self._unlisted(at, end)) is not None:
                chain.via.append(unlisted)
            at += 1
        return chain

    def _again(self, at: int) -> str | None:
        """The medium named before that is called by its sort when it is spoken to again: "وقال للشبكة الإخبارية"."""
        scene, hit = self.scene, self.scene.hit("voice", at)
        if hit is None or hit.analysis.preposition != "ل" or not (hit.data.get("medium") and hit.analysis.article):
            return None
        works = (m for m, _ in scene.mentions.values() if m.type == "work" and m.end <= hit.start)
        last = max((m for m in works if not self.is_own(m)), key=lambda m: m.start, default=None)
        return last.entity if last is not None else None

    def _described(self, at: int) -> int:
        """The last token of a noun with the definite adjective after it."""
        after = at + 1
        return after if after < len(self.scene.tokens) and definite(self.scene.tokens[after].form) else at

    def _unlisted(self, at: int, end: int) -> str | None:
        """The words of a medium that was spoken to and that no list knows: قال لإذاعة الأندلس إن ..."""
        scene = self.scene
        hit = scene.hit("voice", at)
        if hit is None or hit.analysis.preposition != "ل" or not is_medium(hit):
            return None
        if hit.analysis.article and not hit.data.get("media"):
            return None  # "للمحطة الثانية": none that it names
        last = hit.last
        while last + 1 < end and last - hit.last < _NAMED and scene.is_word(last + 1):
            if scene.mentions.get(last + 1) or scene.hit("complementiser", last + 1) or last + 1 in scene.times:
                break
            last += 1
        text = scene.text[hit.start : scene.tokens[last].end]
        if hit.data.get("media"):
            return text
        return text if last > hit.last and fold(text.split()[-1]) not in self.own else None

    def _led_in(self, at: int) -> bool:
        scene = self.scene
        hit = scene.hit("medium", at)
        if hit is not None and hit.analysis.preposition == "ب":
            return True
        speech = hit is not None and hit.data.get("class") == "speech"
        at = self._several(at)
        return any(
            (found := scene.hit("medium-preposition", back)) is not None
            and (speech or not found.data.get("after"))
            and found.last == at - 1
            and not self._remark(back)
            for back in (at - 1, at - 2)
            if back >= 0
        )

    def _several(self, at: int) -> int:
        """The first token of the words that lead over to a medium: "في ⟨عدد من⟩ التغريدات"; else the medium's."""
        hit = self.scene.ending("of-several", at - 1, 1)
        return hit.first if hit is not None else at

    def _remark(self, at: int) -> bool:
        """Whether a preposition belongs to what is remarked upon: "تعليقا على فيديو"."""
        hit = self.scene.hit("clause-preposition", at - 1)
        return hit is not None and hit.last == at

    def _add(self, chain: Chain, at: int, end: int) -> None:
        hit = self.scene.hit("medium", at)
        kind = str(hit.data.get("class")) if hit else ""
        if kind == "paper" or (kind == "account" and self._on_platform(at, end)):
            return
        outlet = self._interviewer(hit, at, end) if hit is not None and kind == "interview" else None
        chain.via.append(outlet or medium_words(self.scene, at))
        chain.carries |= kind in _CARRIED
        chain.whole |= kind == "interview"
        passed = self.passed_on(at, end)
        if passed is not None:
            chain.via.append(passed)

    def _interviewer(self, hit: Hit, at: int, end: int) -> str | None:
        """The medium that an interview was given to; of one spoken of again, the medium named before ("وأضاف في
        المقابلة")."""
        outlet = self._outlet(at, end)
        if outlet is not None:
            self.interviewer = outlet
        return outlet or (self.interviewer if hit.analysis.article else None)

    def _outlet(self, at: int, end: int) -> str | None:
        """The other medium that an interview was given to; None for the report's own."""
        scene = self.scene
        for to in range(at + 1, min(at + 9, end)):
            if scene.is_comma(to) or scene.hit("passed-by", to) is not None:
                return None
            found = scene.mentions.get(to)
            if found is not None and found[0].type == "work":
                return None if self.is_own(found[0]) else found[0].entity
        return None

    def passed_on(self, at: int, end: int) -> str | None:
        """Who passed a document on: بيان نشرته وكالة ..."""
        scene = self.scene
        for to in range(at + 1, min(at + 14, end)):
            if scene.hit("passed-by", to) is None:
                continue
            for name in range(to + 1, min(to + 5, end)):
                found = scene.mentions.get(name)
                if found is not None and not self.is_own(found[0]):
                    return found[0].entity
        return None

    def _on_platform(self, at: int, end: int) -> bool:
        """Whether the platform of an account is named after it, or is in the chain already."""
        near = (self.scene.mentions.get(to) for to in range(at + 1, min(at + _PLATFORM, end)))
        return any(found is not None and found[0].type == "work" for found in near)

    def _posted(self, name: Mention, at: int) -> bool:
        """Whether words stand on a site or platform: عبر تويتر، على موقع فيسبوك، عبر وكالة أعماق."""
        scene = self.scene
        if name.type != "work" or self.is_own(name) or (at in scene.named and scene.named[at] is not name):
            return False
        for back in range(at - 1, max(at - _NEAR, -1), -1):
            hit = scene.hit("medium-preposition", back)
            voice = scene.hit("voice", back)
            if hit is not None and hit.last == back:
                return True
            if voice is not None and voice.analysis.preposition == "ب":
                return True
            if scene.is_word(back) and voice is None and not scene.tokens[back].form.startswith("ال"):
                return False
        return False

    def _spoken_to(self, name: Mention, at: int, told: bool) -> bool:
        return name.type == "work" and (told or self._addressed(at)) and not self.is_own(name)

    def _addressed(self, at: int) -> bool:
        """Whether a medium's name is whom was spoken to: قال لرويترز، قال لقناة العربية، لـ"العربية"."""
        scene = self.scene
        mention = scene.mentions[at][0]
        token = scene.tokens[at]
        if mention.start > token.start and scene.letter_before(mention) == "ل":
            return True
        for back in range(at - 1, max(at - 4, -1), -1):
            form = scene.tokens[back].form
            if form == "ل" or (scene.hit("voice", back) is not None and form.startswith("ل")):
                return True
            if scene.hit("voice", back) is None and not scene.is_sign(back):
                return False
        return False

    def is_own(self, mention: Mention) -> bool:
        """Whether a medium is the report's own outlet, by its name or by the consonants of its Latin one."""
        if fold(mention.text) in self.own or self.own in fold(mention.text):
            return True
        entity = self.scene.entities.get(mention.entity)
        names = [mention.entity, *(entity.aliases if entity else []), *((entity.name.values()) if entity else [])]
        return any(_alike(_consonants(fold(name)), self.own_consonants) for name in names if name)


def _consonants(name: str) -> str:
    return _VOWELS.sub("", name)


def _alike(name: str, own: str) -> bool:
    return bool(own) and (name == own or (len(own) > 3 and name.startswith(own)))


def medium_words(scene: Scene, at: int) -> str:
    """A medium as a chain names it: its word with its adjectives, without clitics and its owner's pronoun."""
    hit = scene.hit("medium", at)
    if hit is None:
        return scene.tokens[at].text
    start, last = hit.start, hit.last
    definite = (
        without_clitics(scene.tokens[at].form).startswith("ال") or hit.analysis.article or "suffix" in hit.features
    )
    while last + 1 < len(scene.tokens) and last - hit.last < 2:
        after = scene.tokens[last + 1]
        if (
            after.kind != "word"
            or last + 1 in scene.mentions
            or not _qualifies(scene, last + 1, definite, scene.tokens[last].form)
        ):
            break
        last += 1
    text = scene.text[start : scene.tokens[last].end]
    if hit.analysis.article and scene.tokens[at].form.startswith("لل"):
        text = _ARTICLE + text.removeprefix("ل")  # وفقا للتسجيل
    singular = str(hit.data.get("noun", {}).get("singular", ""))
    if _own(hit) and last == hit.last:
        return singular or text
    if singular and hit.analysis.rest == fold(singular) + "ا":  # "أصدرت بيانا مشتركا": its name has no ending of case
        rest = (t.text.removesuffix("ا").rstrip("ً").removesuffix("ا") for t in scene.tokens[hit.last + 1 : last + 1])
        return " ".join([singular, *rest])
    return text


def _qualifies(scene: Scene, at: int, definite: bool, head: str) -> bool:
    """Whether a word is an adjective of the medium before it: كلمة متلفزة، البيان المشترك."""
    form = scene.tokens[at].form
    if form.startswith("ال") != definite or scene.conjunction(at) or scene.hit("phrase-preposition", at) is not None:
        return False
    if scene.hit("relative", at) is not None or scene.hit("issued-by", at) is not None:
        return False
    if scene.hit("source-adjective", at) is not None:
        return True
    feminine = head.endswith(("ه", "ات"))
    return len(form) > 3 and (form.endswith("ه") if feminine else form.endswith("ي")) and not scene.clitic(at, "ل")


def _own(hit: Hit) -> bool:
    """Whether a document or a statement is called by its owner's pronoun (بيانه، تصريحه), which a chain leaves out."""
    kind, plural = hit.data.get("class"), hit.features.get("number") == "plural"
    return "suffix" in hit.features and (kind == "document" or (kind == "interview" and not plural))
