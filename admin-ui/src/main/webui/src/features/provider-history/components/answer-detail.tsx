import { Button, Code, CopyButton, Group, Stack, Text } from "@mantine/core";
import { Moment, Name, Quantity } from "@/components/ui/figure";
import { Loaded } from "@/components/ui/loaded";
import { Notice } from "@/components/ui/notice";
import { Detail, Section } from "@/components/ui/page/detail";
import { Facts } from "@/components/ui/page/facts";
import type { RawResponseDetail } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { usePrivacy } from "@/lib/privacy";
import { providerName } from "@/lib/providers";
import { useAnswer } from "../api";
import { indented } from "../indented";
import { useAccountNames } from "../use-account-names";
import { AnswerStatus } from "./answer-status";
import classes from "./answer-detail.module.css";

export function AnswerDetail({ id }: { id: string }) {
  const answer = useAnswer(id);
  return (
    <Loaded query={answer} height={320}>
      {(known) => <KnownAnswer of={known} />}
    </Loaded>
  );
}

function KnownAnswer({ of: answer }: { of: RawResponseDetail }) {
  const { providers } = useAllStrings();
  const text = providers.past;
  const nameOf = useAccountNames();
  return (
    <Detail title={providerName(answer.provider)} badge={<AnswerStatus status={answer.status} />}>
      <Facts
        facts={[
          [text.asked, <Code key="asked">{`${answer.method} ${answer.path}`}</Code>],
          [text.account, <Name key="account">{nameOf(answer.account_id)}</Name>],
          [text.bytes, <Quantity key="bytes" value={answer.bytes} />],
          [text.took, <Quantity key="took" value={answer.took_ms} />],
          [text.at, <Moment key="at" at={answer.at} />],
        ]}
      />
      <Section title={text.body}>
        <Body of={answer} />
      </Section>
    </Detail>
  );
}

/** It may tell names and amounts, so that it is not shown while those are hidden. */
function Body({ of: { body, truncated } }: { of: RawResponseDetail }) {
  const { common, providers } = useAllStrings();
  const text = providers.past;
  const { hidden } = usePrivacy();
  if (hidden) {
    return <Text size="sm">{text.bodyHidden}</Text>;
  }
  if (body === "") {
    return <Text size="sm">{text.bodyEmpty}</Text>;
  }
  return (
    <Stack gap="xs">
      {truncated && <Notice tone="plain" title={text.truncated} />}
      <Group justify="space-between" gap="xs">
        <Text size="xs" c="dimmed">
          {text.withoutSecrets}
        </Text>
        <CopyButton value={body}>
          {({ copied, copy }) => (
            <Button variant="default" size="compact-xs" onClick={copy}>
              {copied ? common.copied : common.copy}
            </Button>
          )}
        </CopyButton>
      </Group>
      <Code block className={classes.body ?? ""} tabIndex={0} aria-label={text.body} role="region">
        {indented(body)}
      </Code>
    </Stack>
  );
}
