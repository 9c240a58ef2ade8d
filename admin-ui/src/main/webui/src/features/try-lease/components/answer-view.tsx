import { Code, Paper, Stack, Text } from "@mantine/core";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/page/detail";
import { Facts } from "@/components/ui/page/facts";
import { StateBadge } from "@/components/ui/state-badge";
import { indented } from "@/features/provider-history/indented";
import { useAllStrings } from "@/lib/i18n/all";
import { usePrivacy } from "@/lib/privacy";
import type { Answer } from "../api";
import { Booked } from "./booked";
import { Milliseconds } from "./milliseconds";
import classes from "./answer-view.module.css";

interface AnswerViewProps {
  of: Answer | undefined;
  pending: boolean;
}

/** What came back: at once what is seen here, what was booked as soon as it is known. */
export function AnswerView({ of: answer, pending }: AnswerViewProps) {
  const { common, tryLease: text } = useAllStrings();
  return (
    <Paper withBorder p="md" component="section" aria-label={text.answer} aria-busy={pending}>
      {answer ? (
        <Known of={answer} />
      ) : (
        <EmptyState title={pending ? common.loading : text.nothing} detail={text.nothingHint} />
      )}
    </Paper>
  );
}

function Known({ of: answer }: { of: Answer }) {
  const { tryLease: text } = useAllStrings();
  const good = answer.status < 400;
  return (
    <Stack>
      <div role="status">
        <StateBadge
          state={good ? "success" : "failed"}
          label={`${answer.status} ${good ? text.answered : text.refused}`}
        />
      </div>
      <Section title={text.here}>
        <Facts
          facts={[
            [text.headAfter, <Milliseconds key="head" of={answer.headAfter} />],
            [text.firstByteAfter, <Milliseconds key="first" of={answer.firstByteAfter} />],
            [text.endAfter, <Milliseconds key="end" of={answer.endAfter} />],
          ]}
        />
      </Section>
      {answer.endAfter !== null && <Booked requestId={answer.requestId} good={good} />}
      <Section title={text.body}>
        <Body of={answer} />
      </Section>
      <Section title={text.headers}>
        <Headers of={answer} />
      </Section>
    </Stack>
  );
}

/** It may tell names, so that it is not shown while those are hidden. */
function Body({ of: { body, endAfter } }: { of: Answer }) {
  const { tryLease: text } = useAllStrings();
  const { hidden } = usePrivacy();
  if (hidden) {
    return <Text size="sm">{text.bodyHidden}</Text>;
  }
  return (
    <Code block className={classes.body ?? ""} tabIndex={0} role="region" aria-label={text.body}>
      {endAfter === null ? body : indented(body)}
    </Code>
  );
}

/** Amounts are costs too. */
function Headers({ of: { headers } }: { of: Answer }) {
  const { hidden } = usePrivacy();
  const { common } = useAllStrings();
  return (
    <Facts
      facts={headers.map(([name, value]) => [
        name,
        <Code key={name} className={classes.value ?? ""}>
          {hidden && AMOUNTS.includes(name) ? common.hidden : value}
        </Code>,
      ])}
    />
  );
}

const AMOUNTS = ["x-leasehold-reserved", "x-leasehold-limit-remaining"];
