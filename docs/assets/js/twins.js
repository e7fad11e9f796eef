// Both languages of a page, block beside block. The twin is fetched only when a reader asks for it, its text
// goes into the blocks of this page, and what both pages share (formulas, code, figures) stands once.
(() => {
  const root = document.documentElement;
  const [button, text, link, swap, status] = ["[data-twins]:not([hidden])", "[data-twins-text]", "[data-language-switch]",
    "[data-twins-swap]", "[data-twins-status]"].map((part) => document.querySelector(part));
  if (!button || !text || !link) return;
  const address = link.href.split("#")[0];
  const own = root.lang.slice(0, 2);
  const other = own === "zh" ? "en" : "zh";
  const words = own === "zh"
    ? { first: { zh: "中文在前", en: "英文在前" }, failed: "英文版取不到，没有打开对照。", differs: "本页的中英文对不上，没有打开对照。" }
    : { first: { zh: "Chinese first", en: "English first" }, failed: "The Chinese page cannot be reached; it is not shown beside this one.", differs: "The Chinese page differs from this one; it is not shown beside it." };
  const BLOCK = /^(P|H[1-6]|[UOD]L|LI|D[TD]|TABLE|THEAD|TBODY|TR|T[HD]|DIV|DETAILS|SUMMARY|FIGURE|FIGCAPTION|PRE|BLOCKQUOTE|HR|SECTION)$/;
  const WHOLE = ".math-display, .highlight, pre"; // never taken apart
  const PLACES = "h1, h2, h3, p, li, tr, dt, dd, summary, figure, .math-display, .highlight";
  let pairs = null; // once the twin is here: { nodes, copy, frame }
  let isOn = false;
  let isBusy = false;

  function remember(key, value) {
    try { localStorage.setItem(key, value); } catch { /* private mode: lasts for this page */ }
  }
  function remembered(key) {
    try { return localStorage.getItem(key) ?? ""; } catch { return ""; }
  }
  const firstLanguage = () => remembered("notes-twins-first") || own;

  // The parts of a block: blocks inside it, and runs of inline nodes between them.
  function partsOf(element) {
    const parts = [];
    let run = null;
    for (const node of element.childNodes) {
      if (BLOCK.test(node.nodeName)) {
        parts.push(node);
        run = null;
      } else if (run) {
        run.push(node);
      } else if (node.nodeType === 1 || (node.nodeType === 3 && node.data.trim())) {
        parts.push(run = [node]);
      }
    }
    return parts;
  }

  // What a node says, as far as it differs from one language to the other.
  function said(node) {
    if (node.nodeType !== 1) return node.data;
    if (node.matches(".math, .math-display")) return node.querySelector("annotation")?.textContent ?? node.textContent;
    if (node.matches(".highlight, pre")) return (node.querySelector("pre") ?? node).textContent;
    const picture = node.matches("img") ? node : node.querySelector("svg.figure, img");
    if (picture) return picture.getAttribute("src")?.split("/").pop() ?? picture.innerHTML.replace(/<title>.*?<\/title>/s, "");
    return node.matches("button") ? "" : node.textContent;
  }
  // In the glossary both pages say the same two words, in different order.
  const saysOf = (nodes) => nodes.map(said).join("").split(/\s+/).filter(Boolean).sort().join(" ");

  function collect(mine, theirs, found) {
    const [parts, twins] = [partsOf(mine), partsOf(theirs)];
    if (parts.length !== twins.length) throw new RangeError(words.differs);
    parts.forEach((part, at) => {
      const twin = twins[at];
      if (part.tagName !== twin.tagName || (twin.id && twin.id !== part.id)) throw new RangeError(words.differs);
      if (part.tagName && !part.matches(WHOLE)) return collect(part, twin, found);
      const [nodes, copies] = [[part].flat(), [twin].flat()];
      if (saysOf(nodes) !== saysOf(copies)) found.push({ nodes, copy: copyOf(copies, part.tagName ? "div" : "span") });
    });
    return found;
  }

  function element(name, className, language) {
    const made = document.createElement(name);
    made.className = className;
    if (language) made.lang = language;
    return made;
  }

  function copyOf(nodes, name) {
    const half = element(name, "notes-half", other);
    half.append(...nodes.map((node) => document.importNode(node, true)));
    half.querySelectorAll(".headerlink, button").forEach((each) => each.remove());
    half.querySelectorAll("svg").forEach((each) => { each.innerHTML = each.innerHTML.replace(/( id="|url\(#|href="#)/g, "$1twin-"); });
    half.querySelectorAll("[id]:not(svg *)").forEach((each) => each.removeAttribute("id"));
    half.querySelectorAll("img").forEach((each) => { each.src = new URL(each.getAttribute("src"), address); });
    half.querySelectorAll("a[href]").forEach((each) => {
      const target = new URL(each.getAttribute("href"), address);
      const isHere = target.href.split("#")[0] === address && document.getElementById(decodeURIComponent(target.hash.slice(1)));
      const isOurs = target.origin === location.origin; // printing shows the addresses of links that lead away
      each.setAttribute("href", isHere ? target.hash : isOurs ? target.pathname + target.search + target.hash : target.href);
    });
    return half;
  }

  async function load() {
    const answer = await fetch(address, { signal: AbortSignal.timeout(20000) });
    if (!answer.ok) throw new Error(answer.status);
    const twin = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-twins-text]");
    if (!twin) throw new RangeError(words.differs);
    return collect(text, twin, []);
  }

  function join() {
    const isFirst = firstLanguage() === own;
    for (const pair of pairs) {
      const name = pair.copy.tagName;
      const half = element(name, "notes-half", root.lang);
      pair.frame = element(name, "notes-pair");
      pair.nodes[0].before(pair.frame);
      half.append(...pair.nodes);
      pair.frame.append(...(isFirst ? [half, pair.copy] : [pair.copy, half]));
    }
  }
  function part() {
    for (const pair of pairs) pair.frame.replaceWith(...pair.nodes);
  }

  // Where the reader is: the first block that begins in view above the reading line, or else the one that crosses it.
  function place() {
    if (!scrollY) return null;
    const line = innerHeight * 0.3;
    const top = document.querySelector(".notes-header").offsetHeight;
    const tops = [...text.querySelectorAll(PLACES)].map((block) => (block.getClientRects().length ? block.getBoundingClientRect().top : NaN));
    const first = tops.findIndex((each) => each >= top && each <= line);
    if (first >= 0) return { at: first, share: 0, line: tops[first] };
    const at = tops.findLastIndex((each) => each < top);
    if (at < 0) return null;
    const { height } = text.querySelectorAll(PLACES)[at].getBoundingClientRect();
    const share = Math.min(1, (line - tops[at]) / height);
    return { at, share, line: tops[at] + share * height };
  }
  function goTo(where) {
    const box = where && text.querySelectorAll(PLACES)[where.at]?.getBoundingClientRect();
    if (box) scrollBy({ top: box.top + where.share * box.height - where.line, behavior: "instant" });
  }

  function show(next, where = place()) {
    const focused = document.activeElement;
    if (next !== isOn) (next ? join : part)();
    isOn = next;
    root.classList.toggle("twins", isOn);
    root.classList.remove("slices"); // every block has its true height, or the place could not be found again (slices.js)
    text.classList.toggle("notes-paired", isOn);
    button.setAttribute("aria-pressed", isOn);
    if (focused !== document.activeElement) focused.focus({ preventScroll: true });
    goTo(where);
    dispatchEvent(new Event("resize")); // boxes that scroll sideways have new widths
  }

  async function turnOn(where) {
    if (isBusy) return;
    isBusy = true;
    status.textContent = "";
    try {
      pairs ??= await load();
      show(true, where);
    } catch (error) {
      show(false, where);
      status.textContent = error instanceof RangeError ? error.message : words.failed;
    }
    isBusy = false;
  }

  function nameSwap() {
    swap.lastElementChild.textContent = words.first[firstLanguage() === "zh" ? "en" : "zh"];
  }

  // What html gets as classes before the next page is drawn (theme/partials/javascripts/palette.html).
  function rememberAll() {
    remember("notes-twins", isOn ? `twins ${firstLanguage()}-first` : "");
    nameSwap();
  }

  button.addEventListener("click", async () => {
    if (isOn) show(false);
    else await turnOn();
    rememberAll();
  });
  swap.addEventListener("click", () => {
    const where = place();
    remember("notes-twins-first", firstLanguage() === "zh" ? "en" : "zh");
    for (const { frame } of pairs ?? []) frame.append(frame.firstChild);
    goTo(where);
    rememberAll();
  });

  // A browser comes back to so many pixels of a page whose second half is not there yet; this remembers the block.
  const PLACE = `notes-place ${location.pathname}`;
  addEventListener("pagehide", () => {
    try { sessionStorage.setItem(PLACE, JSON.stringify(isOn ? place() ?? {} : null)); } catch { /* private mode */ }
  });
  function placeOfLastVisit() {
    const { type } = performance.getEntriesByType("navigation")[0] ?? {};
    if (type !== "reload" && type !== "back_forward") return undefined;
    try { return JSON.parse(sessionStorage.getItem(PLACE)) ?? undefined; } catch { return undefined; }
  }
  const isWanted = () => Boolean(remembered("notes-twins"));
  addEventListener("pageshow", (event) => { if (event.persisted && isWanted() !== isOn) button.click(); });
  nameSwap();
  if (isWanted()) turnOn(placeOfLastVisit());
})();
