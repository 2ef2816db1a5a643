"""Elements of a page by CSS selectors, as far as tests need them: tags, classes, ids, attributes, `>` and commas."""

from __future__ import annotations

import re

from lxml import html

_STEP = re.compile(r"(\w+)|\.([\w-]+)|#([\w-]+)|\[([\w-]+)(?:(\^?=)\"?([^\"\]]*)\"?)?\]")


def chosen(tree: html.HtmlElement, selector: str) -> list[html.HtmlElement]:
    """The elements that a selector chooses, in the order of the page."""
    paths = [_path(one.split()) for one in selector.split(",")]
    found: list[html.HtmlElement] = tree.xpath(" | ".join(paths))
    return found


def _path(steps: list[str]) -> str:
    path, axis = "", ".//"
    for step in steps:
        if step == ">":
            axis = "/"
            continue
        path += (axis if not path else "//" if axis == ".//" else axis) + _node(step)
        axis = ".//"
    return path


def _node(step: str) -> str:
    tag, conditions = "*", []
    for name, kind, ident, attribute, how, value in _STEP.findall(step):
        if name:
            tag = name
        elif kind:
            conditions.append(f'contains(concat(" ", normalize-space(@class), " "), " {kind} ")')
        elif ident:
            conditions.append(f'@id="{ident}"')
        elif how == "^=":
            conditions.append(f'starts-with(@{attribute}, "{value}")')
        else:
            conditions.append(f'@{attribute}="{value}"' if how else f"@{attribute}")
    return tag + "".join(f"[{c}]" for c in conditions)
