import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { done, unwrap } from "@/lib/api/client";
import type { AddMember, MemberFilter, MemberRole } from "@/lib/api/types";
import { PAGE_SIZE, usePages } from "@/lib/use-pages";
import { useWorkspace } from "@/lib/workspace";

/** With a domain: those whose role is for that domain only. */
export function useMembers(filter: MemberFilter) {
  const { slug, api } = useWorkspace();
  return usePages([slug, "members", filter], (cursor, signal) =>
    unwrap(
      api.GET("/api/v1/members", {
        params: { query: { ...filter, cursor, limit: PAGE_SIZE } },
        signal,
      }),
    ),
  );
}

/** Somebody has a role in the workspace, and others in its domains: which one is meant goes by the domain. */
interface Membership {
  member: string;
  domain?: string;
}

function parametersOf({ member, domain }: Membership) {
  return { path: { member }, query: { domain } };
}

export function useMember(of: Membership) {
  const { slug, api } = useWorkspace();
  return useQuery({
    queryKey: [slug, "member", of],
    queryFn: ({ signal }) =>
      unwrap(api.GET("/api/v1/members/{member}", { params: parametersOf(of), signal })),
  });
}

export function useAddMember() {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: AddMember) => unwrap(api.POST("/api/v1/members", { body })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [slug, "members"] }),
  });
}

export function useChangeRole(of: Membership) {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (role: MemberRole) =>
      unwrap(api.PATCH("/api/v1/members/{member}", { params: parametersOf(of), body: { role } })),
    onSuccess: (changed) => {
      queries.setQueryData([slug, "member", of], changed);
      return queries.invalidateQueries({ queryKey: [slug, "members"] });
    },
  });
}

export function useRemoveMember(of: Membership) {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () => done(api.DELETE("/api/v1/members/{member}", { params: parametersOf(of) })),
    onSuccess: () => queries.invalidateQueries({ queryKey: [slug, "members"] }),
  });
}
