// What `import` finds in Node: the wasm file is beside this one, read and compiled at once.
//
// A bundler for Node that knows `new URL(…, import.meta.url)` takes the file along.

import { readFileSync } from "node:fs";
import * as glue from "./glue.js";

glue.initSync({ module: readFileSync(new URL("window-planner_bg.wasm", import.meta.url)) });

// Names of this module, not of the glue: who uses one needs the line above too, and a bundler knows it.
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
