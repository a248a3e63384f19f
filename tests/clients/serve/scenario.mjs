// Requests that name what earlier answers held.

/** A value with what its names, such as `$window`, stand for. */
export function named(value, kept) {
  if (typeof value === "string" && value.startsWith("$")) return kept[value.slice(1)] ?? value;
  if (Array.isArray(value)) return value.map((item) => named(item, kept));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, named(member, kept)]));
}
