import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { done, unwrap, unwrapOrNull } from "@/lib/api/client";
import type { ReplaceSecret, RotateKey, SetRotationSchedule } from "@/lib/api/types";
import { PAGE_SIZE, usePages } from "@/lib/use-pages";
import { useWorkspace } from "@/lib/workspace";
import { pollOf } from "./rotation";

const pathOf = (key: string) => ({ path: { key } });

/** The rotation that is under way, or the last one; null where the key was never rotated. */
export function useRotation(id: string) {
  const { slug, api } = useWorkspace();
  return useQuery({
    queryKey: [slug, "rotation", id],
    queryFn: ({ signal }) =>
      unwrapOrNull(api.GET("/api/v1/keys/{key}/rotation", { params: pathOf(id), signal })),
    refetchInterval: ({ state }) => pollOf(state.data),
    staleTime: 0,
  });
}

export function useRotations(id: string) {
  const { slug, api } = useWorkspace();
  return usePages([slug, "rotations", id], (cursor, signal) =>
    unwrap(
      api.GET("/api/v1/keys/{key}/rotations", {
        params: { ...pathOf(id), query: { cursor, limit: PAGE_SIZE } },
        signal,
      }),
    ),
  );
}

/** What rotating would do, without doing it. */
export function useRotationPlan(id: string, force: boolean) {
  const { slug, api } = useWorkspace();
  return useQuery({
    queryKey: [slug, "rotation-plan", id, force],
    queryFn: ({ signal }) =>
      unwrap(
        api.POST("/api/v1/keys/{key}/rotate", {
          params: pathOf(id),
          body: { dry_run: true, force },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}

/** A key has another secret then, and one rotation more. */
function useForget(id: string) {
  const { slug } = useWorkspace();
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: [slug, "rotation", id] }),
      queries.invalidateQueries({ queryKey: [slug, "rotations", id] }),
      queries.invalidateQueries({ queryKey: [slug, "keys"] }),
    ]);
}

export function useRotateKey(id: string) {
  const { api } = useWorkspace();
  return useMutation({
    mutationFn: (body: RotateKey) =>
      unwrap(api.POST("/api/v1/keys/{key}/rotate", { params: pathOf(id), body })),
    onSuccess: useForget(id),
  });
}

/** The body is read from the form when it is sent, so that the secret is kept nowhere else. */
export function useReplaceSecret(id: string, readForm: () => ReplaceSecret) {
  const { api } = useWorkspace();
  return useMutation({
    mutationFn: () =>
      unwrap(api.POST("/api/v1/keys/{key}/secret", { params: pathOf(id), body: readForm() })),
    onSuccess: useForget(id),
  });
}

export function useRollBack(id: string) {
  const { api } = useWorkspace();
  return useMutation({
    mutationFn: (reason: string | undefined) =>
      unwrap(
        api.POST("/api/v1/keys/{key}/rotation/roll-back", { params: pathOf(id), body: { reason } }),
      ),
    onSuccess: useForget(id),
  });
}

export function useAbandonRotation(id: string) {
  const { api } = useWorkspace();
  return useMutation({
    mutationFn: (reason: string) =>
      unwrap(
        api.POST("/api/v1/keys/{key}/rotation/abandon", { params: pathOf(id), body: { reason } }),
      ),
    onSuccess: useForget(id),
  });
}

/** Null where the key is not rotated by itself. */
export function useSchedule(id: string) {
  const { slug, api } = useWorkspace();
  return useQuery({
    queryKey: [slug, "rotation-schedule", id],
    queryFn: ({ signal }) =>
      unwrapOrNull(api.GET("/api/v1/keys/{key}/rotation-schedule", { params: pathOf(id), signal })),
  });
}

export function useSetSchedule(id: string) {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: SetRotationSchedule) =>
      unwrap(api.PUT("/api/v1/keys/{key}/rotation-schedule", { params: pathOf(id), body })),
    onSuccess: (schedule) => queries.setQueryData([slug, "rotation-schedule", id], schedule),
  });
}

export function useRemoveSchedule(id: string) {
  const { slug, api } = useWorkspace();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      done(api.DELETE("/api/v1/keys/{key}/rotation-schedule", { params: pathOf(id) })),
    onSuccess: () => queries.setQueryData([slug, "rotation-schedule", id], null),
  });
}
