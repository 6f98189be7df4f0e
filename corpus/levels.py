"""The ranks of provisions."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """The rank of a provision in its document's tree, from the outermost inwards."""

    PREAMBLE = "preamble"
    RECITAL = "recital"
    PART = "part"  # 编, Part, Teil, Partie, Livre
    SUBPART = "subpart"  # 分编
    TITLE = "title"  # Title, Titre, Título
    CHAPTER = "chapter"  # 章
    SECTION = "section"  # 节 (a division, not a § of a statute, which is an article)
    DIVISION = "division"  # an unnumbered or deeper heading
    ANNEX = "annex"  # annex, schedule, appendix
    SUPPLEMENT = "supplement"  # 附則, 부칙: supplementary provisions that number their articles anew
    ARTICLE = "article"  # 条, Article, §, Section, Rule, 제N조: the unit by which the jurisdiction cites
    PARAGRAPH = "paragraph"  # 款
    ITEM = "item"  # 项
    SUBITEM = "subitem"  # 目
    BODY = "body"  # running text of a document without article units
    TABLE = "table"
    FOOTNOTE = "footnote"
    QUOTATION = "quotation"  # what a decision or guideline quotes: articles of another text, not of its tree


PARTS = (Level.PARAGRAPH, Level.ITEM, Level.SUBITEM, Level.QUOTATION, Level.BODY)
"""Levels of what stands below an article and is searched, compared and shown as part of it."""
