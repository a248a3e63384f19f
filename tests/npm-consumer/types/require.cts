// A program that requires the package, as strictly as TypeScript checks. It is compiled, not run.

import windowPlanner = require("window-planner");
import { Planner, upcomingStarts, type Execution, type OperationError } from "window-planner";

const query: windowPlanner.ExecutionQuery = { after: "2027-01-01T00:00:00Z", limit: 1 };
const executions: Execution[] = windowPlanner.upcomingExecutions({ Schedule: "rate(7 days)" }, query);
const starts: Float64Array = upcomingStarts({ Schedule: "rate(7 days)" }, query);
// @ts-expect-error A default is not among what the package has.
const none: unknown = windowPlanner.default;

const planner: windowPlanner.Planner = new Planner({ now: () => 0 });
try {
  planner.getMaintenanceWindow({ WindowId: "mw-00000000000000000" }).NextExecutionTime?.toUpperCase();
} catch (thrown) {
  const error = thrown as OperationError;
  const isUnknown: boolean = error.name === "DoesNotExistException";
  // @ts-expect-error AWS has no such code for these operations.
  const isOther: boolean = error.name === "NoSuchException";
  console.log(isUnknown, isOther, executions, starts, none);
}
