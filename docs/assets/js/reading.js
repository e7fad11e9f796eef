// Copy buttons, theme switch, language switch that keeps the heading, table of contents that follows the text.
// Everything reads without this file.
(() => {
  const isChinese = document.documentElement.lang.startsWith("zh");
  const words = isChinese
    ? { copy: "复制", copied: "已复制", failed: "复制失败" }
    : { copy: "Copy", copied: "Copied", failed: "Copy failed" };

  function addCopyButton(block) {
    const code = block.querySelector("pre > code");
    if (!code) return;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "notes-copy";
    button.textContent = words.copy;
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(code.textContent);
        button.textContent = words.copied;
      } catch {
        button.textContent = words.failed;
      }
      setTimeout(() => { button.textContent = words.copy; }, 2000);
    });
    block.append(button);
  }

  function setUpTheme(button) {
    if (!button) return;
    button.addEventListener("click", () => {
      const scheme = document.body.dataset.mdColorScheme === "slate" ? "default" : "slate";
      document.body.dataset.mdColorScheme = scheme;
      try { localStorage.setItem("notes-scheme", scheme); } catch { /* private mode: lasts for this page */ }
    });
  }

  const headings = [...document.querySelectorAll("article :is(h1, h2, h3)[id]")];

  function currentHeading() {
    const line = innerHeight * 0.3;
    return headings.findLast((heading) => heading.getBoundingClientRect().top <= line);
  }

  function setUpLanguage(link) {
    if (!link) return;
    const address = link.href;
    const keepPlace = () => {
      const heading = currentHeading();
      link.href = heading && heading !== headings[0] ? `${address}#${heading.id}` : address;
    };
    // pointerdown and focus come before any way to follow the link, middle click included
    for (const kind of ["pointerdown", "focus", "click"]) link.addEventListener(kind, keepPlace);
  }

  function setUpContents() {
    const links = new Map([...document.querySelectorAll(".notes-toc a")].map((link) => [link.hash.slice(1), link]));
    if (!links.size) return;
    let marked = null;
    const mark = () => {
      const heading = headings.findLast((each) => links.has(each.id) && each.getBoundingClientRect().top <= innerHeight * 0.3);
      const link = heading && links.get(heading.id);
      if (link === marked) return;
      marked?.removeAttribute("aria-current");
      link?.setAttribute("aria-current", "true");
      marked = link;
    };
    new IntersectionObserver(mark, { rootMargin: "0px 0px -70% 0px" }).observe(document.querySelector("article"));
    const observer = new IntersectionObserver(mark, { rootMargin: "0px 0px -70% 0px" });
    headings.forEach((heading) => observer.observe(heading));
  }

  // A box that scrolls sideways must be reachable from the keyboard.
  function letScrollersTakeFocus() {
    const boxes = [...document.querySelectorAll(".math-display, .highlight pre > code, .md-typeset table")];
    const wide = boxes.map((box) => box.scrollWidth > box.clientWidth); // all measured before any is changed
    boxes.forEach((box, at) => (wide[at] ? box.setAttribute("tabindex", 0) : box.removeAttribute("tabindex")));
  }

  // Measured just after a frame was drawn, a page need not be laid out once more for it.
  const afterFrame = (act) => requestAnimationFrame(() => setTimeout(act));

  function openAnswerOfHash() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const answer = target && target.closest("details");
    if (answer) answer.open = true;
  }

  document.querySelectorAll(".md-typeset .highlight").forEach(addCopyButton);
  setUpTheme(document.querySelector("[data-theme-switch]"));
  setUpLanguage(document.querySelector("[data-language-switch]"));
  setUpContents();
  openAnswerOfHash();
  addEventListener("hashchange", openAnswerOfHash);
  document.querySelectorAll(".notes-menu a").forEach((link) => link.addEventListener("click", () => {
    const menu = link.closest("[popover]");
    if (menu.matches(":popover-open")) menu.hidePopover();
  }));
  afterFrame(letScrollersTakeFocus);
  document.fonts.addEventListener("loadingdone", () => afterFrame(letScrollersTakeFocus)); // formulas have their width only now
  addEventListener("resize", () => afterFrame(letScrollersTakeFocus));
})();
