"""The page of meetings in a real browser: from what is overdue to its sentence in the text."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.conftest import Opens
from tests.e2e.test_main_way import fits


def test_an_overdue_item_opens_its_sentence(opens: Opens) -> None:
    page = opens("?view=meetings")
    page.locator(".zk-summary .zk-late").click()
    expect(page.locator(".zk-item").first).to_contain_text("已逾期")
    assert "due=overdue" in page.url
    page.get_by_role("link", name="打开原文该处").first.click()
    expect(page.locator(".zk-text mark").first).to_be_visible()
    page.go_back()
    expect(page.locator(".zk-item").first).to_be_visible()
    page.set_viewport_size({"width": 380, "height": 800})
    assert fits(page)
