"""What format a watchlist is in: told by its content, never by its name."""

from __future__ import annotations

import csv
import re

from tawatur.errors import ListError
from tawatur.screen.opening import ListFile

UN, OFAC, FTM, TABLE = "un", "ofac", "ftm", "table"
OFAC_COLUMNS = 12
_ROOT = re.compile(r"<([A-Za-z_][\w.:-]*)")
_NOISE = re.compile(r"<\?.*?\?>|<!--.*?-->|<!.*?>", re.DOTALL)
_DOCTYPE = re.compile(r"<!DOCTYPE\s+([\w.:-]+)", re.IGNORECASE)
_KNOWN = "give the UN's XML, OFAC's sdn.csv, FollowTheMoney JSON lines, or a CSV with a column `name`"
_BINARY = {b"PK": "a spreadsheet or zip file", b"%P": "a PDF", b"\xd0\xcf": "an old Excel or Word file"}
# Lists in formats of their own, by the root of their XML.
_OTHERS = {
    "sdnlist": "OFAC's XML",
    "sanctions": "OFAC's advanced XML",
    "export": "the EU's XML",
    "swiss-sanctions-list": "the Swiss XML",
}


def sniff(file: ListFile) -> str:
    """UN, OFAC, FTM or TABLE. Raises ListError for what is none of them, saying what it seems to be."""
    if file.head[:2] in _BINARY:
        raise ListError(file.path, f"is {_BINARY[file.head[:2]]}, not a list; {_KNOWN}")
    head = _text(file.head)
    start = head.lstrip("\ufeff \t\r\n")
    if start.startswith("<"):
        return _markup(file, start)
    if start.startswith("{"):
        return FTM
    if start.startswith("["):
        raise ListError(file.path, "is one JSON array; give FollowTheMoney JSON lines, one entity a line")
    first = next(csv.reader(start.splitlines()[:20]), None) or [""]
    if _is_ofac(first):
        return OFAC
    if len(first) in (5, 6) and first[0].strip().isdigit() and first[1].strip().isdigit():
        raise ListError(file.path, "is OFAC's file of aliases or addresses alone; give the sdn.csv beside it")
    if "\x00" in start or sum(c < " " and c not in "\t\r\n" for c in start) > len(start) / 100:
        raise ListError(file.path, f"is a binary file, not a list; {_KNOWN}")
    return TABLE


def _text(head: bytes) -> str:
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"\xef\xbb\xbf", "utf-8-sig")):
        if head.startswith(mark):
            return head.decode(encoding, "replace")
    return head.decode("utf-8", "replace")


def _is_ofac(row: list[str]) -> bool:
    number = row[0].strip()
    return len(row) == OFAC_COLUMNS and (number.isdigit() or number.lower() == "ent_num")


def _markup(file: ListFile, start: str) -> str:
    doctype = _DOCTYPE.search(start)
    if doctype and doctype.group(1).lower() != "html":
        raise ListError(file.path, "has a DOCTYPE, which no list has and which can do harm; download it again")
    root = _ROOT.match(_NOISE.sub("", start).lstrip())
    name = root.group(1).rpartition(":")[2] if root else ""
    if doctype or name.lower() in ("html", "head", "body", "script", "meta", "title") or "<html" in start.lower():
        raise ListError(file.path, "is a web page, not a list (a saved error page?); download the list again")
    if name == "CONSOLIDATED_LIST":
        return UN
    other = _OTHERS.get(name.lower())
    if other:
        raise ListError(file.path, f"is {other}, which is not read; {_KNOWN}")
    said = f"XML with the root <{name}>" if name else "XML of no known kind"
    raise ListError(file.path, f"is {said}, not a list that is known; {_KNOWN}")
