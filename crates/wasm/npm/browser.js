// What browsers and bundlers find: the glue fetches the wasm file from beside itself, and whoever imports
// this module waits for it.

import * as glue from "./glue.js";

await glue.default();

// Names of this module, not of the glue: who uses one needs the line above too, and a bundler knows it, so
// `"sideEffects": false` holds. Whoever uses none is spared the wasm file.
export const {
  Planner,
  describeSchedule,
  diffUpdate,
  exportRequest,
  timeZones,
  upcomingExecutions,
  upcomingStarts,
  validateCreate,
  validateUpdate,
  version,
} = glue;
