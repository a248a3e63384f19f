import { validateCreate } from "window-planner";

export const answer = 42;

if (answer !== 42) validateCreate({}, { now: 0 });
