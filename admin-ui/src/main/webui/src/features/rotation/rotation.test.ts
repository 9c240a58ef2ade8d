// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import type { Rotation } from "@/lib/api/types";
import { canBeAbandoned, canBeRotated, pollOf, replaceSecretOf, scheduleOf } from "./rotation";

function rotation(state: Rotation["state"], step: Rotation["steps"][number]["step"]): Rotation {
  const steps = [{ step, title: "", state: "running" as const, detail: null, at: null }];
  return { state, steps } as Rotation;
}

function form(inputs: string): HTMLFormElement {
  document.body.innerHTML = `<form>${inputs}</form>`;
  return document.forms[0] as HTMLFormElement;
}

describe("a rotation", () => {
  it("is watched closely while it moves, and seldom while it waits", () => {
    expect(pollOf(rotation("running", "probe"))).toBe(1_000);
    expect(pollOf(rotation("running", "drain"))).toBe(5_000);
    expect(pollOf(rotation("awaiting_secret", "create"))).toBe(5_000);
    expect(pollOf(rotation("rotated", "destroy"))).toBe(false);
    expect(pollOf(null)).toBe(false);
  });

  it("begins only for a key that is or can be in use", () => {
    expect(canBeRotated("disabled")).toBe(true);
    expect(canBeRotated("revoking")).toBe(false);
    expect(canBeRotated("retired")).toBe(false);
  });

  it("can be given up only where proof of a secret's death is waited for", () => {
    expect(canBeAbandoned(rotation("stuck", "confirm"))).toBe(true);
    expect(canBeAbandoned(rotation("awaiting_manual", "revoke"))).toBe(true);
    expect(canBeAbandoned(rotation("stuck", "probe"))).toBe(false);
    expect(canBeAbandoned(rotation("running", "confirm"))).toBe(false);
  });

  it("overlaps for hours, which travel as seconds", () => {
    const schedule = form(`<input name="cron" value="0 3 1 * *" />
      <input name="zone" value="UTC" /><input name="overlap_hours" value="48" />`);

    expect(scheduleOf(schedule).overlap_seconds).toBe(172_800);
  });

  it("leaves the overlap to the service where none is said", () => {
    const secret = form(`<input name="secret" value="sk-new-secret" />
      <input name="overlap_hours" value="" />
      <input type="checkbox" name="revoke_old" checked /><input type="checkbox" name="force" />`);

    expect(replaceSecretOf(secret)).toMatchObject({
      secret: "sk-new-secret",
      revoke_old: true,
      force: false,
      overlap_seconds: undefined,
    });
  });
});
