"""Places against each other, types of one family, names written apart."""

from __future__ import annotations

import pytest

from tawatur.compare.corpus import person_words, stems
from tawatur.compare.countries import country_of, place_classes
from tawatur.compare.events.sight import Ref
from tawatur.compare.families import one_family
from tawatur.compare.places import exact, relation, towns
from tawatur.language.loader import load


def place(*ids: str) -> list[Ref]:
    return [Ref(i, i, frozenset({i})) for i in ids]


def words(text: str) -> list[Ref]:
    return [Ref(None, text, stems(text))]


@pytest.mark.parametrize(
    ("a", "b", "found"),
    [
        (place("kabul"), place("kabul"), "same"),
        (place("kabul"), place("afghanistan"), "within"),
        (place("sinai"), place("arish"), "within"),
        (place("kabul"), place("kandahar"), "apart"),
        (place("kabul", "afghanistan"), place("kandahar", "afghanistan"), "apart"),
        (place("kabul"), place("turkey"), "apart"),
        (place("kabul"), words("قاعدة عسكرية"), "unknown"),
    ],
)
def test_places_stand_to_each_other(a: list[Ref], b: list[Ref], found: str) -> None:
    assert relation(a, b) == relation(b, a) == found


def test_a_country_is_left_out_beside_its_city() -> None:
    assert exact(place("kabul", "afghanistan")) == place("kabul")
    assert towns(place("kabul", "afghanistan")) == {"kabul"}


def test_every_listed_place_is_known_and_in_one_country() -> None:
    listed = [p for places in load("arabic").data("names/within")["countries"].values() for p in places.split()]
    assert len(listed) == len(set(listed))
    assert set(listed) <= place_classes().keys()
    assert country_of("afghanistan") == "afghanistan"
    assert country_of("mediterranean") is None


def test_an_attack_may_be_a_bombing_and_no_protest() -> None:
    assert one_family("attack", "bombing")
    assert not one_family("killing", "protest")


def test_a_name_in_one_word_is_the_name_in_two() -> None:
    assert person_words("صلاح عبدالسلام") == person_words("صلاح عبد السلام")
