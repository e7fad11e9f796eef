"""Measure pages in Chromium: what they fetch, how soon they are read, which formulas are drawn."""

import contextlib
import os
import shutil
import time
from dataclasses import dataclass

import formula_audit
from bench_build import Failed
from bench_report import median

# As Lighthouse does for a phone: its screen, a processor four times slower, slow 4G.
PHONE = {"viewport": {"width": 412, "height": 823}, "device_scale_factor": 1.75, "is_mobile": True,
         "has_touch": True}
SLOWER = 4
NETWORK = {"offline": False, "latency": 150, "downloadThroughput": 1.6e6 / 8,
           "uploadThroughput": 750e3 / 8}
QUIET = 5.0  # seconds without a long task, a fetch or a new formula
SETTLED = 1.0  # the same, where nothing is slowed and only fetches are counted
PATIENCE = 90.0

# Runs before the page's own scripts.  A frame that finds nothing new begins after the frame that
# painted the last formula, so its time is when all math was to be seen.
WATCH = """(() => {
  const seen = {fcp: null, lcp: null, drawn: null, count: 0, shifts: [], tasks: []};
  window.__bench = seen;
  const on = (type, note) => new PerformanceObserver((list) => list.getEntries().forEach(note))
    .observe({type, buffered: true});
  on("paint", ({name, startTime}) => {
    if (name === "first-contentful-paint") seen.fcp = startTime;
  });
  on("largest-contentful-paint", ({startTime}) => { seen.lcp = startTime; });
  // nobody touches the page, but Chromium takes the emulated screen for recent input: every shift counts
  on("layout-shift", ({startTime, value}) => seen.shifts.push([startTime, value]));
  on("longtask", ({startTime, duration}) => seen.tasks.push([startTime, duration]));
  const formulas = document.getElementsByClassName("katex");
  let state = "";
  const frame = () => {
    const count = formulas.length;
    const loaded = document.readyState !== "loading" && document.fonts.status === "loaded";
    const now = `${count} ${loaded}`;
    if (now !== state || !loaded) seen.drawn = null;
    else if (seen.drawn === null) seen.drawn = performance.now();
    state = now;
    seen.count = count;
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
})();"""
LOOK = """() => {
  const {tasks, drawn, lcp} = window.__bench, now = performance.now();
  const last = Math.max(drawn ?? now, lcp ?? 0, ...tasks.map(([start, length]) => start + length));
  return {idle: (now - last) / 1000, complete: document.readyState === "complete"};
}"""
RESULT = """async () => {
  await document.fonts.ready;
  const broken = [...document.fonts].some((face) => face.status === "error");
  return {...window.__bench, fonts: broken ? "error" : document.fonts.status};
}"""
FORMULAS = """() => {
  const article = (document.querySelector("article") || document.body).cloneNode(true);
  const drawn = article.querySelectorAll(".katex").length;
  const red = article.querySelectorAll(".katex-error").length;
  const apart = "code, pre, script, style, svg, .katex, .katex-error";
  article.querySelectorAll(apart).forEach((each) => each.remove());
  return {drawn, red, text: article.textContent};
}"""


@dataclass
class Speed:
    """What a reader with a slow phone waits for; times in seconds, blocking in milliseconds."""

    fcp: float
    lcp: float
    blocking: float
    shift: float
    drawn: float | None


def find_chromium():
    """Return the path of the browser that dev.py chose, or one on the path."""
    path = (os.environ.get("NOTES_CHROMIUM") or shutil.which("chromium")
            or shutil.which("google-chrome"))
    if not path:
        raise Failed("no Chromium was found; start with `python3 scripts/dev.py bench`, "
                     "which finds or installs one")
    return path


@contextlib.contextmanager
def chromium():
    """Yield a headless Chromium."""
    from playwright.sync_api import Error, sync_playwright

    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(
                executable_path=find_chromium(),
                args=["--no-sandbox", "--disable-background-networking"])
        except Error as error:
            words = error.message.splitlines()[0]
            raise Failed(f"Chromium did not start: {words}; set NOTES_CHROMIUM") from None
        yield browser
        browser.close()


class Visit:
    """A page in a browser context of its own: nothing cached, the watching script in place."""

    def __init__(self, browser, slow=False):
        self.context = browser.new_context(**PHONE)
        self.page = self.context.new_page()
        self.page.add_init_script(WATCH)
        self.open, self.last = 0, time.monotonic()
        self.page.on("request", lambda _: self._count(1))
        for ending in ("requestfinished", "requestfailed"):
            self.page.on(ending, lambda _: self._count(-1))
        if slow:
            session = self.context.new_cdp_session(self.page)
            session.send("Network.enable")
            session.send("Network.emulateNetworkConditions", NETWORK)
            session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})

    def _count(self, step):
        self.open, self.last = self.open + step, time.monotonic()

    def go(self, address, quiet):
        """Open an address and wait for `quiet` seconds in which nothing happens."""
        self.open, end = 0, time.monotonic() + PATIENCE
        self.page.goto(address, wait_until="commit")
        while time.monotonic() < end:
            self.page.wait_for_timeout(250)
            look = self.page.evaluate(LOOK)
            idle = min(look["idle"], time.monotonic() - self.last)
            if look["complete"] and self.open <= 0 and idle >= quiet:
                return
        raise Failed(f"{address} did not come to rest within {PATIENCE:.0f} s; "
                     "look at the page in a browser")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.context.close()


def layout_shift(shifts):
    """Return the cumulative layout shift: the worst window of at most 5 s, gaps below 1 s."""
    worst = total = first = last = 0.0
    for at, value in sorted(shifts):
        if at - last >= 1000 or at - first >= 5000:
            total, first = 0.0, at
        total, last = total + value, at
        worst = max(worst, total)
    return worst


def blocking_time(tasks, since):
    """Return the milliseconds beyond 50 of each long task, so far as it lies after `since`."""
    return sum(max(0.0, start + length - max(start, since) - 50) for start, length in tasks)


def speed_of(result):
    """Return the Speed that the watching script noted."""
    if result["fonts"] != "loaded" or result["fcp"] is None or result["lcp"] is None:
        raise Failed(f"a page was not painted whole (fonts: {result['fonts']}); "
                     "look at the pages in a browser")
    return Speed(
        fcp=result["fcp"] / 1000, lcp=result["lcp"] / 1000,
        blocking=blocking_time(result["tasks"], result["fcp"]),
        shift=layout_shift(result["shifts"]),
        drawn=result["drawn"] / 1000 if result["count"] and result["drawn"] else None)


def speed(browser, address, runs):
    """Return the Speed of a page, each figure the median of `runs` cold visits."""
    seen = []
    for _ in range(runs):
        with Visit(browser, slow=True) as visit:
            visit.go(address, QUIET)
            seen.append(speed_of(visit.page.evaluate(RESULT)))

    def figure(name):
        values = [getattr(each, name) for each in seen]
        return None if None in values else median(values)

    return Speed(*map(figure, Speed.__dataclass_fields__))


def fetched(browser, server, first, second):
    """Return the paths asked for by a first visit, and by a second page after it."""
    with Visit(browser) as visit:
        server.take_asked()
        visit.go(first, SETTLED)
        asked = server.take_asked()
        visit.go(second, SETTLED)
        return asked, server.take_asked()


def formulas(browser, address):
    """Return (number drawn, number red, pieces of raw TeX) in the text of a page."""
    with Visit(browser) as visit:
        visit.go(address, 0.3)
        found = visit.page.evaluate(FORMULAS)
    return found["drawn"], found["red"], len(formula_audit.RAW.findall(found["text"]))
