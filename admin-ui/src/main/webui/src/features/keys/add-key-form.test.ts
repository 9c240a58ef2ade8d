// @vitest-environment jsdom
import { expect, it } from "vitest";
import { addKeyOf } from "./add-key-form";

function form(inputs: string): HTMLFormElement {
  document.body.innerHTML = `<form><input name="account_id" value="a" /><input name="name" value="prod" />
    ${inputs}</form>`;
  return document.forms[0] as HTMLFormElement;
}

it("sends either the secret or the source that it comes from", () => {
  const given = addKeyOf(
    form(`<input name="source" value="" /><input name="secret" value="sk-1" />`),
  );
  const held = addKeyOf(form(`<input name="source" value="openai-prod" />`));

  expect(given).toMatchObject({ secret: "sk-1", source: undefined });
  expect(held).toMatchObject({ secret: undefined, source: "openai-prod" });
});
