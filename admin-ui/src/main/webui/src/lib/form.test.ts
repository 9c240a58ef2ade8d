// @vitest-environment jsdom
import { expect, it } from "vitest";
import { readForm } from "./form";

it("reads trimmed texts, lists and checks, and takes what is empty as missing", () => {
  document.body.innerHTML = `<form>
    <input name="name" value="  prod " /><input name="empty" value="  " />
    <input name="tags" value="a, b,,c " /><input type="checkbox" name="verify" checked />
    <input type="checkbox" name="force" />
  </form>`;

  const form = readForm(document.querySelector("form"));

  expect(form.text("name")).toBe("prod");
  expect(form.text("empty")).toBeUndefined();
  expect(form.list("tags")).toEqual(["a", "b", "c"]);
  expect(form.checked("verify")).toBe(true);
  expect(form.checked("force")).toBe(false);
});

it("reads a time of the browser's zone as an instant", () => {
  document.body.innerHTML = `<form>
    <input type="datetime-local" name="at" value="2026-11-29T14:30" />
    <input type="datetime-local" name="none" value="" />
  </form>`;

  const form = readForm(document.querySelector("form"));

  expect(form.instant("at")).toBe(new Date(2026, 10, 29, 14, 30).toISOString());
  expect(form.instant("none")).toBeUndefined();
});
