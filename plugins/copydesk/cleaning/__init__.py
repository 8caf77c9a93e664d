"""Seed in, Page out: every line labelled, and kept or dropped by a named rule."""
