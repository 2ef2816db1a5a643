"""What is wrong with a command as it was typed, in one sentence: what is missing or cannot be, and what to give."""

from __future__ import annotations

import re
from typing import Any

import typer

UsageError: Any = typer.BadParameter.__base__  # of the library that typer brings, or has beside it
_CHOICE = re.compile(r"'(?P<given>.*)' is not one of (?P<known>'.*')\.?", re.DOTALL)
_UNKNOWN = re.compile(r"No such command '(?P<given>.*?)'", re.DOTALL)
_MORE = re.compile(r"Got unexpected extra argument(?:s|\(s\))? \((?P<given>.*)\)", re.DOTALL)
_NUMBERS = (  # what the library says of a number, and what is to be given
    (re.compile(r".*valid integer.*", re.DOTALL), "give a whole number"),
    (re.compile(r".*valid (?:number|float).*", re.DOTALL), "give a number"),
    (re.compile(r".*greater than or equal to (?P<least>[\d.]+)", re.DOTALL), "give {least} or more"),
    (re.compile(r".*not in the range x>=(?P<least>[\d.]+).*", re.DOTALL), "give {least} or more"),
)
_OPENING = "Value error, "


def usage(error: Any) -> str:
    """The sentence that tells a mistake in what was typed. `error`: what typer raised of it."""
    command = _command(error.ctx)
    help_of = f"`{command} --help`"
    message = error.message.removeprefix(_OPENING)
    kind, param = type(error).__name__, getattr(error, "param", None)
    if kind == "MissingParameter" and param is not None:
        return f"{command}: give {_wanted(param)}."
    if kind == "NoSuchOption":
        near = f" (is {' or '.join(sorted(error.possibilities))} meant?)" if error.possibilities else ""
        return f"{command}: there is no option {error.option_name}{near}; {help_of} lists them."
    if found := _UNKNOWN.match(message):
        return f"{command}: there is no command {found['given']}; {help_of} lists them."
    if found := _MORE.match(message):
        return f"{command}: {found['given']} is more than it takes; {help_of} says what it takes."
    if kind == "BadOptionUsage":
        return f"{command}: {error.option_name}: give a value after it."
    where = f" {_name(param)}:" if param is not None else ""
    if found := _CHOICE.fullmatch(message):
        known = found["known"].replace("'", "")
        return f"{command}:{where} there is no {found['given']}; give one of {known}."
    told = " ".join(message.split()).rstrip(".")
    for pattern, wanted in _NUMBERS:
        if found := pattern.fullmatch(told):
            return f"{command}:{where} {wanted.format(**found.groupdict())}."
    return f"{command}:{where} {told[:1].lower()}{told[1:]}; {help_of} says what can be given."


def _command(context: Any) -> str:
    """The command as people type it, however the program was started."""
    names: list[str] = []
    while context is not None and context.parent is not None:
        names.append(context.info_name)
        context = context.parent
    return " ".join(["tawatur", *reversed(names)])


def _name(param: Any) -> str:
    """What a parameter is called where it is typed: an option by its dashes, another one as the help has it."""
    if param.param_type_name == "option":
        return max(param.opts, key=len)  # type: ignore[no-any-return] # strings
    return str(param.metavar or param.name.upper()).strip("[]")


def _wanted(param: Any) -> str:
    """What is to be given, by the parameter's own help."""
    told = (getattr(param, "help", None) or "").rstrip(".")
    if param.param_type_name == "option":
        name = f"{_name(param)} {param.metavar}" if param.metavar else _name(param)
        return f"{name}, {told[:1].lower()}{told[1:]}" if told else name
    return f"{told[:1].lower()}{told[1:]}" if told else _name(param)
