import { Group, Stack, Text } from "@mantine/core";
import { Fragment } from "react";
import { Moment, Money, Name, Unknown } from "@/components/ui/figure";
import type { ProviderQuota } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import type { Decimal } from "@/lib/money";
import { formatShare } from "@/lib/quantity";
import { currencyOf, spoken, usedShare } from "../quotas";
import classes from "./account-card.module.css";

/** From here on it is worth a look. */
const LOW = 0.8;

/** What is left to use, and until when. */
export function QuotaList({ of: quotas }: { of: ProviderQuota[] }) {
  return (
    <Stack gap="sm">
      {quotas.map((quota) => (
        <Quota key={`${quota.key_id ?? ""}/${quota.holder ?? ""}/${quota.name}`} of={quota} />
      ))}
    </Stack>
  );
}

function Quota({ of: quota }: { of: ProviderQuota }) {
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
