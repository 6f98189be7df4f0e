"""The main way through the pages in a real browser: search, facet, open, share, switch, add, look around."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.conftest import Opens

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

LAW = """示例检验规定

（2019年3月1日示例委员会通过）

第一条 为了检验浏览器中的入库，制定本规定。

第二条 本规定自2019年5月1日起施行。
"""


def parameters(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def ask(page: Page, query: str) -> None:
    page.get_by_role("textbox", name="检索词").fill(query)
    page.get_by_role("button", name="检索", exact=True).click()


def open_article(page: Page) -> None:
    """From the first page to an article of the sample regulation."""
    ask(page, "联席会议 纪要")
    page.locator(".zk-hit").first.wait_for()
    page.locator('[data-facet="kind"] a', has_text="地方性法规").click()
    expect(page.locator(".zk-chip")).to_have_text(re.compile("地方性法规"))
    page.locator(".zk-hit h2 a").first.click()
    page.locator(".zk-reader .zk-target").wait_for()


def test_search_facet_open_and_share(opens: Opens) -> None:
    page = opens("")
    page.locator(".zk-start").wait_for()
    open_article(page)
    assert parameters(page)["view"] == ["reader"]
    target = page.locator(".zk-target")
    expect(target).to_be_in_viewport()
    text = target.inner_text()
    assert "会议纪要" in text

    page.get_by_role("button", name="复制链接").click()
    expect(page.get_by_role("button", name="已复制")).to_be_visible()
    shared = page.evaluate("navigator.clipboard.readText()")
    colleague = opens(shared)
    expect(colleague.locator(".zk-target")).to_have_text(text, use_inner_text=True)
    expect(colleague.locator(".zk-target")).to_be_in_viewport()


def test_back_and_forward_follow_the_states(opens: Opens) -> None:
    page = opens("")
    open_article(page)
    page.go_back()
    expect(page.locator(".zk-chip")).to_be_visible()
    expect(page.get_by_role("textbox", name="检索词")).to_have_value("联席会议 纪要")
    page.go_back()
    expect(page.locator(".zk-hit").first).to_be_visible()
    expect(page.locator(".zk-chip")).to_have_count(0)
    page.go_forward()
    page.go_forward()
    expect(page.locator(".zk-target")).to_be_visible()


def test_the_contents_lead_to_an_article_and_into_the_address(opens: Opens) -> None:
    page = opens("")
    open_article(page)
    page.locator(".zk-contents a", has_text="第十二条").click()
    expect(page.locator(".zk-target .zk-label")).to_have_text("第十二条 ")
    expect(page.locator(".zk-target")).to_be_in_viewport()
    assert parameters(page)["id"][0].endswith("#12")
    page.get_by_role("button", name="复制链接").click()
    assert page.evaluate("navigator.clipboard.readText()") == page.url
    page.get_by_role("link", name="English").click()
    expect(page.locator(".zk-contents").locator("xpath=..").locator("summary").first).to_have_text("Contents")
    # The address had moved on by then: the language changes, the article stays.
    assert parameters(page)["id"][0].endswith("#12")
    expect(page.locator(".zk-target .zk-label")).to_have_text("第十二条 ")


def test_the_language_is_switched_and_stays(opens: Opens) -> None:
    page = opens("")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("button", name="Search", exact=True)).to_be_visible()
    page.get_by_role("link", name="Overview").click()
    expect(page.get_by_role("heading", name="Overview")).to_be_visible()
    assert parameters(page)["lang"] == ["en"]
    expect(page).to_have_title("Overview · 知库 Zhiku")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_role("link", name="中文").click()
    expect(page.get_by_role("heading", name="概览")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "zh")


def at_rest(page: Page) -> None:
    """Wait until the page is drawn to its end: what is pressed while it is drawn anew may be gone under the mouse."""
    page.locator('[data-test-script-state="notRunning"]').first.wait_for(timeout=60_000)


def test_a_file_is_dropped_watched_reported_and_found(opens: Opens, tmp_path: Path) -> None:
    page = opens("?view=ingest")
    (tmp_path / "检验规定.txt").write_text(LAW, encoding="utf-8")
    (tmp_path / "空.txt").write_bytes(b"")
    page.locator('input[type="file"]').set_input_files([tmp_path / "检验规定.txt", tmp_path / "空.txt"])
    page.get_by_role("button", name="直接入库（不核对）").click()
    report = page.locator(".zk-report").first
    report.wait_for(timeout=90_000)
    expect(report.locator("tbody tr").first).to_contain_text("空.txt")
    expect(report.locator("tbody tr").first).to_contain_text("失败")
    at_rest(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="下载报告（JSONL）").click()
    assert '"summary"' in Path(download.value.path()).read_text(encoding="utf-8")
    report.get_by_role("link", name="示例检验规定").click()
    expect(page.locator(".zk-text")).to_contain_text("为了检验浏览器中的入库")

    page.get_by_text("来源文件（1）").click()
    at_rest(page)
    with page.expect_download() as original:
        page.get_by_role("button", name="下载原件").click()
    assert Path(original.value.path()).read_text(encoding="utf-8") == LAW

    page.get_by_role("link", name="检索", exact=True).click()
    ask(page, "检验浏览器中的入库")
    expect(page.locator(".zk-hit").first).to_contain_text("示例检验规定")


def test_what_a_document_holds_never_runs(opens: Opens, tmp_path: Path) -> None:
    attack = '<img src="x" onerror="window.taken=1"><script>window.taken=1</script>'
    name = "<img src=x onerror='window.taken=1'>.txt"
    (tmp_path / name).write_text(
        f"恶意规定\n\n第一条 奶酪{attack}月亮。\n\n第二条 {attack}\n", encoding="utf-8"
    )
    page = opens("?view=ingest")
    page.locator('input[type="file"]').set_input_files([tmp_path / name])
    page.get_by_role("button", name="直接入库（不核对）").click()
    page.locator(".zk-report").first.wait_for(timeout=90_000)
    page.get_by_role("link", name="检索", exact=True).click()
    ask(page, "奶酪")
    expect(page.locator(".zk-hit").first).to_contain_text("onerror")
    page.locator(".zk-hit h2 a").first.click()
    expect(page.locator(".zk-text")).to_contain_text("onerror")
    assert page.evaluate("window.taken") is None
    assert page.locator(".stHtml img").count() == 0


def test_the_overview_shows_what_there_is(opens: Opens) -> None:
    page = opens("?view=overview")
    expect(page.get_by_test_id("stVegaLiteChart")).to_have_count(4)
    page.locator(".zk-documents a").first.click()
    page.locator(".zk-reader").wait_for()


@pytest.mark.parametrize("path", ["?q=%22", "?view=reader&id=nothing", "?asof=x&page=0", "?view=nowhere"])
def test_a_wrong_address_gets_a_message(opens: Opens, path: str) -> None:
    expect(opens(path).locator(".zk-notice").first).to_be_visible()


def test_a_phone_shows_everything_in_its_width(opens: Opens) -> None:
    page = opens("?q=%E8%81%94%E5%B8%AD%E4%BC%9A%E8%AE%AE")
    page.set_viewport_size({"width": 380, "height": 800})
    page.locator(".zk-hit").first.wait_for()
    assert fits(page)
    page.locator(".zk-hit h2 a").first.click()
    page.locator(".zk-reader").wait_for()
    assert fits(page)


def fits(page: Page) -> bool:
    """Whether nothing has to be scrolled sideways."""
    return bool(
        page.evaluate(
            "document.querySelector('[data-testid=stMain]').scrollWidth <= document.documentElement.clientWidth"
        )
    )
