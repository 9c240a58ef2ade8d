/** Reads forms as they stand in the page, so that what is typed is kept nowhere else. */
export function readForm(form: HTMLFormElement | null) {
  const data = new FormData(form ?? undefined);
  const text = (name: string): string | undefined => {
    const value = data.get(name);
    return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
  };
  return {
    text,
    required: (name: string): string => text(name) ?? "",
    /** Of a `datetime-local` field, which tells the browser's time without its zone; that is how `Date` reads it. */
    instant: (name: string): string | undefined => {
      const value = text(name);
      return value && new Date(value).toISOString();
    },
    checked: (name: string): boolean => data.has(name),
    /** What stands between commas. */
    list: (name: string): string[] | undefined =>
      text(name)
        ?.split(",")
        .map((part) => part.trim())
        .filter((part) => part !== ""),
  };
}
