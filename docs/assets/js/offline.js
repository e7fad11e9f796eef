// Reading offline: starts the worker, saves a course on request, offers a new version when there is one.
(() => {
  const host = navigator.serviceWorker;
  const address = document.currentScript.dataset.worker;
  if (!host) return;
  if (!address) { // served while writing: a worker left over from a built site would show old pages
    host.getRegistration().then((old) => old?.active?.scriptURL.endsWith("/sw.js") && old.unregister());
    return;
  }
  const worker = new URL(address, document.baseURI).href;
  const wasControlled = Boolean(host.controller);
  const words = document.documentElement.lang.startsWith("zh")
    ? { news: "笔记有新版本。", accept: "换到新版", later: "以后再说" }
    : { news: "The notes have changed.", accept: "Show the new version", later: "Later" };

  function button(text, act) {
    const made = document.createElement("button");
    made.type = "button";
    made.textContent = text;
    made.addEventListener("click", act);
    return made;
  }

  // One button, whose meaning follows what the worker tells; it keeps the focus.
  function setUpSaving(box, registration) {
    const course = box.dataset.offline, says = JSON.parse(box.dataset.words);
    const [control, progress, count, status] = box.children;
    const say = (what) => registration.active.postMessage({ say: what, course });
    let is, ready = 0, watch;
    control.addEventListener("click", () => {
      if (performance.now() < ready) return; // the button has just changed its meaning
      if (is === "none") navigator.storage?.persist?.().catch(() => {});
      say({ saving: "stop", saved: "remove" }[is] ?? "save");
    });

    host.addEventListener("message", ({ data }) => {
      if (data.course !== course) return;
      const isSaving = data.is === "saving";
      progress.hidden = count.hidden = !isSaving;
      if (isSaving) {
        progress.max = data.total || 1;
        progress.value = data.done;
        count.textContent = `${data.done} / ${data.total}`;
      }
      const text = isSaving ? "" : (says[data.reason] ?? says[data.is]).replace(/\{(\w+)\}/g, (_, part) => `${(data[part] / 100).toFixed(1)} MB`);
      if (status.textContent !== text) status.textContent = text;
      if (data.is === is) return;
      [is, ready] = [data.is, box.dataset.is ? performance.now() + 500 : 0];
      control.textContent = says[{ none: "save", saving: "stop", saved: "remove", partial: "go" }[is]];
      box.dataset.is = is; // the box shows itself
      clearInterval(watch); // the browser may end a worker in the middle
      if (isSaving) watch = setInterval(say, 5000, "state");
    });
    host.startMessages();
    say("state");
  }

  function offer(waiting) {
    if (document.querySelector(".notes-update")) return;
    const box = document.createElement("aside");
    box.className = "notes-update";
    box.setAttribute("aria-label", words.news);
    const text = box.appendChild(document.createElement("p"));
    text.setAttribute("role", "status");
    box.append(button(words.accept, () => waiting.postMessage({ say: "takeOver" })), button(words.later, () => box.remove()));
    document.body.append(box);
    setTimeout(() => { text.textContent = words.news; }, 100); // said aloud, because it changes
  }

  function watch(registration) {
    const look = () => registration.active && registration.waiting && offer(registration.waiting);
    look();
    registration.addEventListener("updatefound", () => registration.installing?.addEventListener("statechange", look));
    let isFirst = !wasControlled;
    host.addEventListener("controllerchange", () => {
      if (!isFirst) location.reload();
      isFirst = false;
    });
  }

  // A site that has no worker any more must not be held by an old one.
  async function leaveIfGone(registration) {
    try {
      await registration.update();
    } catch {
      const answer = await fetch(worker, { method: "HEAD", cache: "no-store" }).catch(() => null);
      if (![404, 410].includes(answer?.status)) return;
      await registration.unregister();
      await caches.delete(`notes ${registration.scope}`);
      location.reload();
    }
  }

  async function start() {
    const registration = await host.register(worker);
    watch(registration);
    await host.ready;
    const box = document.querySelector("[data-offline]");
    if (box) setUpSaving(box, registration);
    if (wasControlled && navigator.onLine) leaveIfGone(registration);
    const loaded = ["resource", "navigation"].flatMap((kind) => performance.getEntriesByType(kind)); // the page last, when it is whole
    const urls = loaded.filter(({ workerStart }) => !workerStart).map(({ name }) => name); // not by way of the worker
    if (urls.length) registration.active.postMessage({ say: "keep", urls });
  }

  const whenIdle = window.requestIdleCallback ?? setTimeout; // Safari has no idle callback
  addEventListener("load", () => whenIdle(() => start().catch(() => {}))); // private windows may refuse
})();
