import { useSearch } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { resolveRange, untilNextStep, type Range, type RangeChoice } from "./range";
import { browserZone } from "./zone";

const DEFAULT_RANGE: RangeChoice = "7D";

export function useRangeChoice(): RangeChoice {
  return useSearch({ from: "__root__" }).range ?? DEFAULT_RANGE;
}

/** The page's time range from the URL, moving on with the clock. */
export function useRange(): Range {
  const choice = useRangeChoice();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setTimeout(() => setNow(Date.now()), untilNextStep(now));
    return () => clearTimeout(timer);
  }, [now]);
  return resolveRange(choice, now, browserZone);
}
