// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { addDomainOf, updateDomainOf } from "./domain-form";

function form(fields: Record<string, string>): HTMLFormElement {
  const element = document.createElement("form");
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement("input");
    input.name = name;
    input.value = value;
    element.append(input);
  }
  return element;
}

describe("a domain that is added", () => {
  it("has its name in lower case, and leaves out what was not said", () => {
    expect(addDomainOf(form({ name: " App.Example.com ", capture: "", tags: "" }))).toEqual({
      name: "app.example.com",
      capture: undefined,
      tags: undefined,
    });
  });

  it("has the tags between the commas", () => {
    expect(addDomainOf(form({ name: "a", capture: "full", tags: "eu, team:web,," }))).toEqual({
      name: "a",
      capture: "full",
      tags: ["eu", "team:web"],
    });
  });
});

describe("a domain that is changed", () => {
  it("loses its tags when their field is emptied", () => {
    expect(updateDomainOf(form({ capture: "none", tags: " " }))).toEqual({
      capture: "none",
      tags: [],
    });
  });
});
