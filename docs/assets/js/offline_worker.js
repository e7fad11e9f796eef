// The service worker: keeps what was read and, when asked, a whole course. Published as sw.js by
// scripts/offline_files.py, which fills in the lists of this version: list, size to download, size kept.
//
// There is never a mix of versions. A file is kept under its address and the hash that this version's list
// gives its bytes; other bytes are not kept, and are not shown beside a page that was. A new version first
// fetches what has changed of all that is kept, and only if that succeeds may it take over. Until then the
// old one finds all its files, since theirs have other hashes.
const PARTS = {};
const SCOPE = new URL("./", location).href;
const KEPT = `${SCOPE}offline/kept/`;
const MARK = `${SCOPE}offline/saved/`;
const stored = caches.open(`notes ${SCOPE}`);
const isFull = (error) => error.name === "QuotaExceededError";
let isOnline = true;
let asked = 0;

async function reach(request, options) {
  try {
    const response = await fetch(request, options);
    isOnline = true;
    return response;
  } catch (error) {
    isOnline = error.name === "AbortError";
    throw error;
  }
}

// The server may have a newer version; at most once a minute.
function askForNews() {
  if (Date.now() - asked < 60000) return;
  asked = Date.now();
  registration.update().catch(() => {});
}

// Six at a time; ends when all have ended, with the first error if there was one.
async function each(items, work) {
  const queue = [...items], errors = [];
  const next = async () => {
    while (queue.length && !errors.length) await work(queue.shift()).catch((error) => errors.push(error));
  };
  await Promise.all(Array.from({ length: 6 }, next));
  if (errors.length) throw errors[0];
}

async function digest(bytes) {
  const hash = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).subarray(0, 6);
  return btoa(String.fromCharCode(...hash)).replaceAll("+", "-").replaceAll("/", "_");
}

// Lists: which files belong to this version.
const lists = new Map();
const listAddress = (part) => `${SCOPE}offline/${part.replaceAll("/", ".")}.${PARTS[part][0]}.json`;
const partsOf = (group) => Object.keys(PARTS).filter((part) => part === group || part.startsWith(`${group}/`));

function partOf(path) {
  const place = path.match(/^(?:en\/|snippets\/)?(c\d+(?:\/w\d+)?)\//);
  if (place) return place[1] + (/(\/|\.svg|\.png)$/.test(path) ? "" : "/more");
  return /^(pagefind|assets\/katex)\//.test(path) ? "base/more" : "base";
}

// The list of a part, {name: hash}; fetched only if `mayFetch`, otherwise empty unless it is kept.
async function list(part, mayFetch) {
  if (!PARTS[part]) return new Map();
  if (!lists.has(part) || (mayFetch && !lists.get(part))) {
    const store = await stored;
    let response = await store.match(listAddress(part));
    if (!response && mayFetch) {
      const bytes = await (await reach(listAddress(part), { cache: "no-cache" })).arrayBuffer();
      if (await digest(bytes) !== PARTS[part][0]) throw new Error("changed");
      response = new Response(bytes);
      await store.put(listAddress(part), response.clone());
    }
    lists.set(part, response && new Map(Object.entries(await response.json())));
  }
  return lists.get(part) ?? new Map();
}

const filesOf = async (group, mayFetch) => (await Promise.all(partsOf(group).map((part) => list(part, mayFetch))))
  .flatMap((files) => [...files].map(([name, hash]) => ({ name, hash })));

// The file of this version that an address means, {name, hash}, or null.
async function look(url, mayFetch) {
  const { origin, pathname, search } = new URL(url);
  const path = (origin + pathname).slice(SCOPE.length).replace(/(^|\/)index\.html$/, "$1");
  // a fragment of the search index lies with its page, which its name does not tell: look where pages were read
  const parts = path.startsWith("pagefind/fragment/") ? Object.keys(PARTS) : [partOf(path)];
  for (const part of parts) {
    const files = await list(part, mayFetch && (parts.length === 1 || (await list(part.replace("/more", ""))).size > 0));
    for (const name of [path + search, path]) if (files.has(name)) return { name, hash: files.get(name) };
  }
  return null;
}

// Keeping.
const key = ({ name, hash }) => `${KEPT}${hash}/${name}`;
const match = async (file) => file && (await stored).match(key(file));
const keptKeys = async () => (await (await stored).keys()).map(({ url }) => url);

// Keep an answer if its bytes are those of this version; return it anew (a redirected one cannot be shown), or null.
async function keep(file, response) {
  const bytes = await response.arrayBuffer();
  if (await digest(bytes) !== file.hash) return null;
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length", "vary"]) headers.delete(name);
  const copy = new Response(bytes, { headers });
  await (await stored).put(key(file), copy.clone());
  return copy;
}

async function take(file, options) {
  const response = await reach(SCOPE + file.name, options);
  if (response.ok && await keep(file, response)) return;
  askForNews();
  throw new Error("changed");
}

// What a page had loaded before there was a worker; it lies in the browser's own cache.
async function keepLoaded(urls) {
  for (const url of urls.filter((each) => each.startsWith(SCOPE))) {
    try {
      const file = await look(url, true);
      if (file && !(await match(file))) await take(file, { cache: "force-cache" });
    } catch { /* read online as before */ }
  }
}

// Reading: what is kept comes first; what is not comes from the network, and is kept.
const verdicts = new Map(); // client: whether its page is of this version

async function judge(url, response) {
  const file = await look(url, true).catch(() => null);
  const fits = file && await keep(file, response).catch(isFull);
  if (!fits) askForNews();
  return Boolean(fits);
}

async function visit(event) {
  const { request } = event;
  const kept = await match(await look(request.url));
  if (kept) return kept;
  try {
    const response = await reach(request, { cache: "no-cache" });
    if (response.ok) {
      const verdict = judge(request.url, response.clone());
      verdicts.set(event.resultingClientId, verdict);
      event.waitUntil(verdict);
    }
    return response;
  } catch {
    const { origin, pathname, search } = new URL(request.url);
    const folder = `${origin}${pathname}/`;
    return await match(await look(folder)) ? Response.redirect(folder + search) : offlinePage();
  }
}

// Whether a request comes from a page of this version; undefined if it comes from no page.
async function isOwn({ clientId, request }) {
  if (verdicts.has(clientId)) return verdicts.get(clientId);
  const { referrer } = request;
  if (!referrer.startsWith(SCOPE) || !/\/(index\.html)?$/.test(new URL(referrer).pathname)) return undefined;
  return Boolean(await match(await look(referrer)));
}

async function load(event) {
  const { request } = event;
  const file = await look(request.url, true).catch(() => null);
  if (!file) return reach(request);
  // an address with a version in it is right for whoever asks
  const own = file.name.includes("?") || await isOwn(event);
  if (own === false) return reach(request);
  const kept = await match(file);
  if (kept) return kept;
  const response = await reach(request);
  if (!response.ok) return response;
  const copy = response.clone();
  const fits = await keep(file, response).catch((error) => isFull(error) && copy);
  if (fits) return fits;
  try { // the browser's own cache may be older than the server
    await take(file, { cache: "reload" });
    return await match(file);
  } catch {
    return own ? Response.error() : copy;
  }
}

addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || request.headers.has("range") || !request.url.startsWith(SCOPE)) return;
  event.respondWith(request.mode === "navigate" ? visit(event) : load(event));
});

async function offlinePage() {
  const courses = (await keptKeys()).filter((url) => url.startsWith(MARK)).map((url) => url.slice(MARK.length)).filter((name) => name !== "base");
  const links = (folder, word) => courses.map((name) => ` · <a href="${SCOPE}${folder}${name}/">${word} ${name.slice(1)}</a>`).join("");
  const html = `<!doctype html><html lang="zh"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>离线 · Offline</title>
<style>body{max-width:34rem;margin:18vh auto;padding:0 1rem;font:1.05rem/1.7 system-ui}</style>
<h1>离线 · Offline</h1>
<p>现在没有网络，这一页也没有存在本机。</p><p><a href="">再试一次</a> · <a href="${SCOPE}">首页</a>${links("", "课程")}</p><hr>
<div lang="en"><p>There is no network now, and this page is not kept on this device.</p><p><a href="">Try again</a> · <a href="${SCOPE}en/">Home</a>${links("en/", "Course")}</p></div>`;
  return new Response(html, { status: 503, headers: { "Content-Type": "text/html; charset=utf-8" } });
}

// Of these addresses, those that can be read now: all of them while the network answers.
async function readable(urls, online) {
  if (online && isOnline && navigator.onLine) return urls;
  const found = await Promise.all(urls.map(async (url) => match(await look(url))));
  return urls.filter((_, place) => found[place]);
}

// Courses. A mark tells that a course was asked for, and which of its files were kept before.
const runs = new Map(); // course: what is being saved
const readMark = async (group) => (await (await stored).match(MARK + group))?.json();

async function state(course) {
  const run = runs.get(course);
  if (run) return { is: "saving", done: run.done, total: run.total };
  if (!(await readMark(course))) return { is: "none" };
  try {
    const have = new Set(await keptKeys());
    const files = [...await filesOf("base", true), ...await filesOf(course, true)];
    return { is: files.every((file) => have.has(key(file))) ? "saved" : "partial" };
  } catch {
    return { is: "partial" };
  }
}

async function tell(course, reason) {
  const sum = (column) => [...partsOf("base"), ...partsOf(course)].reduce((total, part) => total + PARTS[part][column], 0);
  const message = { course, reason, download: sum(1), kept: sum(2), ...await state(course) };
  for (const client of await clients.matchAll({ includeUncontrolled: true })) client.postMessage(message);
}

async function save(course) {
  if (runs.has(course)) return;
  const run = { done: 0, total: 0, stop: new AbortController() };
  runs.set(course, run);
  let reason;
  try {
    const store = await stored, have = new Set(await keptKeys()), files = [];
    for (const group of ["base", course]) {
      const some = await filesOf(group, true);
      const before = some.filter((file) => have.has(key(file))).map(({ name }) => name);
      if (!(await readMark(group))) await store.put(MARK + group, new Response(JSON.stringify(before)));
      files.push(...some);
    }
    run.total = files.length;
    await each(files, async (file) => {
      run.stop.signal.throwIfAborted();
      if (!have.has(key(file))) await take(file, { cache: "no-cache", signal: run.stop.signal });
      run.done += 1;
      await tell(course);
    });
  } catch (error) {
    reason = run.stop.signal.aborted ? "stopped" : isFull(error) ? "full" : error.message === "changed" ? "changed" : "lost";
  }
  runs.delete(course);
  if (reason === "stopped" || reason === "full") await remove(course);
  await tell(course, reason);
}

async function remove(course) {
  const store = await stored;
  const others = (await keptKeys()).filter((url) => url.startsWith(MARK) && url !== MARK + course && url !== `${MARK}base`);
  for (const group of others.length ? [course] : [course, "base"]) {
    const before = new Set(await readMark(group));
    for (const file of await filesOf(group)) if (!before.has(file.name)) await store.delete(key(file));
    await store.delete(MARK + group);
  }
}

addEventListener("message", (event) => {
  const { say, course, urls, online } = event.data;
  const isCourse = partsOf(course).length > 0;
  const acts = {
    keep: () => clients.claim().then(() => keepLoaded(urls)),
    readable: async () => event.ports[0].postMessage(await readable(urls, online)),
    state: () => isCourse && tell(course),
    save: () => isCourse && save(course),
    stop: () => runs.get(course)?.stop.abort(),
    remove: async () => { await remove(course); await tell(course); },
    takeOver: () => skipWaiting(),
  };
  event.waitUntil(acts[say]?.());
});

// Versions.
const nameOf = (url) => url.slice(KEPT.length).replace(/^[^/]*\//, "");

// The files of this version that take the place of a kept one.
async function successors(name) {
  const found = await look(SCOPE + name, true);
  const files = [...await list(partOf(name), true)].map(([each, hash]) => ({ name: each, hash }));
  if (!found) return files.filter((file) => name.includes("?") && file.name.split("?")[0] === name.split("?")[0]);
  const isPicture = (file) => /\/$/.test(name) && file.name.startsWith(name) && /^[^/]+\.(svg|png)$/.test(file.name.slice(name.length));
  return [found, ...files.filter(isPicture)];
}

async function renew() {
  const keys = await keptKeys(), have = new Set(keys), wanted = new Map(), added = [];
  const want = (files) => files.forEach((file) => wanted.set(key(file), file));
  for (const url of keys) {
    if (url.startsWith(KEPT)) want(await successors(nameOf(url)));
    if (url.startsWith(MARK)) want(await filesOf(url.slice(MARK.length), true));
  }
  try {
    await each([...wanted].filter(([name]) => !have.has(name)), async ([name, file]) => {
      await take(file, { cache: "reload" });
      added.push(name);
    });
  } catch (error) { // what was fetched serves the next attempt, unless there is no room for it
    if (isFull(error)) for (const name of added) await (await stored).delete(name);
    throw error;
  }
}

async function sweep() {
  const store = await stored, current = new Set(Object.keys(PARTS).map(listAddress));
  for (const url of await keptKeys()) {
    const file = url.startsWith(KEPT) && await look(SCOPE + nameOf(url));
    if (!current.has(url) && !url.startsWith(MARK) && !(file && key(file) === url)) await store.delete(url);
  }
}

addEventListener("install", (event) => event.waitUntil(renew()));
addEventListener("activate", (event) => event.waitUntil(sweep().then(() => clients.claim())));
