import { SimpleGrid } from "@mantine/core";
import { getRouteApi } from "@tanstack/react-router";
import { IconRefresh } from "@tabler/icons-react";
import { announceDone } from "@/components/ui/announce";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/links";
import { Loaded } from "@/components/ui/loaded";
import { ListPage } from "@/components/ui/page/list-page";
import { ProblemAlert } from "@/components/ui/problem-alert";
import { RoleButton } from "@/components/ui/role-button";
import { SignInDialog } from "@/features/github-sign-in/components/sign-in-dialog";
import type { AccountUsage, ProviderUsage } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useProviders, useRefreshAll } from "./api";
import { AccountCard } from "./components/account-card";
import { PlanDialog } from "./components/plan-dialog";
import { WithoutAccount } from "./components/without-account";

const route = getRouteApi("/providers");

/** "What do the providers say is used, charged and left, and how old is that?" */
export function ProvidersPage() {
  const { providers: text } = useAllStrings();
  const providers = useProviders();
  const refresh = useRefreshAll();
  const { open, action, signIn } = route.useSearch();
  const navigate = route.useNavigate();
  const planned =
    action === "plan" ? accountsOf(providers.data?.items).find(isOf(open)) : undefined;
  const close = () =>
    void navigate({
      search: (before) => ({ ...before, open: undefined, action: undefined, signIn: undefined }),
    });
  return (
    <ListPage
      title={text.title}
      actions={
        <>
          <ButtonLink to="/providers/discovery" search={{}} variant="default">
            {text.discovery}
          </ButtonLink>
          <ButtonLink to="/providers/history" search={{}} variant="default">
            {text.history}
          </ButtonLink>
          <RoleButton
            role="operator"
            variant="default"
            leftSection={<IconRefresh size={14} />}
            loading={refresh.isPending}
            onClick={() => refresh.mutate(undefined, { onSuccess: () => announceDone(text.asked) })}
          >
            {text.askAll}
          </RoleButton>
        </>
      }
    >
      {refresh.error && <ProblemAlert error={refresh.error} />}
      <Loaded query={providers} height={420}>
        {({ items }) => <Cards of={items} />}
      </Loaded>
      {planned && <PlanDialog of={planned.account} onClose={close} />}
      {action === "sign-in" && open && (
        <SignInDialog
          account={open}
          signIn={signIn}
          onBegun={(id) =>
            void navigate({ search: (before) => ({ ...before, signIn: id }), replace: true })
          }
          onClose={close}
        />
      )}
    </ListPage>
  );
}

function Cards({ of: providers }: { of: ProviderUsage[] }) {
  const { providers: text } = useAllStrings();
  const navigate = route.useNavigate();
  const plan = (id: string) =>
    void navigate({ search: (before) => ({ ...before, open: id, action: "plan" }) });
  const signIn = (account: string, id?: string) =>
    void navigate({
      search: (before) => ({ ...before, open: account, action: "sign-in", signIn: id }),
    });
  const none = providers.every(({ accounts }) => accounts.length === 0);
  return (
    <>
      {none ? (
        <EmptyState {...text.empty}>
          <ButtonLink to="/keys" search={{ tab: "accounts", action: "add-account" }} mt="sm">
            {text.addAccount}
          </ButtonLink>
        </EmptyState>
      ) : (
        <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="md">
          {providers.flatMap((provider) =>
            provider.accounts.map((usage) => (
              <AccountCard
                key={usage.account.account_id}
                of={usage}
                provider={provider}
                onPlan={() => plan(usage.account.account_id)}
                onSignIn={(id) => signIn(usage.account.account_id, id)}
              />
            )),
          )}
        </SimpleGrid>
      )}
      {!none && <WithoutAccount of={providers} />}
    </>
  );
}

const accountsOf = (providers: ProviderUsage[] = []) =>
  providers.flatMap(({ accounts }) => accounts);

const isOf =
  (id: string | undefined) =>
  ({ account }: AccountUsage) =>
    account.account_id === id;
