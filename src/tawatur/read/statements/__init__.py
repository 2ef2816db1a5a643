"""Statements: what somebody is reported to have said, by whom, and through whom it came to the report."""

from tawatur.read.statements.layer import read_statements

__all__ = ["read_statements"]
