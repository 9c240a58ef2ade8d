import type { Window } from "@/lib/api/types";
import { toNanos } from "@/lib/money";
import classes from "./limit-bar.module.css";

/** The parts of a window against its limit with its raises, or against what they come to where that is more. */
export function LimitBar({ of: window }: { of: Window }) {
  const parts = [
    { part: "spent", nanos: toNanos(window.spent) },
    { part: "presumed", nanos: toNanos(window.presumed) },
    { part: "held", nanos: toNanos(window.held) },
  ];
  const used = parts.reduce((sum, { nanos }) => sum + nanos, 0n);
  const allowance = toNanos(window.limit ?? "0") + toNanos(window.raised);
  const whole = allowance > used ? allowance : used;
  return (
    <div className={classes.bar} aria-hidden>
      {parts.map(({ part, nanos }) => (
        <i key={part} data-part={part} style={{ width: percentOf(nanos, whole) }} />
      ))}
    </div>
  );
}

function percentOf(nanos: bigint, whole: bigint): string {
  return whole === 0n ? "0" : `${Number((nanos * 10_000n) / whole) / 100}%`;
}
