import type { Problem } from "./types";

/** An RFC 9457 problem that a service answered with. */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = "ApiError";
  }
}

/** What a service has against single fields of the body, by their names. */
export function fieldErrorsOf(error: Error | null): Record<string, string> {
  const errors = error instanceof ApiError ? (error.problem.errors ?? []) : [];
  return Object.fromEntries(errors.map(({ field, detail }) => [field, detail]));
}

/** Any answer that is no problem document, such as a proxy's error page, becomes one. */
export function problemOf(body: unknown, response: Response): Problem {
  const problem = typeof body === "object" && body !== null ? (body as Partial<Problem>) : {};
  return {
    ...problem,
    type: problem.type ?? "about:blank",
    title: problem.title ?? `HTTP ${response.status}`,
    status: problem.status ?? response.status,
    detail: problem.detail ?? response.statusText,
    request_id: problem.request_id ?? response.headers.get("x-request-id") ?? undefined,
  };
}

/** Worth another try by itself: the network, or a service that is away for a moment. */
export function isPassing(error: Error): boolean {
  return !(error instanceof ApiError) || [429, 502, 503, 504].includes(error.problem.status);
}
