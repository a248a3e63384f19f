// What the page's main thread does, as Chromium's own trace tells it.

const CATEGORIES = ["blink.user_timing", "devtools.timeline", "disabled-by-default-devtools.timeline"];

/**
 * Records what happens while `act` runs.
 *
 * @param {import("playwright-core").Page} page
 * @param {() => Promise<void>} act which leaves marks in the page by `performance.mark`
 */
export async function record(page, act) {
  const browser = page.context().browser();
  await browser.startTracing(page, { categories: CATEGORIES });
  let trace;
  try {
    await act();
  } finally {
    trace = await browser.stopTracing();
  }
  return new Trace(JSON.parse(trace.toString("utf8")).traceEvents);
}

/** The tasks of a page's main thread; times are in milliseconds. */
class Trace {
  constructor(events) {
    const marks = events.filter((event) => event.cat?.includes("blink.user_timing"));
    if (marks.length === 0) throw new Error("the page has left no mark in the trace");
    const { pid, tid } = marks[0];
    this.#events = events.filter((event) => event.pid === pid && event.tid === tid);
    this.#marks = marks.map(({ name, ts }) => ({ name, at: ts / 1000 }));
    this.tasks = this.#events
      // Each task stands in the trace a second time, by the name of who runs it.
      .filter(({ name, ph }) => ph === "X" && name === "RunTask")
      .map(({ ts, dur, tdur }) => ({ start: ts / 1000, end: (ts + dur) / 1000, length: dur / 1000, work: (tdur ?? dur) / 1000 }))
      .sort((one, other) => one.start - other.start);
  }

  #events;
  #marks;

  /** When each mark of this name was left. */
  marks(name) {
    return this.#marks.filter((mark) => mark.name === name).map((mark) => mark.at);
  }

  /** The end of the first frame that was handed over to be drawn after an instant. */
  frameAfter(instant) {
    const frame = this.#events.find(({ name, ts }) => name === "Commit" && ts / 1000 >= instant);
    if (!frame) throw new Error("no frame was drawn after the mark");
    return (frame.ts + (frame.dur ?? 0)) / 1000;
  }

  /** The processor time of all tasks between two instants, those that reach beyond them as a whole. */
  work(from, until) {
    return sum(this.#within(from, until).map((task) => task.work));
  }

  /** The longest task between two instants, by the clock on the wall: that is how long the page is stiff. */
  longest(from, until) {
    return Math.max(0, ...this.#within(from, until).map((task) => task.length));
  }

  #within(from, until) {
    return this.tasks.filter((task) => task.end > from && task.start < until);
  }
}

export const sum = (values) => values.reduce((total, value) => total + value, 0);

export function median(values) {
  const sorted = [...values].sort((one, other) => one - other);
  return (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2;
}
