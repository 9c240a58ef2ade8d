import { describe, expect, it } from "vitest";
import type { BulkRevocation, Revocation } from "@/lib/api/types";
import { countsOf, pollOfMany, unfinishedOf, withNews } from "./bulk-revocation";

function row(id: string, state: BulkRevocation["state"]): BulkRevocation {
  return { id, name: id, state, outcome: null, leases_affected: 0, reason: null };
}

describe("the revocation of many keys", () => {
  it("asks for what moves before what waits, and never for what is over or was not begun", () => {
    const rows = [row("a", "revoked"), row("b", "stuck"), row("c", "running"), row("d", null)];

    expect(unfinishedOf(rows).map(({ id }) => id)).toEqual(["c", "b"]);
  });

  it("asks for some at a time", () => {
    const rows = Array.from({ length: 500 }, (_, at) => row(`key-${at}`, "running"));

    expect(unfinishedOf(rows)).toHaveLength(20);
  });

  it("takes over what is new and keeps the rest", () => {
    const rows = [row("a", "running"), row("b", "running")];
    const news = [{ key_id: "b", state: "stuck", outcome: "refused", reason: "No." } as Revocation];

    expect(withNews(rows, news)).toEqual([
      row("a", "running"),
      { ...row("b", "stuck"), outcome: "refused", reason: "No." },
    ]);
  });

  it("is asked for until nothing moves or waits any more", () => {
    expect(pollOfMany([row("a", "running"), row("b", "stuck")])).toBe(1_000);
    expect(pollOfMany([row("a", "revoked"), row("b", "stuck")])).toBe(5_000);
    expect(pollOfMany([row("a", "revoked"), row("b", null)])).toBe(false);
    expect(pollOfMany([])).toBe(false);
  });

  it("says how many ended in which way", () => {
    const rows = [row("a", "revoked"), row("b", "awaiting_manual"), row("c", null)];

    expect(countsOf(rows)).toEqual({ revoked: 1, running: 0, waiting: 1, refused: 1 });
  });
});
