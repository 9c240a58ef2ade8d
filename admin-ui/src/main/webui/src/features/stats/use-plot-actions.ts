import { useNavigate } from "@tanstack/react-router";
import { useMemo } from "react";
import type { PlotActions } from "@/components/ui/chart";
import { customRange } from "@/lib/range";

/** A time chosen in a chart is the whole page's; a line leads to the node that joined, several to all nodes. */
export function usePlotActions(): PlotActions {
  const navigate = useNavigate();
  return useMemo(
    () => ({
      onZoom: (span) =>
        void navigate({ to: ".", search: (before) => ({ ...before, range: customRange(span) }) }),
      onMarker: ([id, ...others]) =>
        void navigate({ to: "/nodes", search: { open: others.length === 0 ? id : undefined } }),
    }),
    [navigate],
  );
}
