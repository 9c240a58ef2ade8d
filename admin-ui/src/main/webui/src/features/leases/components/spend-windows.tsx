import { Group, Stack, Text } from "@mantine/core";
import { useState, type ReactNode } from "react";
import { Loaded } from "@/components/ui/loaded";
import { RoleButton } from "@/components/ui/role-button";
import type { Scope, Window } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { Hint, Money } from "@/components/ui/figure";
import { ForecastWords } from "@/features/limits/components/forecast-words";
import { forecastOf } from "@/features/limits/forecast";
import { useSpend } from "../api";
import { LimitBar } from "./limit-bar";
import { ReleasePresumedDialog } from "./release-presumed-dialog";
import classes from "./limit-bar.module.css";

/** Each period's limit as a bar: spent, presumed, held, remaining. */
export function SpendWindows({ scope, id }: { scope: Scope; id: string }) {
  const { leases } = useAllStrings();
  const spend = useSpend(scope, id);
  return (
    <Loaded query={spend} height={64}>
      {({ items }) =>
        items.length === 0 ? (
          <Text size="sm" c="dimmed">
            {leases.spend.none}
          </Text>
        ) : (
          <Stack gap="md">
            {items.map((window) => (
              <WindowBar key={`${window.period} ${window.window_start}`} of={window} />
            ))}
          </Stack>
        )
      }
    </Loaded>
  );
}

function WindowBar({ of: window }: { of: Window }) {
  const { leases, limits } = useAllStrings();
  const text = leases.spend;
  const amount = (value: string | null) => <Money amount={value} asOf={window.as_of} />;
  return (
    <div>
      <Group justify="space-between" mb={4}>
        <Text size="sm" fw={500}>
          {text.period[window.period]}
        </Text>
        <Text size="xs" c="dimmed" component="span">
          {window.limit === null ? text.noLimit : amount(window.limit)}
          {Number(window.raised) > 0 && (
            <>
              {" + "}
              {amount(window.raised)} {text.raised}
            </>
          )}
        </Text>
      </Group>
      {window.limit !== null && <LimitBar of={window} />}
      <Group gap="4px 20px" mt={6}>
        <Part name={text.spent} shape="spent" value={amount(window.spent)} />
        {Number(window.presumed) > 0 && (
          <Part
            name={<Hint lines={[text.presumedHint]}>{text.presumed}</Hint>}
            shape="presumed"
            value={
              <>
                {amount(window.presumed)}
                <ReleasePresumed of={window} />
              </>
            }
          />
        )}
        <Part
          name={<Hint lines={[text.heldHint]}>{text.held}</Hint>}
          shape="held"
          value={amount(window.held)}
        />
        {window.remaining !== null && (
          <Part name={text.remaining} shape="remaining" value={amount(window.remaining)} />
        )}
        {forecastOf(window).kind !== "unknown" && (
          <Text size="xs" component="span">
            <Hint lines={[limits.forecast.hint]}>
              <Text span inherit c="dimmed">
                {limits.forecast.title}
              </Text>
            </Hint>{" "}
            <ForecastWords of={window} />
          </Text>
        )}
      </Group>
    </div>
  );
}

function ReleasePresumed({ of: window }: { of: Window }) {
  const { leases } = useAllStrings();
  const text = leases.spend.release;
  const [open, setOpen] = useState(false);
  return (
    <>
      <RoleButton
        role="admin"
        size="compact-xs"
        variant="default"
        aria-label={text.open(leases.spend.period[window.period])}
        onClick={() => setOpen(true)}
      >
        {text.action}
      </RoleButton>
      {open && <ReleasePresumedDialog of={window} onClose={() => setOpen(false)} />}
    </>
  );
}

interface PartProps {
  name: ReactNode;
  shape: "spent" | "presumed" | "held" | "remaining";
  value: ReactNode;
}

function Part({ name, shape, value }: PartProps) {
  return (
    <Text size="xs" component="span" className={classes.part}>
      <i className={classes.swatch} data-part={shape} aria-hidden />
      <Text span inherit c="dimmed">
        {name}
      </Text>
      {value}
    </Text>
  );
}
