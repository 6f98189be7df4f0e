"""The page of cases in a real browser: choose, switch, open, jump, go to the original, and back."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.conftest import Opens

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]


def test_from_the_list_of_cases_to_a_part_of_one_and_its_original(opens: Opens) -> None:
    page = opens("")
    page.get_by_role("link", name="案例", exact=True).click()
    expect(page.locator(".zk-hit").first).to_be_visible()

    page.locator('[data-facet="jurisdiction"] a', has_text="美国").click()
    expect(page.locator(".zk-summary")).to_contain_text("共 3 个案例")
    assert "jurisdiction=US" in page.url
    page.get_by_role("link", name="卡片").click()
    expect(page.locator(".zk-case-card")).to_have_count(3)

    page.locator(".zk-case-card a", has_text="Alice").click()
    expect(page.locator("#case-holding")).to_be_visible()
    expect(page.locator(".zk-case-text")).to_contain_text("裁判要旨")
    page.locator(".zk-contents a", has_text="理由").click()
    expect(page.locator("#case-reasoning")).to_have_class(re.compile("zk-target"))
    assert "seg=reasoning" in page.url

    page.get_by_role("button", name="复制链接").click()
    expect(page.get_by_role("button", name="已复制")).to_be_visible()
    copied = page.evaluate("navigator.clipboard.readText()")
    again = opens(copied)
    expect(again.locator("#case-reasoning")).to_have_class(re.compile("zk-target"))

    page.get_by_role("link", name="在阅读页打开原文").click()
    expect(page.locator(".zk-reader")).to_be_visible()
    page.go_back()
    expect(page.locator("#case-holding")).to_be_visible()


def test_cases_fit_a_phone(opens: Opens) -> None:
    page = opens("?view=cases&lang=en")
    page.set_viewport_size({"width": 390, "height": 844})
    expect(page.locator(".zk-hit").first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.locator(".zk-hit h2 a").first.click()
    expect(page.locator(".zk-case")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
