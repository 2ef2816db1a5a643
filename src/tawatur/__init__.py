"""Reads news reports and keeps the record of what they say: who, through whom, on how many independent origins."""

__version__ = "0.15.1"
