"""What stands under one key brought together by joins that are never quadratic, however many stand there."""

from __future__ import annotations

from collections.abc import Sequence


def neighbours(table: str, key: str, columns: Sequence[str], all_of: int, nearest: int) -> str:
    """A query of pairs (x before y) of a table's rows of one key, by their `place` under it, counted from 1.

    Each row comes with all before it as long as these are `all_of` at most, else with the `nearest` before it. The
    columns are called x_ and y_ in it. What is far along is joined place by place: a join of all with all under the key
    would grow with the square of what stands there before it is thrown away.
    """
    both = ", ".join(f"{side}.{column} AS {side}_{column}" for side in "xy" for column in columns)
    few = (
        f"SELECT {both} FROM {table} x JOIN {table} y ON x.{key} = y.{key} "
        f"WHERE x.place < y.place AND x.place <= {all_of} AND y.place <= {all_of + 1}"
    )
    steps = ", ".join(f"({i})" for i in range(1, nearest + 1))
    kept = ", ".join(f"p.{column}" for column in (key, *columns))
    far = (
        f"SELECT {kept}, p.place - s.step AS before FROM {table} p CROSS JOIN (VALUES {steps}) AS s(step) "
        f"WHERE p.place > {all_of + 1}"
    )
    many = f"SELECT {both} FROM {table} x JOIN ({far}) y ON x.{key} = y.{key} AND x.place = y.before"
    return f"{few} UNION ALL {many}" if all_of else many
