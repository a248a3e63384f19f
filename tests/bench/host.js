// Serves the built app as a good static host does: compressed with brotli, named files kept for ever.

import { readFile, readdir } from "node:fs/promises";
import { extname, join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { listen, mediaTypeOf } from "../e2e/support/server.js";

const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_LGWIN]: 24 } };

/** A name with a digest in it: what it names never changes. */
const IS_FOR_EVER = /-[0-9a-f]{12,16}(_bg)?\.\w+$/;

/**
 * Every file of a folder, by the path that a browser asks for.
 *
 * @param {string} folder
 * @returns {Promise<Map<string, { name: string, kind: string, plain: Buffer, sent: Buffer }>>} `sent` is compressed
 */
export async function read(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map();
  for (const entry of entries.filter((entry) => entry.isFile())) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const plain = await readFile(path);
    const name = path.slice(join(folder, "/").length).replaceAll("\\", "/");
    const file = { name, kind: extname(name), plain, sent: brotliCompressSync(plain, BROTLI) };
    files.set(`/${name}`, file);
    if (name === "index.html") files.set("/", file);
  }
  return files;
}

/**
 * Serves files on a free port of the loopback interface.
 *
 * @param {Awaited<ReturnType<typeof read>>} files
 * @param {(path: string) => Promise<void> | void} hold what an answer waits for
 * @returns {Promise<{ origin: string, stop: () => Promise<void> }>}
 */
export function host(files, hold = () => {}) {
  return listen(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    const file = files.get(pathname);
    if (!file) return response.writeHead(404, { "Content-Type": "text/plain" }).end("not found");
    await hold(pathname);
    response.writeHead(200, {
      "Content-Type": mediaTypeOf(file.name),
      "Content-Encoding": "br",
      "Cache-Control": IS_FOR_EVER.test(pathname) ? "public, max-age=31536000, immutable" : "no-cache",
    });
    response.end(file.sent);
  });
}
