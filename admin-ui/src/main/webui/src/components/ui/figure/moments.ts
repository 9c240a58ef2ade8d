import { formatAbsolute, formatRelative } from "@/lib/time";
import { useClock } from "@/lib/use-clock";
import { useStrings } from "@/lib/i18n";
import { browserZone } from "@/lib/zone";

/** Instants in words, in the language and zone of the reader. */
export function useMoments() {
  const { locale } = useStrings();
  const now = useClock();
  return {
    relative: (instant: string) => formatRelative(instant, now, locale),
    absolute: (instant: string) => formatAbsolute(instant, browserZone, locale),
  };
}
