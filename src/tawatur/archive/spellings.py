"""Which full names of persons may be one man's: spellings of one name, and names that shorten others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tawatur.archive.components import node
from tawatur.archive.profiles import SPELT, name_key
from tawatur.archive.stages import Stages
from tawatur.archive.tables import Row
from tawatur.compare.entities.meeting import end_blocks, spelling_blocks
from tawatur.compare.entities.naming import Name
from tawatur.compare.entities.shortened import is_begun, is_shortened
from tawatur.compare.entities.spellings import FLOOR, neighbours, of_two_scripts
from tawatur.names import match, pair_keys

_SOUND, _SCRIPTS, _ENDS, _BEGINS = "sound", "scripts", "ends", "begins"
_BLOCKS = {"block": "string", "name": "string", "text": "string"}
_PAIRS = {"spelling": "boolean", "x": "string", "text_x": "string", "y": "string", "text_y": "string"}
_KIN = {"spelling": "boolean", "x": "string", "key_x": "bigint", "y": "string", "key_y": "bigint"}


def pair_names(stages: Stages) -> None:
    """The table `name_kin`: pairs of full names (x before y) that may be spellings of one, or of which one shortens the
    other, with the keys that those who bear them are found by."""
    first = "CAST(row_number() OVER (PARTITION BY item ORDER BY report, entity) AS bigint) AS place"
    stages.sql(
        "full_names",
        f"SELECT item AS name, packed AS text FROM (SELECT item, packed, {first} FROM profiles "
        f"WHERE sort = '{SPELT}') p WHERE place = 1",
    )
    stages.map_rows("name_blocks", "SELECT name, text FROM full_names", _blocks, _BLOCKS)
    several = "SELECT block FROM name_blocks GROUP BY block HAVING count(*) > 1"
    query = f"SELECT b.block, b.name, b.text FROM name_blocks b JOIN ({several}) s ON s.block = b.block"
    stages.map_groups("name_pairs", query, ["name"], _pairs, _PAIRS)
    query = "SELECT DISTINCT spelling, x, text_x, y, text_y FROM name_pairs"
    stages.map_rows("name_kin", query, _kin, _KIN)


def _blocks(row: Row) -> Iterator[Row]:
    name, text = row
    parts = tuple(name.split())
    blocks = {f"{_SOUND} {' '.join(block)}" for block in spelling_blocks(parts)}
    blocks |= {f"{_SCRIPTS} {key}" for key in pair_keys(text)}
    blocks |= {" ".join(ends) for ends in end_blocks(parts)}
    return ((block, name, text) for block in sorted(blocks))


def _pairs(rows: Iterator[Row]) -> Iterator[Row]:
    """The pairs of one block that are looked at."""
    found = list(rows)
    sort = found[0][0].partition(" ")[0]
    written = {tuple(name.split()): text for _, name, text in found}
    for x, y in _looked_at(sort, written):
        yield sort in (_SOUND, _SCRIPTS), " ".join(x), written[x], " ".join(y), written[y]


def _looked_at(sort: str, written: Mapping[Name, str]) -> Iterable[tuple[Name, Name]]:
    names = sorted(written)
    if sort == _SOUND:
        return neighbours(names)
    if sort == _SCRIPTS:
        return of_two_scripts(names, {name for name, text in written.items() if text.isascii()})
    fits = is_shortened if sort == _ENDS else is_begun
    return ((short, full) for short in names for full in names if fits(short, full))


def _kin(row: Row) -> Iterator[Row]:
    spelling, x, text_x, y, text_y = row
    if not spelling or match(text_x, text_y).score >= FLOOR:
        yield spelling, x, node(name_key(x)), y, node(name_key(y))
