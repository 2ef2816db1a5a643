"""Under which keys an entity meets those it may be one with: the blocks of all steps of `entities`, as strings.

A record keeps a thing under `keys_of` its faces and finds those that a new profile may be one with by `asks_of` it, so
that only these are compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from tawatur.compare.corpus import name_words, skeleton
from tawatur.compare.entities.naming import SOUNDS, Name
from tawatur.compare.entities.profiles import Profile, ids_of
from tawatur.names import pair_keys

SEATED = "@"  # before the country in a name of a block: before every letter in order
WHOLE = "+"  # before a wording that leaves no word out
_WORDS = range(2, 8)  # of a name that is compared without one of them


def block_names(profile: Profile) -> list[str]:
    """The names under which a profile meets others of one name: not a person of one word, and a listed place by its
    sounds alone, since other things bear its name. What has a seat meets those of its country first."""
    if profile.one_word:
        return []
    by_sound = profile.listed and profile.type == "place"
    names = [" ".join(name) for name in profile.names if not by_sound or name[0] == SOUNDS]
    return [*names, *(f"{SEATED}{profile.seat} {name}" for name in names)] if profile.seat else names


def spelling_blocks(name: Name) -> Iterator[tuple[str, ...]]:
    """What full names that sound alike but for one sound of one word have in common: all words' sounds, or those of all
    words but one with what is left of it without a sound (Mor and Fraenkel 1982)."""
    sounds = [skeleton(word) for word in name]
    yield "", "".join(sounds)
    for i, sound in enumerate(sounds):
        before, after = sounds[:i], sounds[i + 1 :]
        for left in dict.fromkeys((sound, *(sound[:j] + sound[j + 1 :] for j in range(len(sound))))):
            yield str(i), *before, f"-{left}", *after


@lru_cache(1 << 16)
def wording_blocks(name: str) -> tuple[str, ...]:
    """What names of bodies have in common that are one but for a word, or for spellings: the words' sounds, all of them
    (marked `WHOLE`) and without each one."""
    sounds = [skeleton(word) for word in name_words(name)]
    less = {" ".join((*sounds[:i], *sounds[i + 1 :])) for i in range(len(sounds)) if len(sounds) in _WORDS}
    return WHOLE + " ".join(sounds), *sorted(less)


def end_blocks(name: Name) -> tuple[tuple[str, str, str], tuple[str, str, str]]:
    """What a full name has in common with one that shortens it, and with one that goes on where it ends."""
    return ("ends", name[0], name[-1]), ("begins", name[0], name[1])


def keys_of(profile: Profile) -> frozenset[str]:
    """The keys under which a thing with this face is kept."""
    less = {f"less {block}" for whole, block in wordings(profile) if not whole}
    return frozenset(_shared(profile)) | frozenset(_roles(profile, kept=True)) | less


def asks_of(profile: Profile) -> frozenset[str]:
    """The keys under which the things stand that a new profile may be one with."""
    wanted = {f"{'less' if whole else 'whole'} {block}" for whole, block in wordings(profile)}
    return frozenset(_shared(profile)) | frozenset(_roles(profile, kept=False)) | wanted


def wordings(profile: Profile) -> Iterator[tuple[bool, str]]:
    """The wordings under which a body meets others: whether all words of a name, or all but one, and their sounds."""
    for text in profile.entity.name.values() if profile.type == "organisation" else ():
        for block in wording_blocks(text) if text else ():
            yield block.startswith(WHOLE), block.removeprefix(WHOLE)


def _shared(profile: Profile) -> Iterator[str]:
    yield from (f"whole {block}" for whole, block in wordings(profile) if whole)
    for ident in ids_of(profile):
        yield f"id {ident}"
    for words in block_names(profile):
        if words[0] != SEATED:
            yield f"name {words}"
    for name in profile.spelt:
        for block in spelling_blocks(name):
            yield f"sound {' '.join(block)}"
        for ends in end_blocks(name):
            yield " ".join(ends)


def _roles(profile: Profile, kept: bool) -> Iterator[str]:
    """Keys under which names of two sorts meet: Latin and other letters, a family name alone and a full name."""
    for text in profile.spelt.values():
        script = "latin" if text.isascii() is kept else "other"
        for key in pair_keys(text):
            yield f"{script} {key}"
    if profile.type != "person":
        return
    for name in profile.names:
        if profile.one_word:
            if not kept:
                yield from (f"name {' '.join(full)}" for full in profile.kin.names)
            sorts = ("alone",) if kept else ("alone", "family", "given")
            yield from (f"{sort} {name[0]}" for sort in sorts)
        elif len(name) > 1 and kept:
            yield f"family {name[-1]}"
            yield f"given {name[0]}"
        elif len(name) > 1:
            yield f"alone {name[-1]}"
            yield f"alone {name[0]}"
