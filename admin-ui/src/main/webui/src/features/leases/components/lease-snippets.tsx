import { Button, Code, CopyButton, Group, Stack, Tabs, Text } from "@mantine/core";
import { ButtonLink } from "@/components/ui/links";
import { Section } from "@/components/ui/page/detail";
import type { Lease } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { snippetsOf } from "../snippets";
import { CLIENTS, TOKEN_VARIABLE, type Client } from "../snippets/snippet";
import classes from "./lease-snippets.module.css";

interface LeaseSnippetsProps {
  of: Lease;
  chosen: Client | undefined;
  onChoose: (client: Client | undefined) => void;
}

/** How programs use a lease, in their language; the token is theirs to put in, as nobody else has it. */
export function LeaseSnippets({ of: lease, chosen, onChoose }: LeaseSnippetsProps) {
  const { leases } = useAllStrings();
  const text = leases.snippets;
  const snippets = snippetsOf(lease);
  const [first] = snippets;
  if (!first) {
    return (
      <Section title={text.title}>
        <Text size="sm">{text.none}</Text>
      </Section>
    );
  }
  const shown = snippets.find(({ client }) => client === chosen) ?? first;
  const choose = (client: string | null) => {
    const known = CLIENTS.find((one) => one === client);
    onChoose(known === first.client ? undefined : known);
  };
  return (
    <Section title={text.title}>
      <Text size="sm">{text.token(TOKEN_VARIABLE)}</Text>
      <Code className={classes.command ?? ""}>
        {`leasehold exec --provider ${lease.provider} -- CMD`}
      </Code>
      <Tabs value={shown.client} onChange={choose} keepMounted={false}>
        <Tabs.List>
          {snippets.map(({ client }) => (
            <Tabs.Tab key={client} value={client}>
              {text.clients[client]}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {snippets.map(({ client, code }) => (
          <Tabs.Panel key={client} value={client} pt="xs">
            <Stack gap="xs">
              <Code
                block
                className={classes.code ?? ""}
                tabIndex={0}
                role="region"
                aria-label={text.program(text.clients[client])}
              >
                {code}
              </Code>
              <Group gap="xs">
                <CopyButton value={code}>
                  {({ copied, copy }) => <Copy copied={copied} onCopy={copy} />}
                </CopyButton>
                <ButtonLink to="/try" search={{ lease: lease.lease_id }} variant="default">
                  {text.tryIt}
                </ButtonLink>
              </Group>
            </Stack>
          </Tabs.Panel>
        ))}
      </Tabs>
    </Section>
  );
}

function Copy({ copied, onCopy }: { copied: boolean; onCopy: () => void }) {
  const { common } = useAllStrings();
  return (
    <Button variant="default" onClick={onCopy}>
      {copied ? common.copied : common.copy}
    </Button>
  );
}
