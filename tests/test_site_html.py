"""Every page of the built site, as files: valid, linked, named, free of third parties and of raw TeX."""

import gzip
import re
from collections import Counter
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import html5lib
import pytest

import code_colors
import content_security
from site_tools import BUILD_ENVIRONMENT, html_pages

HOST = BUILD_ENVIRONMENT["SITE_URL"]
XHTML = "{http://www.w3.org/1999/xhtml}"
# Links a reader may follow away from the site; nothing is loaded from them.
OUTWARD = {"a"}
ADDRESSES = {"a": "href", "link": "href", "script": "src", "img": "src", "source": "src", "iframe": "src", "video": "src"}


class Page:
    """One finished page: its path, text and parsed tree."""

    def __init__(self, site, path):
        self.path, self.text = path, (site / path).read_text(encoding="utf-8")
        self.tree = html5lib.parse(self.text)
        self.ids = [element.get("id") for element in self.tree.iter() if element.get("id")]
        self.url = HOST + path.removesuffix("index.html")

    def all(self, tag):
        return self.tree.iter(XHTML + tag)

    def addresses(self):
        """Yield (tag, attribute value) of everything that is loaded or linked."""
        for tag, attribute in ADDRESSES.items():
            for element in self.all(tag):
                if element.get(attribute) is not None:
                    yield tag, element.get("rel"), element.get(attribute)


def text_of(element):
    return "".join(element.itertext()).strip()


@pytest.fixture(scope="module")
def pages(site):
    return {path: Page(site, path) for path in html_pages(site)}


def each(pages, judge):
    """Apply `judge` to every page; fail with all faults at once."""
    faults = [f"{path}: {fault}" for path, page in pages.items() for fault in judge(page)]
    assert not faults, "\n".join(faults)


def validity(text):
    parser = html5lib.HTMLParser(strict=False)
    parser.parse(text)
    return [f"{place}: {kind} {data}" for place, kind, data in parser.errors]


def test_html_is_valid(pages):
    each(pages, lambda page: validity(page.text))


def test_validity_check_sees_a_planted_fault():
    assert validity("<!doctype html><title>x</title><p><div></p></div>")


def headings(page):
    levels = [int(element.tag[-1]) for element in page.tree.iter()
              if isinstance(element.tag, str) and re.fullmatch(re.escape(XHTML) + "h[1-6]", element.tag)]
    if levels.count(1) != 1:
        yield f"{levels.count(1)} headings of level 1"
    for before, after in zip(levels, levels[1:]):
        if after > before + 1:
            yield f"heading level jumps from {before} to {after}"


def test_one_h1_and_no_jump_of_heading_levels(pages):
    each(pages, headings)


def test_ids_are_unique(pages):
    each(pages, lambda page: [f"id {name!r} stands {count} times" for name, count in Counter(page.ids).items() if count > 1])


def article_ids(page):
    article = next(page.all("article"))
    return [element.get("id") for element in article.iter() if element.get("id") and element.tag in {XHTML + f"h{n}" for n in range(1, 7)}]


def test_heading_ids_are_equal_in_both_languages(pages):
    chinese = {path: page for path, page in pages.items() if not path.startswith("en/")}
    assert {f"en/{path}" for path in chinese} == {path for path in pages if path.startswith("en/")}
    each(chinese, lambda page: [] if article_ids(page) == article_ids(pages["en/" + page.path]) else ["ids differ from the English page"])


def third_parties(page):
    for tag, rel, address in page.addresses():
        parts = urlsplit(urljoin(page.url, address))
        if tag == "link" and rel in ("canonical", "alternate"):
            if not address.startswith(HOST):
                yield f"{rel} {address} is not absolute"
        elif tag not in OUTWARD and parts.scheme != "data" and not parts.geturl().startswith(HOST):
            yield f"{tag} loads {address}"
    for found in re.finditer(r"url\(\s*['\"]?(https?:)?//", page.text):
        yield f"style loads {found.group()}"


def test_nothing_is_loaded_from_a_third_party(pages):
    each(pages, third_parties)


def test_stylesheets_and_scripts_name_no_third_party(site):
    assert not re.search(r"https?:|['\"]//", (site / "assets/js/site.js").read_text(encoding="utf-8"))
    named = [f"{path.name}: {found}" for path in site.rglob("*.css") for found in re.findall(r"url\(['\"]?(?:https?:)?//[^)]*", path.read_text(encoding="utf-8"))]
    assert named == []


def broken_links(pages, site):
    """Return a judge of one page: every internal address and anchor it names exists."""
    def judge(page):
        for _, rel, address in page.addresses():
            target = urlsplit(urljoin(page.url, address))
            if not target.geturl().startswith(HOST):
                continue
            path = unquote(target.path).removeprefix(urlsplit(HOST).path)
            path = path + "index.html" if path.endswith("/") or not path else path
            if not (site / path).is_file():
                yield f"{address} leads nowhere"
            elif target.fragment and path in pages and target.fragment not in pages[path].ids:
                yield f"{address}: no such anchor"
    return judge


def test_links_and_anchors_lead_somewhere(pages, site):
    each(pages, broken_links(pages, site))


def metadata(page):
    metas = {element.get("name"): element.get("content") for element in page.all("meta")}
    limit = 160 if page.path.startswith("en/") else 80
    if not metas.get("description"):
        yield "no description"
    elif len(metas["description"]) > limit:
        yield f"description has {len(metas['description'])} characters, at most {limit}"
    if next(page.all("html")).get("lang") != ("en" if page.path.startswith("en/") else "zh"):
        yield "wrong language"
    links = {(element.get("rel"), element.get("hreflang")): element.get("href") for element in page.all("link")}
    twin = page.path.removeprefix("en/") if page.path.startswith("en/") else page.path
    expected = {("alternate", "zh"): HOST + twin, ("alternate", "en"): f"{HOST}en/{twin}", ("alternate", "x-default"): HOST + twin,
                ("canonical", None): HOST + page.path}
    for key, address in expected.items():
        if links.get(key) != address.removesuffix("index.html"):
            yield f"{key}: {links.get(key)}, expected {address.removesuffix('index.html')}"


def test_description_language_and_twins_are_declared(pages):
    each(pages, metadata)


def test_titles_are_unique_and_hold_no_tex(pages):
    titles = {path: text_of(next(page.all("title"))) for path, page in pages.items()}
    assert [path for path, title in titles.items() if re.search(r"[\\$]", title)] == []
    assert [title for title, count in Counter(titles.values()).items() if count > 1] == []
    assert titles["en/index.html"] == "Deep Learning Notes"


def policy(page):
    metas = [element.get("content") for element in page.all("meta") if element.get("http-equiv") == "Content-Security-Policy"]
    if len(metas) != 1:
        yield f"{len(metas)} policies"
        return
    script = re.search(r"script-src ([^;]*)", metas[0])[1]
    if "unsafe-inline" in script or "http" in metas[0]:
        yield "the policy is not strict"
    for source in content_security.script_hashes(page.text):
        if source not in script:
            yield "an inline script is not in the policy"


def test_every_page_has_a_strict_content_security_policy(pages):
    each(pages, policy)


def test_the_same_few_inline_scripts_serve_the_whole_site(pages):
    assert len({source for page in pages.values() for source in content_security.script_hashes(page.text)}) <= 3


def pictures(page):
    for element in page.all("img"):
        if not (element.get("width") and element.get("height") and element.get("alt")):
            yield f"picture {element.get('src')} has no size or no alternative text"
    for element in page.tree.iter("{http://www.w3.org/2000/svg}svg"):
        if "figure" in (element.get("class") or "") and not (element.get("width") and element.get("height") and element.get("aria-label")):
            yield "a figure has no size or no words"


def test_figures_and_pictures_carry_size_and_words(pages):
    each(pages, pictures)


def test_every_judge_sees_its_planted_fault(tmp_path):
    (tmp_path / "index.html").write_text(
        '<!doctype html><html lang="fr"><meta charset="utf-8"><title>x</title><script src="https://cdn.example/a.js"></script>'
        '<script>inline()</script><article><h1 id="a">1</h1><h1>2</h1><h3>3</h3><img src="x.png"><svg class="figure"></svg>'
        '<a href="nowhere/">n</a><a href="#none">n</a></article></html>', encoding="utf-8")
    page = Page(tmp_path, "index.html")
    said = {judge: " / ".join(judge(page)) for judge in (headings, third_parties, metadata, pictures, policy)}
    said[broken_links] = " / ".join(broken_links({"index.html": page}, tmp_path)(page))
    for judge, words in ((headings, ("2 headings of level 1", "from 1 to 3")), (third_parties, ("script loads https://cdn.example",)),
                         (metadata, ("no description", "wrong language", "canonical")), (policy, ("0 policies",)),
                         (pictures, ("picture x.png", "a figure has no size")), (broken_links, ("nowhere/ leads nowhere", "#none: no such anchor"))):
        assert [word for word in words if word not in said[judge]] == [], said[judge]


def test_sitemap_lists_every_page_once(site, pages):
    text = (site / "sitemap.xml").read_text(encoding="utf-8")
    assert sorted(re.findall(r"<loc>(.*?)</loc>", text)) == sorted(page.url for page in pages.values())
    assert "lastmod" not in text


def test_not_found_page_speaks_both_languages(site):
    text = (site / "404.html").read_text(encoding="utf-8")
    assert validity(text) == []
    assert 'lang="zh"' in text and 'lang="en"' in text and 'href="/dl/en/"' in text and 'href="/dl/"' in text


def test_build_tools_are_not_published(site):
    names = {path.name for path in site.rglob("*") if path.is_file()}
    assert not names & {"katex.min.js", "vendored.json", "terms.yml", "sitemap.xml.gz"}
    assert not [path for path in site.rglob("*.py") if path.relative_to(site).parts[0] != "snippets"]
    assert not (site / "assets/stylesheets").exists() and not (site / "assets/css/text.css").exists()
    assert (site / "assets/css/site.css").is_file() and (site / "assets/katex/LICENSE").is_file()


def test_every_font_that_the_style_sheet_names_is_there(site):
    text = (site / "assets/css/site.css").read_text(encoding="utf-8")
    fonts = re.findall(r"url\(([^)\"]*)\)", text)
    assert len(fonts) == 30  # 20 files, and 10 subsets inside
    assert [name for name in fonts if not name.startswith("data:font/woff2;base64,") and not (site / "assets/css" / name).is_file()] == []


def test_code_keeps_the_marks_that_have_a_color(site):
    text = (site / "assets/css/site.css").read_text(encoding="utf-8")
    named = re.findall(r"\.highlight :is\(([^)]*)\) \{ color:", text)
    assert {name.strip(" .") for names in named for name in names.split(",")} == code_colors.COLORED


def test_every_section_and_lab_is_light(site, pages):
    """What a reader loads who goes on to the next page, without its pictures."""
    weights = {path: len(gzip.compress(page.text.encode(), 6)) for path, page in pages.items() if re.search(r"/(s\d\d|lab)_", path)}
    assert len(weights) > 150
    assert {path: weight for path, weight in weights.items() if weight > 30_000} == {}


def test_edit_links_follow_the_environment(site):
    assert "rel=\"edit\"" not in Path(site / "index.html").read_text(encoding="utf-8")


def test_navigation_follows_the_links_of_the_index_page(site, pages):
    """Sections by number, then the labs: mkdocs by itself would put `lab_` before `s01`."""
    page = pages["c1/w2/index.html"]
    nav = next(element for element in page.all("nav") if element.get("class") == "notes-nav")
    names = [link.get("href").rstrip("/") for link in nav.iter(XHTML + "a") if re.match(r"(s\d\d|lab)_", link.get("href"))]
    assert names[:2] == ["s01_binary_classification", "s02_logistic_regression"]
    assert [name for name in names if name.startswith("s")] == sorted(name for name in names if name.startswith("s"))
    assert names[-2:] == ["lab_numpy_and_vectorization", "lab_logistic_regression_classifier"]
