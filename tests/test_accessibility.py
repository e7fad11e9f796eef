"""WCAG 2.2 AA in a real Chromium: what axe finds on each kind of page and in each state, and what axe cannot see."""

import io
import re
from pathlib import Path

import axe_playwright_python
import pytest
from PIL import Image

from site_tools import html_pages

pytestmark = pytest.mark.browser

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text(encoding="utf-8")
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LANGUAGES = {"zh": "", "en": "en/"}
WEEK = "c1/w2/"
SECTION = f"{WEEK}s09_logistic_regression_gradient_descent/"
NOT_FOUND = "no/such/page/"
WIDTH = "document.documentElement.scrollWidth"
OPEN_ANSWERS = "document.querySelectorAll('details').forEach(each => { each.open = true; })"
# Everything the keyboard should reach, in the order of the page.
CONTROLS = """() => [...document.querySelectorAll("a[href], button, input, summary, [tabindex='0']")].filter(each =>
  each.tabIndex >= 0 && !each.disabled && each.checkVisibility({ visibilityProperty: true }))"""
NAME = "each => each.outerHTML.replace(/\\s+/g, ' ').slice(0, 90)"
# Of the element that has the focus: its place among the controls, whether one sees that it has it, and whether it can be seen.
FOCUS = f"""() => {{
  const each = document.activeElement, style = getComputedStyle(each), box = each.getClientRects()[0] ?? each.getBoundingClientRect();
  const header = document.querySelector(".notes-header");
  const isCovered = !header.contains(each) && each.className !== "md-skip" && box.bottom <= header.getBoundingClientRect().bottom;
  return {{ at: each === document.body ? -1 : window.controls.indexOf(each), name: ({NAME})(each),
    isMarked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2,
    isInView: !isCovered && box.bottom > 0 && box.top < innerHeight }};
}}"""
# A link inside a sentence is as high as its line; every other target has 24 px each way.
SMALL_TARGETS = f"""() => ({CONTROLS})().filter(each => !each.closest("p:not(.notes-marks), li, td, th, h1, h2, h3, dd, dt, figcaption")
    || each.tagName === "BUTTON").map(each => [each, each.getBoundingClientRect()])
  .filter(([each, box]) => (box.width < 24 || box.height < 24) && !each.matches(".md-skip")).map(([each]) => ({NAME})(each))"""
# Words cut off by a box that hides what does not fit (one that scrolls, or ends in an ellipsis, loses nothing).
CUT_OFF = f"""() => [...document.querySelectorAll("body *")].filter(each => {{
  const style = getComputedStyle(each);
  return each.checkVisibility() && !each.closest(".katex, svg") && each.innerText?.trim() && style.textOverflow !== "ellipsis"
    && ((style.overflowX === "hidden" && each.scrollWidth > each.clientWidth + 1)
      || (style.overflowY === "hidden" && style.overflowX === "hidden" && each.scrollHeight > each.clientHeight + 1));
}}).map({NAME})"""
MOVING = f"""() => [...document.querySelectorAll("*")].filter(each => {{
  const style = getComputedStyle(each);
  return style.animationName !== "none" || style.transitionDuration.split(", ").some(time => parseFloat(time) > 0);
}}).map({NAME})"""


# What takes most of axe's time and is more of the same: the inside of formulas, the later rows of long tables and lists.
MORE = ".katex, [data-twins-text] :is(tr, dl > *, ul > li):nth-child(n+9), [data-twins-text] > :nth-child(n+60)"


def axe_violations(page, scope="html", rules=None, apart=MORE):
    """Return what axe finds on the open page, one line each, in the part of the selector `scope` without `apart`."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE)
    only = {"type": "rule", "values": rules} if rules else {"type": "tag", "values": TAGS}
    context = {"include": [scope]} | ({"exclude": [apart]} if apart else {})
    found = page.evaluate("([context, only]) => axe.run(context, {resultTypes: ['violations'], runOnly: only})", [context, only])
    return [f"{rule['id']}: {node['html'][:150]} {node['failureSummary'][:200]}" for rule in found["violations"] for node in rule["nodes"]]


@pytest.fixture
def visit(browser, address):
    """Return a function that opens a page in a context of its own."""
    contexts = []

    def opened(path, width=360, theme="light", **options):
        contexts.append(browser.new_context(viewport={"width": width, "height": 740}, color_scheme=theme, service_workers="block", **options))
        page = contexts[-1].new_page()
        page.goto(address + path, wait_until="load")
        page.wait_for_timeout(150)
        return page

    yield opened
    for context in contexts:
        context.close()


def kinds(site):
    """Return {kind: path} of one page of each kind; the pages at the top are found by themselves."""
    lab = next(path for path in html_pages(site) if re.match(r"c\d+/w\d+/lab_", path))
    top = [path for path in html_pages(site) if re.fullmatch(r"(?!en/|c\d+/)\w+/index\.html", path)]
    found = {"home": "index.html", "course": "c1/index.html", "week": f"{WEEK}index.html", "section": f"{SECTION}index.html", "lab": lab}
    found |= {path.split("/")[0]: path for path in top}
    return {kind: path.removesuffix("index.html") for kind, path in found.items()} | {"not found": NOT_FOUND}


def set_theme(page, theme):
    page.emulate_media(color_scheme=theme)
    page.evaluate("scheme => { document.body.dataset.mdColorScheme = scheme; }", {"light": "default", "dark": "slate"}[theme])


@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_on_any_kind_of_page(visit, site, language):
    """All rules on a phone in the light and at a desk in the dark; then those about colours the other way round."""
    faults = []
    for kind, path in kinds(site).items():
        page = visit(LANGUAGES[language] + path)
        page.evaluate(OPEN_ANSWERS)
        for width, first, second in ((360, "light", "dark"), (1280, "dark", "light")):
            page.set_viewport_size({"width": width, "height": 740})
            set_theme(page, first)
            page.wait_for_timeout(100)  # boxes that scroll sideways take focus anew
            apart = None if (kind, width) == ("section", 360) else MORE
            faults += [f"{kind}, {width} px, {first}: {line}" for line in axe_violations(page, apart=apart)]
            set_theme(page, second)
            faults += [f"{kind}, {width} px, {second}: {line}" for line in axe_violations(page, rules=["color-contrast"])]
        page.context.close()
    assert faults == [], "\n".join(faults)


def open_menu(page):
    page.locator(".notes-header__menu").click()


def open_search(page):
    page.locator("[data-search-open]").click()
    page.locator(".notes-search [type=search]").fill("numpy")
    page.locator(".notes-search__results a").first.wait_for()


def open_twins(page):
    page.locator("[data-twins]").click()
    page.locator(".notes-half").first.wait_for()


def open_card(page):
    page.locator("a.notes-term").first.focus()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    page.locator("#notes-term-card").wait_for()


STATES = {"menu": (open_menu, "#notes-menu"), "search": (open_search, "#notes-search"),
          "side by side": (open_twins, "article"), "term": (open_card, "#notes-term-card")}


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_nothing_in_any_state(visit, language, state):
    act, scope = STATES[state]
    faults = []
    for width, theme in ((360, "light"), (1280, "dark")):
        if state == "menu" and width > 360:
            continue  # there it always stands
        page = visit(LANGUAGES[language] + SECTION, width, theme)
        act(page)
        faults += [f"{width} px, {theme}: {line}" for line in axe_violations(page, scope)]
        other = {"light": "dark", "dark": "light"}[theme]
        set_theme(page, other)
        faults += [f"{width} px, {other}: {line}" for line in axe_violations(page, scope, ["color-contrast"])]
    assert faults == [], "\n".join(faults)


def test_axe_sees_planted_faults(visit):
    page = visit(SECTION)
    page.evaluate("""() => {
        document.querySelector("[data-theme-switch]").removeAttribute("aria-label");
        document.querySelector("[data-theme-switch]").removeAttribute("title");
        document.querySelector("h1 + p").style.color = "#bbb";
    }""")
    assert {line.split(":")[0] for line in axe_violations(page)} >= {"button-name", "color-contrast"}


def walk(page):
    """Press Tab from the top until the focus leaves the page; return the faults met on the way."""
    page.evaluate(f"() => {{ window.controls = ({CONTROLS})(); }}")
    count = page.evaluate("window.controls.length")
    faults, seen = [], []
    for _ in range(count + 2):
        page.keyboard.press("Tab")
        focus = page.evaluate(FOCUS)
        if focus["at"] < 0 and seen:
            break
        if focus["at"] in seen:
            break
        seen.append(focus["at"])
        if not focus["isMarked"]:
            faults.append(f"no focus to be seen: {focus['name']}")
        if not focus["isInView"]:
            faults.append(f"focus outside the view: {focus['name']}")
    if seen != sorted(seen):
        faults.append("the focus jumps back")
    missed = sorted(set(range(count)) - set(seen))
    return faults + [page.evaluate(f"at => 'never reached: ' + ({NAME})(window.controls[at])", at) for at in missed]


@pytest.mark.parametrize(("language", "path", "width"), [
    ("zh", SECTION, 360), ("en", SECTION, 1280), ("en", WEEK, 360), ("zh", "", 1280), ("zh", f"{WEEK}lab_logistic_regression_classifier/", 1280)])
def test_tab_reaches_every_control_and_shows_where_it_is(visit, language, path, width):
    assert walk(visit(LANGUAGES[language] + path, width)) == []


def test_walk_sees_planted_faults(visit):
    page = visit("")
    page.evaluate("""() => {
        document.querySelector("[data-theme-switch]").style.outline = "none";
        document.querySelector("article a").addEventListener("focus", event => event.target.blur());
        document.querySelectorAll("article a")[2].setAttribute("tabindex", "3");
    }""")
    said = " ".join(walk(page))
    assert "no focus to be seen: <button class=\"notes-header__button notes-header__theme\"" in said and "jumps back" in said


@pytest.mark.parametrize(("opener", "act", "part"), [(".notes-header__menu", open_menu, "#notes-menu"), ("[data-search-open]", open_search, "#notes-search")])
def test_escape_closes_and_gives_the_focus_back(visit, opener, act, part):
    page = visit(SECTION)
    page.locator(opener).focus()
    act(page)
    page.keyboard.press("Tab")
    assert page.evaluate("part => document.querySelector(part).contains(document.activeElement)", part)
    for _ in range(3):  # the first Escape in a search box may only empty it
        page.keyboard.press("Escape")
        if page.locator(part).is_hidden():
            break
    assert page.locator(part).is_hidden()
    assert page.evaluate("opener => document.activeElement.matches(opener)", opener)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_is_lost_with_text_of_twice_the_size_or_on_320_pixels(visit, site, language):
    faults = []
    for kind, path in kinds(site).items():
        page = visit(LANGUAGES[language] + path, 320)
        page.evaluate(OPEN_ANSWERS)
        if (width := page.evaluate(WIDTH)) > 320:
            faults.append(f"{kind}: {width} px wide on 320")
        faults += [f"{kind}, 320 px: target too small: {name}" for name in page.evaluate(SMALL_TARGETS)]
        page.set_viewport_size({"width": 1280, "height": 740})
        page.evaluate("document.documentElement.style.fontSize = '200%'")
        if (width := page.evaluate(WIDTH)) > 1280:
            faults.append(f"{kind}: {width} px wide on 1280, text doubled")
        faults += [f"{kind}, text doubled: cut off: {name}" for name in page.evaluate(CUT_OFF)]
        page.context.close()
    assert faults == [], "\n".join(faults)


def test_checks_of_sizes_see_planted_faults(visit):
    page = visit("")
    page.evaluate("""document.querySelector("article").insertAdjacentHTML("beforeend",
        "<div style='width:3em;overflow:hidden;white-space:nowrap'>many words in a narrow box</div><button style='width:20px;height:20px;padding:0;border:0'>x</button>")""")
    assert any("many words" in name for name in page.evaluate(CUT_OFF))
    assert any("20px" in name for name in page.evaluate(SMALL_TARGETS))


def test_nothing_moves_for_those_who_ask_for_it(visit):
    page = visit(SECTION, reduced_motion="reduce")
    open_menu(page)
    assert page.evaluate(MOVING) == [] and page.evaluate("document.getAnimations().length") == 0
    page = visit(SECTION)
    page.evaluate("document.querySelector('h1').style.transition = 'opacity 1s'")
    assert len(page.evaluate(MOVING)) >= 1  # a planted one is seen


def test_forced_colours_keep_borders_focus_and_state(visit):
    page = visit(SECTION, 1280, forced_colors="active")
    borders = page.evaluate("""() => [".notes-header", ".highlight", ".question", "td"].map(name => {
        const style = getComputedStyle(document.querySelector(name));
        return [name, ["Top", "Left", "Bottom"].some(side => style[`border${side}Style`] === "solid" && parseFloat(style[`border${side}Width`]) >= 1)];
    }).filter(([, has]) => !has)""")
    assert borders == []
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS.replace("window.controls.indexOf(each)", "0"))["isMarked"]
    button = page.locator("[data-twins]")
    look = "each => { const style = getComputedStyle(each); return [style.borderTopStyle, style.borderTopWidth, style.outlineStyle]; }"
    before = button.evaluate(look)
    open_twins(page)
    page.locator("h1").click()
    assert button.evaluate(look) != before  # pressed differs not by colour alone
    assert page.evaluate("getComputedStyle(document.querySelector('svg.figure')).forcedColorAdjust") == "none"


def undescribed(text):
    """Return the drawings of a page without words: figures need a role and a name, icons hide."""
    for tag in re.findall(r"<svg\b[^>]*\bfigure\b[^>]*>", text):
        if 'role="img"' not in tag or not re.search(r'aria-label="[^"]{5,}"', tag):
            yield tag[:120]
    for tag in re.findall(r"<img\b[^>]*>", text):
        if not re.search(r'alt="[^"]{5,}"', tag):
            yield tag[:120]


def inked(button):
    """Return which share of the square of a button's pictogram has its color: 0 if it is missing, 1 if it has no shape."""
    button.evaluate("each => each.querySelectorAll('span, kbd').forEach(words => { words.style.display = 'none'; })")
    picture = Image.open(io.BytesIO(button.screenshot())).convert("L")
    side = button.evaluate("each => parseFloat(getComputedStyle(each, '::before').width)")
    left, top = (picture.width - side) / 2, (picture.height - side) / 2
    square = picture.crop((round(left) + 1, round(top) + 1, round(left + side) - 1, round(top + side) - 1))
    paper = picture.getpixel((picture.width // 2, round(top) - 3))
    pixels = square.histogram()
    return sum(count for shade, count in enumerate(pixels) if abs(shade - paper) > 40) / sum(pixels)


@pytest.mark.parametrize("colors", [{"theme": "light"}, {"theme": "dark"}, {"forced_colors": "active"}],
                         ids=["light", "dark", "forced"])
def test_every_button_shows_its_pictogram(visit, colors):
    page = visit(SECTION, 360, **colors)
    page.click("[data-twins]")
    page.locator(".notes-twins-swap").wait_for()
    page.mouse.move(0, 300)
    page.evaluate("document.activeElement.blur()")
    buttons = page.locator(".notes-header__button:not(.notes-header__language), .notes-twins-swap")
    assert buttons.count() == 5
    assert all(0.08 < inked(each) < 0.8 for each in buttons.all())
    page.evaluate("document.styleSheets[0].insertRule('button::before { mask: none !important; }')")
    assert [inked(each) for each in buttons.all()] == [1] * 5
    page.evaluate("document.styleSheets[0].insertRule('button::before { background: none !important; }')")
    assert [inked(each) for each in buttons.all()] == [0] * 5


def test_every_figure_and_picture_is_described(site):
    faults = [f"{path}: {tag}" for path in html_pages(site) for tag in undescribed((site / path).read_text(encoding="utf-8"))]
    assert faults == [], "\n".join(faults)
    assert len(list(undescribed('<svg class="figure" aria-label="a graph"></svg><img src="x.png" alt="">'))) == 2


@pytest.mark.parametrize("width", [412, 1280])
def test_no_line_moves_when_fonts_arrive(browser, address, site, width):
    """Formulas have their glyphs before the first paint (partials/javascripts/math_fonts.html)."""
    context = browser.new_context(viewport={"width": width, "height": 823}, service_workers="block")
    page, faults = context.new_page(), []
    page.add_init_script("window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach("
                         "entry => { window.shift += entry.value; })).observe({type: 'layout-shift', buffered: true})")

    def shift(path):
        page.goto(address + path.removesuffix("index.html"), wait_until="load")
        page.evaluate("document.fonts.ready.then(() => new Promise(done => setTimeout(done, 100)))")
        return page.evaluate("window.shift")

    for path in [path for path in html_pages(site) if re.match(rf"{WEEK}s", path)]:
        # a processor kept busy by others can delay the glyphs once; a page at fault moves each time
        if shift(path) and (again := shift(path)):
            faults.append(f"{path}: {again:.4f}")
    context.close()
    assert faults == [], "\n".join(faults)
