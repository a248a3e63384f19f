// Starts the app, and keeps it for when there is no network. A file of its own, since the Content-Security-Policy allows no inline script.
// Trunk names the app's two files, with their hashes, in preload links.

// The chosen theme goes on the page before the first paint, so that nothing flashes.
try {
  const { theme } = JSON.parse(localStorage.getItem("window-planner.preferences")) ?? {};
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {
  // Storage that is blocked or broken is the app's to report.
}

const script = document.querySelector('link[rel="modulepreload"]').href;
const wasm = document.querySelector('link[rel="preload"][as="fetch"]').href;

try {
  const arriving = import(script);
  // The browser reads its tables of languages when it is first asked: there is time for it while the app is on its way.
  new Intl.DateTimeFormat().formatToParts();
  const { default: start } = await arriving;
  await start({ module_or_path: wasm });
} catch (error) {
  // A panic has its own page; this is for an app that did not arrive.
  if (document.getElementById("skeleton")) {
    const message = document.createElement("p");
    message.className = "no-script";
    message.textContent = `The app could not be loaded: ${error}. Reload the page to try again.`;
    document.getElementById("skeleton").replaceWith(message);
  }
  throw error;
}

// An app that no worker keeps, as on a page without TLS, is an app all the same.
if ("serviceWorker" in navigator) await keep(navigator.serviceWorker).catch(() => {});

/** Lets the service worker keep this build, and the app say when there is a newer one. */
async function keep(workers) {
  const registration = await workers.register("worker.js");
  const tell = () => {
    // Without a controller, the one that waits is the first.
    if (registration.waiting && workers.controller) dispatchEvent(new Event("new-version"));
  };
  registration.addEventListener("updatefound", () => {
    registration.installing?.addEventListener("statechange", tell);
  });
  tell();
  // A page that stays open for days is told as well. Without a network there is nothing to be told.
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) registration.update().catch(() => {});
  });
  addEventListener("take-new-version", () => {
    if (!registration.waiting) return location.reload();
    workers.addEventListener("controllerchange", () => location.reload(), { once: true });
    registration.waiting.postMessage("take over");
  });
}
