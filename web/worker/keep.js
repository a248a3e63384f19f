// The service worker of a release build: an app that was opened once opens without a network.
//
// It keeps the files of one build, each checked by its digest, and answers with them alone. A newer build
// comes as a worker of another text, which keeps its own files and waits: until the page lets it in
// (web/start.js), or until the last page of the older build is closed. No page mixes two builds.

// `cargo xtask build` writes these two.
const BUILD = "";
/** The files by their path, each with its digest. @type {Record<string, string>} */
const FILES = {};

const OURS = `window-planner ${registration.scope} `;
const CACHE = OURS + BUILD;

addEventListener("install", (event) => event.waitUntil(keepFiles()));
addEventListener("activate", (event) => event.waitUntil(removeOlder()));

addEventListener("message", ({ data }) => {
  if (data === "take over") skipWaiting();
});

addEventListener("fetch", (event) => {
  const path = pathOf(event.request);
  if (Object.hasOwn(FILES, path)) event.respondWith(answer(path, event.request));
});

/** All files or none: half of a build, or one that is just being replaced, is tried again at the next visit. */
async function keepFiles() {
  const cache = await caches.open(CACHE);
  const keepFile = async ([path, integrity]) => {
    const response = await fetch(path, { cache: "no-cache", integrity });
    if (!response.ok) throw new Error(`${path}: ${response.status}`);
    await cache.put(path, response);
  };
  try {
    await Promise.all(Object.entries(FILES).map(keepFile));
  } catch (error) {
    await caches.delete(CACHE);
    throw error;
  }
}

async function removeOlder() {
  const names = await caches.keys();
  const older = names.filter((name) => name.startsWith(OURS) && name !== CACHE);
  await Promise.all(older.map((name) => caches.delete(name)));
}

async function answer(path, request) {
  const cache = await caches.open(CACHE);
  // A browser that is short of room may have removed it.
  return (await cache.match(path, { ignoreVary: true })) ?? fetch(request);
}

/** The path of a file below the app's own; empty for what is none. */
function pathOf({ method, url }) {
  const address = url.split(/[?#]/, 1)[0];
  if (method !== "GET" || !address.startsWith(registration.scope)) return "";
  const path = address.slice(registration.scope.length);
  return path === "" || path === "index.html" ? "./" : path;
}
