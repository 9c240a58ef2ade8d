/** `region=eu-1` for each, as people write them. */
export function labelsOf(written: string[]): Record<string, string> {
  return Object.fromEntries(
    written.map((one) => {
      const equals = one.indexOf("=");
      return [one.slice(0, equals).trim(), one.slice(equals + 1).trim()];
    }),
  );
}
