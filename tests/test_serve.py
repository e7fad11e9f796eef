"""`mkdocs serve` while editing: the page that was saved is the page that is served."""

import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import pytest

from site_tools import copy_project

SECTION = "c1/w2/s09_logistic_regression_gradient_descent"


def fetch(address, until, seconds=60):
    """Return the text at `address` as soon as `until(text)` holds; fail after `seconds`."""
    end, text = time.monotonic() + seconds, ""
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                text = answer.read().decode()
            if until(text):
                return text
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            pass
        time.sleep(0.2)
    pytest.fail(f"{address} never came to be what was expected; last: {text[:300]!r}")


@pytest.fixture
def served(tmp_path):
    """Serve a copy of the notes, one week only; yield (project, address)."""
    project = copy_project(tmp_path / "project")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {"NOTES_ONLY": "c1/w2", "NO_MKDOCS_2_WARNING": "1", "SITE_URL": f"http://127.0.0.1:{port}/"}
    log = open(tmp_path / "log", "w+", encoding="utf-8")
    process = subprocess.Popen([sys.executable, "-m", "mkdocs", "serve", "--dirty", "--dev-addr", f"127.0.0.1:{port}"],
                               cwd=project, env=environment, stdout=log, stderr=log)
    yield project, f"http://127.0.0.1:{port}/"
    process.terminate()
    process.wait(timeout=20)
    log.close()


def test_saved_page_is_served_and_a_fault_does_not_stop_the_server(served):
    project, address = served
    page = project / "docs/zh" / f"{SECTION}.md"
    first = fetch(f"{address}{SECTION}/", lambda text: "</html>" in text)
    assert first.count('class="katex"') > 20 and "livereload" in first
    assert "data-worker" not in first and "manifest" not in first  # no service worker keeps what is being written
    assert fetch(f"{address}pagefind/pagefind-entry.json", bool)
    text = page.read_text(encoding="utf-8")
    page.write_text(text.replace("# 2.9 ", "# 2.9 改过的"), encoding="utf-8")
    fetch(f"{address}{SECTION}/", lambda html: "改过的" in html)
    assert fetch(f"{address}pagefind/pagefind-entry.json", bool)  # a rebuild keeps the index
    page.write_text(text.replace("$dz=a-y$", "$dz=\\frac{a$").replace("# 2.9 ", "# 2.9 写坏的"), encoding="utf-8")
    broken = fetch(f"{address}{SECTION}/", lambda html: "写坏的" in html)
    assert "katex-error" not in broken and "dz=\\\\frac{a" in broken  # the formula stands as its TeX
    page.write_text(text, encoding="utf-8")
    html = fetch(f"{address}{SECTION}/", lambda html: "写坏的" not in html and "改过的" not in html)
    assert html.count('class="katex"') == first.count('class="katex"')


def test_a_rebuild_of_one_page_keeps_the_others_by_name_and_sees_snippets_and_figures(served):
    project, address = served
    fetch(f"{address}{SECTION}/", lambda text: "</html>" in text)
    page = project / "docs/zh" / f"{SECTION}.md"
    page.write_text(page.read_text(encoding="utf-8").replace("# 2.9 ", "# 2.9 改过的"), encoding="utf-8")
    html = fetch(f"{address}{SECTION}/", lambda html: "改过的" in html)
    assert "2.8 使用计算图求导" in html and "S08" not in html and "第 2 周" in html
    changes = {"snippets/c1/w2/s09_logistic_step_one_example.py": "One gradient-descent step", "docs/figures/c1/w2/s09_logistic_graph.svg": "<desc>"}
    for name, words in changes.items():
        text = (project / name).read_text(encoding="utf-8")
        (project / name).write_text(text.replace(words, words + "CHANGED"), encoding="utf-8")
        fetch(f"{address}{SECTION}/", lambda html, words=words: f"{words}CHANGED" in html)
    fetch(f"{address}snippets/c1/w2/s09_logistic_step_one_example.py", lambda text: "CHANGED" in text)


def test_a_changed_term_or_erratum_is_seen_where_it_is_collected(served):
    project, address = served
    fetch(f"{address}glossary/", lambda text: "</html>" in text)
    terms = project / "docs/terms.yml"
    text = terms.read_text(encoding="utf-8")
    place = text.index("    zh: ", text.index("- zh: 导数")) + len("    zh: ")
    terms.write_text(f"{text[:place]}改过的{text[place:]}", encoding="utf-8")
    fetch(f"{address}glossary/", lambda html: "改过的" in html)
    fetch(f"{address}{SECTION}/", lambda html: 'title="derivative：改过的' in html)
    page = project / "docs/zh/c1/w2/s05_derivatives.md"
    page.write_text(page.read_text(encoding="utf-8").replace('!!! erratum "', '!!! erratum "改题'), encoding="utf-8")
    fetch(f"{address}errata/", lambda html: "改题" in html)


def test_one_week_leaves_the_others_out(served):
    project, address = served
    assert (project / "docs/zh/c1/w1/s01_welcome.md").is_file()
    fetch(f"{address}c1/w2/", lambda text: "</html>" in text)
    with pytest.raises(urllib.error.HTTPError):
        urllib.request.urlopen(f"{address}c1/w1/s01_welcome/", timeout=10)
    assert re.search(r"<h1", fetch(f"{address}en/{SECTION}/", lambda text: "</html>" in text))
