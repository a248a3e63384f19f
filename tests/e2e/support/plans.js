// Plans as their files have them.

/** The key of the local storage under which the app's first versions stored their plan. */
export const PLAN = "window-planner.plan";

const CREATED = "2026-11-23T16:00:00Z";

/**
 * A window of a plan.
 *
 * @param {string} name
 * @param {object} definition what differs from Sundays at 02:00 in Los Angeles, three hours
 * @param {object} more members of the window itself, such as `Enabled`
 */
export function aWindow(name, definition = {}, more = {}) {
  return {
    Definition: {
      Name: name,
      Schedule: "cron(0 2 ? * SUN *)",
      ScheduleTimezone: "America/Los_Angeles",
      Duration: 3,
      Cutoff: 1,
      AllowUnassociatedTargets: false,
      ...definition,
    },
    Enabled: true,
    CreatedDate: CREATED,
    ...more,
  };
}

/** The same window, as one that AWS has just as it is. */
export function inAws(window) {
  return { ...window, InAccount: { Definition: window.Definition, Enabled: window.Enabled } };
}

/** A target of a window. @param {number} number makes its id */
export function aTarget(number, targets, more = {}) {
  return { WindowTargetId: uuid(number), ResourceType: "INSTANCE", Targets: targets, ...more };
}

/** A task of a window: a command without a target. @param {number} number makes its id */
export function aTask(number, more = {}) {
  return { WindowTaskId: uuid(number + 1000), TaskArn: "AWS-RunPatchBaseline", TaskType: "RUN_COMMAND", Targets: [], ...more };
}

function uuid(number) {
  return `00000000-0000-0000-0000-${String(number).padStart(12, "0")}`;
}

/** The text of a plan of these windows; the first has the id `mw-00000000000000001`. */
export function planOf(...windows) {
  const withId = (window, place) => ({ WindowId: `mw-${String(place + 1).padStart(17, "0")}`, ...window });
  return JSON.stringify({ Version: 2, Windows: windows.map(withId) });
}

/** Two days after the third Tuesday at 23:30 in Los Angeles, over midnight. */
export const PRODUCTION = aWindow("Production-Patching", {
  Description: "Monthly patches, two days after the third Tuesday",
  Schedule: "cron(30 23 ? * TUE#3 *)",
  ScheduleOffset: 2,
  Duration: 4,
});

/** As many windows as a team has: of every kind of schedule, in five zones, some of them wrong. */
export function aTeamsWindows(count) {
  const schedules = [
    "cron(0 2 ? * SUN *)",
    "cron(30 23 ? * TUE#3 *)",
    "cron(0 4 ? * MON-FRI *)",
    "rate(7 days)",
    "cron(0 3 L * ? *)",
    "cron(15 1 1 * ? *)",
    "rate(12 hours)",
    "at(2026-12-24T20:00:00)",
    "cron(0 24 ? * SUN *)",
    "cron(0 2 31 2 ? *)",
  ];
  const zones = ["America/Los_Angeles", "Europe/Berlin", "Asia/Tokyo", "America/Sao_Paulo", "Australia/Sydney"];
  const teams = ["Web-Tier", "Database", "Search-Index", "Payments", "Batch-Workers", "Bastion-Hosts", "Domain-Controllers"];
  return Array.from({ length: count }, (_, place) => {
    const name = `${teams[place % teams.length]}-${String(place + 1).padStart(2, "0")}`;
    const Schedule = schedules[(place * 7) % schedules.length];
    const definition = { Schedule, ScheduleTimezone: zones[place % zones.length], Duration: 2 + (place % 5) };
    return aWindow(name, definition, { Enabled: place % 11 !== 5 });
  });
}
