import { validateCreate } from "window-planner";

/** Nobody calls it, so a bundler drops it, and then the package. */
function isTaken(request) {
  return validateCreate(request, { now: Date.now() }).type === "success";
}

export const answer = 42;
