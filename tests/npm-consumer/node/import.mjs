import * as windowPlanner from "window-planner";
import { firstSteps } from "../support/first-steps.js";

console.log(JSON.stringify(firstSteps(windowPlanner)));
