import type { BulkRevocation, Revocation } from "@/lib/api/types";
import { pollOf } from "./revocation";

/** As many as a browser has connections for, several times over. */
const ASKED_AT_ONCE = 20;

/** Those to be asked for next: what moves before what waits. */
export function unfinishedOf(rows: BulkRevocation[]): BulkRevocation[] {
  const moving = rows.filter(({ state }) => state === "running");
  const waiting = rows.filter(({ state }) => state === "stuck" || state === "awaiting_manual");
  return [...moving, ...waiting].slice(0, ASKED_AT_ONCE);
}

export function withNews(rows: BulkRevocation[], news: Revocation[]): BulkRevocation[] {
  const byKey = new Map(news.map((revocation) => [revocation.key_id, revocation]));
  return rows.map((row) => {
    const { state, outcome, reason } = byKey.get(row.id) ?? row;
    return { ...row, state, outcome, reason };
  });
}

/** As often as the one that moves most. */
export function pollOfMany(rows: BulkRevocation[]): number | false {
  const polls = rows.map(pollOf).filter((poll) => poll !== false);
  return polls.length > 0 && Math.min(...polls);
}

/** How many ended in which way. */
export function countsOf(rows: BulkRevocation[]) {
  const count = (wanted: BulkRevocation["state"][]) =>
    rows.filter(({ state }) => wanted.includes(state)).length;
  return {
    revoked: count(["revoked"]),
    running: count(["running"]),
    waiting: count(["stuck", "awaiting_manual"]),
    refused: count([null]),
  };
}
