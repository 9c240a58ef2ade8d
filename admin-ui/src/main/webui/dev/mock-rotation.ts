import type { Rotation, RotationSchedule } from "../src/lib/api/types.ts";
import { ago, keys } from "./mock-data.ts";
import type { Answer, MockRequest } from "./mock-answers.ts";

const STEP = 1_500;
const STEPS: [step: Rotation["steps"][number]["step"], title: string][] = [
  ["create", "Get the new secret"],
  ["probe", "Ask the provider whether it accepts the new secret"],
  ["serve", "Serve the new secret"],
  ["drain", "Let the secret that goes run dry"],
  ["revoke", "Revoke it at the provider"],
  ["confirm", "Confirm that the provider refuses it"],
  ["destroy", "Destroy that version of the secret"],
];
const SERVED = 3;

const started = new Map<string, number>();
const rolledBack = new Set<string>();
let planned: RotationSchedule | undefined;

export function rotate(id: string, { dry_run }: MockRequest["body"]) {
  if (dry_run === true) {
    return at(id, "planned", -1);
  }
  started.set(id, Date.now());
  rolledBack.delete(id);
  return rotationOf(id);
}

/** One step each second and a half; those of Anthropic wait for a secret that somebody makes. */
export function rotationOf(id: string): Rotation | undefined {
  const since = started.get(id);
  if (since === undefined) {
    return undefined;
  }
  const reached = Math.floor((Date.now() - since) / STEP);
  const over = reached >= STEPS.length;
  const end = rolledBack.has(id) ? "rolled_back" : "rotated";
  return at(id, over ? end : "running", reached);
}

export function rollBack(id: string) {
  rolledBack.add(id);
  return rotationOf(id);
}

export const rotationsOf = (id: string): Rotation[] => [
  {
    ...at(id, "rotated", STEPS.length),
    id: "rotation-1",
    started_at: ago(43_000),
    scheduled: true,
  },
  { ...at(id, "rolled_back", STEPS.length), id: "rotation-0", started_at: ago(90_000) },
];

export const schedule = () => planned;

export function setSchedule(body: MockRequest["body"]) {
  planned = { key_id: "key-0", overlap_seconds: 86_400, next_at: ago(-9_000), ...body } as never;
  return planned;
}

export function removeSchedule(): Answer {
  planned = undefined;
  return { status: 204, json: null };
}

function at(id: string, state: Rotation["state"], reached: number): Rotation {
  const key = keys.find((one) => one.id === id);
  const over = reached >= STEPS.length;
  return {
    id: state === "planned" ? null : `rotation-${id}`,
    key_id: id,
    key_name: key?.name ?? id,
    state,
    rolled_back: state === "rolled_back",
    forced: false,
    scheduled: false,
    can_be_rolled_back: !over && reached <= SERVED,
    steps: STEPS.map(([step, title], index) => ({
      step,
      title,
      state:
        state === "planned"
          ? ("planned" as const)
          : index < reached
            ? ("done" as const)
            : index === reached
              ? ("running" as const)
              : ("pending" as const),
      detail: null,
      at: null,
    })),
    served: key?.masked ?? "",
    other: over || state === "planned" ? null : "sk-or-v1-…77aB",
    overlap_until: reached === SERVED ? ago(-1_440) : null,
    attempts: 0,
    next_retry_at: null,
    reason: null,
    started_at: state === "planned" ? null : ago(1),
    finished_at: over ? ago(0) : null,
  };
}
