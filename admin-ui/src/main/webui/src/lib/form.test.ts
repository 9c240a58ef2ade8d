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
