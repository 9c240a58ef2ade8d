import { getRouteApi } from "@tanstack/react-router";
import { Choice, optionsOf, Search } from "@/components/ui/filters";
import { DomainChoice } from "@/features/domains/components/domain-choice";
import type { MemberRole } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";

const route = getRouteApi("/settings");

export function MemberFilters() {
  const { members } = useAllStrings();
  const { role, domain, q } = route.useSearch();
  const navigate = route.useNavigate();
  const narrow = (change: { role?: MemberRole; domain?: string; q?: string }) =>
    void navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <>
      <Search label={members.search} value={q} onChange={(text) => narrow({ q: text })} />
      <Choice
        label={members.role}
        value={role}
        options={optionsOf(members.roles)}
        onChange={(chosen) => narrow({ role: chosen })}
      />
      <DomainChoice value={domain} onChange={(chosen) => narrow({ domain: chosen })} />
    </>
  );
}
