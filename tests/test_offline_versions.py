"""When the notes change: the offer of the new version, and never a mix of two. In a real Chromium."""

import shutil

import pytest
from playwright.sync_api import expect

from offline_tools import Reader, hosting, lists, publish

pytestmark = pytest.mark.browser
PATIENCE = {"timeout": 20_000}  # installing a version takes its time on a busy machine

SECTION = "c1/w2/s09_logistic_regression_gradient_descent/"
OTHER = "c1/w2/s15_broadcasting_in_python/"
LAB = "c1/w2/lab_logistic_regression_classifier/"
OLD, NEW = "逻辑回归中的梯度下降法", "改过的标题"


@pytest.fixture
def host(site, tmp_path):
    with hosting(site, tmp_path) as host:
        host.caching = "max-age=600"  # as many static hosts have it: the browser's own cache is older than the host
        yield host


@pytest.fixture
def reader(browser, host):
    reader = Reader(browser, host)
    yield reader
    reader.close()


def change(host, address=SECTION, old=OLD, new=NEW):
    """Publish a new version in which one page says something else."""
    host.rewrite(address, old, new)
    publish(host.site)


def title(page):
    return page.locator("h1").inner_text()


def banner(page):
    return page.locator(".notes-update")


def test_a_change_is_offered_and_then_shown_everywhere(reader, host):
    """In every tab, online and offline; what did not change is not asked for again; what vanished is dropped."""
    reader.visit(SECTION)
    reader.visit(OTHER)
    second = reader.context.new_page()
    reader.visit(SECTION, second)
    shutil.rmtree(host.site / OTHER)
    change(host)
    host.take_asked()
    reader.page.goto(host.address + SECTION)
    assert OLD in title(reader.page)  # nothing changes by itself
    expect(banner(reader.page).get_by_role("status")).to_have_text("笔记有新版本。", **PATIENCE)
    expect(banner(second)).to_be_visible(**PATIENCE)
    again = {name for name in host.take_asked() if not name.startswith("offline/")}
    assert again == {"sw.js", SECTION}
    banner(reader.page).get_by_role("button", name="换到新版").click()
    expect(reader.page.locator("h1")).to_contain_text(NEW, **PATIENCE)
    expect(second.locator("h1")).to_contain_text(NEW, **PATIENCE)
    reader.until("navigator.serviceWorker.ready.then(({waiting, installing}) => !waiting && !installing)")
    expect(banner(reader.page)).to_have_count(0, **PATIENCE)
    assert OTHER not in reader.kept() and reader.kept().count(SECTION) == 1
    reader.go_offline()
    reader.page.reload()
    assert NEW in title(reader.page)
    assert reader.page.goto(host.address + OTHER).status == 503


def test_the_offer_can_be_put_off_and_is_taken_once_all_pages_are_closed(reader, host):
    reader.visit("en/" + SECTION)
    change(host, "en/" + SECTION, "Logistic regression gradient descent", "A changed title")
    assert reader.look_for_news() == "installed"
    box = banner(reader.page)
    expect(box).to_contain_text("The notes have changed.", **PATIENCE)
    assert reader.axe_violations() == []
    for button in box.get_by_role("button").all():
        assert button.bounding_box()["height"] >= 44
    assert reader.page.evaluate("document.documentElement.scrollWidth") <= 360
    box.get_by_role("button", name="Later").click()
    expect(box).to_have_count(0, **PATIENCE)
    blank = reader.context.new_page()
    reader.page.close()
    reader.page = blank
    for _ in range(50):  # the browser takes its time to change workers
        blank.goto("about:blank")
        blank.wait_for_timeout(200)
        blank.goto(host.address + "en/" + SECTION)
        if "A changed title" in title(blank):
            break
    assert "A changed title" in title(blank)


def test_new_style_and_script_come_with_their_pages(reader, host):
    reader.visit(SECTION)
    sheet = host.site / "assets/css/site.css"
    sheet.write_text(sheet.read_text(encoding="utf-8") + "h1 { letter-spacing: 7px; }", encoding="utf-8")
    for path in host.site.rglob("*.html"):
        path.write_text(path.read_text(encoding="utf-8").replace("site.css?", "site.css?f"), encoding="utf-8")
    publish(host.site)
    assert reader.look_for_news() == "installed"
    assert reader.page.evaluate("getComputedStyle(document.querySelector('h1')).letterSpacing") == "normal"
    reader.go_offline()  # everything is there before it is offered
    banner(reader.page).get_by_role("button", name="换到新版").click()
    expect(reader.page.locator("h1")).to_have_css("letter-spacing", "7px", **PATIENCE)
    assert len([name for name in reader.kept() if "site.css" in name]) == 1


def test_a_saved_course_gets_its_new_pages(reader, host):
    reader.save()
    shutil.copytree(host.site / OTHER, host.site / "c1/w2/s19_new")
    host.rewrite("c1/w2/s19_new", "2.15", "2.19")
    publish(host.site)
    host.take_asked()
    assert reader.look_for_news() == "installed"
    assert len(host.take_asked()) <= 4
    banner(reader.page).get_by_role("button", name="换到新版").click()
    expect(reader.page.locator("[data-offline]")).to_have_attribute("data-is", "saved", **PATIENCE)
    reader.go_offline()
    reader.page.goto(host.address + "c1/w2/s19_new/")
    assert "2.19" in title(reader.page)


@pytest.mark.parametrize("fault", ["damaged file", "damaged list", "host hangs up"])
def test_a_failed_update_leaves_the_old_version_whole(reader, host, fault):
    reader.save()
    host.rewrite(OTHER, "2.15", "2.15 NEW")
    host.rewrite("en/" + OTHER, "2.15", "2.15 NEW")
    change(host)
    if fault == "host hangs up":
        host.patience = 4
    else:
        host.damaged = {OTHER} if fault == "damaged file" else {next(path.relative_to(host.site).as_posix() for path in host.site.glob("offline/c1.w2.????????.json"))}
    assert reader.look_for_news() == "redundant"
    assert banner(reader.page).count() == 0
    reader.go_offline()
    for address, words in ((SECTION, OLD), (OTHER, "2.15"), ("en/" + OTHER, "2.15")):
        reader.page.goto(host.address + address)
        assert words in title(reader.page) and "NEW" not in title(reader.page)
    reader.page.goto(host.address + "c1/")
    expect(reader.page.locator("[data-offline]")).to_have_attribute("data-is", "saved", **PATIENCE)
    host.damaged, host.patience = set(), None  # mended: the next attempt succeeds
    reader.go_online()
    assert reader.look_for_news() == "installed"
    banner(reader.page).get_by_role("button", name="换到新版").click()
    reader.until("navigator.serviceWorker.ready.then(({waiting}) => !waiting)")
    reader.page.goto(host.address + OTHER)
    assert "2.15 NEW" in title(reader.page)
    assert len(reader.kept()) == len(set(reader.kept()))


def test_bytes_of_another_version_are_shown_online_but_not_kept(reader, host):
    """The host has new pages already and the old worker still."""
    reader.visit(SECTION)
    host.rewrite(OTHER, "2.15", "2.15 NEW")
    reader.page.goto(host.address + OTHER)
    assert "2.15 NEW" in title(reader.page)
    reader.page.wait_for_timeout(500)
    assert OTHER not in reader.kept()
    reader.go_offline()
    reader.page.goto(host.address + SECTION)
    assert OLD in title(reader.page)


def test_a_page_never_gets_files_of_another_version(reader, host):
    """A kept page gets no newer twin; a newer page gets none of the older pictures."""
    reader.visit(LAB)
    picture = next(name for name in lists(host.site)["c1/w2"] if name.startswith(LAB) and name.endswith(".svg"))
    reader.page.evaluate("document.querySelectorAll('img').forEach(img => { img.loading = 'eager'; })")
    fetched = "name => fetch(name).then(answer => answer.text(), () => 'nothing')"
    old = reader.page.evaluate(fetched, host.address + picture)
    reader.wait_kept(picture)
    host.rewrite("en/" + LAB, "</h1>", " NEW</h1>")
    (host.site / picture).write_text(old.replace("<svg", "<svg id='new'"), encoding="utf-8")
    host.rewrite(OTHER, "2.15", "2.15 NEW")
    assert reader.page.evaluate(fetched, f"{host.address}en/{LAB}") == "nothing"
    assert reader.page.evaluate(fetched, host.address + picture) == old
    reader.page.goto(host.address + OTHER)  # newer than the worker
    assert "id='new'" in reader.page.evaluate("name => fetch(name, {cache: 'no-cache'}).then(answer => answer.text())", host.address + picture)
    assert " NEW</h1>" in reader.page.evaluate(fetched, f"{host.address}en/{LAB}")


def test_the_browsers_own_cache_may_be_older_than_the_host(reader, host):
    """After an update, pages that were not kept come from the host, not from ten minutes ago."""
    page = reader.page
    page.goto(host.address + OTHER)  # in the browser's cache; the worker is not yet in charge
    reader.visit(SECTION)
    change(host, OTHER, "2.15", "2.15 NEW")
    assert reader.look_for_news() == "installed"
    banner(page).get_by_role("button", name="换到新版").click()
    reader.until("navigator.serviceWorker.ready.then(({waiting}) => !waiting)")
    page.goto(host.address + OTHER)
    assert "2.15 NEW" in title(page)


def test_a_host_without_a_worker_is_not_held_by_an_old_one(reader, host):
    reader.visit(SECTION)
    (host.site / "sw.js").unlink()
    host.rewrite(SECTION, OLD, NEW)
    host.rewrite(SECTION, " data-worker=", " data-nothing=")
    host.caching = "no-cache"
    reader.page.goto(host.address + SECTION)
    expect(reader.page.locator("h1")).to_contain_text(NEW, **PATIENCE)
    assert reader.page.evaluate("caches.keys()") == []
    reader.until("navigator.serviceWorker.getRegistrations().then(all => all.length === 0)")


def test_a_page_served_while_writing_takes_the_worker_away(reader, host):
    reader.visit(SECTION)
    path = host.page(OTHER)
    path.write_text(path.read_text(encoding="utf-8").replace(" data-worker=", " data-nothing="), encoding="utf-8")
    reader.page.goto(host.address + OTHER)
    reader.until("navigator.serviceWorker.getRegistrations().then(all => all.length === 0)")
