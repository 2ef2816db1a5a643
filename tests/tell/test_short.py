"""A brief is cut to two printed pages: some of every section, with the references that are cited still."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tawatur.tell.page import Heading, Page, Paragraph, Piece, Reference, Row
from tawatur.tell.short import LINES, shortened


def brief(sizes: list[int], words: int = 12) -> Page:
    """A brief with sections of so many rows, each of which cites a report of its own."""
    page = Page("ar", "موجز")
    page.paragraph([Piece("4 تقارير "), *(Piece(f"[{n}]", "ref", str(n)) for n in range(1, sum(sizes) + 1))])
    number = 0
    for section, size in enumerate(sizes):
        page.heading(f"باب {section}")
        for _ in range(size):
            number += 1
            page.row("التاريخ", [Piece("كلمة " * words), Piece(f"[{number}]", "ref", str(number))])
    page.heading("المراجع")
    address = "http://a.example/%D8%AE%D8%A8%D8%B1"
    page.blocks += [Reference(n, [Piece("جريدة "), Piece(address, "words")]) for n in range(1, number + 1)]
    return page


def test_what_fits_stays_as_it_is() -> None:
    page = brief([4, 3])
    assert shortened(page) == (page, 0)


def test_some_of_every_section_stays_and_the_rest_is_counted() -> None:
    short, left = shortened(brief([200, 50, 9]))
    headings = [b.line[0].text for b in short.blocks if isinstance(b, Heading)]
    assert headings == ["باب 0", "باب 1", "باب 2", "المراجع"]
    rows = [b for b in short.blocks if isinstance(b, Row)]
    assert len(rows) + left == 259
    assert [b.line[0].text for b in short.blocks if isinstance(b, Paragraph)][-1] == "و6 أخرى"
    assert [p.text for p in short.blocks[0].line] == ["4 تقارير ", "[1]", "[2]", "[3]", " ..."]


def test_references_are_those_that_are_cited_by_readable_addresses() -> None:
    short, _ = shortened(brief([90, 90]))
    cited = {p.detail for b in short.blocks if isinstance(b, Row | Paragraph) for p in b.line if p.role == "ref"}
    listed = [b for b in short.blocks if isinstance(b, Reference)]
    assert {str(b.number) for b in listed} == cited
    assert listed[0].line[1].text == "http://a.example/خبر"


@given(st.lists(st.integers(0, 120), max_size=6), st.integers(1, 90))
def test_it_is_never_longer_than_it_may_be(sizes: list[int], words: int) -> None:
    page = brief(sizes, words)
    short, left = shortened(page)
    rows = [b for b in short.blocks if isinstance(b, Row)]
    assert len(rows) + left == sum(sizes)
    assert sum(max(1, -(-5 * words // 84)) for _ in rows) <= LINES
