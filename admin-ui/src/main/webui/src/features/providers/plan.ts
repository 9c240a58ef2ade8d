import type { PollPart, PollPlanChoice } from "@/lib/api/types";
import { readForm } from "@/lib/form";

export const PARTS: PollPart[] = ["cost", "usage", "quota", "keys"];
const BUCKETS = ["minute", "hour", "day"] as const;

/** The minutes of an ISO 8601 duration as the service writes it, such as `PT1H30M`; null for anything else. */
export function minutesOf(interval: string | null | undefined): number | null {
  const match = /^PT(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(interval ?? "");
  if (!match) {
    return null;
  }
  const [hours = 0, minutes = 0, seconds = 0] = match.slice(1).map((part) => Number(part || 0));
  return hours * 60 + minutes + seconds / 60;
}

/** What is left empty is left to the next wider plan, which the service is told by null. */
export function planChoiceOf(form: HTMLFormElement): PollPlanChoice {
  const { text, checked } = readForm(form);
  const interval = text("interval");
  const backfill = text("backfill_days");
  return {
    interval: interval === undefined ? null : `PT${Math.round(Number(interval) * 60)}S`,
    backfill_days: backfill === undefined ? null : Number(backfill),
    bucket: BUCKETS.find((bucket) => bucket === text("bucket")) ?? null,
    parts: checked("all_parts") ? null : PARTS.filter((part) => checked(`part_${part}`)),
  };
}
