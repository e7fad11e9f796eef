"""Reading with the network off, in a real Chromium: what was read, a saved course, search within it."""

import gzip
import json
import re

import pytest
from playwright.sync_api import expect

from offline_tools import Reader, hosting, lists

pytestmark = pytest.mark.browser

SECTION = "c1/w2/s09_logistic_regression_gradient_descent/"
OTHER = "c1/w2/s15_broadcasting_in_python/"
LAB = "c1/w2/lab_logistic_regression_classifier/"
BUDGET = 10_000  # bytes, gzipped: what the worker may cost a reader who does not use it, over all features


@pytest.fixture
def host(site, tmp_path):
    with hosting(site, tmp_path) as host:
        yield host


@pytest.fixture
def reader(browser, host):
    reader = Reader(browser, host)
    yield reader
    reader.close()


@pytest.mark.parametrize("language", ["", "en/"])
def test_a_page_that_was_read_reads_offline(reader, host, language):
    reader.visit(language + SECTION)
    drawn = reader.page.locator(".katex").count()
    reader.go_offline()
    reader.page.goto(f"{host.address}{language}{SECTION}?from=elsewhere#right-to-left")
    assert reader.page.locator(".katex").count() == drawn > 20
    assert reader.page.evaluate("getComputedStyle(document.querySelector('.notes-header')).position") == "sticky"
    assert reader.page.evaluate("document.fonts.ready.then(() => [...document.fonts].filter(font => font.status === 'error').length)") == 0
    reader.page.goto(f"{host.address}{language}{SECTION}index.html")
    assert reader.page.locator(".katex").count() == drawn
    reader.page.goto(f"{host.address}{language}{SECTION.rstrip('/')}?x")  # a host would redirect this
    assert reader.page.url == f"{host.address}{language}{SECTION}?x"


def test_second_page_read_under_the_worker_is_kept_with_its_fonts_and_pictures(reader, host):
    reader.visit("c1/w2/")
    reader.visit(LAB)
    reader.page.evaluate("document.querySelectorAll('img').forEach(img => { img.loading = 'eager'; })")
    for name in {name for name in lists(host.site)["c1/w2"] if name.startswith(LAB) and name != LAB}:
        reader.wait_kept(name)
    reader.go_offline()
    reader.page.goto(host.address + LAB)
    reader.page.evaluate("document.querySelectorAll('img').forEach(img => { img.loading = 'eager'; })")
    reader.until("[...document.images].every(img => img.complete)")
    assert reader.page.evaluate("document.images.length && [...document.images].every(img => img.naturalWidth)")


def test_a_page_that_was_not_read_says_so_in_both_languages(reader, host):
    reader.visit("en/" + SECTION)
    reader.go_offline()
    answer = reader.page.goto(host.address + OTHER)
    assert answer.status == 503
    assert [fault for fault in reader.axe_violations() if not fault.startswith(("region", "landmark"))] == []
    text = reader.page.locator("body").inner_text()
    assert "现在没有网络" in text and "There is no network" in text
    links = reader.page.eval_on_selector_all("a", "links => links.map(link => link.href)")
    assert {host.address, host.address + "en/", host.address + OTHER} == set(links)
    reader.go_online()
    reader.page.get_by_role("link", name="再试一次").click()
    expect(reader.page.locator("h1")).to_contain_text("2.15")


def test_a_first_visit_asks_for_each_file_once_and_costs_little_more(reader, host):
    reader.visit(SECTION)
    reader.page.wait_for_timeout(500)
    asked = host.take_asked()
    pages = [name for name in asked if name != "sw.js" and not name.startswith("offline/")]
    assert len(pages) == len(set(pages)) and len(pages) <= 8, pages
    extra = {name for name in asked} - set(pages)
    assert len(extra) <= 4
    weight = sum(len(gzip.compress((host.site / name).read_bytes(), 6)) for name in extra)
    assert weight < BUDGET * 0.6, weight


def test_what_is_not_of_the_site_is_left_alone(reader, host):
    reader.visit(SECTION)
    kept = sorted(reader.kept())
    assert reader.page.evaluate(f"fetch('{host.address}robots.txt').then(answer => answer.status)") == 200
    assert reader.page.evaluate(f"fetch('{host.address}', {{method: 'POST', body: 'x'}}).then(answer => answer.status)") == 501
    assert reader.page.evaluate(f"fetch('{host.address}en/', {{headers: {{Range: 'bytes=0-9'}}}}).then(answer => answer.status)") == 200
    assert reader.page.goto(host.address + "no/such/page/").status == 404
    assert sorted(reader.kept()) == kept


@pytest.mark.parametrize("language", ["", "en/"])
def test_a_saved_course_reads_offline(reader, host, language):
    """Every page of it in both languages, the switch of languages, side by side, downloads, and search."""
    reader.visit(language + "c1/")
    box = reader.page.locator("[data-offline]")
    expect(box).to_have_attribute("data-is", "none")
    assert re.search(r"\d\.\d MB.*\d\.\d MB", box.inner_text())  # told beforehand: to download, kept
    box.locator("button").click()
    expect(box).to_have_attribute("data-is", "saved", timeout=30000)
    assert reader.axe_violations() == []
    names = [name for part, files in lists(host.site).items() for name in files if part.startswith(("c1", "base"))]
    reader.go_offline()
    found = reader.page.evaluate("names => Promise.all(names.map(async name => (await fetch(name)).status))", [host.address + name for name in names])
    assert len(found) > 100 and set(found) == {200}
    reader.page.goto(f"{host.address}{language}{SECTION}")
    assert reader.page.locator(".katex").count() > 20
    twins = reader.page.locator("[data-twins]:not([hidden])").first
    twins.click()
    expect(reader.page.locator("html")).to_have_class(re.compile("twins"))
    assert reader.page.locator(".notes-pair").count() > 20
    twins.click()
    reader.page.locator("[data-language-switch]").click()
    reader.page.wait_for_url(f"{host.address}{'' if language else 'en/'}{SECTION}**")
    for query, start in (("外积" if language else "outer product", "s16"), ("广播" if language else "broadcasting", "s15")):
        reader.page.keyboard.press("/")
        reader.page.locator(".notes-search [type=search]").fill(query)
        reader.page.locator(f".notes-search li a[href*='/{start}_']").first.wait_for()
        reader.page.keyboard.press("Escape")


def test_search_offline_leaves_out_what_cannot_be_read(reader, host):
    """The whole index is there, but of the notes one page only."""
    reader.visit(SECTION)
    search = lambda: (reader.page.keyboard.press("/"), reader.page.locator(".notes-search [type=search]").fill("梯度"),
                      reader.page.locator(".notes-search li").first.wait_for())
    search()
    assert reader.page.locator(".notes-search li").count() > 1
    reader.page.wait_for_timeout(500)
    reader.go_offline()
    reader.page.reload()
    search()
    links = reader.page.eval_on_selector_all(".notes-search li a", "links => links.map(link => link.href.split('#')[0])")
    assert links == [host.address + SECTION]


def test_saving_can_be_canceled_and_leaves_what_was_read(reader, host):
    reader.visit(SECTION)
    reader.visit("en/c1/")
    before = sorted(reader.kept())
    box = reader.page.locator("[data-offline]")
    host.patience = 30  # then the host hangs up
    box.locator("button").click()
    expect(box).to_have_attribute("data-is", "partial")
    assert "Network lost" in box.inner_text()
    partly = len(reader.kept())
    assert partly > len(before)
    host.patience = None
    host.take_asked()
    reader.page.reload()  # what is known of the course is read from what is kept
    expect(box).to_have_attribute("data-is", "partial")
    reader.page.wait_for_timeout(600)
    box.locator("button").click()
    expect(box).to_have_attribute("data-is", "saved", timeout=30000)
    assert len([name for name in host.take_asked() if name in lists(host.site)["c1/w2"]]) < len(lists(host.site)["c1/w2"])
    reader.page.reload()
    expect(box).to_have_attribute("data-is", "saved")
    box.locator("button").click()
    expect(box).to_have_attribute("data-is", "none")
    assert sorted(reader.kept()) == before


def test_cancel_in_the_middle(reader, host):
    reader.visit("c1/")
    before = sorted(reader.kept())
    box = reader.page.locator("[data-offline]")
    host.caching = "slow"
    box.locator("button").click()
    expect(box).to_have_attribute("data-is", "saving")
    progress = box.get_by_role("progressbar", name="正在保存课程")
    expect(progress).to_be_visible()
    reader.page.reload()  # goes on, and is shown again
    expect(box).to_have_attribute("data-is", "saving")
    expect(box.locator("span").first).to_have_text(re.compile(r"^[1-9]\d* / \d{3}$"))
    reader.page.wait_for_timeout(600)
    box.get_by_role("button", name="取消").click()
    expect(box).to_have_attribute("data-is", "none")
    assert "已取消" in box.inner_text()
    assert sorted(reader.kept()) == before


def test_no_room_is_told_and_nothing_half_is_left(reader, host):
    reader.visit("en/c1/")
    before = sorted(reader.kept())
    devtools = reader.context.new_cdp_session(reader.page)
    devtools.send("Storage.overrideQuotaForOrigin", {"origin": host.address.removesuffix("/dl/"), "quotaSize": 1_500_000})
    box = reader.page.locator("[data-offline]")
    box.locator("button").click()
    expect(box).to_have_attribute("data-is", "none")
    expect(box).to_contain_text("not enough room")
    assert sorted(reader.kept()) == before


@pytest.mark.parametrize("language", ["zh", "en"])
def test_installable(reader, host, language):
    folder = "" if language == "zh" else "en/"
    reader.visit(folder)
    devtools = reader.context.new_cdp_session(reader.page)
    answer = devtools.send("Page.getAppManifest")
    manifest = json.loads(answer["data"])
    assert answer["errors"] == [] and answer["url"] == f"{host.address}{folder}manifest.webmanifest"
    assert manifest["lang"] == language and manifest["id"].endswith("/dl/" + folder)
    errors = [each["errorId"] for each in devtools.send("Page.getInstallabilityErrors")["installabilityErrors"]]
    assert [error for error in errors if error != "in-incognito"] == []


def test_installability_sees_a_planted_fault(reader, host):
    path = host.site / "manifest.webmanifest"
    path.write_text(path.read_text(encoding="utf-8").replace("icon-", "no-icon-").replace("standalone", "browser"), encoding="utf-8")
    reader.visit("")
    devtools = reader.context.new_cdp_session(reader.page)
    errors = {each["errorId"] for each in devtools.send("Page.getInstallabilityErrors")["installabilityErrors"]}
    assert errors - {"in-incognito"}


@pytest.mark.parametrize("language", ["", "en/"])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_control_moves_nothing(browser, host, language, width):
    context = browser.new_context(viewport={"width": width, "height": 740})
    page = context.new_page()
    page.add_init_script("window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach("
                         "entry => window.shift += entry.value)).observe({type: 'layout-shift', buffered: true})")
    page.goto(f"{host.address}{language}c1/")
    page.locator("[data-offline][data-is=none]").wait_for()
    assert page.locator("[data-offline] button").bounding_box()["height"] >= 44
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.wait_for_timeout(300)
    assert page.evaluate("window.shift") == 0
    context.close()
