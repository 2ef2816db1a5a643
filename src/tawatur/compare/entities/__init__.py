"""Entities: which names, positions and descriptions of many reports are one thing."""
