// The AWS SDK for JavaScript, called by the names of operations.

import * as ssm from "@aws-sdk/client-ssm";
import { Buffer } from "node:buffer";
import { Readable } from "node:stream";

/** A client of the server at `url`, and what to call it with. */
export function connect(url) {
  const client = new ssm.SSMClient({
    endpoint: url,
    region: "eu-central-1",
    credentials: { accessKeyId: "any", secretAccessKey: "any" },
    maxAttempts: 1,
  });
  let body;
  const keepBody = (next) => async (request) => {
    const result = await next(request);
    const chunks = await collect(result.response.body);
    body = Buffer.concat(chunks).toString("utf8");
    result.response.body = Readable.from([Buffer.from(body)]);
    return result;
  };
  client.middlewareStack.add(keepBody, { step: "deserialize", priority: "low", name: "keepBody" });
  return {
    client,
    /** Calls an operation; answers with what the client returned, in JSON's types, and the body it read. */
    async call(operation, request) {
      const { $metadata, ...returned } = await client.send(new ssm[`${operation}Command`](withBlobs(request)));
      if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test($metadata.requestId)) {
        throw new Error(`no request id: ${$metadata.requestId}`);
      }
      return { returned: asSent(returned), body: JSON.parse(body) };
    },
  };
}

async function collect(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return chunks;
}

/** A request with its blobs, `{"$blob": text}`, as bytes. */
function withBlobs(value) {
  if (Array.isArray(value)) return value.map(withBlobs);
  if (value === null || typeof value !== "object") return value;
  if ("$blob" in value) return Buffer.from(value.$blob, "utf8");
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withBlobs(member)]));
}

/** What the client made of an answer, as it came over the wire: times as seconds, blobs in base 64. */
function asSent(value) {
  if (value instanceof Date) return value.getTime() / 1000;
  if (value instanceof Uint8Array) return Buffer.from(value).toString("base64");
  if (Array.isArray(value)) return value.map(asSent);
  if (value === null || typeof value !== "object") return value;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(members.map(([name, member]) => [name, asSent(member)]));
}
