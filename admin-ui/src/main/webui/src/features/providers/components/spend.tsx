import { Text } from "@mantine/core";
import type { ReactNode } from "react";
import { Money, Quantity, Unknown } from "@/components/ui/figure";
import type { AccountUsage } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { USD } from "@/lib/rates";
import classes from "./account-card.module.css";

/** What was charged and used since the UTC day and month began. */
export function Spend({ of: { account, spend, usage } }: { of: AccountUsage }) {
  const { providers: text, costs } = useAllStrings();
  const asOf = account.as_of;
  const told = (value: number | null | undefined) =>
    value == null ? <Unknown because={text.notTold} /> : <Quantity value={value} compact />;
  return (
    <div className={classes.sums}>
      {spend.length === 0 && (
        <Sum label={text.month}>
          <Unknown because={text.noSpend} />
        </Sum>
      )}
      {spend.map(({ currency, today, month, month_usd }) => (
        <Sum
          key={currency}
          label={text.month}
          note={
            <>
              {currency !== USD && (
                <div>
                  <Money
                    amount={month_usd}
                    provenance="provider"
                    asOf={asOf}
                    unknownBecause={costs.noRate}
                    note={costs.eachDayAtItsRate}
                  />{" "}
                  {text.converted}
                </div>
              )}
              <div>
                <Money amount={today} currency={currency} provenance="provider" asOf={asOf} />{" "}
                {text.today}
              </div>
            </>
          }
        >
          <Money amount={month} currency={currency} provenance="provider" asOf={asOf} />
        </Sum>
      ))}
      {usage && (
        <>
          <Sum label={text.requests}>{told(usage.requests)}</Sum>
          <Sum label={text.input}>{told(usage.input)}</Sum>
          <Sum label={text.output}>{told(usage.output)}</Sum>
        </>
      )}
    </div>
  );
}

interface SumProps {
  label: string;
  note?: ReactNode;
  children: ReactNode;
}

function Sum({ label, note, children }: SumProps) {
  return (
    <div>
      <Text size="xs" c="dimmed">
        {label}
      </Text>
      <div className={classes.sum}>{children}</div>
      {note && (
        <Text size="xs" c="dimmed" component="div">
          {note}
        </Text>
      )}
    </div>
  );
}
