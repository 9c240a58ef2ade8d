import { getRouteApi } from "@tanstack/react-router";
import { Choice } from "@/components/ui/filters";
import { useKeys } from "@/features/keys/api";
import { PROVIDERS } from "@/features/keys/providers";
import { useNodes } from "@/features/nodes/api";
import { useStrings } from "@/lib/i18n";
import { useNames } from "@/lib/privacy";
import type { LeaseFilter } from "../api";

const route = getRouteApi("/leases");

export function LeaseFilters() {
  const { leases } = useStrings();
  const { state, provider, node, key } = route.useSearch();
  const shown = useNames();
  const navigate = route.useNavigate();
  const keys = useKeys().rows ?? [];
  const nodes = useNodes().rows ?? [];
  const narrow = (change: LeaseFilter) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: shown(name) });
  return (
    <>
      <Choice
        label={leases.state}
        value={state}
        options={Object.entries(leases.states).map(([value, label]) => ({ value, label }))}
        onChange={(chosen) => narrow({ state: chosen })}
      />
      <Choice
        label={leases.node}
        value={node}
        options={nodes.map(named)}
        onChange={(chosen) => narrow({ node: chosen })}
      />
      <Choice
        label={leases.key}
        value={key}
        options={keys.map(named)}
        onChange={(chosen) => narrow({ key: chosen })}
      />
      <Choice
        label={leases.provider}
        value={provider}
        options={PROVIDERS}
        onChange={(chosen) => narrow({ provider: chosen })}
      />
    </>
  );
}
