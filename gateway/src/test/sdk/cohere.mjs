import { CohereClientV2 } from "cohere-ai";
import { all, answers, ASK_FOR_WEATHER, base, fails, fault, first, isRefused, key, PIXEL, WEATHER } from "./trial.mjs";

const client = new CohereClientV2({ token: key, environment: base, baseUrl: base });
const once = { maxRetries: 0 };
const hello = {
  model: "command-a-03-2025",
  maxTokens: 60,
  messages: [
    { role: "system", content: "Be brief." },
    { role: "user", content: "Grüße, wie geht's?" },
  ],
};
const parameters = { description: WEATHER.description, parameters: WEATHER.schema };
const tools = [{ type: "function", function: { name: WEATHER.name, ...parameters } }];
const asking = { ...hello, tools, messages: [{ role: "user", content: ASK_FOR_WEATHER }] };
const image = { type: "image_url", imageUrl: { url: `data:image/png;base64,${PIXEL}` } };

await answers("plain", () => client.chat(hello, once));
await answers("cut short", () => client.chat({ ...hello, maxTokens: 3 }, once));
await answers("streamed", async () => all(await client.chatStream(hello, once)));
await answers("streamed in small pieces", async () => {
  await fault({ split_chunks: true });
  return all(await client.chatStream(hello, once));
});
await answers("tool", () => client.chat(asking, once));
await answers("tool, streamed", async () => all(await client.chatStream(asking, once)));
await answers("tool's result", async () => {
  const { message } = await client.chat(asking, once);
  const result = { role: "tool", toolCallId: message.toolCalls[0].id, content: "12 °C" };
  return client.chat({ ...asking, messages: [...asking.messages, message, result] }, once);
});
await answers("image", () =>
  client.chat(
    { ...hello, messages: [{ role: "user", content: [image, { type: "text", text: "What is this?" }] }] },
    once,
  ),
);
await answers("embeddings", () =>
  client.embed(
    {
      model: "embed-v4.0",
      inputType: "search_document",
      embeddingTypes: ["float"],
      texts: ["Hello there", "and you"],
      outputDimension: 256,
    },
    once,
  ),
);
await answers("ranking", () =>
  client.rerank({ model: "rerank-v3.5", query: "there", documents: ["Hello there", "and you"], topN: 2 }, once),
);

await fails("unknown model", () => client.chat({ ...hello, model: "command-0" }, once));
await isRefused("wrong key", () => new CohereClientV2({ token: "wrong", environment: base }).chat(hello, once));
for (const kind of ["invalid_request", "permission", "not_found", "unprocessable", "rate_limit", "api_error", "overloaded"]) {
  await fails(`error ${kind}`, async () => {
    await fault({ error_kind: kind });
    return client.chat(hello, once);
  });
}
for (const kind of ["rate_limit", "api_error", "overloaded"]) {
  await answers(`retried after ${kind}`, async () => {
    await fault({ error_kind: kind, times: 1 });
    return client.chat(hello, { maxRetries: 2 });
  });
}
await fails("too late", async () => {
  await fault({ latency_ms: 5000 });
  return client.chat(hello, { ...once, timeoutInSeconds: 0.3 });
});
await answers("stream given up", async () => {
  await fault({ token_interval_ms: 100 });
  const giving = new AbortController();
  const stream = await client.chatStream(hello, { ...once, abortSignal: giving.signal });
  return first(5, stream, () => giving.abort());
});
