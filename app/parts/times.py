"""Moments in the reader's zone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import streamlit as st


def moment(stamp: str) -> str:
    """A moment to the minute with its zone; the catalogue keeps UTC."""
    local = datetime.fromisoformat(stamp).astimezone(zone())
    return f"{local:%Y-%m-%d %H:%M} {local.tzname()}"


def zone() -> timezone:
    """The reader's zone, as the browser tells it; UTC where it does not."""
    behind = st.context.timezone_offset  # minutes by which the reader's clock is behind UTC
    return timezone(timedelta(minutes=-behind)) if behind else UTC
