// What a first visit loads.

/**
 * The paths that are asked for until the app stands, and a moment after it; without what the service worker
 * loads in the background.
 *
 * @returns {Promise<string[]>}
 */
export async function visitFiles(browser, origin) {
  const context = await browser.newContext({ serviceWorkers: "block" });
  try {
    const paths = new Set();
    context.on("request", (request) => paths.add(new URL(request.url()).pathname));
    const page = await context.newPage();
    await page.goto(origin);
    await page.locator(".month .block").first().waitFor();
    await page.waitForLoadState("networkidle");
    return [...paths];
  } finally {
    await context.close();
  }
}
