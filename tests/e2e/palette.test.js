// Every command, window and day from one box; the keys and their list come from the same table.

import assert from "node:assert/strict";
import { SCREENS, appTest } from "./support/app-test.js";
import { says, shows } from "./support/eventually.js";
import { aWindow, planOf } from "./support/plans.js";

const TWO = planOf(aWindow("Web-Tier"), aWindow("Production-Patching"));

appTest("a command is found by its words or others, and Enter does it", { plan: TWO }, async (app) => {
  await app.palette.run("night colours");
  await shows(() => app.page.evaluate(() => document.documentElement.dataset.theme), "dark");
  await app.palette.run("week");
  await shows(() => app.page.getByRole("radio", { name: "Week", exact: true }).getAttribute("aria-checked"), "true");
});

appTest("a window is found by the beginnings of its words, and shown", { plan: TWO }, async (app) => {
  await app.palette.open();
  await app.page.keyboard.type("pp");
  await shows(() => app.palette.chosen(), "Production-Patching");
  await app.press("Enter");
  await shows(() => app.page.getByRole("textbox", { name: /^Name/ }).inputValue(), "Production-Patching");
  await shows(() => app.page.evaluate(() => document.activeElement.id), "inspector");
});

appTest("a day is gone to", {}, async (app) => {
  await app.palette.run("2027-03-14");
  await shows(() => app.focused(), "Sunday 14 March 2027, the clocks change 02:00 to 03:00");
});

appTest("what was used last comes first, after a reload too", { plan: TWO }, async (app) => {
  await app.palette.run("theme dark");
  await app.palette.run("web");
  await app.reload();
  await app.palette.open();
  await shows(async () => (await app.palette.names()).slice(0, 3), ["Web-Tier", "Theme: dark", "New window"]);
});

appTest("arrows choose, Escape closes and gives the focus back", { plan: TWO }, async (app) => {
  await app.calendar.zones.button.focus();
  await app.palette.open();
  await shows(() => app.palette.chosen(), "New window");
  await app.press("ArrowDown");
  await shows(() => app.palette.chosen(), "Import…");
  const active = await app.palette.box.getAttribute("aria-activedescendant");
  assert.match(await app.page.locator(`#${active}`).textContent(), /Import/);
  await app.press("ArrowUp", "ArrowUp");
  assert.notEqual(await app.palette.chosen(), "New window", "the list is a ring");
  await app.press("Escape");
  await app.palette.dialog.waitFor({ state: "hidden" });
  await says(() => app.focused(), /^Time zone of the calendar/);
});

appTest("what cannot be done is not offered; what is done to a window names it", { plan: TWO }, async (app) => {
  await app.palette.open();
  await app.palette.box.fill("undo");
  assert.ok(!(await app.palette.names()).includes("Undo"));
  await app.palette.box.fill("disable");
  await says(() => app.palette.options.first().textContent(), /^DisableWeb-Tier/);
  await app.press("Enter");
  await app.palette.run("undo");
  await shows(() => app.header.redo.isEnabled(), true);
});

const LONG = { onlyInChromium: "the driver of Firefox types letter by letter" };

appTest("ten thousand signs and none of them found", LONG, async (app) => {
  await app.palette.open();
  await app.palette.box.fill("\u202e<b>é".repeat(2500));
  await says(() => app.palette.dialog.getByRole("status").textContent(), /^Nothing found$/);
  await app.press("Enter", "ArrowDown");
  assert.ok(await app.palette.dialog.isVisible());
});

appTest("the palette is left by a press beside it, and opens by its button", { screen: SCREENS.narrow }, async (app) => {
  await app.palette.button.click();
  await app.palette.dialog.waitFor();
  await app.page.mouse.click(4, 800);
  await app.palette.dialog.waitFor({ state: "hidden" });
});

appTest("the list of keys opens at ?, takes the focus, and gives it back", {}, async (app) => {
  await app.calendar.zones.button.focus();
  await app.press("?");
  await shows(() => app.page.evaluate(() => document.activeElement.id), "keys-help");
  await says(() => app.header.keysPanel.textContent(), /Ctrl \+ KSearch or command/);
  await app.press("Escape");
  await says(() => app.focused(), /^Time zone of the calendar/);
});

appTest("keys without Ctrl can be turned off (WCAG 2.1.4)", {}, async (app) => {
  await app.press("?");
  await app.page.getByRole("checkbox", { name: "Keys without Ctrl" }).uncheck();
  await app.press("Escape");
  await app.calendar.zones.button.focus();
  await app.press("2", "?");
  await shows(() => app.page.getByRole("radio", { name: "Month", exact: true }).getAttribute("aria-checked"), "true");
  await app.palette.open();
});
