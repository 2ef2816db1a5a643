"""YAML as word lists use it, read several times faster: libyaml's nodes made into plain values directly."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

_SAFE: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_tags: dict[tuple[Any, ...], Any] = {}
_STRING = "tag:yaml.org,2002:str"


class _Loader(_SAFE):  # type: ignore[misc]
    """Words in letters beyond ASCII are text: no pattern of numbers, dates or booleans is tried on them."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        if kind is yaml.ScalarNode and value and value[0] > "\x7f":
            return _STRING
        if kind is not yaml.ScalarNode:
            return super().resolve(kind, value, implicit)
        key = (value, *implicit)
        tag = _tags.get(key)
        if tag is None:
            tag = _tags[key] = super().resolve(kind, value, implicit)
        return tag


def parse(text: str) -> Any:
    """The only document of a text."""
    return next(parse_all(text), None)


def parse_all(text: str) -> Iterator[Any]:
    """All documents of a text, in order."""
    loader = _Loader(text)
    try:
        while loader.check_node():
            yield _value(loader, loader.get_node())
    finally:
        loader.dispose()


def _value(loader: Any, node: Any) -> Any:
    """What a node says; everything but plain text, lists and mappings is left to the loader."""
    if isinstance(node, yaml.ScalarNode):
        return node.value if node.tag == _STRING else loader.construct_object(node, deep=True)
    if isinstance(node, yaml.SequenceNode):
        return [_value(loader, item) for item in node.value]
    loader.flatten_mapping(node)
    return {_value(loader, key): _value(loader, value) for key, value in node.value}
