import { getRouteApi } from "@tanstack/react-router";
import { Choice, optionsOf } from "@/components/ui/filters";
import { useKey, useKeys } from "@/features/keys/api";
import { useNode, useNodes } from "@/features/nodes/api";
import type { LeaseFilter } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { PROVIDERS } from "@/lib/providers";
import { ThingChoice, useNameSearch } from "@/components/ui/thing-choice";

const route = getRouteApi("/leases");

export function LeaseFilters() {
  const { leases } = useAllStrings();
  const { state, provider, node, key } = route.useSearch();
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
    </>
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
