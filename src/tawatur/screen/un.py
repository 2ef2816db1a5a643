"""The consolidated list of the UN Security Council, as its XML (docs/decisions/0006-watchlists.md on safety)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from lxml import etree

from tawatur.errors import ListError
from tawatur.record.types import Interval
from tawatur.record.watchlists import ORGANISATION, PERSON, Birth, Entry, ListedName, Watchlist
from tawatur.screen.days import birth, day
from tawatur.screen.opening import ListFile
from tawatur.screen.spelling import listed_names

_KINDS = {"INDIVIDUAL": PERSON, "ENTITY": ORGANISATION}
_NAMES = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME", "FIFTH_NAME", "SIXTH_NAME")
_WEAK = "low"
# Links change for hundreds of entries at once, and tell nothing offline.
_LINK = re.compile(r"(?:INTERPOL-UN Security Council Special Notice )?web link: ?\S*|https?://\S+")


def read_un(file: ListFile) -> Watchlist:
    """The list. Raises ListError where the XML breaks off, defines entities, or is not of the form known here."""
    entries: list[Entry] = []
    made: date | None = None
    try:
        for element in _elements(file):
            if element.tag == "CONSOLIDATED_LIST":
                made = day(element.get("dateGenerated"))
            else:
                entries.append(_entry(file, element))
    except etree.XMLSyntaxError as error:
        line = f" at line {error.lineno}" if error.lineno else ""
        raise ListError(
            file.path, f"is broken or cut-off XML{line}; nothing of it is used, download the list again"
        ) from error
    return Watchlist(
        "un-consolidated",
        "UN Security Council Consolidated List",
        "UN Security Council",
        str(file.path),
        file.sha256,
        made or file.modified,
        "list" if made else "file",
        entries,
    )


def _elements(file: ListFile) -> Iterator[etree._Element]:
    """The root as it opens, then every entry as it closes; what was read is let go."""
    with file.binary() as stream:
        events = etree.iterparse(
            stream, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
        )
        root: etree._Element | None = None
        for event, element in events:
            if root is None:
                root = element
                if element.getroottree().docinfo.doctype:
                    raise ListError(
                        file.path, "has a DOCTYPE, which no list has and which can do harm; download it again"
                    )
                yield element
            elif event == "end" and element.tag in _KINDS:
                yield element
                element.clear()
                while (before := element.getprevious()) is not None:
                    before.getparent().remove(before)


def _entry(file: ListFile, element: etree._Element) -> Entry:
    kind = _KINDS[str(element.tag)]
    number = _text(element, "REFERENCE_NUMBER") or _text(element, "DATAID")
    names = _names(element, kind)
    if not number or not names:
        what = "no REFERENCE_NUMBER" if not number else "no name"
        raise ListError(
            file.path,
            f"has an entry with {what} at line {element.sourceline}: it is of another version of the format than the "
            "one known here, or damaged",
        )
    return Entry(
        number,
        kind,
        names,
        [b for e in element.findall("INDIVIDUAL_DATE_OF_BIRTH") if (b := _birth(e))],
        _values(element, "NATIONALITY") if kind == PERSON else _countries(element),
        _values(element, "DESIGNATION"),
        [p for p in (_text(element, "UN_LIST_TYPE"),) if p],
        _LINK.sub("", _text(element, "COMMENTS1") or "").strip() or None,
        day(_text(element, "LISTED_ON")),
        max((d for v in _values(element, "LAST_DAY_UPDATED") if (d := day(v))), default=None),
    )


def _names(element: etree._Element, kind: str) -> list[ListedName]:
    main = " ".join(t for tag in _NAMES if (t := _text(element, tag)))
    found = listed_names(main, kind) + listed_names(_text(element, "NAME_ORIGINAL_SCRIPT"), kind)
    for alias in (*element.findall("INDIVIDUAL_ALIAS"), *element.findall("ENTITY_ALIAS")):
        weak = (_text(alias, "QUALITY") or "").lower() == _WEAK
        found += listed_names(_text(alias, "ALIAS_NAME"), kind, weak)
    once: dict[str, ListedName] = {}
    for name in sorted(found, key=lambda n: n.weak):  # a name that is good once is good
        once.setdefault(name.text, name)
    return [once[t] for t in dict.fromkeys(n.text for n in found)]


def _birth(element: etree._Element) -> Birth | None:
    about = (_text(element, "TYPE_OF_DATE") or "").startswith("APPROX") or "approx" in (
        _text(element, "NOTE") or ""
    ).lower()
    first, last = birth(_text(element, "FROM_YEAR")), birth(_text(element, "TO_YEAR"))
    if first and last:
        return Birth(Interval(first.days.first, last.days.last), about)
    found = birth(_text(element, "DATE") or _text(element, "YEAR") or _text(element, "NOTE"))
    return Birth(found.days, found.about or about) if found else None


def _values(element: etree._Element, tag: str) -> list[str]:
    texts = (_clean(v.text) for parent in element.findall(tag) for v in parent.findall("VALUE"))
    return list(dict.fromkeys(t for t in texts if t))


def _countries(element: etree._Element) -> list[str]:
    texts = (_text(address, "COUNTRY") for address in element.findall("ENTITY_ADDRESS"))
    return list(dict.fromkeys(t for t in texts if t))


def _text(element: etree._Element, tag: str) -> str | None:
    return _clean(element.findtext(tag))


def _clean(text: str | None) -> str | None:
    return " ".join((text or "").split()) or None
