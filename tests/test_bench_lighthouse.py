"""The Lighthouse part of the benchmarks: what is read from a report, told and left out; Lighthouse itself is not run."""

from pathlib import Path, PurePosixPath

import bench
import bench_lighthouse
import bench_text
import pytest
from bench_build import Failed
from bench_lighthouse import Marks


def report(**scores):
    """Return the part of a report that is read; `scores` from 0 to 1 replace full ones."""
    names = {"performance", "accessibility", "best-practices", "seo"}
    values = {"largest-contentful-paint": 1234.5, "total-blocking-time": 80, "cumulative-layout-shift": 0.01}
    return {"categories": {name: {"score": scores.get(name, 1)} for name in names},
            "audits": {name: {"numericValue": value} for name, value in values.items()}}


def test_marks_are_read_from_a_report():
    assert bench_lighthouse.marks_of(report(performance=0.985)) == Marks(98, 100, 100, 100, 1.2345, 80, 0.01)


@pytest.mark.parametrize(("broken", "words"), [
    (report(seo=None), "no score for seo"), (report() | {"runtimeError": {"message": "NO_FCP\nmore"}}, "NO_FCP")])
def test_a_report_without_scores_is_one_line(broken, words):
    with pytest.raises(Failed, match=words):
        bench_lighthouse.marks_of(broken)


def test_each_figure_is_a_median():
    seen = [Marks(99, 100, 100, 100, 1.0, 30, 0), Marks(100, 100, 100, 100, 1.4, 10, 0), Marks(97, 100, 96, 100, 1.2, 20, 0.1)]
    assert bench_lighthouse.middle(seen) == Marks(99, 100, 100, 100, 1.2, 20, 0)


def test_lighthouse_that_cannot_run_is_one_line(monkeypatch):
    monkeypatch.setattr(bench_lighthouse, "find_npx", lambda: "false")
    monkeypatch.setattr(bench_lighthouse, "find_chromium", lambda: "none")
    with pytest.raises(Failed, match="Lighthouse .* failed"):
        bench_lighthouse.run("http://127.0.0.1:9/")


def test_without_node_the_part_is_left_out_and_says_so(monkeypatch, capsys, tmp_path):
    monkeypatch.setattr(bench_lighthouse, "find_npx", lambda: None)

    class Work:
        def site(self, name):
            return tmp_path

    results = bench.measure(Work(), ["lighthouse"], (1,), 1)
    assert "lighthouse" not in results
    assert "install Node.js" in capsys.readouterr().err


def test_glossary_is_measured_on_our_site_only(tmp_path):
    for language in ("zh", "en"):
        (tmp_path / "docs" / language).mkdir(parents=True)
        for name in ("index.md", "glossary.md"):
            (tmp_path / "docs" / language / name).write_text("# x\n", encoding="utf-8")
    section = PurePosixPath("index.md")
    picked = {"home": section, "section of middling size": section, "section with most formulas": section}
    found = [(page["kind"], page["url"], page["sites"]) for page in bench_lighthouse.pages(tmp_path, picked)]
    assert ("home", "", ("ours", "stock")) in found
    assert found[-2:] == [("glossary", "glossary/", ("ours",)), ("glossary", "en/glossary/", ("ours",))]


def test_text_shows_both_sites_and_the_worst_page():
    entries = [{"kind": "home", "language": "zh", "ours": Marks(100, 100, 100, 100, 0.9, 0, 0), "stock": Marks(80, 93, 100, 92, 3.2, 300, 0.2)},
               {"kind": "glossary", "language": "en", "ours": Marks(98, 100, 100, 100, 1.61, 100, 0)}]
    text = bench_text.write({"runs": 5, "machine": bench.machine(), "lighthouse": entries})
    assert "| home, zh | stock | 80 | 93 | 100 | 92 | 3.20 | 300 | 0.200 |" in text
    assert "| Lighthouse: performance (glossary, en) | 98 | – | – | at least 99 | **not met** |" in text
    assert "paint (glossary, en) | 1.61 | – | – | 1.5 s | **not met** |" in text
    assert "blocking time (glossary, en) | 100 | – | – | 100 ms | met |" in text
    assert str(Path.home()) not in text
