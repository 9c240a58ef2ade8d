// @vitest-environment jsdom
import { expect, it } from "vitest";
import { createKeyOf, providerLimitOf } from "./create-key-form";

function form(inputs: string): HTMLFormElement {
  document.body.innerHTML = `<form>${inputs}</form>`;
  return document.forms[0] as HTMLFormElement;
}

it("asks the provider for a limit and an end only where they are said", () => {
  const plain = createKeyOf(
    form(`<input name="account_id" value="a" /><input name="name" value="prod" />
      <input name="provider_amount" value="" /><input name="provider_reset" value="daily" />`),
  );
  const full = createKeyOf(
    form(`<input name="account_id" value="a" /><input name="name" value="prod" />
      <input name="provider_amount" value="50" /><input name="provider_reset" value="daily" />
      <input type="datetime-local" name="expires_at" value="2027-01-01T00:00" />
      <input name="group" value="proj_1" />`),
  );

  expect(plain).toMatchObject({ provider_limit: undefined, expires_at: undefined, limits: [] });
  expect(full).toMatchObject({
    provider_limit: { amount: "50", reset: "daily" },
    expires_at: new Date(2027, 0, 1).toISOString(),
    group: "proj_1",
  });
});

it("takes the provider's limit away with its amount", () => {
  const emptied = form(`<input name="provider_amount" value="" />
    <input name="provider_reset" value="weekly" />`);

  expect(providerLimitOf(emptied)).toEqual({});
});
