import { expect, it } from "vitest";
import { indented } from "./indented";

it("indents without changing a digit or what is quoted", () => {
  const text =
    '{"data":[{"amount":12.345678900,"note":"a, {\\"b\\": c}"}],"more":false,"none":[], "no":{}}';

  expect(indented(text)).toBe(
    [
      "{",
      '  "data": [',
      "    {",
      '      "amount": 12.345678900,',
      '      "note": "a, {\\"b\\": c}"',
      "    }",
      "  ],",
      '  "more": false,',
      '  "none": [],',
      '  "no": {}',
      "}",
    ].join("\n"),
  );
});

it("leaves what is no JSON as it is, and shows what ends early", () => {
  expect(indented("<html>, busy</html>")).toBe("<html>, busy</html>");
  expect(indented("")).toBe("");
  expect(indented('{"data":[{"a')).toBe('{\n  "data": [\n    {\n      "a');
});
