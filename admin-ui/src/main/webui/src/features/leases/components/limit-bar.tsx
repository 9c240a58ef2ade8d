import type { Window } from "@/lib/api/types";
import { toNanos, type Decimal } from "@/lib/money";
import classes from "./limit-bar.module.css";

/** The parts of a window against its limit, or against what they come to where that is more. */
export function LimitBar({ of: window, limit }: { of: Window; limit: Decimal }) {
  const parts = [
    { part: "spent", nanos: toNanos(window.spent) },
    { part: "presumed", nanos: toNanos(window.presumed) },
    { part: "held", nanos: toNanos(window.held) },
  ];
  const used = parts.reduce((sum, { nanos }) => sum + nanos, 0n);
  const whole = toNanos(limit) > used ? toNanos(limit) : used;
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
