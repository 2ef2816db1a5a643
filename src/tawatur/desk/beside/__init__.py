"""What the desk keeps for itself in a file of its own beside the record: accounts, sessions, what waits to be read."""

from tawatur.desk.beside.file import DeskFile, beside

__all__ = ["DeskFile", "beside"]
