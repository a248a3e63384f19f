// The memory of the app's program, which grows and never shrinks.

/**
 * How large it is, in bytes.
 *
 * The module hands its memory to nobody but those who initialise it; asking again gives the same one.
 *
 * @param {import("playwright-core").Page} page
 * @returns {Promise<number>}
 */
export function wasmBytes(page) {
  return page.evaluate(async () => {
    const { default: start } = await import(document.querySelector('link[rel="modulepreload"]').href);
    return (await start()).memory.buffer.byteLength;
  });
}

/**
 * How much of it is in use, in bytes: all that the smallest pieces do not fill before it grows. They are given back.
 *
 * @param {import("playwright-core").Page} page
 * @returns {Promise<number>}
 */
export function usedBytes(page) {
  return page.evaluate(async () => {
    // Of the smallest piece, a word is the allocator's own.
    const [SMALLEST, ASKED] = [16, 12];
    const { default: start } = await import(document.querySelector('link[rel="modulepreload"]').href);
    const { memory, __wbindgen_malloc: take, __wbindgen_free: give } = await start();
    const size = memory.buffer.byteLength;
    const taken = [];
    while (memory.buffer.byteLength === size) taken.push(take(ASKED, 1));
    for (const at of taken) give(at, ASKED, 1);
    return size - (taken.length - 1) * SMALLEST;
  });
}
