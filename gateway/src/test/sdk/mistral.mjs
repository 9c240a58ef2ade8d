import { Mistral } from "@mistralai/mistralai";
import { all, answers, ASK_FOR_WEATHER, base, fails, fault, first, isRefused, key, PIXEL, WEATHER } from "./trial.mjs";

const at = (apiKey, options) => new Mistral({ apiKey, serverURL: base, retryConfig: { strategy: "none" }, ...options });
const client = at(key);
const hello = {
  model: "mistral-large-2512",
  maxTokens: 60,
  messages: [
    { role: "system", content: "Be brief." },
    { role: "user", content: "Grüße, wie geht's?" },
  ],
};
const parameters = { description: WEATHER.description, parameters: WEATHER.schema };
const tools = [{ type: "function", function: { name: WEATHER.name, ...parameters } }];
const asking = { ...hello, tools, messages: [{ role: "user", content: ASK_FOR_WEATHER }] };
const image = { type: "image_url", imageUrl: `data:image/png;base64,${PIXEL}` };
const again = {
  strategy: "backoff",
  backoff: { initialInterval: 50, maxInterval: 200, exponent: 1.5, maxElapsedTime: 20_000 },
  retryConnectionErrors: false,
};

await answers("plain", () => client.chat.complete(hello));
await answers("cut short", () => client.chat.complete({ ...hello, maxTokens: 3 }));
await answers("streamed", async () => all(await client.chat.stream(hello)));
await answers("streamed in small pieces", async () => {
  await fault({ split_chunks: true });
  return all(await client.chat.stream(hello));
});
await answers("tool", () => client.chat.complete(asking));
await answers("tool, streamed", async () => all(await client.chat.stream(asking)));
await answers("tool's result", async () => {
  const { message } = (await client.chat.complete(asking)).choices[0];
  const result = { role: "tool", name: WEATHER.name, toolCallId: message.toolCalls[0].id, content: "12 °C" };
  return client.chat.complete({ ...asking, messages: [...asking.messages, message, result] });
});
await answers("image", () =>
  client.chat.complete({
    ...hello,
    messages: [{ role: "user", content: [image, { type: "text", text: "What is this?" }] }],
  }),
);
await answers("in the middle", () =>
  client.fim.complete({ model: "codestral-2508", prompt: "def a():", suffix: "return b", maxTokens: 30 }),
);
await answers("embeddings", () =>
  client.embeddings.create({ model: "mistral-embed", inputs: ["Hello there", "and you"] }),
);
await answers("models", () => client.models.list());
await answers("one model", () => client.models.retrieve({ modelId: hello.model }));

await fails("unknown model", () => client.chat.complete({ ...hello, model: "mistral-0" }));
await isRefused("wrong key", () => at("wrong").chat.complete(hello));
for (const kind of ["permission", "not_found", "unprocessable", "rate_limit", "capacity", "api_error", "overloaded"]) {
  await fails(`error ${kind}`, async () => {
    await fault({ error_kind: kind });
    return client.chat.complete(hello);
  });
}
for (const kind of ["rate_limit", "api_error", "overloaded"]) {
  await answers(`retried after ${kind}`, async () => {
    await fault({ error_kind: kind, times: 1 });
    return at(key, { retryConfig: again }).chat.complete(hello);
  });
}
await fails("too late", async () => {
  await fault({ latency_ms: 5000 });
  return client.chat.complete(hello, { timeoutMs: 300 });
});
await answers("stream given up", async () => {
  await fault({ token_interval_ms: 100 });
  const giving = new AbortController();
  const stream = await client.chat.stream(hello, { fetchOptions: { signal: giving.signal } });
  return first(5, stream, () => giving.abort());
});
