import { Text } from "@mantine/core";
import { Moment } from "@/components/ui/figure";
import type { Window } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { forecastOf } from "../forecast";

/** When a limit will be hit if as much is spent as until now. */
export function ForecastWords({ of: window }: { of: Window }) {
  const { limits } = useAllStrings();
  const text = limits.forecast;
  const forecast = forecastOf(window);
  switch (forecast.kind) {
    case "reached":
      return (
        <Text span inherit fw={600} c="var(--bad)">
          {text.reached}
        </Text>
      );
    case "hit":
      return (
        <Text span inherit fw={600} c="var(--warn)">
          {text.hit} <Moment at={new Date(forecast.at).toISOString()} />
        </Text>
      );
    case "lasts":
      return (
        <Text span inherit c="dimmed">
          {text.lasts}
        </Text>
      );
    case "unknown":
      return (
        <Text span inherit c="dimmed">
          {text.unknown}
        </Text>
      );
  }
}
