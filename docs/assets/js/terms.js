// The meaning of a term on hover, focus and tap, in a card beside it.
// Without this file a term is a link to the glossary whose title says the same.
(() => {
  const CARD = "notes-term-card";
  const words = { zh: "术语表", en: "Glossary" };
  const meanings = new WeakMap(); // link -> its title, taken away so that browsers do not show it a second time
  let card = null;
  let shown = null;
  let timer = 0;

  function makeCard() {
    const made = document.createElement("div");
    made.id = CARD;
    made.className = "notes-term-card";
    made.popover = "manual";
    made.setAttribute("role", "tooltip");
    made.addEventListener("pointerenter", () => clearTimeout(timer)); // it can be pointed at, and read in peace
    made.addEventListener("pointerleave", hideSoon);
    document.body.append(made);
    return made;
  }

  function fill(link) {
    if (!meanings.has(link)) {
      meanings.set(link, link.title);
      link.removeAttribute("title");
    }
    const isChinese = link.closest("[lang]").lang.startsWith("zh");
    const paragraphs = meanings.get(link).split("\n").map((line) => {
      const [counterpart, ...rest] = line.split(isChinese ? "：" : ": ");
      const paragraph = document.createElement("p");
      const name = paragraph.appendChild(document.createElement("strong"));
      name.lang = isChinese ? "en" : "zh-Hans";
      name.textContent = counterpart;
      paragraph.append(` ${rest.join(isChinese ? "：" : ": ")}`);
      return paragraph;
    });
    const more = document.createElement("a");
    more.href = link.href;
    more.tabIndex = -1; // the term itself is the same link
    more.textContent = words[isChinese ? "zh" : "en"];
    card.lang = isChinese ? "zh-Hans" : "en";
    card.replaceChildren(...paragraphs, more);
  }

  function place(link) {
    const rects = link.getClientRects();
    const line = rects[rects.length - 1];
    const { width, height } = card.getBoundingClientRect();
    const room = document.documentElement.clientWidth - width - 8;
    const isAbove = line.bottom + height + 8 > innerHeight && rects[0].top > height + 8;
    card.style.left = `${Math.max(8, Math.min(line.left, room)) + scrollX}px`;
    card.style.top = `${(isAbove ? rects[0].top - height - 4 : line.bottom + 4) + scrollY}px`;
  }

  function show(link) {
    clearTimeout(timer);
    if (shown === link) return;
    hide();
    card ??= makeCard();
    fill(link);
    card.showPopover();
    place(link);
    link.setAttribute("aria-describedby", CARD);
    shown = link;
  }

  function hide() {
    clearTimeout(timer);
    if (!shown) return;
    shown.removeAttribute("aria-describedby");
    shown = null;
    card.hidePopover();
  }

  function hideSoon() {
    clearTimeout(timer);
    timer = setTimeout(hide, 200); // time to move the pointer onto the card
  }

  const termOf = (event) => event.target.closest?.(".notes-term");

  document.addEventListener("pointerover", (event) => {
    const link = termOf(event);
    if (!link || event.pointerType !== "mouse") return;
    clearTimeout(timer);
    timer = setTimeout(show, 120, link); // not while the pointer only passes
  });
  document.addEventListener("pointerout", (event) => { if (termOf(event) && event.pointerType === "mouse") hideSoon(); });
  document.addEventListener("focusin", (event) => {
    const link = termOf(event);
    if (link?.matches(":focus-visible")) show(link);
    else if (!card?.contains(event.target)) hide();
  });
  document.addEventListener("click", (event) => {
    const link = termOf(event);
    if (link && event.pointerType === "touch" && shown !== link) {
      event.preventDefault(); // the first tap shows, the second follows
      show(link);
    } else if (!card?.contains(event.target)) {
      hide();
    }
  });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
})();
