import type { UpdateKey } from "@/lib/api/types";
import { readForm } from "@/lib/form";

/** All that the form shows, as emptied fields take things away; with the version that was read. */
export function updateKeyOf(element: HTMLFormElement | null, version: number): UpdateKey {
  const form = readForm(element);
  return {
    name: form.required("name"),
    label: form.text("label") ?? "",
    tags: form.list("tags") ?? [],
    models: form.list("models") ?? [],
    direct_allowed: form.checked("direct_allowed"),
    rotate_after_direct: form.checked("rotate_after_direct"),
    version,
  };
}
