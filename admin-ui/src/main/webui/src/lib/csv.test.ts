import { expect, it } from "vitest";
import { toCsv } from "./csv";

it("quotes what needs it and defuses formulas, but leaves negative amounts alone", () => {
  const csv = toCsv(
    ["name", "cost"],
    [
      ['a "b", c', "-1.50"],
      ["=HYPERLINK(1)", null],
    ],
  );

  expect(csv).toBe('name,cost\r\n"a ""b"", c",-1.50\r\n\'=HYPERLINK(1),');
});
