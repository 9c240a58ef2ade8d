import { useComputedColorScheme } from "@mantine/core";
import { useMemo } from "react";
import { PALETTE } from "@/lib/colors";
import { useStrings } from "@/lib/i18n";
import { mask, MASKED_COST } from "@/lib/mask";
import { formatMoney } from "@/lib/money";
import { usePrivacy } from "@/lib/privacy";
import { formatCompact } from "@/lib/quantity";

/** How plots look and speak now: theme, language, privacy. */
export function usePlotStyle() {
  const { locale, overview } = useStrings();
  const { hidden } = usePrivacy();
  const scheme = useComputedColorScheme();
  return useMemo(() => {
    const markerLabel = (label: string) => (hidden ? mask(label) : label);
    const markerTitle = (label: string) => overview.nodeJoined(markerLabel(label));
    const words = { markerLabel, markerTitle };
    const amount = (value: number) => formatMoney(value.toFixed(9), "USD", locale);
    return {
      colors: PALETTE[scheme],
      counts: { format: (value: number) => formatCompact(value, locale), whole: true, ...words },
      money: { format: hidden ? () => MASKED_COST : amount, masked: hidden, ...words },
    };
  }, [locale, overview, hidden, scheme]);
}
