import type { AddKey } from "@/lib/api/types";
import { readForm } from "@/lib/form";
import { browserZone } from "@/lib/zone";

const PERIODS = ["day", "month"] as const;

export function addKeyOf(element: HTMLFormElement | null): AddKey {
  const form = readForm(element);
  return {
    account_id: form.required("account_id"),
    name: form.required("name"),
    secret: form.text("secret"),
    source: form.text("source"),
    provider_key_id: form.text("provider_key_id"),
    models: form.list("models"),
    tags: form.list("tags"),
    limits: ownLimitsOf(form),
    verify: form.checked("verify"),
    direct_allowed: form.checked("direct_allowed"),
    rotate_after_direct: form.checked("rotate_after_direct"),
  };
}

/** Those that are enforced here, whoever makes the key. */
export function ownLimitsOf(form: ReturnType<typeof readForm>) {
  return PERIODS.flatMap((period) => {
    const amount = form.text(`limit_${period}`);
    return amount ? [{ period, amount, zone: browserZone }] : [];
  });
}
