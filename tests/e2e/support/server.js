// Serves a folder as a static host would: files by their path, with their media types and the headers that its file
// `_headers` asks for, as the app's does.

import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize, sep } from "node:path";
import { headersOf, parseHeaders } from "./headers.js";

/** What a file is, by the end of its name. */
const MEDIA_TYPES = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
};

const HEADERS = "_headers";

/** The media type of a file. @param {string} path */
export function mediaTypeOf(path) {
  return MEDIA_TYPES[extname(path)] ?? "application/octet-stream";
}

/**
 * Answers on a free port of the loopback interface.
 *
 * @param {import("node:http").RequestListener} answer
 * @returns {Promise<{ origin: string, stop: () => Promise<void> }>}
 */
export async function listen(answer) {
  const server = createServer(answer);
  await new Promise((resolve, reject) => server.once("error", reject).listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${server.address().port}`,
    stop: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

/**
 * Serves `folder` on a free port of the loopback interface.
 *
 * @param {string} folder
 * @returns {Promise<{ origin: string, asked: string[], turnTo: (folder: string) => void, stop: () => Promise<void> }>}
 *   `asked` lists the paths of all requests; `turnTo` serves another folder from now on, as a host does after a deployment
 */
export async function serve(folder) {
  const asked = [];
  // Each file is read once: the tests of one run all see the same build.
  const files = new Map();
  const read = async (path) => {
    if (!files.has(path)) files.set(path, await readFile(path));
    return files.get(path);
  };
  const server = await listen(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    asked.push(pathname);
    const path = pathWithin(folder, pathname);
    try {
      const wanted = await read(join(folder, HEADERS)).catch(() => "");
      const headers = headersOf(parseHeaders(`${wanted}`), pathname);
      const body = await read(path);
      response.writeHead(200, { "Content-Type": mediaTypeOf(path), "Cache-Control": "no-cache", ...headers });
      response.end(body);
    } catch {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("not found");
    }
  });
  return {
    ...server,
    asked,
    turnTo: (other) => {
      folder = other;
      files.clear();
    },
  };
}

/** The file that a URL's path names; never one outside `folder`. */
function pathWithin(folder, urlPath) {
  const relative = normalize(decodeURIComponent(urlPath)).replace(/^(\.\.(\/|\\|$))+/, "");
  return join(folder, relative.endsWith(sep) ? join(relative, "index.html") : relative);
}
