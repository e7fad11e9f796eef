// Read marks: a button at the end of a section, checks beside its links, "7 of 20 read" above a week or course.
// The marks stay in this browser, under one key for both languages (c1/w2/s09), and are never sent.
(() => {
  const STORE = "notes-read";
  const isChinese = document.documentElement.lang.startsWith("zh");
  const words = isChinese
    ? { of: (n, all) => `已读 ${n}/${all}`, undo: "撤销清除" }
    : { of: (n, all) => `${n}/${all} read`, undo: "Undo" };
  const button = document.querySelector("[data-mark]");
  const progress = document.querySelector("[data-below]");
  const clear = document.querySelector("[data-clear]");
  let read = new Set();
  let cleared = null; // what "undo" brings back

  function load() {
    try { read = new Set((localStorage.getItem(STORE) || "").split(" ").filter(Boolean)); } catch { /* private mode: lasts for this page */ }
  }

  function save() {
    try { localStorage.setItem(STORE, [...read].sort().join(" ")); } catch { /* as above */ }
  }

  // …/c1/w2/s09_name/ -> c1/w2/s09, …/c1/w2/lab_name/ -> c1/w2/lab_name
  const keyOf = (link) => link.pathname.match(/\/(c\d+\/w\d+\/(?:s\d+(?=_)|lab_\w+))\w*\/$/)?.[1];

  // In running text a link stays a link; an index page and the menu are lists of what there is to read.
  const links = [...document.querySelectorAll(".notes-nav a:not([href^='#'])")];
  if (progress) links.push(...document.querySelectorAll("article :is(td:first-child, li) > a:first-child"));

  const done = (start) => [...read].filter((key) => key.startsWith(start)).length;
  // …/c1/w2/ -> 20, which the menu says of each of its weeks
  const totals = new Map([...document.querySelectorAll(".notes-nav__week:not([data-total='0'])")].map((link) => [link.pathname, +link.dataset.total]));
  const isWeekDone = (link) => totals.get(link.pathname) <= done(link.pathname.match(/c\d+\/w\d+\/$/)?.[0]);

  function show() {
    for (const link of links) link.toggleAttribute("data-read", read.has(keyOf(link)) || isWeekDone(link));
    button?.setAttribute("aria-pressed", read.has(button.dataset.mark));
    if (!progress) return;
    const [some, all] = [done(progress.dataset.below), +progress.dataset.total];
    progress.textContent = words.of(Math.min(some, all), all);
    progress.classList.toggle("notes-some", some > 0);
    clear.textContent = cleared ? words.undo : clear.dataset.clear;
    clear.classList.toggle("notes-some", some > 0 || cleared !== null);
  }

  button?.addEventListener("click", () => {
    load(); // another tab may have marked a page since
    if (!read.delete(button.dataset.mark)) read.add(button.dataset.mark);
    save();
    show();
  });

  clear?.addEventListener("click", () => {
    load();
    const before = new Set(read);
    if (cleared) for (const key of cleared) read.add(key);
    else for (const key of before) if (key.startsWith(progress.dataset.below)) read.delete(key);
    cleared = cleared ? null : [...before].filter((key) => !read.has(key));
    save();
    show();
  });

  const refresh = () => { load(); show(); };
  addEventListener("storage", (event) => { if (event.key === STORE) refresh(); });
  addEventListener("pageshow", (event) => { if (event.persisted) refresh(); }); // back from the next page
  refresh();
})();
