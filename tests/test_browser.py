"""Every kind of page in a real Chromium: both languages, both themes, a phone and a desk."""

from pathlib import Path

import axe_playwright_python
import pytest

from site_tools import go

pytestmark = pytest.mark.browser

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
SECTION = "c1/w2/s09_logistic_regression_gradient_descent/"
KINDS = {
    "home": "", "course": "c1/", "week": "c1/w2/", "section": SECTION,
    "section with matrices": "c1/w2/s15_broadcasting_in_python/", "lab": "c1/w2/lab_logistic_regression_classifier/",
}
LANGUAGES = {"zh": "", "en": "en/"}


class Visit:
    """One page opened in a context of its own, with everything it complained about."""

    def __init__(self, browser, address, width=360, theme="light", **options):
        self.context = browser.new_context(viewport={"width": width, "height": 740}, color_scheme=theme, **options)
        self.page = self.context.new_page()
        self.complaints, self.requests = [], []
        self.page.on("console", lambda message: message.type in ("error", "warning") and self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("requestfailed", lambda request: self.complaints.append(f"failed: {request.url}"))
        self.page.on("response", lambda answer: answer.status >= 400 and self.complaints.append(f"{answer.status}: {answer.url}"))
        self.page.on("request", lambda request: self.requests.append(request.url))
        go(self.page, address)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.context.close()


def axe_violations(page):
    """Return what axe finds on the open page, one line each (all rules of WCAG 2.2 AA and best practice)."""
    page.evaluate(AXE)
    found = page.evaluate("axe.run(document, {resultTypes: ['violations']})")
    return [f"{rule['id']}: {node['html'][:150]} {node['failureSummary'][:200]}" for rule in found["violations"] for node in rule["nodes"]]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_page_on_a_phone(browser, address, kind, language, theme):
    """No sideways scrolling, no complaint, the right theme, nothing for axe to find."""
    with Visit(browser, address + LANGUAGES[language] + KINDS[kind], theme=theme) as visit:
        assert visit.complaints == []
        assert all(url.startswith((address, "data:")) for url in visit.requests)
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= 360
        assert visit.page.evaluate("document.body.dataset.mdColorScheme") == {"light": "default", "dark": "slate"}[theme]
        visit.page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        assert axe_violations(visit.page) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_on_a_desk(browser, address, language):
    with Visit(browser, address + LANGUAGES[language] + SECTION, width=1280) as visit:
        assert visit.complaints == []
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= 1280
        assert visit.page.locator(".notes-toc").is_visible() and visit.page.locator(".notes-nav").is_visible()
        assert axe_violations(visit.page) == []


# Cells whose words stand one Chinese character a line.
UPRIGHT = r"""() => [...document.querySelectorAll(":is(td, th):lang(zh)")].filter(cell => {
  const style = getComputedStyle(cell), room = cell.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  return /[\u4e00-\u9fff]{2}/.test(cell.textContent) && room < 2 * parseFloat(style.fontSize);
}).map(cell => cell.textContent.trim())"""


def test_every_page_fits_a_phone(browser, address, site):
    """Open each page once at 360 px, answers open: none scrolls sideways or sets a cell upright, none logs an error."""
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page, faults = context.new_page(), []
    page.on("console", lambda message: message.type == "error" and faults.append(f"{page.url}: {message.text}"))
    for path in sorted(site.rglob("index.html")):
        page.goto(address + path.relative_to(site).as_posix().removesuffix("index.html"), wait_until="load")
        page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)")
        width = page.evaluate("document.documentElement.scrollWidth")
        if width > 360:
            faults.append(f"{page.url}: {width} px wide")
        faults += [f"{page.url}: one character a line in the cell {cell!r}" for cell in page.evaluate(UPRIGHT)]
    context.close()
    assert faults == []


def test_text_of_twice_the_size_still_fits(browser, address):
    with Visit(browser, address + SECTION, width=640) as visit:
        visit.page.evaluate("document.documentElement.style.fontSize = '200%'")
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= 640


def test_copy_button_gives_the_bytes_of_the_snippet(browser, address, root):
    with Visit(browser, address + SECTION, permissions=["clipboard-read", "clipboard-write"]) as visit:
        for block, suffix in ((visit.page.locator(".language-python").first, ".py"), (visit.page.locator(".language-text").first, ".out")):
            block.locator(".notes-copy").click()
            copied = visit.page.evaluate("navigator.clipboard.readText()")
            assert copied == (root / f"snippets/c1/w2/s09_logistic_step_one_example{suffix}").read_text(encoding="utf-8")


def test_selected_formula_copies_its_tex(browser, address):
    with Visit(browser, address + SECTION, permissions=["clipboard-read", "clipboard-write"]) as visit:
        tex = visit.page.evaluate("""() => {
            const formula = document.querySelector(".math-display .katex");
            getSelection().selectAllChildren(formula);
            document.execCommand("copy");
            return formula.querySelector("annotation").textContent;
        }""")
        copied = visit.page.evaluate("navigator.clipboard.readText()")
        assert tex in copied
        assert copied.strip().startswith("$")


@pytest.mark.parametrize(("start", "other"), [("", "en/"), ("en/", "")])
def test_language_switch_keeps_the_heading(browser, address, start, other):
    with Visit(browser, address + start + SECTION) as visit:
        visit.page.evaluate("document.getElementById('right-to-left').scrollIntoView({behavior: 'instant'})")
        # a bare mouse click: Locator.click would first scroll the page to a header that is sticky
        box = visit.page.locator("[data-language-switch]").bounding_box()
        visit.page.mouse.click(box["x"] + 5, box["y"] + 5)
        visit.page.wait_for_url(f"{address}{other}{SECTION}#right-to-left")
        visit.page.wait_for_load_state("load")
        top = visit.page.evaluate("document.getElementById('right-to-left').getBoundingClientRect().top")
        assert 0 <= top < 200


def test_language_switch_works_without_scripts(browser, address):
    with Visit(browser, address + SECTION, java_script_enabled=False) as visit:
        visit.page.locator("[data-language-switch]").click()
        visit.page.wait_for_url(f"{address}en/{SECTION}")


def test_page_reads_without_scripts(browser, address):
    with Visit(browser, address + SECTION, java_script_enabled=False) as visit:
        assert visit.page.locator(".katex").count() > 20
        assert visit.page.locator(".notes-header__search").is_hidden()
        visit.page.locator(".notes-header__menu").click()
        assert visit.page.locator("#notes-menu").is_visible()
        visit.page.locator(".notes-menu__close").click()
        visit.page.locator("details").first.locator("summary").click()
        assert visit.page.locator("details p").first.is_visible()


def test_theme_switch_is_remembered(browser, address):
    with Visit(browser, address) as visit:
        visit.page.locator("[data-theme-switch]").click()
        visit.page.goto(address + SECTION)
        assert visit.page.evaluate("document.body.dataset.mdColorScheme") == "slate"


def test_menu_opens_and_closes_from_the_keyboard(browser, address):
    with Visit(browser, address + SECTION) as visit:
        visit.page.locator(".notes-header__menu").focus()
        visit.page.keyboard.press("Enter")
        assert visit.page.locator("#notes-menu").is_visible()
        assert axe_violations(visit.page) == []
        visit.page.keyboard.press("Escape")
        assert visit.page.locator("#notes-menu").is_hidden()


def test_first_tab_stop_skips_to_the_text(browser, address):
    with Visit(browser, address + SECTION) as visit:
        visit.page.keyboard.press("Tab")
        assert visit.page.evaluate("document.activeElement.getAttribute('href')") == "#s09"
        assert visit.page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0


def test_layout_does_not_shift(browser, address):
    context = browser.new_context(viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.add_init_script("window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach("
                         "entry => window.shift += entry.value)).observe({type: 'layout-shift', buffered: true})")
    go(page, address + SECTION)
    shift = page.evaluate("window.shift")
    context.close()
    assert shift < 0.01


def test_wide_formula_scrolls_in_its_own_box_and_takes_focus(browser, address):
    with Visit(browser, address + SECTION, width=240) as visit:
        wide = visit.page.evaluate("""() => [...document.querySelectorAll(".math-display")]
            .filter(box => box.scrollWidth > box.clientWidth).map(box => box.tabIndex)""")
        assert wide and set(wide) == {0}


def test_not_found_page(browser, address):
    with Visit(browser, address + "no/such/page/") as visit:
        assert all("404" in complaint for complaint in visit.complaints)
        assert visit.page.locator("h1").inner_text() == "404"
        assert visit.page.evaluate("document.documentElement.scrollWidth") <= 360
        assert [line for line in axe_violations(visit.page) if not line.startswith("region")] == []
        assert visit.page.get_by_role("link", name="Go to the home page").get_attribute("href").endswith("/dl/en/")


def test_axe_sees_a_planted_fault(browser, address):
    with Visit(browser, address) as visit:
        visit.page.evaluate("document.querySelector('article').insertAdjacentHTML('beforeend', '<img src=\"x.png\"><p style=\"color:#ccc;background:#fff\">pale</p>')")
        names = {line.split(":")[0] for line in axe_violations(visit.page)}
        assert {"image-alt", "color-contrast"} <= names
