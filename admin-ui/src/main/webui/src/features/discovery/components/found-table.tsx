import { Code, Text } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { useMemo } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { Moment, Name } from "@/components/ui/figure";
import { TextLink } from "@/components/ui/links";
import { RoleButton } from "@/components/ui/role-button";
import { StateBadge } from "@/components/ui/state-badge";
import { DataTable, type Column } from "@/components/ui/table";
import type { DiscoveredKey, Discovery } from "@/lib/api/types";
import type { Strings } from "@/lib/i18n";
import { useAllStrings } from "@/lib/i18n/all";
import { providerName } from "@/lib/providers";

interface FoundTableProps {
  discovery: UseQueryResult<Discovery>;
  onImport: (fingerprint: string) => void;
}

/** What was found, masked, and what became of it. */
export function FoundTable({ discovery, onImport }: FoundTableProps) {
  const { discovery: text } = useAllStrings();
  const columns = useMemo(() => columnsOf(text, onImport), [text, onImport]);
  return (
    <DataTable
      name="discovery"
      caption={text.title}
      columns={columns}
      list={{
        rows: discovery.data?.keys,
        partial: false,
        error: discovery.error,
        readAt: discovery.dataUpdatedAt,
        retry: () => void discovery.refetch(),
      }}
      idOf={({ fingerprint }) => fingerprint}
      empty={<EmptyState {...text.empty} />}
    />
  );
}

function columnsOf(
  text: Strings["discovery"],
  onImport: (fingerprint: string) => void,
): Column<DiscoveredKey>[] {
  return [
    {
      id: "masked",
      header: text.key,
      fixed: true,
      cell: ({ masked }) => <Code>{masked}</Code>,
    },
    { id: "provider", header: text.provider, cell: ({ provider }) => providerName(provider) },
    { id: "sources", header: text.foundIn, cell: ({ sources }) => sources.join(", ") },
    { id: "at", header: text.found, cell: ({ found_at }) => <Moment at={found_at} /> },
    { id: "result", header: text.result, cell: (key) => <Result of={key} /> },
    {
      id: "act",
      header: text.act,
      fixed: true,
      cell: (key) =>
        key.key_id === null && (
          <RoleButton
            role="admin"
            variant="default"
            size="compact-xs"
            onClick={() => onImport(key.fingerprint)}
          >
            {text.import.action}
          </RoleButton>
        ),
    },
  ];
}

/** What is in the pool already is named, so that nobody adds it twice. */
function Result({ of: { result, key_id, key_name, message } }: { of: DiscoveredKey }) {
  const { discovery: text } = useAllStrings();
  return (
    <>
      <StateBadge state={LOOKS[result]} label={text.results[result]} />
      {key_id && (
        <>
          {" "}
          <TextLink to="/keys/$id" params={{ id: key_id }}>
            {key_name ? <Name>{key_name}</Name> : text.thatKey}
          </TextLink>
        </>
      )}
      {message && (
        <Text size="xs" c="dimmed" component="span" ml={6} data-tip={message} tabIndex={0}>
          {message}
        </Text>
      )}
    </>
  );
}

/** As states are drawn elsewhere. */
const LOOKS: Record<DiscoveredKey["result"], string> = {
  found: "pending",
  already_there: "active",
  imported: "success",
  refused: "refused",
};
