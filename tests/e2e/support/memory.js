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
