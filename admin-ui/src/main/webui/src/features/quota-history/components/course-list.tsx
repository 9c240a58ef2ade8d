import { Stack, Text } from "@mantine/core";
import { useMemo, useState } from "react";
import { ChartCard, type Plot } from "@/components/ui/chart";
import { EmptyState } from "@/components/ui/empty-state";
import { Loaded } from "@/components/ui/loaded";
import { Halves } from "@/components/ui/page/board-page";
import { currencyOf, spoken } from "@/features/providers/quotas";
import { usePlotActions } from "@/features/stats/use-plot-actions";
import { usePlotStyle } from "@/features/stats/use-plot-style";
import { useAllStrings } from "@/lib/i18n/all";
import { MASKED_COST } from "@/lib/mask";
import { formatMoney } from "@/lib/money";
import { useNames, usePrivacy } from "@/lib/privacy";
import { useRange } from "@/lib/use-range";
import { useCourses } from "../api";
import { leftAt, stepsOf, type Course } from "../courses";

/** As many charts as a page bears. */
const SHOWN = 12;

interface CourseListProps {
  provider: string | undefined;
  account: string | undefined;
  nameOf: (account: string) => string;
}

/** What was left of each thing over the page's time. */
export function CourseList({ provider, account, nameOf }: CourseListProps) {
  const { providers } = useAllStrings();
  const text = providers.past;
  const { from, to } = useRange();
  const courses = useCourses({ provider, account_id: account, from, to });
  return (
    <Loaded query={courses} height={340}>
      {(all) =>
        all.length === 0 ? (
          <EmptyState {...text.noCourses} />
        ) : (
          <Stack>
            <Halves>
              {all.slice(0, SHOWN).map((course) => (
                <CourseChart key={course.id} of={course} account={nameOf(course.account)} />
              ))}
            </Halves>
            {all.length > SHOWN && (
              <Text size="sm" c="dimmed">
                {text.moreCourses(all.length - SHOWN)}
              </Text>
            )}
          </Stack>
        )
      }
    </Loaded>
  );
}

function CourseChart({ of: course, account }: { of: Course; account: string }) {
  const { providers } = useAllStrings();
  const shown = useNames();
  const plot = usePlot(course);
  const whose = course.holder === null ? shown(account) : shown(course.holder);
  return (
    <ChartCard
      title={providers.past.leftOf(spoken(course.name), whose)}
      file={`quota-${course.name}`}
      plot={plot}
      {...usePlotActions()}
    />
  );
}

function usePlot(course: Course): Plot {
  const { locale } = useAllStrings();
  const { hidden } = usePrivacy();
  const { colors, counts } = usePlotStyle();
  const { from, to, zone, granularity } = useRange();
  const [now] = useState(Date.now);
  return useMemo(() => {
    const steps = stepsOf({ from, to, zone, granularity });
    const currency = currencyOf(course);
    const amount = (value: number) =>
      hidden || currency === undefined
        ? MASKED_COST
        : formatMoney(value.toFixed(9), currency, locale);
    return {
      steps,
      end: to,
      zone,
      granularity,
      shape: "area",
      series: [
        {
          name: currency ?? spoken(course.unit),
          color: colors[2],
          values: leftAt(course, steps, to, now),
        },
      ],
      markers: [],
      format: currency === undefined ? counts.format : amount,
      masked: currency !== undefined && hidden,
    };
  }, [course, from, to, zone, granularity, locale, hidden, colors, counts, now]);
}
