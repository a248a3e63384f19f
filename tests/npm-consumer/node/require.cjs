const windowPlanner = require("window-planner");

import("../support/first-steps.js").then(({ firstSteps }) => console.log(JSON.stringify(firstSteps(windowPlanner))));
