// A click on the "#" of a heading or the number of a formula also copies its address, and says so.
(() => {
  const copied = document.documentElement.lang.startsWith("zh") ? "链接已复制" : "Link copied";
  const note = document.createElement("p");
  note.className = "notes-said";
  note.setAttribute("role", "status");
  document.body.append(note);
  let timer = 0;

  document.addEventListener("click", async (event) => {
    const link = event.target.closest?.(".headerlink, .notes-formula-link");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return; // those open a tab
    try {
      await navigator.clipboard.writeText(link.href);
    } catch {
      return; // the address bar shows it all the same
    }
    note.textContent = copied;
    clearTimeout(timer);
    timer = setTimeout(() => { note.textContent = ""; }, 2000);
  });
})();
