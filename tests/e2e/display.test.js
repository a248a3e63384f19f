// What viewers ask of their display: their own palette, more contrast, less movement.

import assert from "node:assert/strict";
import { isAccessible } from "./support/accessibility.js";
import { appTest } from "./support/app-test.js";
import { shows } from "./support/eventually.js";
import { aWindow, planOf } from "./support/plans.js";

const PLAN = planOf(aWindow("First"), aWindow("Second", { Schedule: "cron(0 3 ? * SUN *)" }));

const FORCED = { forcedColors: "active", reducedMotion: "reduce" };

/** How an element is drawn, as far as a palette of the viewer's own leaves it. */
const drawn = (locator, pseudo = null) =>
  locator.evaluate((element, pseudo) => {
    const { backgroundColor, backgroundImage, outlineStyle, outlineWidth, borderLeftWidth } = getComputedStyle(element, pseudo);
    return { backgroundColor, backgroundImage, outline: outlineStyle === "none" ? 0 : parseFloat(outlineWidth), borderLeftWidth };
  }, pseudo);

/** Two elements that only their state tells apart are drawn otherwise. */
async function differ(one, other, pseudo) {
  assert.notDeepEqual(await drawn(one, pseudo), await drawn(other, pseudo));
}

appTest("forced colours: every state that a ground tells is told by a line, too", { plan: PLAN }, async (app) => {
  const { page, windows, calendar } = app;
  await page.emulateMedia(FORCED);
  await windows.shown("Second").uncheck();
  await differ(windows.shown("First"), windows.shown("Second"), "::before");
  await differ(windows.item("First"), windows.item("Second"));
  await differ(calendar.view("Month"), calendar.view("Week"));
  const tab = (name) => page.getByRole("tab", { name });
  await differ(tab("Definition"), tab("Runs"), "::after");
  const today = calendar.grid.locator("[aria-current=date] .day-number");
  if ((await today.count()) === 0) await calendar.today();
  await differ(today, calendar.grid.locator("[role=gridcell]:not([aria-current]) .day-number").first());
});

appTest("forced colours: what runs is drawn in each view", { plan: PLAN }, async ({ calendar, page }) => {
  await page.emulateMedia(FORCED);
  const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const isColored = async (block) => {
    const { backgroundColor } = await drawn(calendar.region.locator(block).first());
    assert.notEqual(backgroundColor, ground, block);
  };
  await isColored(".block .track .open");
  await calendar.view("Week").click();
  assert.equal((await drawn(calendar.region.locator(".hours-block").first())).borderLeftWidth, "1px");
  await calendar.view("Timeline").click();
  await isColored(".timeline-run");
});

appTest("forced colours: the focus is seen on everything that Tab reaches", { plan: PLAN }, async (app) => {
  await app.page.emulateMedia(FORCED);
  for (let step = 0; step < 30; step += 1) {
    await app.press("Tab");
    const rings = await app.page.evaluate(() => {
      const boxes = [document.activeElement, document.activeElement.parentElement, document.activeElement.parentElement?.parentElement];
      return boxes.filter(Boolean).map((box) => getComputedStyle(box)).some((style) => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2);
    });
    assert.ok(rings, await app.focused());
  }
});

appTest("forced colours: no finding of axe", { plan: PLAN }, async ({ page }) => {
  await page.emulateMedia(FORCED);
  await isAccessible(page);
});

appTest("more contrast: lines and quiet words are as strong as they are asked to be", { plan: PLAN }, async ({ page }) => {
  /** Contrast of a custom property against the surface, as WCAG counts it. */
  const contrast = (property) =>
    page.evaluate((property) => {
      const probe = document.body.appendChild(document.createElement("span"));
      const light = (color) => {
        probe.style.color = color;
        const parts = getComputedStyle(probe).color.match(/[\d.]+/g).slice(0, 3).map((part) => Number(part) / 255);
        const [r, g, b] = parts.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const [one, other] = [light(`var(${property})`), light("var(--surface)")].sort((a, b) => b - a);
      probe.remove();
      return (one + 0.05) / (other + 0.05);
    }, property);
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ contrast: "more", colorScheme });
    for (const [property, least] of [["--ink", 7], ["--ink-2", 7], ["--ink-3", 7], ["--accent", 7], ["--line", 3], ["--line-control", 4.5], ["--error", 4.5], ["--warning", 4.5]]) {
      const found = await contrast(property);
      assert.ok(found >= least, `${property}, ${colorScheme}: ${found.toFixed(2)} of ${least}`);
    }
  }
});

appTest("less movement: nothing moves and nothing fades", { plan: PLAN, screen: { width: 900, height: 800 } }, async (app) => {
  await app.page.emulateMedia({ reducedMotion: "reduce" });
  await app.windows.drawer.click();
  const moving = await app.page.evaluate(() =>
    [...document.querySelectorAll("*")].flatMap((element) => {
      const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
      const isStill = transitionDuration.split(", ").every((time) => parseFloat(time) === 0) && animationName === "none";
      return isStill && scrollBehavior === "auto" ? [] : [element.className];
    }),
  );
  assert.deepEqual(moving, []);
  await shows(() => app.page.evaluate(() => document.getAnimations().length), 0);
});
