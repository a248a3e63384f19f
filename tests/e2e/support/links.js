// Links to plans, made without the app.

import { createHash } from "node:crypto";
import { deflateSync } from "node:zlib";

/** The core's own space of names for digests, as a UUID of version 5 wants it. */
const NAMESPACE = Buffer.from("5b1f6f0e2a574d0c9d0e7c5f3d1b8a42", "hex");

/** The fragment of a link of version 1 that carries a text. @param {string | Buffer} text */
export function linkOf(text) {
  return linkOfBytes(deflateSync(text));
}

/** The same for what is claimed to be compressed. @param {Buffer} bytes */
export function linkOfBytes(bytes) {
  const payload = bytes.toString("base64url");
  const check = createHash("sha1").update(NAMESPACE).update(payload).digest("hex").slice(0, 8);
  return `#plan=1.${payload.length}.${check}.${payload}`;
}
