"""A person has the last word, in a real browser: a dry run, a correction, the search, and the correction taken back."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Opens

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LAW = """误读之规定

（2019年3月1日示例委员会通过）

第一条 为了核对浏览器中的更正，制定本规定。

第二条 本规定自2019年5月1日起施行。
"""


def fill(page: Page, label: str, value: str) -> None:
    field = page.get_by_role("textbox", name=label, exact=True)
    field.fill(value)
    field.press("Tab")


def found(page: Page, title: str) -> None:
    page.get_by_role("link", name="检索", exact=True).click()
    page.get_by_role("textbox", name="检索词").fill("核对浏览器中的更正")
    page.get_by_role("button", name="检索", exact=True).click()
    expect(page.locator(".zk-hit").first).to_contain_text(title)


def test_a_dry_run_is_corrected_stored_found_and_taken_back(opens: Opens, tmp_path: Path) -> None:
    page = opens("?view=ingest")
    (tmp_path / "规定.txt").write_text(LAW, encoding="utf-8")
    page.locator('input[type="file"]').set_input_files([tmp_path / "规定.txt"])
    page.get_by_role("button", name="读取并核对").click()
    expect(page.locator(".zk-trial")).to_contain_text("误读之规定", timeout=90_000)

    fill(page, "标题", "核对规定")
    page.get_by_role("button", name="采用更正").click()
    expect(page.locator(".zk-trial")).to_contain_text("cn/核对规定@2019-03-01")
    fill(page, "更正人", "李四")
    page.get_by_role("button", name="入库（1 份）").click()
    page.locator(".zk-report").first.get_by_role("link", name="核对规定").wait_for(timeout=60_000)
    found(page, "核对规定")

    page.locator(".zk-hit h2 a").first.click()
    page.get_by_role("link", name="更正", exact=True).click()
    expect(page.locator(".zk-correction")).to_contain_text(re.compile("误读之规定 → 核对规定"))
    fill(page, "更正人", "王五")
    page.get_by_role("button", name="撤回").click()
    expect(page.locator(".zk-undone")).to_contain_text("由王五于")
    assert parse_qs(urlsplit(page.url).query)["id"] == ["cn/误读之规定@2019-03-01"]
    found(page, "误读之规定")
