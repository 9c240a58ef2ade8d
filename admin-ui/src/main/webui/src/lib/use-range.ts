import { useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { resolveRange, untilNextStep, type Range, type RangeName } from "./range";
import { browserZone } from "./zone";

export const DEFAULT_RANGE: RangeName = "7D";

export function useRangeName(): RangeName {
  return useSearch({ from: "__root__" }).range ?? DEFAULT_RANGE;
}

/** The page's time range from the URL, moving on with the clock. */
export function useRange(): Range {
  const name = useRangeName();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), untilNextStep(now));
    return () => clearTimeout(timer);
  }, [now]);
  return resolveRange(name, now, browserZone);
}
