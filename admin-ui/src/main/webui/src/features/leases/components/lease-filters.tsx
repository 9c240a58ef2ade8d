import { TextInput } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { getRouteApi } from "@tanstack/react-router";
import { Choice, optionsOf } from "@/components/ui/filters";
import { useKey, useKeys } from "@/features/keys/api";
import { useNode, useNodes } from "@/features/nodes/api";
import type { LeaseFilter } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { PROVIDERS } from "@/lib/providers";
import { ThingChoice, useNameSearch } from "@/components/ui/thing-choice";
import { toWallClock } from "@/lib/time";

const route = getRouteApi("/leases");

export function LeaseFilters() {
  const { leases } = useAllStrings();
  const { state, provider, node, key, at } = route.useSearch();
  const navigate = route.useNavigate();
  const narrow = (change: LeaseFilter) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <>
      <Choice
        label={leases.state}
        value={state}
        options={optionsOf(leases.states)}
        onChange={(chosen) => narrow({ state: chosen })}
      />
      <NodeChoice value={node} onChange={(chosen) => narrow({ node: chosen })} />
      <KeyChoice value={key} onChange={(chosen) => narrow({ key: chosen })} />
      <Choice
        label={leases.provider}
        value={provider}
        options={PROVIDERS}
        onChange={(chosen) => narrow({ provider: chosen })}
      />
      <HeldAt at={at} onChange={(chosen) => narrow({ at: chosen })} />
    </>
  );
}

/** Asks who held what at a time, which follows when the field is left or Enter is pressed. */
function HeldAt({ at, onChange }: { at?: string; onChange: (at: string | undefined) => void }) {
  const { leases } = useAllStrings();
  const tell = (field: HTMLInputElement) => {
    const chosen = field.value === "" ? undefined : new Date(field.value).toISOString();
    if (chosen !== at) {
      onChange(chosen);
    }
  };
  return (
    <TextInput
      key={at}
      type="datetime-local"
      size="xs"
      w={220}
      leftSection={<IconHistory size={14} aria-hidden />}
      aria-label={leases.held.at}
      title={leases.held.at}
      defaultValue={at && toWallClock(Date.parse(at))}
      onBlur={(event) => tell(event.currentTarget)}
      onKeyDown={(event) => event.key === "Enter" && tell(event.currentTarget)}
    />
  );
}

interface ThingChoiceProps {
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

function NodeChoice(props: ThingChoiceProps) {
  const { leases } = useAllStrings();
  const chosen = useNode(props.value).data;
  const { text, onSearch } = useNameSearch(chosen);
  const { rows } = useNodes({ text });
  return (
    <ThingChoice label={leases.node} rows={rows} chosen={chosen} onSearch={onSearch} {...props} />
  );
}

function KeyChoice(props: ThingChoiceProps) {
  const { leases } = useAllStrings();
  const chosen = useKey(props.value).data;
  const { text, onSearch } = useNameSearch(chosen);
  const { rows } = useKeys({ text });
  return (
    <ThingChoice label={leases.key} rows={rows} chosen={chosen} onSearch={onSearch} {...props} />
  );
}
