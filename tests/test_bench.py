"""The benchmarks: arithmetic, tables, weights, commands; no timing is judged here."""

import gzip
import sys
import urllib.error
import urllib.request
from pathlib import Path

import bench
import bench_build
import bench_report
import bench_serve
import bench_server
import bench_text
import pytest
from bench_browser import Speed, blocking_time, layout_shift, speed_of
from bench_build import Cost, Failed
from bench_report import Goal


def test_median_and_ratio():
    assert bench_report.median([3, 1, 2]) == 2
    assert bench_report.median([4, 1, 2, 3]) == 2.5
    assert bench_report.ratio(50, 100) == "0.50"
    assert bench_report.ratio(1, 20) == "0.050"
    assert bench_report.ratio(3, 2) == "1.50"
    without = ((None, 1), (1, None), (0, 0), (-1, 2), (1, -2))
    assert {bench_report.ratio(*pair) for pair in without} == {"–"}


def test_numbers():
    assert bench_report.number(12345.67, 1) == "12,345.7"
    assert bench_report.number(0) == "0"
    assert bench_report.number(None) == "–"
    assert bench_report.kilobytes(123456) == "123.5"


def test_growth_is_one_where_each_page_costs_the_same():
    assert bench_report.growth([(10, 1.5), (20, 2.5), (40, 4.5)]) == pytest.approx(1)
    assert bench_report.growth([(10, 1.0), (20, 4.0), (40, 16.0)]) == pytest.approx(2)
    assert bench_report.growth([(10, 1.0), (20, 2.0)]) is None
    assert bench_report.growth([(10, None), (20, None), (40, None)]) is None
    assert bench_report.growth([(10, 2.0), (20, 2.0), (40, 2.0)]) is None


def test_goals():
    goal = Goal("Time", 1.4, "s", 2)
    assert goal.row("x", 1.404, 2.0) == ["x", "1.40", "2.00", "0.70", "1.4 s", "met"]
    assert goal.row("x", 1.406, None)[-1] == "**not met**"
    assert goal.row("x", None, None) == ["x", "–", "–", "–", "1.4 s", "not measured"]
    below = Goal("Blocking", 50, "ms", below=True)
    assert [below.met(value) for value in (49, 50)] == ["met", "**not met**"]
    assert below.text == "below 50 ms"
    assert Goal("Lost", 0).met(0) == "met"


def test_costs():
    costs = [Cost(1, 1, 10), Cost(3, 2, 30), Cost(2, 9, 20)]
    assert bench_build.middle(costs) == Cost(2, 2, 20)
    assert bench_build.middle([Cost(1, None, None)]) == Cost(1, None, None)
    assert bench_build.less(Cost(3, 2, 30), Cost(1, 0.5, 20)) == Cost(2, 1.5, 30)


def test_blocking_time_counts_what_lies_after_the_first_paint_beyond_50_ms():
    assert blocking_time([], 0) == 0
    assert blocking_time([(1000, 80), (2000, 50), (3000, 120)], 900) == 100
    assert blocking_time([(100, 200)], 900) == 0
    assert blocking_time([(850, 200)], 900) == 100


def test_layout_shift_is_the_worst_window():
    assert layout_shift([]) == 0
    assert layout_shift([(100, 0.1), (200, 0.1), (1500, 0.15)]) == pytest.approx(0.2)
    assert layout_shift([(0, 0.1), (900, 0.1), (1800, 0.1)]) == pytest.approx(0.3)
    long = [(second * 900, 0.1) for second in range(7)]  # longer than a window of 5 s
    assert layout_shift(long) == pytest.approx(0.6)


def test_speed_of_a_page():
    result = {"fcp": 500, "lcp": 900, "drawn": 1200, "count": 3, "tasks": [(600, 100)],
              "shifts": [], "fonts": "loaded"}
    assert speed_of(result) == Speed(0.5, 0.9, 50, 0, 1.2)
    assert speed_of(result | {"count": 0}).drawn is None
    for fault in ({"fonts": "error"}, {"lcp": None}):
        with pytest.raises(Failed, match="not painted whole"):
            speed_of(result | fault)


def test_table():
    made = bench_report.table(["page", "kB", "goal"], [["a|b", 1.5, "1 kB"], ["c", "–", "met"]])
    assert made == ("| page | kB | goal |\n| --- | ---: | --- |\n"
                    "| a\\|b | 1.5 | 1 kB |\n| c | – | met |\n")
    with pytest.raises(ValueError, match="cells"):
        bench_report.table(["one"], [["a", "b"]])


def weights(size):
    """Return weights of a visit: a page, a font of `size` bytes, a picture."""
    return {"html": (1, 5000), "css": (0, 0), "js": (0, 0), "fonts": (1, size), "images": (1, 700),
            "other": (0, 0), "all": (3, 5700 + size)}


def page_entry(kind, language, size, seconds):
    """Return a measured page; stock weighs twice as much and takes twice as long."""
    entry = {"kind": kind, "language": language, "formulas": 9, "url": "", "second_url": ""}
    for factor, site in enumerate(("ours", "stock"), 1):
        entry[site] = {
            "raw": 9000, "packed": 5000, "first": weights(size * factor), "second": weights(0),
            "speed": Speed(seconds, seconds * factor, 10, 0.0, seconds * factor)}
    return entry


@pytest.fixture
def results():
    """Results of everything, at three sizes."""
    def cost(pages):
        return Cost(pages / 100, pages / 100, 200_000_000)

    builds = [{"times": times, "pages": 40 * times,
               **bench.shares(cost(40 * times), cost(4), cost(80 * times), cost(60))}
              for times in (1, 2, 4)]
    audit = {"drawn": 90, "red": 0, "raw": 0, "lost": 0}
    return {
        "runs": 5, "machine": bench.machine(), "build": builds,
        "serve": {"ours, one week": (1.0, 0.8), "ours, all notes": (2.0, 1.6),
                  "stock, all notes": (2.0, 1.0)},
        "pages": [page_entry("home", "zh", 20000, 0.5), page_entry("lab", "en", 90000, 1.5)],
        "formulas": {"pages": 2, "written": 90, "ours": audit,
                     "stock": audit | {"drawn": 88, "lost": 2}},
    }


def test_text_holds_goals_against_the_worst_page(results):
    text = bench_text.write(results)
    assert "| All math drawn (lab, en) | 1.50 | 3.00 | 0.50 | 1.8 s | met |" in text
    assert "| Second page, without pictures (home, zh) | 5.0 | 5.0 | 1.00 | 30 kB | met |" in text
    assert "contentful paint (lab, en) | 1.50 | 3.00 | 0.50 | 1.4 s | **not met** |" in text
    assert "without pictures (lab, en) | 95.0 | 185.0 | 0.51 | 100 kB | met |" in text
    assert "of that visit, without pictures (home, zh) | 2 | 2 | 1.00 | 8 | met |" in text
    assert "| Formulas lost, red or left raw | 0 | 2 | 0.000 | 0 | met |" in text
    assert "| Build, wall time a page (160 pages) | 10.0 | 20.0 | 0.50 | 18 ms | met |" in text
    assert "page to the first | 1.00 | 1.00 | 1.00 | 1.2 | met |" in text
    assert "\nNot met: Largest contentful paint (lab, en).\n" in text
    assert "medians of 5" in text


def test_text_has_every_table(results):
    text = bench_text.write(results)
    titles = [line.strip("# ") for line in text.splitlines() if line.startswith("#")]
    assert titles[:6] == ["Benchmarks", "Goals", "Build", "Edit loop", "Weight", "HTML raw, kB"]
    assert titles[-1] == "Formulas" and "All math drawn, s" in titles
    assert "| lab, en | ours | 5.0 (1) | – | – | 90.0 (1) | 0.7 (1) | – | 95.7 (3) |" in text
    assert "| one week: saved to served, s | 0.80 | 1.00 | 0.80 |" in text
    assert "| 2×, 80 pages | peak memory, MB | 200 | 200 | 1.00 |" in text


def test_text_of_parts_leaves_out_the_rest(results):
    text = bench_text.write({"runs": 1, "machine": results["machine"], "serve": results["serve"]})
    assert "## Build" not in text and "## Weight" not in text and "## Edit loop" in text
    assert "not measured" in text and "Every goal that was measured is met." in text
    assert "taken once" in text


def test_text_names_no_path(results):
    text = bench_text.write(results)
    assert str(Path.home()) not in text and str(bench.ROOT) not in text


@pytest.fixture
def sites(tmp_path):
    """A folder with one site: a page, a style, a font, a picture, a 404 page."""
    site = tmp_path / "ours"
    (site / "c1").mkdir(parents=True)
    (site / "index.html").write_text("<p>home</p>" * 100, encoding="utf-8")
    (site / "c1/index.html").write_text("<p>course</p>", encoding="utf-8")
    (site / "404.html").write_text("<p>none</p>", encoding="utf-8")
    (site / "look.css").write_text("p { color: red }" * 50, encoding="utf-8")
    (site / "math.woff2").write_bytes(bytes(range(256)) * 4)
    (site / "figure.svg").write_text("<svg></svg>" * 30, encoding="utf-8")
    return tmp_path


def packed(path):
    return len(gzip.compress(path.read_bytes(), 6, mtime=0))


def test_weights_of_a_folder(sites):
    names = ("", "look.css?v=1", "math.woff2", "figure.svg", "index.json")
    found = bench_server.weigh(sites, [f"/ours/{name}" for name in names])
    site = sites / "ours"
    assert found["html"] == (1, packed(site / "index.html"))
    assert found["css"] == (1, packed(site / "look.css"))
    assert found["fonts"] == (1, 1024)
    assert found["images"] == (1, packed(site / "figure.svg"))
    assert found["other"] == (1, packed(site / "404.html"))
    assert found["js"] == (0, 0)
    assert found.pop("all") == (5, sum(size for _, size in found.values()))


def test_server_answers_like_a_static_host(sites):
    assert bench_server.file_of(sites, "/ours/../../secret") == (sites / "ours/404.html", 404)
    assert bench_server.file_of(sites, "/none/x") == (None, 404)
    with bench_server.Server(sites) as server:
        with urllib.request.urlopen(server.address + "ours/c1/") as answer:
            assert answer.headers["Content-Encoding"] == "gzip"
            assert gzip.decompress(answer.read()) == b"<p>course</p>"
        with urllib.request.urlopen(server.address + "ours/math.woff2") as answer:
            assert answer.headers["Content-Encoding"] is None
            assert len(answer.read()) == 1024
        with pytest.raises(urllib.error.HTTPError) as missing:
            urllib.request.urlopen(server.address + "ours/none")
        missing.value.close()
        assert missing.value.code == 404
        assert server.take_asked() == ["/ours/c1/", "/ours/math.woff2", "/ours/none"]
        assert server.take_asked() == []


def test_server_sends_no_file_twice_to_who_has_it(sites):
    with bench_server.Server(sites) as server:
        with urllib.request.urlopen(server.address + "ours/math.woff2") as answer:
            tag = answer.headers["ETag"]
        for asked_with, status in ((tag, 304), ('"another"', 200)):
            request = urllib.request.Request(server.address + "ours/math.woff2", headers={"If-None-Match": asked_with})
            try:
                with urllib.request.urlopen(request) as answer:
                    assert answer.status == status
            except urllib.error.HTTPError as unchanged:
                assert (unchanged.code, unchanged.read()) == (status, b"")
        assert server.take_asked() == ["/ours/math.woff2"] * 2  # the first time, and with another tag


def test_command_is_measured(tmp_path):
    work = "import time; block = bytearray(50_000_000); time.sleep(0.5)"
    cost = bench_build.measure([sys.executable, "-c", work], tmp_path, bench_build.environment(""))
    assert cost.wall > 0
    if sys.platform == "linux":
        assert cost.cpu > 0 and cost.memory > 50_000_000


def test_failing_command_is_told_in_one_line(tmp_path):
    command = [sys.executable, "-c", "import sys; print('no such page'); sys.exit(3)"]
    with pytest.raises(Failed, match=r"exit code 3\): no such page; see"):
        bench_build.measure(command, tmp_path, bench_build.environment(""))


def test_serve_that_ends_by_itself_is_told_in_one_line(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("no_such_setting: [", encoding="utf-8")
    (tmp_path / "page.md").write_text("# Page\n", encoding="utf-8")
    with pytest.raises(Failed, match="ended by itself"):
        bench_serve.measure(tmp_path, tmp_path / "page.md", "", runs=1)


def test_unknown_part_is_refused(capsys):
    with pytest.raises(SystemExit):
        bench.main(["--parts", "luck"])
    assert "invalid choice: 'luck'" in capsys.readouterr().err


def test_fault_is_told_in_one_line(monkeypatch, capsys):
    def fail(*_):
        raise Failed("no Chromium was found; install one")

    monkeypatch.setattr(bench, "measure", fail)
    assert bench.main(["--quick"]) == 1
    assert capsys.readouterr().err == "bench.py: no Chromium was found; install one\n"
