// A plan goes by link from one browser to another, and never takes the place of another one unasked.

import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { hasContrast, isAccessible } from "./support/accessibility.js";
import { SCREENS, appTest } from "./support/app-test.js";
import { eventually, says, shows } from "./support/eventually.js";
import { linkOf } from "./support/links.js";
import { aTeamsWindows, aWindow, planOf } from "./support/plans.js";
import { saved } from "./support/saved.js";
import { storedPlan } from "./support/stored.js";

const CLIPBOARD = ["clipboard-read", "clipboard-write"];
const CASES = JSON.parse(await readFile(new URL("../cases/share-links.json", import.meta.url), "utf8"));

const WEB_TIER = aWindow("Web-Tier", {}, { WindowId: "mw-0000000000000a001" });
const WEEKLY = { Schedule: "rate(7 days)", ScheduleTimezone: undefined };
const DATABASE = aWindow("Database", WEEKLY, { WindowId: "mw-0000000000000a002" });
const SHARED = linkOf(planOf(WEB_TIER, DATABASE));

const NAMES = ["Web-Tier", "Database"];

appTest("the link that is copied opens the plan again", { permissions: CLIPBOARD }, async (app) => {
  const { share, notices, page, header, windows } = app;
  await header.rename("My team's ‮ \"plan\" <b>");
  await share.button.click();
  await says(() => notices.words(), /^The link is copied: \d+ characters\. It holds the plan as it is now/);
  const link = await share.copied();
  assert.ok(link.startsWith(`${share.origin}/#plan=1.`), link);
  await says(() => notices.words(), new RegExp(`: ${link.length} characters`));
  assert.equal(new URL(page.url()).hash, "", "the address of the page stays as it is");
  const before = await storedPlan(page);

  await notices.dismiss.click();
  await header.choose("New plan");
  await shows(() => windows.names(), []);
  await share.follow(link);
  await shows(() => windows.names(), ["Production-Patching"]);
  await shows(() => storedPlan(page), before);
});

const DENIED = { onlyInChromium: "Firefox lets a page copy at any press" };

appTest("where copying is not allowed, the link is there to be copied", DENIED, async (app) => {
  const { share, notices } = app;
  await share.button.click();
  await says(() => notices.words(), /The browser does not let the page copy\. Copy the link from here: \d+ characters\./);
  assert.match(await share.field.inputValue(), /#plan=1\./);
  await isAccessible(app.page);
});

appTest(
  "a long link says that some programs cut it, and offers the file",
  { permissions: CLIPBOARD, plan: planOf(...aTeamsWindows(200)) },
  async ({ page, share, notices }) => {
    await share.button.click();
    await says(() => notices.words(), /Some mail and chat programs cut links so long/);
    const { text } = await saved(page, () => share.savePlan.click());
    assert.equal(JSON.parse(text).Windows.length, 200);
  },
);

const NOISE = planOf(aWindow("Web-Tier", { Description: randomBytes(40_000).toString("base64") }));

appTest("a plan too large for a link says so, and offers the file", { permissions: CLIPBOARD, plan: NOISE }, async (app) => {
  const { page, share, notices } = app;
  await share.button.click();
  await says(() => notices.words(), /^There is no link: the plan is too large for a link, which has at most 32000 characters/);
  const { name } = await saved(page, () => share.savePlan.click());
  assert.equal(name, "my-plan.plan.json");
  await isAccessible(page);
});

appTest("a browser without a compressor says so", { script: () => delete globalThis.CompressionStream }, async (app) => {
  await app.share.button.click();
  await says(() => app.notices.words(), /There is no link: this browser is too old to make one\./);
});

appTest("a page that is opened with a link shows its plan", { plan: null }, async (app) => {
  await app.page.goto("about:blank");
  await app.share.follow(SHARED);
  await app.ready();
  await shows(() => app.windows.names(), NAMES);
  assert.equal(app.page.url(), `${app.origin}/`);
});

for (const [law, plan] of [
  ["the examples", null],
  ["an empty plan", planOf()],
]) {
  appTest(`in the place of ${law} a link opens at once, and is taken back by one step`, { plan }, async (app) => {
    const { share, windows, notices, page } = app;
    const before = await windows.names();
    await share.follow(SHARED);
    await shows(() => windows.names(), NAMES);
    assert.equal(await share.dialog.count(), 0);
    await says(() => notices.words(), /2 windows came in/);
    await notices.undo.click();
    await shows(() => windows.names(), before);
    assert.equal(new URL(page.url()).hash, "");
  });
}

appTest("a plan of one's own stays until it is said that it goes", {}, async (app) => {
  const { share, windows, page, header } = app;
  await share.follow(SHARED);
  await share.dialog.waitFor();
  await says(() => share.windows.innerText(), /Web-Tier[\s\S]*Database/);
  await isAccessible(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await hasContrast(page);
  assert.deepEqual(await windows.names(), ["Production-Patching"]);
  await share.keep.click();
  await share.dialog.waitFor({ state: "hidden" });
  assert.deepEqual(await windows.names(), ["Production-Patching"]);

  await share.follow(SHARED);
  await share.open.click();
  await shows(() => windows.names(), NAMES);
  await header.undo.click();
  await shows(() => windows.names(), ["Production-Patching"]);
});

appTest("a link is opened, added or declined by keyboard alone", {}, async (app) => {
  const { share, windows, page } = app;
  await share.follow(SHARED);
  await share.dialog.waitFor();
  await app.press("Escape");
  await share.dialog.waitFor({ state: "hidden" });
  assert.deepEqual(await windows.names(), ["Production-Patching"]);

  await share.follow(SHARED);
  await share.dialog.waitFor();
  await share.way(/^Add to the plan/).focus();
  await app.press("Space");
  const add = share.dialog.getByRole("button", { name: "Import 2 windows" });
  await add.focus();
  await app.press("Enter");
  await shows(() => windows.names(), ["Production-Patching", ...NAMES]);
  await app.reload();
  await shows(() => windows.names(), ["Production-Patching", ...NAMES]);
  assert.equal(await share.dialog.count(), 0, "a reload asks nothing again");
  assert.equal(page.url(), `${share.origin}/`);
});

appTest("a link to the plan that is here says so", {}, async ({ share, notices, page }) => {
  await eventually(async () => assert.ok(await storedPlan(page)));
  await share.follow(linkOf(JSON.stringify(await storedPlan(page))));
  await says(() => notices.words(), /The link holds the plan that is here already\./);
  assert.equal(await share.dialog.count(), 0);
});

for (const [version, { link, plan }] of Object.entries(CASES)) {
  appTest(`a link of version ${version} opens`, { plan: planOf() }, async ({ share, windows, header }) => {
    await share.follow(link);
    await shows(() => windows.names(), plan.Windows.map((window) => window.Definition.Name));
    assert.ok((await header.plan.textContent()).includes("</script>"));
  });
}

appTest("what a link holds is text, whatever it says", {}, async ({ share, windows }) => {
  const name = "<img src=x onerror=alert(1)>\u2028\u202e\"'";
  await share.follow(linkOf(planOf(aWindow(name))));
  await says(() => share.windows.textContent(), /<img src=x onerror=alert\(1\)>/);
  await share.open.click();
  await eventually(async () => assert.equal((await windows.names()).length, 1));
});

appTest("on a narrow screen the link is shared and opened, too", { screen: SCREENS.narrow, permissions: CLIPBOARD }, async (app) => {
  await app.header.choose("Share as a link");
  await says(() => app.notices.words(), /The link is copied/);
  await app.share.follow(SHARED);
  await app.share.open.waitFor();
  assert.equal(await app.scrollsSideways(), false);
});
