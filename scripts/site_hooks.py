"""Hooks that mkdocs loads: the thin layer between mkdocs and the notes' own modules."""

import os
import posixpath
import shutil
from pathlib import Path
from urllib.parse import urlsplit

import code_colors
import collected_pages
import content_security
import edit_loop
import formula_audit
import glossary
import link_places
import mkdocs.utils
import notebook_pages
import offline_files
import page_assets
import page_facts
import page_source
import reading_chain
import search_index
import snippet_files
import template_lines
import twin_pages
import web_manifest
from bare_links import BareLinkExtension
from inline_figures import FigureExtension
from katex_math import KatexExtension
from mkdocs.exceptions import Abort
from mkdocs.plugins import event_priority
from mkdocs.structure.pages import Page
from problems import Problems, line_of
from term_links import TermExtension, finder

# Notebooks are pages of the notes (without this static-i18n publishes their raw JSON).
if ".ipynb" not in mkdocs.utils.markdown_extensions:
    mkdocs.utils.markdown_extensions += (".ipynb",)

ROOT = Path(__file__).resolve().parent.parent
GLOSSARY = "glossary.md"
problems = Problems()
is_serving = False


def on_startup(command, dirty):
    global is_serving
    is_serving = command == "serve"


def _is_inner_build(config):
    """Tell whether static-i18n is building a further language inside the first one's build."""
    return config.plugins["i18n"].building


def on_config(config):
    # A constant scope keeps Material's inline scripts, and so their CSP hashes, the same everywhere.
    config.extra["scope"] = urlsplit(config.site_url or "/").path or "/"
    assets = Path(config.docs_dir, "assets")
    config.extra["style_version"], config.extra["script_version"] = page_assets.versions(assets)
    config.extra["is_built"] = not is_serving  # a site that is being written has no worker and no manifest
    if not _is_inner_build(config):
        problems.clear()
        for line, message in glossary.read(ROOT)[1]:
            problems.add(ROOT / glossary.PLACE, line, message)
    if os.environ.get("NOTES_ONLY"):  # links to weeks left out are no fault of the notes
        config.validation.links.not_found = config.validation.links.anchors = 20
    return config


def _reading_order(file):
    """Sort key: a folder's index page, then its pages in the order in which that page links to them."""
    folder, _, name = file.src_uri.rpartition("/")
    index = Path(file.abs_src_path).with_name("index.md")
    text = index.read_text(encoding="utf-8") if index.is_file() else ""
    place = text.find(f"({name}")
    return folder, name != "index.md", place if place >= 0 else len(text), name


@event_priority(-200)  # after static-i18n has chosen the files of one language
def on_files(files, config):
    only = os.environ.get("NOTES_ONLY", "").strip("/")
    for file in list(files.documentation_pages()):
        place = file.src_uri.split("/", 1)[-1].rpartition("/")[0]
        if only and place and not (place.startswith(only) or only.startswith(place)):
            files.remove(file)
    # mkdocs would sort labs before sections
    pages = sorted(files.documentation_pages(), key=_reading_order)
    config.nav = mkdocs.utils.nest_paths(file.src_uri for file in pages)
    if is_serving:
        edit_loop.watch_parts(pages, _snippets(config))
    return files


@event_priority(-200)  # after static-i18n has sorted by titles that nobody has read yet
def on_nav(nav, config, files):
    reading_chain.arrange(nav)
    return nav


def on_pre_page(page, config, files):
    vars(page).pop("render", None)  # mkdocs-jupyter's own renderer: 667 kB a page
    return page


def on_page_read_source(page, config):
    if not page.file.src_uri.endswith(".ipynb"):
        return None
    try:
        markdown, page.pictures = notebook_pages.to_markdown(page.file.abs_src_path, page.file.locale)
    except ValueError as error:  # nbformat's own errors are ValueErrors too
        problems.add(page.file.abs_src_path, 1, str(error).splitlines()[0])
        return f"# {page.file.name}\n"
    return markdown


def _snippets(config):
    return Path(config.config_file_path).with_name("snippets")


def _reporter(page, source):
    def report(needle, message):
        problems.add(page.file.abs_src_path, line_of(source, needle), message)
    return report


def _source(page):
    return Path(page.file.abs_src_path).read_text(encoding="utf-8-sig")


def _with_collections(markdown, page, report):
    page.is_collected = collected_pages.is_collected(markdown)
    if not page.is_collected:
        return markdown
    try:
        return collected_pages.Collector(ROOT, page.file.locale).fill(markdown)
    except ValueError as error:
        report("{{", str(error))
        return markdown


def _term_extension(page, config):
    """Return the extension that marks terms, for every page but the glossary itself."""
    language, _, place = page.file.src_uri.partition("/")
    if place == GLOSSARY or not Path(config.docs_dir, language, GLOSSARY).is_file():
        return []
    address = posixpath.relpath(GLOSSARY, posixpath.dirname(place) or ".")
    return [TermExtension(finder(ROOT, language), address)]


@event_priority(-200)
def on_page_markdown(markdown, page, config, files):
    source = _source(page)
    report = _reporter(page, source)
    snippets = _snippets(config)
    for line, message in page_source.faults(source, snippets):
        problems.add(page.file.abs_src_path, line, message)
    markdown = _with_collections(markdown, page, report)
    plain = [extension for extension in config.markdown_extensions if isinstance(extension, str)]
    config.markdown_extensions = [
        *plain, KatexExtension(report), FigureExtension(page.file.abs_src_path, report),
        link_places.LinkExtension(page.file.src_uri, page.file.locale, report),
        collected_pages.ErratumExtension(), *_term_extension(page, config), twin_pages.OutlineExtension(page.file),
        BareLinkExtension(),
    ]
    return page_source.without_missing_includes(markdown, snippets)


def on_page_content(html, page, config, files):
    is_made = page.is_collected or page.file.src_uri.endswith(".ipynb")
    source = page.markdown if is_made else _source(page)
    for line, message in formula_audit.audit(source, html):
        problems.add(page.file.abs_src_path, 1 if is_made else line, message)
    return snippet_files.link(code_colors.keep_colored(html), source, page.url, page.file.locale)


def _add_facts(page, config):
    try:
        page.facts = page_facts.of(page, _snippets(config), config.extra.get("repository", ""))
    except ValueError as error:
        problems.add(config.config_file_path, 1, str(error))
        page.facts = page_facts.of(page, _snippets(config), "")
    page.introduces = glossary.introduced(glossary.read(ROOT)[0], page_facts.key(page.file.src_uri))


def on_env(env, config, files):
    """Name each section of the navigation by the title of its index page; make templates write no blanks."""
    template_lines.write_plainly(env)
    for file in files.documentation_pages():
        page = file.page
        if isinstance(page, Page) and is_serving:
            edit_loop.remember(page)
        if isinstance(page, Page) and page.is_index and page.parent is not None:
            page.parent.title = page.title
        if isinstance(page, Page):
            _add_facts(page, config)
    return env


@event_priority(-200)
def on_post_page(output, page, config):
    for name, data in getattr(page, "pictures", {}).items():
        Path(page.file.abs_dest_path).with_name(name).write_bytes(data)
    if is_serving:  # the policy would stop the script by which mkdocs reloads the page
        return output
    return content_security.add_policy(output)


def _remove_unused_theme_files(site):
    """Take Material's own style sheets, scripts and icons out of the site: no page names them."""
    for name in ("assets/javascripts", "assets/stylesheets", "assets/images"):
        shutil.rmtree(Path(site, name), ignore_errors=True)


@event_priority(-200)  # after static-i18n has built every language
def on_post_build(config):
    if _is_inner_build(config):
        return
    if problems.lines and not is_serving:
        raise Abort(f"{len(problems.lines)} faults in the notes, each named above; nothing was published")
    twin_pages.withdraw()
    _remove_unused_theme_files(config.site_dir)
    snippet_files.publish(_snippets(config), config.site_dir)
    page_assets.publish(Path(config.docs_dir, "assets"), config.site_dir)
    # Its time stamp would make each build differ, and every server compresses by itself.
    Path(config.site_dir, "sitemap.xml.gz").unlink(missing_ok=True)
    search_index.publish(Path(config.site_dir), reuse=is_serving)
    if not is_serving:
        web_manifest.publish(config.site_dir, config)
        versions = {"assets/css/site.css": config.extra["style_version"], "assets/js/site.js": config.extra["script_version"]}
        offline_files.publish(Path(config.site_dir), Path(config.docs_dir, "assets/js/offline_worker.js"), versions)
