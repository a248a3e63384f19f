// What must never happen on the page, whatever a test does.

/** What Playwright says where a test wants no service worker. */
const WORKER_BLOCKED = "Service Worker registration blocked by Playwright";

/**
 * Watches a browser context from before its first page and collects every fault in words: a word in
 * the console, an uncaught error, a dialog, a failed request, a request to another host, a violation
 * of the Content-Security-Policy, a second page.
 *
 * @param {import("playwright-core").BrowserContext} context
 * @param {string} origin the only host that may be asked
 * @returns {Promise<string[]>} filled as faults happen
 */
export async function watchForFaults(context, origin) {
  const faults = [];
  await context.exposeBinding("reportPolicyViolation", (_, words) => {
    faults.push(`Content-Security-Policy violated: ${words}`);
  });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { violatedDirective, blockedURI, sourceFile, lineNumber } = event;
      window.reportPolicyViolation(`${violatedDirective} ${blockedURI} (${sourceFile}:${lineNumber})`);
    });
  });

  context.on("console", (message) => {
    if (message.text() === WORKER_BLOCKED) return;
    faults.push(`console ${message.type()}: ${message.text()}`);
  });
  context.on("weberror", (error) => faults.push(`uncaught: ${error.error().message}`));
  context.on("dialog", (dialog) => {
    faults.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  context.on("request", (request) => {
    const url = new URL(request.url());
    const leaves = url.protocol.startsWith("http") && url.origin !== origin;
    if (leaves) faults.push(`request to another host: ${url}`);
  });
  context.on("requestfailed", (request) => {
    faults.push(`request failed: ${request.url()} (${request.failure()?.errorText})`);
  });
  context.on("response", (response) => {
    if (response.status() >= 400) faults.push(`status ${response.status()}: ${response.url()}`);
  });
  context.on("page", (page) => {
    if (context.pages().length > 1) faults.push(`a second page: ${page.url()}`);
  });
  return faults;
}
