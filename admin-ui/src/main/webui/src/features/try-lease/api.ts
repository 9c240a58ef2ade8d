import { useMutation, useQuery } from "@tanstack/react-query";
import { useEffect, useRef, useState, type RefObject } from "react";
import { unwrapOrNull } from "@/lib/api/client";
import { ApiError, problemOf } from "@/lib/api/problem";
import { readForm } from "@/lib/form";
import { signIn } from "@/lib/sign-in";
import { useWorkspace } from "@/lib/workspace";
import { questionOf, type Asked } from "./dialects";

const PROBLEM = "application/problem+json";
const LOOK_AGAIN = 1_000;
/** How often it is looked for; after that it will not come. */
const LOOKS = 30;

interface Trial extends Asked {
  provider: string;
  /** Of the lease; sent with this one request and kept nowhere. */
  token: string;
}

/** What came back, as far as it has. */
export interface Answer {
  status: number;
  headers: [name: string, value: string][];
  requestId: string | null;
  body: string;
  /** Milliseconds on this machine, from sending. */
  headAfter: number;
  firstByteAfter: number | null;
  endAfter: number | null;
}

/**
 * Sends one request through a lease; its answer is there as it comes. The form is read when it is sent, so that the token
 * stays there.
 */
export function useTrial(form: RefObject<HTMLFormElement | null>) {
  const [answer, setAnswer] = useState<Answer>();
  const underway = useRef<AbortController>(undefined);
  useEffect(() => () => underway.current?.abort(), []);
  const call = useMutation({
    mutationFn: async (provider: string) => {
      underway.current?.abort();
      const leaving = new AbortController();
      underway.current = leaving;
      setAnswer(undefined);
      return read(trialOf(provider, form.current), leaving.signal, setAnswer);
    },
  });
  return { call, answer };
}

function trialOf(provider: string, form: HTMLFormElement | null): Trial {
  const { required, checked } = readForm(form);
  return {
    provider,
    model: required("model"),
    message: required("message"),
    maxTokens: Number(required("max_tokens")),
    stream: checked("stream"),
    token: required("token"),
  };
}

async function read(
  { provider, token, ...asked }: Trial,
  signal: AbortSignal,
  tell: (answer: Answer) => void,
): Promise<Answer> {
  const question = questionOf(provider, asked);
  const sentAt = performance.now();
  const since = () => Math.round(performance.now() - sentAt);
  const response = await fetch(`/api/v1/try/${encodeURIComponent(provider)}${question.path}`, {
    method: "POST",
    headers: {
      ...question.headers,
      "content-type": "application/json",
      "leasehold-csrf": "1",
      "leasehold-lease-token": token,
    },
    body: question.body,
    signal,
  });
  await refuseOurs(response);
  let answer: Answer = {
    status: response.status,
    headers: [...response.headers.entries()],
    requestId: response.headers.get("x-request-id"),
    body: "",
    headAfter: since(),
    firstByteAfter: null,
    endAfter: null,
  };
  const grow = (change: Partial<Answer>) => tell((answer = { ...answer, ...change }));
  grow({});
  const text = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  for (let part = await text?.read(); part && !part.done; part = await text?.read()) {
    grow({
      body: answer.body + part.value,
      firstByteAfter: answer.firstByteAfter ?? since(),
    });
  }
  grow({ endAfter: since() });
  return answer;
}

/** What the gateway refuses is an answer in the provider's dialect; a problem is of those on the way to it. */
async function refuseOurs(response: Response): Promise<void> {
  if (!response.ok && response.headers.get("content-type")?.startsWith(PROBLEM)) {
    if (response.status === 401) {
      signIn();
    }
    const body: unknown = await response.json().catch(() => undefined);
    throw new ApiError(problemOf(body, response));
  }
}

/** What was booked for a request; null while it is on its way there, or where it never was admitted. */
export function useBooked(requestId: string | null | undefined) {
  const { slug, api } = useWorkspace();
  return useQuery({
    queryKey: [slug, "requests", requestId],
    enabled: requestId != null,
    queryFn: ({ signal }) =>
      unwrapOrNull(
        api.GET("/api/v1/requests/{id}", {
          params: { path: { id: requestId ?? "" } },
          signal,
        }),
      ),
    refetchInterval: ({ state: { data, dataUpdateCount } }) =>
      data === null && dataUpdateCount < LOOKS ? LOOK_AGAIN : false,
  });
}
