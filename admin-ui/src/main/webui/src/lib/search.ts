/** A text of the URL; what is no text, or is empty, counts as missing. */
export function readText(value: unknown): string | undefined {
  if (typeof value === "number") {
    return String(value);
  }
  return typeof value === "string" && value !== "" ? value : undefined;
}

/** One of a closed set; anything else in the URL counts as missing. */
export function readOne<T extends string>(options: readonly T[], value: unknown): T | undefined {
  return options.find((option) => option === value);
}

/** A time as the services write it; what is none counts as missing. */
export function readInstant(value: unknown): string | undefined {
  const text = readText(value);
  return text !== undefined && !Number.isNaN(Date.parse(text)) ? text : undefined;
}
