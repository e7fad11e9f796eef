// The search box: a dialog over Pagefind's index. Nothing is fetched before it is opened.
(() => {
  const dialog = document.getElementById("notes-search");
  const opener = document.querySelector("[data-search-open]");
  if (!dialog || !opener) return;
  const index = new URL(document.currentScript.dataset.index, document.baseURI).href;
  const isChinese = document.documentElement.lang.startsWith("zh");
  const words = isChinese
    ? { hint: "搜索笔记", close: "关闭", none: "没有找到", found: (n) => `${n} 个结果`, failed: "搜索暂时不可用", keys: "↑ ↓ 选择 · Enter 打开 · Esc 关闭", slash: "按 / 键打开搜索" }
    : { hint: "Search the notes", close: "Close", none: "Nothing found", found: (n) => `${n} result${n === 1 ? "" : "s"}`, failed: "Search is not available", keys: "↑ ↓ to choose · Enter to open · Esc to close", slash: "The / key opens search" };
  const SHOWN = 8;
  const CANDIDATES = 16; // looked at more closely before the best are shown
  const HAN = /\p{Script=Han}/u;
  let engine = null;
  let latest = 0;

  dialog.innerHTML = `<form class="notes-search__bar" method="dialog" role="search">
      <input type="search" placeholder="${words.hint}" aria-label="${words.hint}" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search">
      <button type="submit" aria-label="${words.close}">×</button>
    </form>
    <p class="notes-search__status" role="status"></p>
    <ol class="notes-search__results"></ol>
    <p class="notes-search__keys" aria-hidden="true">${words.keys}</p>
    <label class="notes-search__slash"><input type="checkbox"> ${words.slash}</label>`;
  const [input, status, list] = ["input", ".notes-search__status", "ol"].map((part) => dialog.querySelector(part));
  // Speech control types single letters by chance, so that key can be switched off (WCAG 2.1.4).
  const slash = dialog.querySelector("[type=checkbox]");
  try { slash.checked = localStorage.getItem("notes-slash") !== "off"; } catch { slash.checked = true; }
  slash.addEventListener("change", () => {
    try { localStorage.setItem("notes-slash", slash.checked ? "on" : "off"); } catch { /* lasts for this page */ }
  });

  async function load() {
    const pagefind = await import(`${index}pagefind.js`);
    await pagefind.options({ excerptLength: isChinese ? 60 : 24, ranking: { metaWeights: { title: 8, terms: 8 } } });
    await pagefind.init();
    return pagefind;
  }

  // In the index each Han character stands alone (scripts/search_index.py); these two go there and back.
  const spaced = (text) => text.replace(/(?<=\p{Script=Han})(?=\p{Script=Han})/gu, " ");
  const joined = (text) => text.replace(/<\/mark>(\s?)<mark>/g, "$1")
    .replace(/(?<=\p{Script=Han}(?:<\/?mark>)*) (?=(?:<\/?mark>)*\p{Script=Han})/gu, "");
  const plain = (text) => joined(text).toLowerCase();

  // "外积 np.dot" -> ["外积", "np.dot"]: each run of Han characters is a phrase.
  const partsOf = (text) => text.match(/\p{Script=Han}+|[^\s\p{Script=Han}]+/gu) ?? [];

  // Pagefind ranks words but not phrases: the phrases say which pages, their characters in which order.
  async function candidates(pagefind, text) {
    const ranked = (await pagefind.search(spaced(text))).results;
    if (!HAN.test(text)) return ranked;
    const found = await Promise.all(partsOf(text).map((part) => pagefind.search(HAN.test(part) ? `"${spaced(part)}"` : part)));
    const sets = found.map(({ results }) => new Set(results.map(({ id }) => id)));
    const common = ranked.filter(({ id }) => sets.every((set) => set.has(id)));
    return common.length ? common : ranked;
  }

  // The wording of the question, and its parts: pairs of Han characters, words without their endings.
  function needles(text) {
    const whole = text.trim().toLowerCase().replace(/\s+/g, " ");
    const parts = partsOf(whole).flatMap((part) => {
      if (!HAN.test(part)) return [part.slice(0, Math.max(4, part.length - 3))];
      return part.length < 3 ? [part] : [...part].slice(1).map((_, at) => part.slice(at, at + 2));
    });
    return [[whole, 4], ...parts.map((part) => [part, 1 / parts.length])];
  }

  const count = (text, needle) => text.split(needle).length - 1;

  // Higher is better. First comes who introduces the term; the words in the title count next, then in a heading, then how often they are said.
  function merit(page, wanted) {
    const [title, text] = [plain(page.meta.title), plain(page.content)];
    const introduces = plain(page.meta.terms ?? "").split("|").includes(wanted[0][0]);
    const headings = page.anchors.map((anchor) => plain(anchor.text ?? ""));
    return wanted.reduce((sum, [needle, weight]) => sum + weight * (
      6 * title.includes(needle) + 2 * headings.some((heading) => heading.includes(needle)) + Math.log2(1 + count(text, needle))), 20 * introduces);
  }

  function entry(page, wanted) {
    const item = document.createElement("li");
    const link = item.appendChild(document.createElement("a"));
    const holds = (part) => plain(part.excerpt.replace(/<\/?mark>/g, "")).includes(wanted[0][0]);
    const place = page.sub_results.find(holds) ?? page.sub_results[0] ?? page;
    link.href = place.url;
    const title = joined(page.meta.title);
    link.appendChild(document.createElement("strong")).textContent = title;
    const heading = joined(place.title ?? "");
    if (heading && heading !== title) link.appendChild(document.createElement("span")).textContent = heading;
    link.appendChild(document.createElement("small")).innerHTML = joined(place.excerpt); // Pagefind escapes it, and adds <mark>
    return item;
  }

  // Without the network: of these addresses, the ones that the worker has kept.
  function readable(addresses) {
    const worker = navigator.serviceWorker?.controller;
    if (!worker) return addresses;
    const { port1, port2 } = new MessageChannel();
    return new Promise((done) => {
      port1.onmessage = ({ data }) => done(data);
      setTimeout(done, 2000, addresses);
      worker.postMessage({ say: "readable", urls: addresses, online: navigator.onLine }, [port2]);
    });
  }

  async function onlyReadable(items, addressOf) {
    const addresses = items.map((item) => new URL(addressOf(item), document.baseURI).href);
    const found = new Set(await readable(addresses));
    return items.filter((_, at) => found.has(addresses[at]));
  }

  async function search(text) {
    const turn = ++latest;
    if (!text.trim()) {
      list.replaceChildren();
      status.textContent = "";
      return;
    }
    try {
      engine ??= load();
      const found = await onlyReadable(await candidates(await engine, text), ({ id }) => `${index}fragment/${id}.pf_fragment`);
      const pages = await onlyReadable(await Promise.all(found.slice(0, CANDIDATES).map((result) => result.data())), ({ url }) => url);
      if (turn !== latest) return; // a later key stroke has overtaken this answer
      const wanted = needles(text);
      const best = pages.map((page) => ({ page, points: merit(page, wanted), beside: Number(page.meta.beside ?? 0) }))
        .filter(({ points }) => points > 0) // Pagefind also guesses
        .sort((one, other) => one.beside - other.beside || other.points - one.points); // a section teaches more than a list
      list.replaceChildren(...best.slice(0, SHOWN).map(({ page }) => entry(page, wanted)));
      const total = found.length > CANDIDATES ? found.length : best.length;
      status.textContent = total ? words.found(total) : words.none;
    } catch (error) {
      engine = null;
      status.textContent = words.failed;
      console.error(error);
    }
  }

  function open() {
    if (dialog.open) return;
    dialog.showModal();
    input.select();
    engine ??= load().catch(() => null);
  }

  function move(step) {
    const stops = [input, ...list.querySelectorAll("a")];
    const here = Math.max(0, stops.indexOf(document.activeElement));
    stops[Math.min(stops.length - 1, Math.max(0, here + step))].focus();
  }

  opener.addEventListener("click", open);
  addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, textarea, [contenteditable]");
    const wantsSearch = (event.key === "/" && slash.checked && !isTyping) || (event.key === "k" && (event.ctrlKey || event.metaKey));
    if (wantsSearch && !event.altKey) {
      event.preventDefault();
      open();
    }
  });
  dialog.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      move(step);
    }
    if (event.key === "Enter" && event.target === input) {
      event.preventDefault();
      if (!event.isComposing) list.querySelector("a")?.click();
    }
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest("ol a")) dialog.close();
  });
  input.addEventListener("input", () => search(input.value));
})();
