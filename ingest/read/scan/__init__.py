"""Scans: pages and pictures without text, whose characters Tesseract recognises."""

from __future__ import annotations

from ingest.read.scan.pictures import Picture, pictures_of
from ingest.read.scan.recognition import Recognition
from ingest.read.scan.tesseract import Tesseract, missing

__all__ = ["Picture", "Recognition", "Tesseract", "missing", "pictures_of"]
