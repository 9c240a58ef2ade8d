import { Button, ScrollArea, Table, Text } from "@mantine/core";
import { useState } from "react";
import { Moment, Name } from "@/components/ui/figure";
import { TextLink } from "@/components/ui/links";
import { Loaded } from "@/components/ui/loaded";
import { StateBadge } from "@/components/ui/state-badge";
import type { ProviderKey } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useWorkspace } from "@/lib/workspace";
import { useProviderKeys } from "../api";

/** The keys that exist at the provider, asked for when somebody wants to see them: the provider counts our calls. */
export function ProviderKeys({ id }: { id: string }) {
  const { accounts, common } = useAllStrings();
  const { may } = useWorkspace();
  const text = accounts.atProvider;
  const [asked, setAsked] = useState(false);
  const keys = useProviderKeys(id, asked);
  if (!may("operator")) {
    return <Text size="sm">{common.forbidden("operator")}</Text>;
  }
  if (!asked) {
    return (
      <div>
        <Button variant="default" onClick={() => setAsked(true)}>
          {text.ask}
        </Button>
      </div>
    );
  }
  return (
    <Loaded query={keys} height={160}>
      {(loaded) =>
        loaded.length === 0 ? (
          <Text size="sm">{text.none}</Text>
        ) : (
          <ScrollArea>
            <Text size="xs" c="dimmed" mb="xs">
              {text.hint}
            </Text>
            <Table aria-label={text.title}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th scope="col">{text.name}</Table.Th>
                  <Table.Th scope="col">{text.state}</Table.Th>
                  <Table.Th scope="col">{text.created}</Table.Th>
                  <Table.Th scope="col">{text.here}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {loaded.map((key) => (
                  <ProviderKeyRow key={key.id} of={key} />
                ))}
              </Table.Tbody>
            </Table>
          </ScrollArea>
        )
      }
    </Loaded>
  );
}

function ProviderKeyRow({ of: key }: { of: ProviderKey }) {
  const { accounts } = useAllStrings();
  const text = accounts.atProvider;
  return (
    <Table.Tr>
      <Table.Td>
        <Name>{key.name}</Name>
        <Text size="xs" c="dimmed">
          {key.id}
        </Text>
      </Table.Td>
      <Table.Td>
        <StateBadge state={key.state} label={text.states[key.state]} />
      </Table.Td>
      <Table.Td>
        <Moment at={key.created_at} />
      </Table.Td>
      <Table.Td>
        {key.key_id ? (
          <TextLink to="/keys/$id" params={{ id: key.key_id }}>
            <Name>{key.key_name ?? key.key_id}</Name>
          </TextLink>
        ) : (
          text.notHere
        )}
      </Table.Td>
    </Table.Tr>
  );
}
