// A program that uses all the package has, as strictly as TypeScript checks. It is compiled, not run.
// A line below `@ts-expect-error` is wrong on purpose: if it compiled, the check would fail.

import {
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
} from "window-planner";
import type {
  ArgumentError,
  ClockChangeEffect,
  ClockChangeNote,
  ClockChangePolicy,
  Code,
  CreateMaintenanceWindowRequest,
  Diagnostic,
  Execution,
  ExecutionQuery,
  Fix,
  Format,
  GetMaintenanceWindowResult,
  Instant,
  OperationError,
  PlannerOptions,
  Severity,
  Span,
  Tag,
  UpdateMaintenanceWindowRequest,
  Validation,
  ValidationOptions,
  Version,
  WindowDefinition,
} from "window-planner";

const tag: Tag = { Key: "team", Value: "platform" };
const request: CreateMaintenanceWindowRequest = {
  Name: "Patching",
  Description: "Third Tuesday",
  StartDate: "2027-01-01T00:00:00-08:00",
  EndDate: "2027-12-31T00:00:00-08:00",
  Schedule: "cron(30 23 ? * TUE#3 *)",
  ScheduleTimezone: "America/Los_Angeles",
  ScheduleOffset: 2,
  Duration: 4,
  Cutoff: 1,
  AllowUnassociatedTargets: false,
  ClientToken: "token",
  Tags: [tag],
};
// @ts-expect-error A number of hours is no text.
const wrongType: CreateMaintenanceWindowRequest = { Duration: "4" };
// @ts-expect-error AWS's names have capital letters.
const wrongCase: CreateMaintenanceWindowRequest = { schedule: "rate(1 day)" };
// @ts-expect-error A tag has a value.
const halfATag: Tag = { Key: "team" };

// Validation

const instants: Instant[] = [new Date(), Date.now(), "2027-01-01T08:00:00-08:00"];
const options: ValidationOptions = { now: new Date() };
const validation: Validation = validateCreate(request, options);
if (validation.type === "failure") {
  const [error]: Diagnostic[] = validation.errors;
  if (error) {
    const severity: Severity = error.severity;
    const code: Code = error.code;
    const span: Span | undefined = error.span;
    const fix: Fix | undefined = error.fix;
    const texts: (string | undefined)[] = [error.field, error.message, error.help, error.awsMessage];
    const isTooLong: boolean = code === "duration.range";
    // @ts-expect-error There is no such code.
    const isUnknown: boolean = code === "duration.too-long";
    console.log(severity, span?.start, span?.end, fix?.label, fix?.value, texts, isTooLong, isUnknown);
  }
} else {
  const warnings: Diagnostic[] = validation.warnings;
  // @ts-expect-error A success has no errors.
  console.log(warnings, validation.errors);
}
// @ts-expect-error The instant must be given: the package reads no clock.
validateCreate(request);
// @ts-expect-error As an option, not as an argument.
validateCreate(request, new Date());
// @ts-expect-error An unknown field is an error here too.
validateCreate({ Name: "Patching", Timezone: "UTC" }, options);

const update: UpdateMaintenanceWindowRequest = { WindowId: "mw-0ab12cd34e0000001", Enabled: false, Replace: false };
console.log(validateUpdate(request, update, options).warnings);
// @ts-expect-error Tags are not changed by an update.
const taggedUpdate: UpdateMaintenanceWindowRequest = { WindowId: "mw-0ab12cd34e0000001", Tags: [tag] };

// Executions

const policy: ClockChangePolicy = "earlier-offset";
const query: ExecutionQuery = { after: new Date(), before: Date.UTC(2028), limit: 10, created: 0, policy };
const executions: Execution[] = upcomingExecutions(request, query);
for (const { start, cutoff, end, clockChange } of executions) {
  const texts: string[] = [start, cutoff, end];
  const note: ClockChangeNote | undefined = clockChange;
  const effect: ClockChangeEffect | undefined = note?.effect;
  console.log(texts, effect === "during-window", note?.at, note?.before, note?.after, note?.unverified === true);
  // @ts-expect-error Most executions have no note.
  console.log(clockChange.effect);
}
const starts: Float64Array = upcomingStarts(request, { after: "2027-01-01T00:00:00Z" });
console.log(new Date(starts[0] ?? NaN));
// @ts-expect-error `after` is needed.
upcomingExecutions(request, { limit: 10 });
// @ts-expect-error There is no such option.
upcomingExecutions(request, { after: 0, count: 10 });
// @ts-expect-error Instants are no BigInts.
upcomingStarts(request, { after: 0n });

// What an SDK answers is a definition, though it has more.
const answered = { ...request, WindowId: "mw-0ab12cd34e0000001", Enabled: true, CreatedDate: new Date() };
const definition: WindowDefinition = answered;
console.log(upcomingStarts(answered, { after: 0 }).length, definition.WindowId, definition.Enabled);

try {
  upcomingExecutions({ Schedule: "cron(0 2 * * *)" }, { after: 0 });
} catch (thrown) {
  const error = thrown as ArgumentError;
  console.log(error.message, error.errors?.map((finding) => finding.code));
}

// Texts

const english: string = describeSchedule("rate(1 day)");
console.log(english, describeSchedule("cron(0 2 ? * SUN *)", "Europe/Berlin", 2), describeSchedule("rate(1 day)", null));
// @ts-expect-error A schedule is text.
describeSchedule(1);

const difference: UpdateMaintenanceWindowRequest = diffUpdate(answered, { ...request, Duration: 5 });
const formats: Format[] = ["json", "boto3", "aws-cli", "cloudformation", "terraform"];
const exports: string[] = formats.flatMap((format) => [exportRequest(request, format), exportRequest(difference, format)]);
// @ts-expect-error There is no such format.
exportRequest(request, "yaml");

// An account in memory

const begin: PlannerOptions = { now: () => Date.now(), plan: "{}" };
const planner: Planner = new Planner(begin);
const { WindowId } = planner.createMaintenanceWindow(request);
const got: GetMaintenanceWindowResult = planner.getMaintenanceWindow({ WindowId: WindowId ?? "" });
const created: Date | undefined = got.CreatedDate;
const copy: Planner = new Planner({ plan: planner.toJSON() });
try {
  // @ts-expect-error The operation wants a window.
  planner.deleteMaintenanceWindow({ Window: WindowId });
} catch (thrown) {
  const error = thrown as OperationError;
  if (error.name === "ValidationException") console.log(error.errors?.[0]?.code);
}
// It goes with a block that declares it, where that is known, or when it is told to.
planner[Symbol.dispose]();
copy.free();

const zones: string[] = timeZones();
const versions: Version = version();
console.log(instants, exports, zones.length, versions.package, versions.tzdata);
console.log(created, wrongType, wrongCase, halfATag, taggedUpdate);
