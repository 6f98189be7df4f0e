"""Cases: Chinese guiding cases, opinions of American courts, oral arguments."""

from __future__ import annotations

from typing import Any

from corpus.model import BlockKind
from ingest.read.base import TextBuilder
from ingest.read.html import visible
from ingest.read.json.shape import add_lines, outside, texts


class GuidingCase:
    """A guiding case in parts; the parts get the headings under which the court prints them."""

    _parts = (
        ("keywords", "关键词"),
        ("gist", "裁判要点"),
        ("relatedLaws", "相关法条"),
        ("facts", "基本案情"),
        ("result", "裁判结果"),
        ("reasoning", "裁判理由"),
    )

    def fits(self, value: Any) -> bool:
        """Whether there are a title, a gist and the reasoning."""
        return isinstance(value, dict) and bool(value.get("title")) and {"gist", "reasoning"} <= value.keys()

    def write(self, value: Any, builder: TextBuilder) -> dict[str, str]:
        """Append title, the line of issue and the parts in the order in which the court prints them."""
        number = value.get("number")
        if isinstance(number, int | str) and str(number).isdigit():
            builder.add(BlockKind.HEADING, f"指导案例{number}号", 1)
        builder.add(BlockKind.HEADING, visible(str(value["title"])), 1)
        add_lines(builder, value.get("issuedLine"))
        for key, heading in self._parts:
            found = texts(value.get(key))
            if found:
                builder.add(BlockKind.HEADING, heading, 2)
            if key == "keywords":
                builder.add(BlockKind.PARAGRAPH, " ".join(found))
            else:
                for text in found:
                    add_lines(builder, text)
        return outside(value, *(key for key, _ in self._parts if key != "keywords"))


class CaseLaw:
    """A reported case: ``casebody.data`` with the head matter and the opinions."""

    def fits(self, value: Any) -> bool:
        """Whether there is a body with opinions."""
        return bool(
            isinstance(value, dict)
            and isinstance(value.get("casebody"), dict)
            and _body(value).get("opinions")
        )

    def write(self, value: Any, builder: TextBuilder) -> dict[str, str]:
        """Append the name of the case, its head matter, and each opinion under its kind and author."""
        body = _body(value)
        builder.add(
            BlockKind.HEADING, visible(str(value.get("name") or value.get("name_abbreviation") or "")), 1
        )
        add_lines(builder, body.get("head_matter"))
        for opinion in body["opinions"]:
            if isinstance(opinion, dict):
                caption = [str(opinion.get(key) or "") for key in ("type", "author")]
                builder.add(BlockKind.HEADING, " — ".join(filter(None, map(visible, caption))), 2)
                add_lines(builder, opinion.get("text"))
        parts = {key: body.get(key) for key in ("attorneys", "parties", "judges")}
        return outside(value, "casebody") | outside(parts)


class OralArgument:
    """Transcripts of an argument: turns of speakers."""

    def fits(self, value: Any) -> bool:
        """Whether there are transcripts."""
        return isinstance(value, dict) and isinstance(value.get("caseTranscripts"), list)

    def write(self, value: Any, builder: TextBuilder) -> dict[str, str]:
        """Append the name of the case, each transcript's title, and a paragraph a turn, after its speaker's name."""
        builder.add(BlockKind.HEADING, visible(str(value.get("caseName") or "")), 1)
        for transcript in value["caseTranscripts"]:
            if not isinstance(transcript, dict):
                continue
            builder.add(BlockKind.HEADING, visible(str(transcript.get("transcriptTitle") or "")), 2)
            turns = transcript.get("transcript")
            for turn in turns if isinstance(turns, list) else []:
                if isinstance(turn, dict) and isinstance(turn.get("text"), str):
                    speaker = visible(str(turn.get("speakerName") or ""))
                    text = visible(turn["text"])
                    builder.add(BlockKind.PARAGRAPH, f"{speaker}: {text}" if speaker else text)
        return outside(value, "caseTranscripts")


def _body(value: dict[str, Any]) -> dict[str, Any]:
    data = value["casebody"].get("data")
    return data if isinstance(data, dict) else value["casebody"]
