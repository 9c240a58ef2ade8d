import { EventParser, type ServerEvent } from "./event-parser";

export type FeedState = "connecting" | "live" | "cut";

export interface FeedOptions {
  url: string;
  headers: Record<string, string>;
  onEvent: (event: ServerEvent) => void;
  onState: (state: FeedState) => void;
  /** The session is over: trying again would not help. */
  onUnauthenticated: () => void;
  fetch?: typeof fetch;
}

const FIRST_DELAY = 1_000;
const LONGEST_DELAY = 30_000;
/** The server says something every 15 seconds; a connection silent for longer died without a word. */
const LONGEST_SILENCE = 45_000;

/** How one stream came to its end: the server ended it in order, it broke, or it never opened. */
type End = "ended" | "broken" | "failed" | "unauthenticated";

/** Keeps one event stream open and resumes it after the last event seen. Returns what closes it. */
export function openFeed(options: FeedOptions): () => void {
  const closing = new AbortController();
  const onState = (state: FeedState) => {
    // A feed that is closed has no say any more: its successor may be live already.
    if (!closing.signal.aborted) {
      options.onState(state);
    }
  };
  void keepOpen({ ...options, onState }, closing.signal);
  return () => closing.abort();
}

async function keepOpen(options: FeedOptions, signal: AbortSignal): Promise<void> {
  let lastEventId = "";
  let delay = FIRST_DELAY;
  options.onState("connecting");
  while (!signal.aborted) {
    const parser = new EventParser();
    parser.lastEventId = lastEventId;
    const end = await readOnce(options, parser, signal);
    if (end === "unauthenticated") {
      options.onUnauthenticated();
      return;
    }
    // A stream that had opened was fine until then: begin again with the short delay.
    delay = end === "failed" ? Math.min(delay * 2, LONGEST_DELAY) : (parser.retry ?? FIRST_DELAY);
    lastEventId = parser.lastEventId;
    options.onState(end === "ended" ? "connecting" : "cut");
    await pause(delay * (0.75 + Math.random() / 2), signal);
  }
}

async function readOnce(
  { url, headers, onEvent, onState, fetch: get = fetch }: FeedOptions,
  parser: EventParser,
  signal: AbortSignal,
): Promise<End> {
  let opened = false;
  try {
    const resume: Record<string, string> = parser.lastEventId
      ? { "Last-Event-ID": parser.lastEventId }
      : {};
    const response = await get(url, {
      headers: { accept: "text/event-stream", ...headers, ...resume },
      cache: "no-store",
      signal,
    });
    if (response.status === 401) {
      return "unauthenticated";
    }
    if (!response.ok || !response.body) {
      return "failed";
    }
    opened = true;
    onState("live");
    await deliver(response.body, parser, onEvent);
    return "ended";
  } catch {
    // What was seen so far counts.
    return opened ? "broken" : "failed";
  }
}

async function deliver(
  body: ReadableStream<Uint8Array>,
  parser: EventParser,
  onEvent: (event: ServerEvent) => void,
): Promise<void> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  try {
    for (;;) {
      const { done, value } = await beforeSilence(reader.read());
      if (done) {
        return;
      }
      parser.push(decoder.decode(value, { stream: true })).forEach(onEvent);
    }
  } finally {
    void reader.cancel().catch(() => undefined);
  }
}

async function beforeSilence<T>(reading: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("the stream is silent")), LONGEST_SILENCE);
  });
  try {
    return await Promise.race([reading, silence]);
  } finally {
    clearTimeout(timer);
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
    }
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
