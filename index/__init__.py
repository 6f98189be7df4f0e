"""Provisions become searchable: one schema, one analysis, two engines."""
