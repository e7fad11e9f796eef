"""The PDFs of `dev.py pdf`: contents, outline, links, text, fonts; every check with its planted fault."""

import datetime
import io
import os
import re
import shutil
import subprocess
import sys
from urllib.parse import urlsplit

import pytest
import yaml
from pypdf import PdfReader, PdfWriter

import dev
import make_pdf
import pdf_document
import pdf_text
from site_tools import BUILD_ENVIRONMENT

BASE = BUILD_ENVIRONMENT["SITE_URL"]
WHEN = datetime.datetime(2026, 1, 2, tzinfo=datetime.UTC)
KEPT = ["w2/", "w2/s09_logistic_regression_gradient_descent/", "w2/lab_numpy_and_vectorization/"]
browser_test = pytest.mark.browser


@pytest.fixture(scope="module")
def small(site, tmp_path_factory):
    """A site whose course has four pages: course, week, a section and a lab."""
    folder = tmp_path_factory.mktemp("small")
    shutil.copytree(site / "assets", folder / "assets")
    for language in pdf_document.FOLDERS.values():
        shutil.copy2(site / language / "index.html", (folder / language).mkdir(exist_ok=True) or folder / language)
        for place, following in zip(["", *KEPT], [*KEPT, ""], strict=True):
            shutil.copytree(site / language / "c1" / place, folder / language / "c1" / place, dirs_exist_ok=True,
                            ignore=lambda path, names: [name for name in names if os.path.isdir(os.path.join(path, name))])
            page = folder / language / "c1" / place / "index.html"
            link = f'<link rel="next" href="/{language}c1/{following}">' if following else ""
            text = re.sub(r'<link rel="next"[^>]*>', link, page.read_text(encoding="utf-8"))
            page.write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def pdfs(small, browser):
    """The finished PDFs of the small site: {language: bytes}."""
    return {language: make_pdf.make(browser, small, language, "c1", WHEN, BASE) for language in pdf_document.FOLDERS}


@pytest.fixture(params=["zh", "en"])
def language(request):
    return request.param


@pytest.fixture
def reader(pdfs, language):
    return PdfReader(io.BytesIO(pdfs[language]))


def links(reader):
    """Yield (page number, what a link leads to: a name or an address)."""
    for at, page in enumerate(reader.pages, 1):
        for each in page.get("/Annots") or []:
            link = each.get_object()
            action = link.get("/A", {})
            yield at, str(link.get("/Dest") or action.get("/D") or action.get("/URI", ""))


def link_faults(reader, base):
    """Return the links of a PDF that lead nowhere."""
    names = {name.lstrip("/") for name in reader.named_destinations}
    for at, target in links(reader):
        if urlsplit(target).scheme:
            host = urlsplit(target).hostname
            if not target.startswith(("https://", "http://")) or host in ("localhost", "127.0.0.1", "notes.invalid"):
                yield f"page {at}: {target}"
        elif target.lstrip("/") not in names:
            yield f"page {at}: no {target}"


def contents(reader):
    """Return [(title, number)] of the page of contents, as printed."""
    lines = reader.pages[1].extract_text().splitlines()[1:]
    return [(" ".join(found[1].split()), int(found[2])) for found in map(re.compile(r"(.+?)\s+(\d+)$").match, lines) if found]


def contents_faults(printed, pages, numbers):
    """Return where the printed contents do not say what follows, and on which page it begins."""
    expected = [(" ".join(page.title.split()), numbers[page.key]) for page in pages]
    squeezed = [[(title.replace(" ", ""), number) for title, number in rows] for rows in (printed, expected)]
    return [f"{one} is printed, {two} is true" for one, two in zip(*squeezed, strict=True) if one != two]


@browser_test
def test_contents_name_every_page_and_where_it_begins(reader, small, language):
    pages = pdf_document.reading_order(small, language, "c1")
    numbers, printed = make_pdf.page_numbers(reader), contents(reader)
    assert len(printed) == 4 and contents_faults(printed, pages, numbers) == []
    for page in pages[1:]:
        assert page.title.split()[-1] in pdf_text.with_letters(reader.pages[numbers[page.key] - 1].extract_text())
    wrong = [(title, number + (at == 2)) for at, (title, number) in enumerate(printed)]
    assert len(contents_faults(wrong, pages, numbers)) == 1


@browser_test
def test_every_link_leads_somewhere(reader):
    assert list(link_faults(reader, BASE)) == []
    found = [target for _, target in links(reader)]
    assert sum(not urlsplit(target).scheme for target in found) >= 6
    assert any(target.startswith(BASE) for target in found) and any("deeplearningbook.org" in target for target in found)


@browser_test
def test_link_that_leads_nowhere_is_seen(pdfs):
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdfs["en"])))
    dests = writer.root_object["/Dests"].get_object()
    del dests["/en-c1-w2"]
    assert any("en-c1-w2" in fault for fault in link_faults(writer, BASE))


@browser_test
def test_title_author_language_and_date_and_no_machine(reader, language):
    facts, root = reader.metadata, reader.trailer["/Root"]
    assert facts.title.startswith({"zh": "课程一", "en": "Course 1"}[language]) and facts.author
    assert root["/Lang"] == {"zh": "zh-Hans", "en": "en"}[language] and root["/MarkInfo"]["/Marked"]
    assert facts.creation_date == WHEN
    assert not re.search("Linux|Windows|Mac|Mozilla|HeadlessChrome", " ".join(map(str, facts.values())))
    cover = reader.pages[0].extract_text()
    assert "2026-01-02" in cover and "CC BY-SA 4.0" in cover and BASE in cover


@browser_test
def test_outline_follows_the_headings(reader, small, language):
    course, week = reader.outline[1], reader.outline[3]
    titles = [page.title for page in pdf_document.reading_order(small, language, "c1")]
    assert [course.title, week.title] == titles[:2]
    below = [entry.title for entry in reader.outline[4] if not isinstance(entry, list)]
    assert below[-2:] == titles[2:]


@browser_test
def test_text_can_be_found(reader, language):
    text = "".join(page.extract_text() for page in reader.pages)
    plain = re.sub(r"\s", "", text)
    for words in {"zh": ["课程视频", "只有一个样本时", "实验：NumPy与向量化热身", "一页公式"],
                  "en": ["Watchthelectures", "Commonmistakes", "Lab:Warm-upwithNumPyandvectorization", "Onepageofformulas"]}[language]:
        assert words in plain, words
    assert [letter for letter in text if ord(letter) in pdf_text.RADICAL] == []


def fonts_not_embedded(reader):
    """Return the names of fonts that a PDF does not carry."""
    for page in reader.pages:
        for each in page["/Resources"].get("/Font", {}).values():
            font = each.get_object()
            inner = font["/DescendantFonts"][0].get_object() if "/DescendantFonts" in font else font
            if font["/Subtype"] != "/Type3" and not {"/FontFile", "/FontFile2", "/FontFile3"} & set(inner.get("/FontDescriptor", {})):
                yield font["/BaseFont"]


@browser_test
def test_fonts_are_embedded(reader, pdfs):
    assert list(fonts_not_embedded(reader)) == []
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(pdfs["en"])))
    for thing in writer._objects:
        if isinstance(thing, dict):
            thing.pop("/FontFile2", None)
    assert list(fonts_not_embedded(writer))


@browser_test
def test_same_bytes_twice(small, browser, pdfs):
    assert make_pdf.make(browser, small, "en", "c1", WHEN, BASE) == pdfs["en"]


@browser_test
def test_without_an_address_links_out_of_the_course_are_plain_text(small, browser):
    data = make_pdf.make(browser, small, "en", "c1", None, "")
    reader = PdfReader(io.BytesIO(data))
    assert list(link_faults(reader, "")) == [] and not any("notes" in target for _, target in links(reader))
    assert reader.metadata.creation_date is None and "Version" not in reader.pages[0].extract_text()


@browser_test
def test_picture_that_is_missing_is_told(small, browser, tmp_path):
    site = tmp_path / "site"
    shutil.copytree(small, site)
    for picture in site.rglob("picture_*.svg"):
        picture.unlink()
    with pytest.raises(make_pdf.Failed, match=r"picture_\w+\.svg: no such file"):
        make_pdf.make(browser, site, "en", "c1", WHEN, BASE)


def test_lost_page_is_told(small, tmp_path):
    site = tmp_path / "site"
    shutil.copytree(small, site)
    page = site / "c1/w2/index.html"
    page.write_text(re.sub(r'<link rel="next"[^>]*>', "", page.read_text(encoding="utf-8")), encoding="utf-8")
    with pytest.raises(ValueError, match="c1/w2/lab_numpy_and_vectorization/ is not reached"):
        pdf_document.compose(site, "zh", "c1")


def test_double_ids_and_dead_links_are_seen():
    assert pdf_document.faults('<p id="a"><p id="a"><a class="x" href="#b">') == ["id a stands twice", "link to b, which is not there"]


def test_ids_and_links_are_rewritten():
    one, two = pdf_document.Page("c1/w2/s01_a/", "", 2), pdf_document.Page("c1/w2/s02_b/", "", 2)
    composer = pdf_document.Composer([one, two], BASE)
    rewritten = {
        '<h2 id="x">': '<h2 id="c1-w2-s01_a-x">',
        '<a href="#x">': '<a href="#c1-w2-s01_a-x">',
        '<a href="../s02_b/#y">': '<a href="#c1-w2-s02_b-y">',
        '<a href="../s02_b/">': '<a href="#c1-w2-s02_b">',
        '<a class="k" href="../../../glossary/#t" title="a > b">': f'<a class="k notes-inner" href="{BASE}glossary/#t">',
        '<a href="https://a.example/?b=1&amp;c=2">': '<a href="https://a.example/?b=1&amp;c=2">',
        '<g clip-path="url(#k)" aria-label="1 > 0">': '<g clip-path="url(#c1-w2-s01_a-k)" aria-label="1 > 0">',
        '<use href="#k"/>': '<use href="#c1-w2-s01_a-k"/>',
        '<img src="p.svg" loading="lazy">': '<img src="/c1/w2/s01_a/p.svg">',
        '<a href="p.ipynb" download>': f'<a href="{BASE}c1/w2/s01_a/p.ipynb" class="notes-inner" download>',
    }
    assert {before: composer.rewrite(one, before) for before in rewritten} == rewritten
    assert pdf_document.Composer([one], "").rewrite(one, '<a href="../../../glossary/">') == "<a>"


def test_radicals_become_letters():
    table = "2 beginbfchar\n<17> <2F32>\n<1E> <5E76>\n<0031> <2ED3>\nendbfchar\n1 beginbfrange\n<18> <19> <2F00>\n<20> <21> <5E73>\nendbfrange\n"
    assert pdf_text.with_letters(table) == (
        "2 beginbfchar\n<17> <5E72>\n<1E> <5E76>\n<0031> <957F>\nendbfchar\n1 beginbfrange\n<18> <19> [<4E00> <4E28>]\n<20> <21> <5E73>\nendbfrange\n")


@browser_test
def test_letters_without_a_font_are_named(pdfs):
    assert make_pdf.missing_letters(pdfs["zh"], "课程一：神经网络") == ""
    assert make_pdf.missing_letters(pdfs["zh"], "课程𠀀") == "𠀀"


@pytest.mark.parametrize(("arguments", "said"), [(["c9"], "c9: no such course in"), (["c1", "c1/w2"], "c1/w2: no such course in")])
def test_unknown_course_is_told_in_one_line(small, capsys, arguments, said):
    assert make_pdf.main([*arguments, "--site", str(small)]) == 1
    error = capsys.readouterr().err
    assert said in error and error.count("\n") == 1


def test_site_that_is_not_there_is_told_in_one_line(tmp_path, capsys):
    assert make_pdf.main(["--site", str(tmp_path / "none")]) == 1
    assert "holds no course; build the site first" in capsys.readouterr().err


def test_no_chromium_is_told_in_one_line(small, tmp_path, capsys, monkeypatch):
    monkeypatch.delenv("NOTES_CHROMIUM", raising=False)
    monkeypatch.setattr(make_pdf.shutil, "which", lambda name: None)
    assert make_pdf.main(["--site", str(small), "--out", str(tmp_path)]) == 1
    error = capsys.readouterr().err
    assert "no Chromium was found" in error and error.count("\n") == 1


def test_broken_chromium_is_told_in_one_line(small, root, tmp_path):
    command = [sys.executable, root / "scripts/make_pdf.py", "--site", small, "--out", tmp_path]
    done = subprocess.run(command, env=os.environ | {"NOTES_CHROMIUM": str(tmp_path / "none")}, capture_output=True, text=True)
    assert done.returncode == 1 and "Chromium failed" in done.stderr and done.stderr.count("\n") == 1


def test_entry_tells_an_unknown_course_before_it_builds(monkeypatch, capsys):
    monkeypatch.setattr(dev, "set_up", lambda files: pytest.fail("it began to work"))
    assert dev.main(["pdf", "c9"]) == 1
    error = capsys.readouterr().err
    assert error.startswith("dev.py: c9: no such course; there is c1") and error.count("\n") == 1


def test_entry_prints_a_given_site_with_the_commits_date(monkeypatch, small, tmp_path):
    ran = {}
    monkeypatch.setattr(dev, "set_up", lambda files: None)
    monkeypatch.setattr(dev, "get_chromium", lambda: "chromium")
    monkeypatch.setattr(dev, "python", lambda *arguments, **extra: ran.update(arguments=arguments, **extra) or 0)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert dev.main(["pdf", "c1", "--site", str(small), "--out", str(tmp_path)]) == 0
    assert ran["arguments"] == ("scripts/make_pdf.py", "c1", "--site", small, "--out", tmp_path)
    assert ran["SOURCE_DATE_EPOCH"] == "" and ran["NOTES_CHROMIUM"] == "chromium"


def test_version_is_the_date_that_was_given(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert f"{make_pdf.moment():%Y-%m-%d}" == "1970-01-02"


def pdf_links(site):
    """Return [(page, target)] of the links to PDFs."""
    return [(path.relative_to(site).as_posix(), target) for path in sorted(site.rglob("index.html"))
            for target in re.findall(r'href="([^"]*/pdf/[^"]*)" download', path.read_text(encoding="utf-8"))]


def test_site_links_to_no_pdf_of_its_own_accord(site):
    assert pdf_links(site) == []


def test_course_pages_link_to_their_pdf_when_asked(root, tmp_path):
    command = [sys.executable, "-m", "mkdocs", "build", "--site-dir", str(tmp_path)]
    environment = os.environ | BUILD_ENVIRONMENT | {"NOTES_PDF": "1", "NOTES_ONLY": "c1/none"}  # the course pages alone
    subprocess.run(command, cwd=root, env=environment, capture_output=True, check=True)
    assert pdf_links(tmp_path) == [("c1/index.html", f"../pdf/{make_pdf.name_of('c1', 'zh')}"),
                                   ("en/c1/index.html", f"../../pdf/{make_pdf.name_of('c1', 'en')}")]


def deploy_faults(workflow):
    """Return what is wrong with the PDFs of the workflow that publishes the site."""
    steps = workflow["jobs"]["build"]["steps"]
    build, prints, upload = (next((at for at, step in enumerate(steps) if words in step.get("run", step.get("uses", ""))), None)
                             for words in ("dev.py build", "dev.py pdf --site site --out site/pdf", "upload-pages-artifact"))
    is_linked = build is not None and str(steps[build].get("env", {}).get("NOTES_PDF", "")) == "1"
    if is_linked != (prints is not None):
        yield "links and PDFs do not come together"
    elif is_linked and not build < prints < upload:
        yield "the PDFs are made too early or too late"


def test_workflow_makes_the_pdfs_that_pages_link_to(root):
    workflow = yaml.safe_load((root / ".github/workflows/deploy.yml").read_text(encoding="utf-8"))
    assert list(deploy_faults(workflow)) == []
    steps = workflow["jobs"]["build"]["steps"]
    workflow["jobs"]["build"]["steps"] = [step for step in steps if "dev.py pdf" not in step.get("run", "")]
    assert list(deploy_faults(workflow)) == ["links and PDFs do not come together"]
