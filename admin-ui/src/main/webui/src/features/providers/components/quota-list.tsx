import { Group, Stack, Text } from "@mantine/core";
import { Fragment, type ReactNode } from "react";
import { Moment, Money, Name, Unknown } from "@/components/ui/figure";
import { TextLink } from "@/components/ui/links";
import { useCourses } from "@/features/quota-history/api";
import { CourseLine } from "@/features/quota-history/components/course-line";
import { courseId } from "@/features/quota-history/courses";
import type { ProviderQuota } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import type { Decimal } from "@/lib/money";
import { formatShare } from "@/lib/quantity";
import { useClock } from "@/lib/use-clock";
import { currencyOf, spoken, usedShare } from "../quotas";
import classes from "./account-card.module.css";

const HOUR = 60 * 60_000;
const WEEK = 7 * 24 * HOUR;

/** From here on it is worth a look. */
const LOW = 0.8;

interface QuotaListProps {
  account: string;
  of: ProviderQuota[];
}

/** What is left to use, until when, and how it went in the last week. */
export function QuotaList({ account, of: quotas }: QuotaListProps) {
  const { providers: text } = useAllStrings();
  const week = useLastWeek();
  const { data: courses = [] } = useCourses({ account_id: account, ...week });
  return (
    <Stack gap="sm">
      {quotas.map((quota) => {
        const id = courseId(account, quota);
        return (
          <Quota key={id} of={quota}>
            <CourseLine of={courses.find((course) => course.id === id)} {...week} />
          </Quota>
        );
      })}
      <TextLink to="/providers/history" search={{ tab: "quotas", account, range: "7D" }} size="xs">
        {text.course}
      </TextLink>
    </Stack>
  );
}

/** Moves on with the hour, so that the same is asked for until then. */
function useLastWeek() {
  const to = Math.ceil(useClock() / HOUR) * HOUR;
  return { from: new Date(to - WEEK).toISOString(), to: new Date(to).toISOString() };
}

function Quota({ of: quota, children }: { of: ProviderQuota; children: ReactNode }) {
  const { providers: text, locale } = useAllStrings();
  const share = usedShare(quota);
  const { holder, plan, resets_at, overage } = quota;
  const known = [
    share !== null && text.used(formatShare(share, locale)),
    overage !== null && Number(overage) > 0 && (
      <>
        <Amount of={quota} value={overage} /> {text.beyond}
      </>
    ),
    quota.overage_permitted === false && text.endsThere,
    resets_at && (
      <>
        {text.resets} <Moment at={resets_at} />
      </>
    ),
    holder && <Name>{holder}</Name>,
    plan && spoken(plan),
  ].filter(Boolean);
  return (
    <div>
      <Group justify="space-between" gap="xs">
        <Text size="sm" fw={500}>
          {spoken(quota.name)}
        </Text>
        <Left of={quota} />
      </Group>
      {share !== null && (
        <div className={classes.bar} data-low={share >= LOW} aria-hidden>
          <i style={{ width: `${share * 100}%` }} />
        </div>
      )}
      {children}
      <Text size="xs" c="dimmed" component="div">
        {known.map((note, at) => (
          <Fragment key={at}>
            {at > 0 && " · "}
            {note}
          </Fragment>
        ))}
      </Text>
    </div>
  );
}

function Left({ of: quota }: { of: ProviderQuota }) {
  const { providers: text } = useAllStrings();
  const { unlimited, remaining, entitlement } = quota;
  if (unlimited) {
    return <Text size="sm">{text.unlimited}</Text>;
  }
  if (remaining === null) {
    return <Unknown because={text.quotaUnknown} />;
  }
  return (
    <Text size="sm" component="span" className="numeric">
      <Amount of={quota} value={remaining} />
      {entitlement !== null && (
        <>
          {" "}
          {text.of} <Amount of={quota} value={entitlement} />
        </>
      )}{" "}
      {currencyOf(quota) ? text.left : text.leftOf(spoken(quota.unit))}
    </Text>
  );
}

function Amount({ of: quota, value }: { of: ProviderQuota; value: Decimal }) {
  const { locale } = useAllStrings();
  const currency = currencyOf(quota);
  return currency ? (
    <Money amount={value} currency={currency} provenance="provider" asOf={quota.as_of} />
  ) : (
    <>{new Intl.NumberFormat(locale, { maximumFractionDigits: 2 }).format(value as `${number}`)}</>
  );
}
