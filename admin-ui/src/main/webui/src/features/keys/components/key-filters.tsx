import { getRouteApi } from "@tanstack/react-router";
import { Choice, optionsOf, Search } from "@/components/ui/filters";
import { RoleButton } from "@/components/ui/role-button";
import { useAllStrings } from "@/lib/i18n/all";
import { PROVIDERS } from "@/lib/providers";

const route = getRouteApi("/keys");

export function KeyFilters() {
  const { keys } = useAllStrings();
  const { state, provider, q } = route.useSearch();
  const navigate = route.useNavigate();
  const narrow = (change: { state?: string; provider?: string; q?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <>
      <Search label={keys.search} value={q} onChange={(text) => narrow({ q: text })} />
      <Choice
        label={keys.state}
        value={state}
        options={optionsOf(keys.states)}
        onChange={(chosen) => narrow({ state: chosen })}
      />
      <Choice
        label={keys.provider}
        value={provider}
        options={PROVIDERS}
        onChange={(chosen) => narrow({ provider: chosen })}
      />
      {(state ?? provider ?? q) && (
        <RoleButton
          role="admin"
          variant="default"
          size="xs"
          onClick={() =>
            void navigate({ search: (before) => ({ ...before, action: "revoke-these" }) })
          }
        >
          {keys.bulkRevoke.action}
        </RoleButton>
      )}
    </>
  );
}
