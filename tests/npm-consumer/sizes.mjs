// What npm packs from a folder: each file with its bytes, and compressed as servers send it.

import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { argv } from "node:process";
import { promisify } from "node:util";
import { brotliCompressSync, gzipSync } from "node:zlib";

const folder = resolve(argv[2]);
const { stdout } = await promisify(execFile)("npm", ["pack", "--dry-run", "--json"], { cwd: folder });
const [packed] = JSON.parse(stdout);

const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(12);
const line = (name, sizes) => console.log(`${name.padEnd(28)}${sizes.join("")}`);

line("", ["raw", "gzip", "brotli"].map((word) => word.padStart(12)));
for (const { path } of packed.files) {
  const content = await readFile(join(folder, path));
  line(path, [content, gzipSync(content, { level: 9 }), brotliCompressSync(content)].map(({ length }) => kilobytes(length)));
}
line(`all, and the archive (.tgz)`, [packed.unpackedSize, packed.size].map(kilobytes));
