// The headers that come with the app (web/assets/_headers), read as the hosts read them that know this format.

/**
 * @typedef {{ path: string, headers: [name: string, value: string][] }} Rule
 * @param {string} text of a `_headers` file
 * @returns {Rule[]}
 */
export function parseHeaders(text) {
  const rules = [];
  for (const line of text.split("\n").filter((line) => line.trim() && !line.startsWith("#"))) {
    if (line.startsWith("/")) {
      rules.push({ path: line.trim(), headers: [] });
    } else {
      const [, name, value] = line.match(/^\s+([\w-]+): (.+)$/);
      rules.at(-1).headers.push([name, value]);
    }
  }
  return rules;
}

/** What is sent with a path: the headers of every rule that matches it. @param {Rule[]} rules @param {string} path */
export function headersOf(rules, path) {
  return Object.fromEntries(rules.filter((rule) => matches(rule.path, path)).flatMap(({ headers }) => headers));
}

/** A `*` stands for anything. */
function matches(pattern, path) {
  const parts = pattern.split("*").map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${parts.join(".*")}$`).test(path);
}
