import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { openFeed, type FeedState } from "./event-feed";

function answering(...answers: (() => Response)[]) {
  const calls: Headers[] = [];
  const get = vi.fn((_: unknown, init?: RequestInit) => {
    calls.push(new Headers(init?.headers));
    const answer = answers.shift();
    return answer ? Promise.resolve(answer()) : new Promise<Response>(() => undefined);
  });
  return { calls, get: get as unknown as typeof fetch };
}

function open(get: typeof fetch) {
  const seen: string[] = [];
  const states: FeedState[] = [];
  const onUnauthenticated = vi.fn();
  const close = openFeed({
    url: "/api/v1/live",
    headers: { "leasehold-workspace": "acme" },
    onEvent: (event) => seen.push(event.data),
    onState: (state) => states.push(state),
    onUnauthenticated,
    fetch: get,
  });
  return { seen, states, onUnauthenticated, close };
}

describe("event feed", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it("asks again after the last event it has seen", async () => {
    const { calls, get } = answering(
      () => new Response("id: 41\ndata: a\n\nid: 42\ndata: b\n\nid: 43\nda"),
      () => new Response("id: 43\ndata: c\n\n"),
    );
    const feed = open(get);

    await vi.advanceTimersByTimeAsync(60_000);

    expect(feed.seen).toEqual(["a", "b", "c"]);
    expect(calls.map((headers) => headers.get("last-event-id"))).toEqual([null, "42", "43"]);
    expect(calls[1]?.get("leasehold-workspace")).toBe("acme");
    feed.close();
  });

  it("keeps what to resume after while the server is away", async () => {
    const { calls, get } = answering(
      () => new Response("id: 5\ndata: a\n\n"),
      () => new Response("", { status: 503 }),
    );
    const feed = open(get);

    await vi.advanceTimersByTimeAsync(60_000);

    expect(calls.at(-1)?.get("last-event-id")).toBe("5");
    expect(feed.states).toEqual(["connecting", "live", "connecting", "cut"]);
    feed.close();
  });

  it("is not cut when the server ends it in order, as it does when the token expires", async () => {
    const { get } = answering(
      () => new Response("id: 5\ndata: a\n\n"),
      () => new Response("id: 6\ndata: b\n\n"),
    );
    const feed = open(get);

    await vi.advanceTimersByTimeAsync(5_000);

    expect(feed.states).toEqual(["connecting", "live", "connecting", "live", "connecting"]);
    expect(feed.seen).toEqual(["a", "b"]);
    feed.close();
  });

  it("notices a connection that died without a word", async () => {
    const silent = new ReadableStream<Uint8Array>({
      start: (stream) => stream.enqueue(new TextEncoder().encode("id: 7\ndata: a\n\n")),
    });
    const { calls, get } = answering(
      () => new Response(silent),
      () => new Response("id: 8\ndata: b\n\n"),
    );
    const feed = open(get);

    await vi.advanceTimersByTimeAsync(40_000);
    expect(feed.states).toEqual(["connecting", "live"]);
    await vi.advanceTimersByTimeAsync(10_000);

    expect(feed.states.slice(0, 4)).toEqual(["connecting", "live", "cut", "live"]);
    expect(calls[1]?.get("last-event-id")).toBe("7");
    feed.close();
  });

  it("gives up when the session is over", async () => {
    const { calls, get } = answering(() => new Response("", { status: 401 }));
    const feed = open(get);

    await vi.advanceTimersByTimeAsync(60_000);

    expect(feed.onUnauthenticated).toHaveBeenCalledOnce();
    expect(calls).toHaveLength(1);
  });
});
