"""How a chain names a medium: the word for it with its adjectives."""

from __future__ import annotations

from tawatur.language.lexicon import Hit
from tawatur.read.statements.scene import Scene


def medium_words(scene: Scene, at: int) -> str:
    """A medium as a chain names it: its word with its adjectives, without clitics and its owner's pronoun."""
    hit = scene.hit("medium", at)
    if hit is None:
        return scene.tokens[at].text
    start, last = hit.start, hit.last
    definite = (
        scene.tokens[at].form.lstrip("وفبكل").startswith("ال") or hit.analysis.article or "suffix" in hit.features
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
    if _own(hit) and last == hit.last:
        return str(hit.data.get("noun", {}).get("singular", text))
    return text


def _qualifies(scene: Scene, at: int, definite: bool, head: str) -> bool:
    """Whether a word is an adjective of the medium before it: كلمة متلفزة، البيان المشترك."""
    form = scene.tokens[at].form
    if form.startswith("ال") != definite or scene.conjunction(at) or scene.hit("phrase-preposition", at) is not None:
        return False
    if scene.hit("relative", at) is not None:
        return False
    if scene.hit("source-adjective", at) is not None:
        return True
    feminine = head.endswith(("ه", "ات"))
    return len(form) > 3 and (form.endswith("ه") if feminine else form.endswith("ي")) and not scene.clitic(at, "ل")


def _own(hit: Hit) -> bool:
    """Whether a document or a statement is called by its owner's pronoun (بيانه، تصريحه), which a chain leaves out."""
    kind, plural = hit.data.get("class"), hit.features.get("number") == "plural"
    return "suffix" in hit.features and (kind == "document" or (kind == "interview" and not plural))
