// The form of a window of one's own, tags, dates, and the theme.

import assert from "node:assert/strict";
import { appTest } from "./support/app-test.js";
import { eventually, says, shows } from "./support/eventually.js";

appTest("a new window begins in the viewer's zone, ready for its name", {}, async (app) => {
  await app.windows.begin.click();
  await shows(() => app.focused(), "Name");
  await app.page.keyboard.type("Mine");
  await shows(() => app.form.name.value(), "Mine");
  assert.equal(await app.zone.value(), "Europe/Berlin");
  assert.equal(await app.expression.value(), "cron(0 2 ? * SUN *)");
  await shows(() => app.calendar.nextRun.textContent(), "Sun 29 Nov 2026, 02:00");
  await says(() => app.windows.said("Mine"), /^Mine Sun 29 Nov, 02:00, in 5 d$/);
});

appTest("N begins a new window, but not where text is typed", {}, async (app) => {
  await app.form.name.input.focus();
  await app.form.name.input.press("End");
  await app.page.keyboard.type("n");
  await shows(() => app.form.name.value(), "Production-Patchingn");
  await app.calendar.grid.getByRole("gridcell", { selected: true }).focus();
  await app.page.keyboard.press("n");
  await shows(() => app.form.name.value(), "New-Window");
  await shows(() => app.windows.names(), ["Production-Patchingn", "New-Window"]);
});

appTest("the entry leads back to the next run", {}, async (app) => {
  await app.calendar.today();
  await shows(() => app.calendar.month(), "November 2026");
  await app.windows.entry("Production-Patching").click();
  await shows(() => app.calendar.month(), "December 2026");
});

appTest("tags are added, checked and removed", {}, async (app) => {
  const { form } = app;
  await form.addTag.click();
  await form.addTag.click();
  await form.tag(1).key.fill("team");
  await form.tag(1).value.fill("web");
  await form.tag(2).key.fill("team");
  await says(() => form.tag(2).key.said(), /The key team stands twice/);
  await form.tag(2).key.fill("aws:x");
  await says(() => form.tag(2).key.said(), /A key must not begin with aws:/);
  await form.tag(1).remove.click();
  await shows(() => form.tag(1).key.value(), "aws:x");
  await form.tag(1).remove.click();
  await shows(() => form.tag(1).key.input.count(), 0);
  await app.showTab("Export");
  await shows(async () => "Tags" in (await app.request.json()), false);
});

appTest("a date is picked by the wall's clock of the schedule's zone", {}, async ({ form }) => {
  const picker = form.picker("Not before");
  await picker.date.fill("2027-07-01");
  await shows(() => form.startDate.value(), "2027-07-01T00:00:00-07:00");
  await picker.time.fill("22:30");
  await picker.time.press("Tab");
  await shows(() => form.startDate.value(), "2027-07-01T22:30:00-07:00");
  await says(() => form.startDate.said(), /Los Angeles time/);
  await picker.clear.click();
  await shows(() => form.startDate.value(), "");
  await shows(() => picker.date.inputValue(), "");
});

appTest("duration moves by its slider, too", {}, async ({ form }) => {
  await form.panel.getByRole("slider", { name: "Duration in hours" }).focus();
  await form.page.keyboard.press("ArrowRight");
  await shows(() => form.duration.value(), "5");
});

appTest("the theme goes light, dark, as the system, and stays over a reload", {}, async (app) => {
  const scheme = () => app.page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const light = await scheme();
  await app.theme.click();
  await shows(() => app.theme.getAttribute("aria-label"), "Theme: light; next: dark");
  assert.equal(await scheme(), light);
  await app.theme.click();
  await eventually(async () => assert.notEqual(await scheme(), light));
  const dark = await scheme();
  await app.reload();
  assert.equal(await scheme(), dark);
  await shows(() => app.theme.getAttribute("aria-label"), "Theme: dark; next: as the system");
  await app.theme.click();
  await shows(scheme, light);
});
