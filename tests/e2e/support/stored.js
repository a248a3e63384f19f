// What the app has stored, read and written behind its back.

/** The app's database. */
const NAME = "window-planner";

/**
 * Connects to the app's database for as long as `act` takes.
 *
 * @param {import("playwright-core").Page} page
 * @param {(database: IDBDatabase | null, argument: any) => Promise<any>} act is evaluated in the page
 * @param {any} argument
 */
async function withDatabase(page, act, argument) {
  const database = await page.evaluateHandle(connect, NAME);
  try {
    return await database.evaluate(act, argument);
  } finally {
    await database.evaluate((database) => database?.close());
    await database.dispose();
  }
}

/** In the page: a connection, where there is a database. To ask for one that is not there would make it. */
async function connect(name) {
  const all = await indexedDB.databases();
  if (!all.some((database) => database.name === name)) return null;
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * All rows of the app's database, by store; null where there is none.
 *
 * @param {import("playwright-core").Page} page
 * @returns {Promise<Record<string, Record<string, any>> | null>}
 */
export function storedRows(page) {
  return withDatabase(page, async (database) => {
    if (!database) return null;
    const names = [...database.objectStoreNames];
    const transaction = database.transaction(names);
    const answer = (request) =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const rows = names.map(async (name) => {
      const store = transaction.objectStore(name);
      const [keys, values] = await Promise.all([answer(store.getAllKeys()), answer(store.getAll())]);
      return [name, Object.fromEntries(keys.map((key, place) => [key, values[place]]))];
    });
    return Object.fromEntries(await Promise.all(rows));
  });
}

/**
 * The stored plan as its file has it; null where none is stored.
 *
 * @param {import("playwright-core").Page} page
 */
export async function storedPlan(page) {
  const rows = await storedRows(page);
  if (!rows || Object.keys(rows.members).length === 0) return null;
  const members = Object.entries(rows.members).map(([name, text]) => [name, JSON.parse(text)]);
  const plan = Object.fromEntries(members);
  return { ...plan, Windows: plan.Windows.map((id) => JSON.parse(rows.windows[id])) };
}

/**
 * Puts a text in the place of a row, as no version of the app would.
 *
 * @param {import("playwright-core").Page} page
 * @param {{ store: string, key: string, text: string }} row
 */
export function overwrite(page, row) {
  return withDatabase(
    page,
    (database, { store, key, text }) =>
      new Promise((resolve, reject) => {
        const transaction = database.transaction(store, "readwrite");
        transaction.objectStore(store).put(text, key);
        transaction.oncomplete = () => resolve();
        transaction.onabort = () => reject(transaction.error);
      }),
    row,
  );
}

/** In the page, before its own script: a browser that gives it no database. */
export function withoutDatabase() {
  IDBFactory.prototype.open = () => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  };
}

/** In the page, before its own script: a browser that gives it no storage at all. */
export function withoutStorage() {
  for (const name of ["localStorage", "indexedDB"]) {
    Object.defineProperty(window, name, {
      get() {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
  }
}

/** In the page, before its own script: a browser without a database, whose local storage is full. */
export function withFullLocalStorage() {
  IDBFactory.prototype.open = () => {
    throw new DOMException("The operation is insecure.", "SecurityError");
  };
  Storage.prototype.setItem = () => {
    throw new DOMException("exceeded", "QuotaExceededError");
  };
}
