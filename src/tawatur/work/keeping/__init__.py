"""Keeping a record's comparison up to date as reports come and go, one by one: a module a stage.

What stands between reports is looked up by keys, so that a report costs what it shares with others, not what there is.
"""
