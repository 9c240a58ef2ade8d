import type { CreateKey, ProviderLimit } from "@/lib/api/types";
import { readForm } from "@/lib/form";
import { readOne } from "@/lib/search";
import { ownLimitsOf } from "./add-key-form";

export const RESETS = ["daily", "weekly", "monthly"] as const;

export function createKeyOf(element: HTMLFormElement): CreateKey {
  const form = readForm(element);
  return {
    account_id: form.required("account_id"),
    name: form.required("name"),
    label: form.text("label"),
    models: form.list("models"),
    tags: form.list("tags"),
    limits: ownLimitsOf(form),
    provider_limit: form.text("provider_amount") ? providerLimitOf(element) : undefined,
    expires_at: form.instant("expires_at"),
    group: form.text("group"),
  };
}

/** An emptied amount takes the limit away. */
export function providerLimitOf(element: HTMLFormElement): ProviderLimit {
  const form = readForm(element);
  const amount = form.text("provider_amount");
  return amount ? { amount, reset: readOne(RESETS, form.text("provider_reset")) } : {};
}
