// The search box: a dialog over Pagefind's index. Nothing is fetched before it is opened.
(() => {
  const dialog = document.getElementById("notes-search");
  const opener = document.querySelector("[data-search-open]");
  if (!dialog || !opener) return;
  const index = new URL(document.currentScript.dataset.index, document.baseURI).href;
  const words = document.documentElement.lang.startsWith("zh")
    ? { hint: "搜索笔记", close: "关闭", none: "没有找到", found: (n) => `${n} 个结果`, failed: "搜索暂时不可用", keys: "↑ ↓ 选择 · Enter 打开 · Esc 关闭" }
    : { hint: "Search the notes", close: "Close", none: "Nothing found", found: (n) => `${n} result${n === 1 ? "" : "s"}`, failed: "Search is not available", keys: "↑ ↓ to choose · Enter to open · Esc to close" };
  const SHOWN = 8;
  let engine = null;
  let latest = 0;

  dialog.innerHTML = `<form class="notes-search__bar" method="dialog" role="search">
      <input type="search" placeholder="${words.hint}" aria-label="${words.hint}" autocomplete="off" autocapitalize="off" spellcheck="false" enterkeyhint="search">
      <button type="submit" aria-label="${words.close}">×</button>
    </form>
    <p class="notes-search__status" role="status"></p>
    <ol class="notes-search__results"></ol>
    <p class="notes-search__keys" aria-hidden="true">${words.keys}</p>`;
  const [input, status, list] = ["input", ".notes-search__status", "ol"].map((part) => dialog.querySelector(part));

  async function load() {
    const pagefind = await import(`${index}pagefind.js`);
    await pagefind.options({ excerptLength: 24, ranking: { metaWeights: { title: 8 } } });
    await pagefind.init();
    return pagefind;
  }

  function entry(result) {
    const item = document.createElement("li");
    const link = item.appendChild(document.createElement("a"));
    const part = result.sub_results.find((each) => each.url.includes("#")) ?? result.sub_results[0];
    const best = result.sub_results.length && part ? part : result;
    link.href = best.url;
    const title = link.appendChild(document.createElement("strong"));
    title.textContent = result.meta.title;
    if (best.title && best.title !== result.meta.title) {
      link.appendChild(document.createElement("span")).textContent = best.title;
    }
    link.appendChild(document.createElement("small")).innerHTML = best.excerpt; // Pagefind escapes it, and adds <mark>
    return item;
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
      const found = await (await engine).search(text);
      const results = await Promise.all(found.results.slice(0, SHOWN).map((result) => result.data()));
      if (turn !== latest) return; // a later key stroke has overtaken this answer
      list.replaceChildren(...results.map(entry));
      status.textContent = results.length ? words.found(found.results.length) : words.none;
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

  opener.hidden = false;
  opener.addEventListener("click", open);
  addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, textarea, [contenteditable]");
    const wantsSearch = (event.key === "/" && !isTyping) || (event.key === "k" && (event.ctrlKey || event.metaKey));
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
