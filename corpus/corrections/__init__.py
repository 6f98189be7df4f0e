"""What a person says against what was read: corrections, the fields that can be corrected, and how they apply."""

from corpus.corrections.apply import corrected
from corpus.corrections.fields import FIELDS, Field, field_of, parsed, shown
from corpus.corrections.parts import case_keys, item_keys, value_of
from corpus.corrections.record import Change, Correction, Part

__all__ = [
    "FIELDS",
    "Change",
    "Correction",
    "Field",
    "Part",
    "case_keys",
    "corrected",
    "field_of",
    "item_keys",
    "parsed",
    "shown",
    "value_of",
]
