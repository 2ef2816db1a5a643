"""The commands, thin, a module a group: each calls one deed of work/ or one page of tell/."""

from __future__ import annotations

import sys

import typer

from tawatur.cli import account, archive, decide, names, pages, reading, record, screen, serve, watch  # noqa: F401 - their commands join the app as they load
from tawatur.cli.app import app, errors
from tawatur.cli.usage import UsageError, usage
from tawatur.errors import TawaturError


def main() -> None:
    """The command `tawatur`: exit code 0, 1 where reports were set aside, 2 where nothing could be done."""
    try:
        sys.exit(app(standalone_mode=False) or 0)
    except UsageError as error:
        if type(error).__name__ == "NoArgsIsHelpError":  # `tawatur` alone
            error.show()
        else:
            errors.print(usage(error), markup=False)
        sys.exit(2)
    except typer.Abort:
        sys.exit(130)
    except TawaturError as error:
        errors.print(str(error), markup=False)
        sys.exit(2)
    except BrokenPipeError:  # `tawatur ... | head`
        sys.stderr.close()
        sys.exit(0)


__all__ = ["app", "main"]
