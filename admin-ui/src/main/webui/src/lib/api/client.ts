import createClient, { type Middleware } from "openapi-fetch";
import { signIn } from "@/lib/sign-in";
import { ApiError, problemOf } from "./problem";
import type { paths } from "./types";

/** Said with every call that changes something: a page of another site can't set it, which is what the backend checks. */
const CSRF_HEADER = "leasehold-csrf";

const conventions: Middleware = {
  onRequest({ request }) {
    if (request.method !== "GET") {
      request.headers.set(CSRF_HEADER, "1");
    }
    if (request.method === "POST") {
      request.headers.set("Idempotency-Key", crypto.randomUUID());
    }
  },
  onResponse({ response }) {
    if (response.status === 401) {
      signIn();
    }
  },
};

/** Calls the services in one workspace; without one only what is about the caller can be asked. */
export function apiFor(workspace: string | undefined) {
  const client = createClient<paths>({
    baseUrl: window.location.origin,
    headers: workspace ? { "leasehold-workspace": workspace } : {},
  });
  client.use(conventions);
  return client;
}

export type Api = ReturnType<typeof apiFor>;

/** The answer's body, or the problem as an exception. */
export async function unwrap<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<NonNullable<T>> {
  const { data, error, response } = await call;
  if (!response.ok || data == null) {
    throw new ApiError(problemOf(error, response));
  }
  return data;
}

/** The answer's body, or null where there is no such thing. */
export async function unwrapOrNull<T>(
  call: Promise<{ data?: T; error?: unknown; response: Response }>,
): Promise<NonNullable<T> | null> {
  return (await call).response.status === 404 ? null : unwrap(call);
}

/** For calls whose answer has no body: that it was done, or the problem as an exception. */
export async function done(call: Promise<{ error?: unknown; response: Response }>): Promise<void> {
  const { error, response } = await call;
  if (!response.ok) {
    throw new ApiError(problemOf(error, response));
  }
}
