// The expression field: the part under the caret lights up and says what it does.

import assert from "node:assert/strict";
import { appTest } from "./support/app-test.js";
import { says, shows } from "./support/eventually.js";

const CRON_PARTS = ["minutes", "hours", "day of month", "month", "day of week", "year"];

// Where the caret stands in `cron(30 23 ? * TUE#3 *)`, and what is then said.
const CARETS = [
  { place: 6, part: "minutes", says: /minutes: at minute 30.*0-59/ },
  { place: 9, part: "hours", says: /hours: at hour 23.*0-23/ },
  { place: 11, part: "day of month", says: /day of month: the day of week decides.*1-31/ },
  { place: 13, part: "month", says: /month: every month.*JAN-DEC/ },
  { place: 16, part: "day of week", says: /day of week: on the third Tuesday.*SUN-SAT/ },
  { place: 21, part: "year", says: /year: every year.*1970-2199/ },
];

appTest("each field of a cron expression is labelled", {}, async ({ expression }) => {
  assert.deepEqual(await expression.partLabels(), CRON_PARTS);
  await expression.type("cron(15 30 23 ? * TUE#3 *)");
  await shows(() => expression.partLabels(), ["seconds", ...CRON_PARTS]);
  await expression.type("rate(7 days)");
  await shows(() => expression.partLabels(), ["value", "unit"]);
  await expression.type("at(2027-01-31T22:00:00)");
  await shows(() => expression.partLabels(), ["date", "time"]);
});

appTest("the field under the caret lights up and says what it contributes", {}, async ({ expression }) => {
  assert.deepEqual(await expression.litParts(), []);
  for (const { place, part, says: words } of CARETS) {
    await expression.placeCaret(place);
    await shows(() => expression.litParts(), [part]);
    await says(() => expression.said(), words);
  }
});

appTest("a label selects its part of the text", {}, async ({ expression }) => {
  await expression.parts.getByRole("button", { name: "day of week" }).click();
  await shows(() => expression.litParts(), ["day of week"]);
  await expression.page.keyboard.type("SAT#1");
  await shows(() => expression.value(), "cron(30 23 ? * SAT#1 *)");
});

appTest("nothing is lit when the caret has left", {}, async ({ expression, form }) => {
  await expression.placeCaret(6);
  await shows(() => expression.litParts(), ["minutes"]);
  await form.name.input.focus();
  await shows(() => expression.litParts(), []);
});

appTest("words follow each keystroke", {}, async ({ expression, form }) => {
  await expression.type("cron(0 2 ? * SUN *");
  await says(() => form.words(), /The expression cannot be read yet/);
  await expression.page.keyboard.type(")");
  await says(() => form.words(), /At 02:00 every Sunday/);
});
