"""What names are taken apart by at once, where nothing of them is on a list, changes no answer."""

from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tawatur.names.letters import tokens
from tawatur.names.lists import lists
from tawatur.names.persons import Parser, Person, person
from tawatur.names.taken import Taken
from tawatur.names.terms import Body, body
from tawatur.names.vocabulary import vocabulary

WORDS = st.sampled_from(
    [
        "محمد",
        "عبد",
        "الله",
        "أبو",
        "بن",
        "آل",
        "الدين",
        "الثاني",
        "الشيخ",
        "فان",
        "دير",
        "بنك",
        "مصر",
        "وزارة",
        "لبنك",
        "وزير",
        "ب",
        "Abd",
        "al",
        "Rahman",
        "Abu",
        "ben",
        "van",
        "der",
        "II",
        "Jr",
        "Sheikh",
        "J",
        "Bank",
        "of",
        "Egypt",
        "Blinken",
        "سعيدة",
        "شركة",
        "3",
        "el",
        "ash-Shami",
        "عبدالرزاق",
        "ولحركة",
        "حزب",
        "Mr.",
        "Ministry",
    ]
)
NAMES = st.lists(WORDS | st.text("ابتلونمعدAbelmnst-'. ", min_size=1, max_size=9), max_size=6).map(" ".join)


class _Everything:
    """A set that has every word."""

    def __contains__(self, word: object) -> bool:
        return True

    def isdisjoint(self, words: object) -> bool:
        return False


def told(person: Person) -> object:
    """All that a person's name was taken apart into."""
    pieces = [(p.text, p.word.letters, p.word.bits, p.title, p.initial, p.family) for p in person.pieces]
    words = [word.letters for word in person.words]
    return pieces, words, [getattr(person, f.name) for f in fields(person) if f.name not in ("pieces", "words")]


def told_of(found: Body) -> object:
    """All that a body's name was taken apart into."""
    terms = [(t.text, t.concepts, t.sort, t.weight, t.initials) for t in found.terms]
    return terms, len(found), found.known, found.is_body, found.acronym, found.capitals, found.spoken


@settings(max_examples=150, deadline=None)
@given(NAMES)
def test_a_word_of_no_list_is_a_name_by_itself(name: str) -> None:
    at_once = told(Parser(tokens(name)).person())
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(lists(), "marked", _Everything())
        assert told(Parser(tokens(name)).person()) == at_once


@settings(max_examples=150, deadline=None)
@given(NAMES)
def test_words_without_what_belongs_to_them_stand_by_themselves(name: str) -> None:
    at_once = told_of(body(name))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(vocabulary(), "gathered", _Everything())
        patch.setattr(vocabulary(), "may_name_body", lambda words: True)
        assert told_of(body.__wrapped__(name)) == at_once


@settings(max_examples=150, deadline=None)
@given(NAMES)
def test_a_name_taken_apart_at_once_has_the_words_of_the_person(name: str) -> None:
    found, named = Taken(name), body(name)
    assert (found.is_body, found.acronym) == (named.is_body, named.acronym)
    if not found.is_body:
        assert [word.letters for word in found.words] == [word.letters for word in person(name).words]
        assert found.has_initials == any(piece.initial for piece in person(name).pieces[: person(name).names])
