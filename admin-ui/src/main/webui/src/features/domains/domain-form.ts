import type { AddDomain, Capture, UpdateDomain } from "@/lib/api/types";
import { readForm } from "@/lib/form";
import { readOne } from "@/lib/search";

const CAPTURES: Capture[] = ["none", "metadata", "full"];

export function addDomainOf(element: HTMLFormElement | null): AddDomain {
  const form = readForm(element);
  return {
    name: form.required("name").toLowerCase(),
    capture: readOne(CAPTURES, form.text("capture")),
    tags: form.list("tags"),
  };
}

/** An emptied field takes all tags away; leaving them out would keep them. */
export function updateDomainOf(element: HTMLFormElement | null): UpdateDomain {
  const form = readForm(element);
  return { capture: readOne(CAPTURES, form.text("capture")), tags: form.list("tags") ?? [] };
}
