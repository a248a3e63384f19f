// Starts the app. A file of its own, since the Content-Security-Policy allows no inline script.
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
  const { default: start } = await import(script);
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
