import * as windowPlanner from "window-planner";
import { firstSteps } from "../../support/first-steps.js";

document.title = JSON.stringify(firstSteps(windowPlanner));
