export interface Asked {
  model: string;
  message: string;
  maxTokens: number;
  stream: boolean;
}

interface Dialect {
  path: (asked: Asked) => string;
  body: (asked: Asked) => object;
  headers?: Record<string, string>;
}

const messages = (text: string) => [{ role: "user", content: text }];

const chat = (path: string, limit: string): Dialect => ({
  path: () => path,
  body: ({ model, message, maxTokens, stream }) => ({
    model,
    [limit]: maxTokens,
    messages: messages(message),
    ...(stream && { stream }),
  }),
});

/** A short question in each provider's own dialect, as the gateway relays it. */
const DIALECTS: Record<string, Dialect> = {
  anthropic: {
    ...chat("/v1/messages", "max_tokens"),
    headers: { "anthropic-version": "2023-06-01" },
  },
  openai: chat("/v1/chat/completions", "max_completion_tokens"),
  openrouter: chat("/api/v1/chat/completions", "max_tokens"),
  google: {
    path: ({ model, stream }) =>
      `/v1beta/models/${encodeURIComponent(model)}:${stream ? "streamGenerateContent?alt=sse" : "generateContent"}`,
    body: ({ message, maxTokens }) => ({
      contents: [{ role: "user", parts: [{ text: message }] }],
      generationConfig: { maxOutputTokens: maxTokens },
    }),
  },
  "azure-openai": chat("/openai/v1/chat/completions", "max_completion_tokens"),
  mistral: chat("/v1/chat/completions", "max_tokens"),
  cohere: chat("/v2/chat", "max_tokens"),
};

/** The providers that a question can be put to. */
export const ASKABLE = Object.keys(DIALECTS);

/** What is sent to the gateway behind the provider's id. */
export function questionOf(provider: string, asked: Asked) {
  const dialect = DIALECTS[provider];
  if (!dialect) {
    throw new RangeError(`no dialect is known for ${provider}`);
  }
  return {
    path: dialect.path(asked),
    headers: dialect.headers ?? {},
    body: JSON.stringify(dialect.body(asked)),
  };
}
