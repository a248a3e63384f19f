import * as windowPlanner from "../../node_modules/window-planner/browser.js";
import { firstSteps } from "../../support/first-steps.js";

document.title = JSON.stringify(firstSteps(windowPlanner));
