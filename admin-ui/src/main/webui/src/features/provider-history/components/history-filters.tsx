import { getRouteApi } from "@tanstack/react-router";
import { Choice, optionsOf } from "@/components/ui/filters";
import { useProviders } from "@/features/providers/api";
import type { FigureKind } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";

const route = getRouteApi("/providers/history");

export function HistoryFilters() {
  const { providers } = useAllStrings();
  const text = providers.past;
  const { kind } = route.useSearch();
  const narrow = useNarrow();
  return (
    <>
      <ProviderChoice />
      <AccountChoice />
      <Choice
        label={text.kind}
        value={kind}
        options={optionsOf<FigureKind>(text.kinds)}
        onChange={(chosen) => narrow({ kind: chosen })}
      />
    </>
  );
}

/** Of those that have accounts. */
export function ProviderChoice() {
  const { providers } = useAllStrings();
  const { provider } = route.useSearch();
  const { data } = useProviders();
  const narrow = useNarrow();
  return (
    <Choice
      label={providers.past.provider}
      value={provider}
      options={
        data?.items
          .filter(({ accounts }) => accounts.length > 0)
          .map((one) => ({ value: one.provider, label: one.name })) ?? []
      }
      onChange={(chosen) => narrow({ provider: chosen, account: undefined })}
    />
  );
}

/** Of the chosen provider's accounts, where one is chosen. */
export function AccountChoice() {
  const { providers } = useAllStrings();
  const { provider, account } = route.useSearch();
  const shown = useNames();
  const { data } = useProviders();
  const narrow = useNarrow();
  const options = (data?.items ?? [])
    .filter((one) => provider === undefined || one.provider === provider)
    .flatMap(({ accounts }) => accounts)
    .map(({ account: one }) => ({ value: one.account_id, label: shown(one.name) }));
  return (
    <Choice
      label={providers.past.account}
      value={account}
      options={options}
      onChange={(chosen) => narrow({ account: chosen })}
    />
  );
}

function useNarrow() {
  const navigate = route.useNavigate();
  return (change: Partial<ReturnType<typeof route.useSearch>>) =>
    void navigate({
      search: (before) => ({ ...before, ...change, open: undefined }),
      replace: true,
    });
}
