"""Who is called by a first name alone is told by whose relative he is; bodies and papers are told by their sound."""

from compare_making import reading

from tawatur.compare.corpus import Corpus
from tawatur.compare.entities.kin import kin_of
from tawatur.compare.entities.merging import merge_entities
from tawatur.record.types import Entity, Mention, Reading


def telling(name: str, text: str, *called: str, kind: str = "person", published: str = "2021-05-02") -> Reading:
    """A report that names these, in order of its text."""
    found = reading(name, text, published, entities=())
    for each in called:
        ident = each.replace(" ", "-")
        start = text.index(each)
        found.entities.append(Entity(ident, kind, {"ar": each, "en": None}))
        found.mentions.append(Mention(start, start + len(each), each, kind, ident))
    return found


def one_thing(a: Reading, b: Reading, *names: str) -> bool:
    """Whether what the two reports call so is one thing."""
    merged = merge_entities(Corpus((a, b)))[0]
    return any({k[1] for k in e.same} <= {n.replace(" ", "-") for n in names} and len(e.same) > 1 for e in merged)


def test_a_daughter_of_one_man_is_one_person() -> None:
    first = telling("a", "زار سامي الحداد (66 عاما) وابنته ليلى المدينة.", "سامي الحداد", "ليلى")
    later = telling("b", "نجا سامي الحداد وابنته ليلى من الحادث.", "سامي الحداد", "ليلى", published="2021-09-02")
    assert one_thing(first, later, "ليلى")


def test_daughters_of_two_men_are_two() -> None:
    one = telling("a", "زار سامي الحداد وابنته ليلى المدينة.", "سامي الحداد", "ليلى")
    other = telling("b", "زار كمال النجار وابنته ليلى المدينة.", "كمال النجار", "ليلى")
    assert not one_thing(one, other, "ليلى")


def test_a_daughter_has_her_father_s_family_name_and_a_wife_need_not() -> None:
    father = telling("a", "زار سامي الحداد وابنته ليلى المدينة.", "سامي الحداد", "ليلى")
    wife = telling("a", "زار سامي الحداد وزوجته ليلى المدينة.", "سامي الحداد", "ليلى")
    full = telling("b", "قال سامي الحداد إن ليلى الحداد عادت.", "سامي الحداد", "ليلى الحداد")
    assert one_thing(father, full, "ليلى", "ليلى الحداد")
    assert kin_of(father, father.entities[1]).names == {("ليلي", "حداد")}
    assert kin_of(wife, wife.entities[1]).names == frozenset()


def test_a_relative_in_another_sentence_is_nobody_s() -> None:
    apart = telling("a", "زار سامي الحداد المدينة. ورأت ابنته ليلى البحر.", "سامي الحداد", "ليلى")
    assert not kin_of(apart, apart.entities[1]).signs


def test_the_son_of_somebody_is_not_who_is_called_by_that_name() -> None:
    son = telling("a", "قال ابن راشد ذلك مع كريم النجار.", "ابن راشد", "كريم النجار")
    father = telling("b", "قال راشد ذلك مع كريم النجار.", "راشد", "كريم النجار")
    assert not one_thing(son, father, "ابن راشد", "راشد")


def test_papers_and_clubs_are_one_however_their_sounds_are_written() -> None:
    for kind, name, other in (("work", "لو ماتيزيان", "لو ماتيسيان"), ("organisation", "بوكا فالديرز", "بوكا فالديز")):
        a, b = (telling(r, f"ذكرت {n} ذلك.", n, kind=kind) for r, n in (("a", name), ("b", other)))
        assert one_thing(a, b, name, other)


def test_papers_that_share_a_word_are_two() -> None:
    a, b = (telling(r, f"ذكرت {n} ذلك.", n, kind="work") for r, n in (("a", "ديلي ميرور"), ("b", "ديلي ميل")))
    assert not one_thing(a, b, "ديلي ميرور", "ديلي ميل")
