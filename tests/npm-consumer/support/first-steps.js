// What every consumer does with the package, wherever it runs, and what must come of it.

const WINDOW = { Name: "Patching", Schedule: "cron(30 1 ? * SUN *)", ScheduleTimezone: "America/Los_Angeles", Duration: 3, Cutoff: 1, AllowUnassociatedTargets: false };

/** Uses each part of the package once; the answer is JSON. */
export function firstSteps(windowPlanner) {
  const { Planner, describeSchedule, diffUpdate, exportRequest, timeZones, upcomingExecutions } = windowPlanner;
  const { upcomingStarts, validateCreate, validateUpdate, version } = windowPlanner;
  const now = "2026-10-30T12:00:00Z";
  const planner = new Planner({ now });
  const { WindowId } = planner.createMaintenanceWindow(WINDOW);
  const { NextExecutionTime, CreatedDate } = planner.getMaintenanceWindow({ WindowId });
  return {
    created: validateCreate(WINDOW, { now }).type,
    updated: validateUpdate(WINDOW, { WindowId, Duration: 1 }, { now }).type,
    run: upcomingExecutions(WINDOW, { after: now, limit: 1 })[0],
    starts: [...upcomingStarts(WINDOW, { after: now, limit: 1 })],
    english: describeSchedule("rate(7 days)"),
    update: diffUpdate(WINDOW, { ...WINDOW, Duration: 4 }),
    exported: JSON.parse(exportRequest({ WindowId: "mw-0ab12cd34e0000001", Duration: 4 }, "json")),
    knowsUtc: timeZones().includes("UTC"),
    zonesAreDated: /^20\d\d[a-z]$/.test(version().tzdata),
    next: NextExecutionTime,
    since: CreatedDate.toISOString(),
    kept: new Planner({ plan: JSON.parse(JSON.stringify(planner)), now }).describeMaintenanceWindows({}).WindowIdentities.length,
    refusals: [
      thrown(() => planner.getMaintenanceWindow({ WindowId: "mw-00000000000000000" })),
      thrown(() => planner.createMaintenanceWindow({ ...WINDOW, Schedule: "rate(1 days)" })),
      thrown(() => planner.describeMaintenanceWindows({ NextToken: "nonsense" })),
      thrown(() => upcomingExecutions(WINDOW, {})),
    ],
  };
}

/** What an error is to those who catch it. */
function thrown(act) {
  try {
    act();
  } catch (error) {
    const codes = (error.errors ?? []).map(({ code }) => code);
    return { isError: error instanceof Error, name: error.name, isExplained: error.message.length > 10, codes };
  }
  return "nothing is thrown";
}

const REFUSAL = { isError: true, isExplained: true, codes: [] };

/** What `firstSteps` must answer. */
export const EXPECTED = {
  created: "success",
  // A Cutoff of 1 hour stays.
  updated: "failure",
  run: {
    start: "2026-11-01T01:30-08:00",
    cutoff: "2026-11-01T03:30-08:00",
    end: "2026-11-01T04:30-08:00",
    clockChange: {
      at: "2026-11-01T01:00-08:00",
      effect: "repeated-runs-second",
      before: "-07:00",
      after: "-08:00",
      unverified: true,
    },
  },
  starts: [Date.UTC(2026, 10, 1, 9, 30)],
  english: "Every 7 days, counted from the window's creation or a later StartDate",
  update: { Duration: 4 },
  exported: { WindowId: "mw-0ab12cd34e0000001", Duration: 4 },
  knowsUtc: true,
  zonesAreDated: true,
  next: "2026-11-01T01:30-08:00",
  since: "2026-10-30T12:00:00.000Z",
  kept: 1,
  refusals: [
    { ...REFUSAL, name: "DoesNotExistException" },
    { ...REFUSAL, name: "ValidationException", codes: ["schedule.rate.unit-number"] },
    { ...REFUSAL, name: "ValidationException" },
    { ...REFUSAL, name: "TypeError" },
  ],
};
