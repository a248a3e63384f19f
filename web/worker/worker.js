// The service worker of an app that is being developed, as `cargo xtask serve` serves it: it removes the
// one (keep.js) that a release build at the same address has left. What is developed comes from the disk.

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const names = await caches.keys();
  const ours = names.filter((name) => name.startsWith(`window-planner ${registration.scope} `));
  await Promise.all(ours.map((name) => caches.delete(name)));
  const stale = await clients.matchAll({ type: "window" });
  await registration.unregister();
  await Promise.all(stale.map((page) => page.navigate(page.url)));
}
