import Anthropic from "@anthropic-ai/sdk";
import { all, answers, ASK_FOR_WEATHER, base, fails, fault, first, isRefused, key, PIXEL, WEATHER } from "./trial.mjs";

const client = new Anthropic({ baseURL: base, apiKey: key, maxRetries: 0 });
const hello = { model: "claude-opus-5", max_tokens: 60, messages: [{ role: "user", content: "Grüße, wie geht's?" }] };
const tools = [{ name: WEATHER.name, description: WEATHER.description, input_schema: WEATHER.schema }];
const asking = { ...hello, tools, messages: [{ role: "user", content: ASK_FOR_WEATHER }] };
const image = { type: "image", source: { type: "base64", media_type: "image/png", data: PIXEL } };
const withImage = { ...hello, messages: [{ role: "user", content: [image, { type: "text", text: "What is this?" }] }] };

await answers("plain", () => client.messages.create(hello));
// Of the same length in each run, and not cached by the one before.
const brief = `${process.pid}`.padStart(10) + "Be brief. ".repeat(50);
await answers("system, cached", () =>
  client.messages.create({
    ...hello,
    system: [{ type: "text", text: brief, cache_control: { type: "ephemeral", ttl: "1h" } }],
  }),
);
await answers("cut short", () => client.messages.create({ ...hello, max_tokens: 3 }));
await answers("streamed", async () => all(await client.messages.create({ ...hello, stream: true })));
await answers("streamed, gathered", () => client.messages.stream(hello).finalMessage());
await answers("streamed in small pieces", async () => {
  await fault({ split_chunks: true });
  return client.messages.stream(hello).finalMessage();
});
await answers("tool", () => client.messages.create(asking));
await answers("tool, streamed", () => client.messages.stream(asking).finalMessage());
await answers("tool's result", async () => {
  const { content } = await client.messages.create(asking);
  const result = { type: "tool_result", tool_use_id: content[0].id, content: "12 °C" };
  const messages = [...asking.messages, { role: "assistant", content }, { role: "user", content: [result] }];
  return client.messages.create({ ...asking, messages });
});
await answers("image", () => client.messages.create(withImage));
await answers("tokens counted", () => client.messages.countTokens({ model: hello.model, messages: withImage.messages }));
await answers("models", async () => all(client.models.list({ limit: 3 })));
await answers("one model", () => client.models.retrieve(hello.model));

await fails("unknown model", () => client.messages.create({ ...hello, model: "claude-0" }));
await fails("too much asked for", () => client.messages.create({ ...hello, max_tokens: 10_000_000 }));
await isRefused("wrong key", () => client.withOptions({ apiKey: "wrong" }).messages.create(hello));
for (const kind of ["invalid_request", "permission", "not_found", "too_large", "rate_limit", "api_error", "overloaded"]) {
  await fails(`error ${kind}`, async () => {
    await fault({ error_kind: kind });
    return client.messages.create(hello);
  });
}
await fails("error within a stream", async () => {
  await fault({ error_kind: "overloaded", cut_stream_after_events: 4 });
  return all(await client.messages.create({ ...hello, stream: true }));
});
await fails("stream cut off", async () => {
  await fault({ cut_stream_after_events: 4 });
  return client.messages.stream(hello).finalMessage();
});
for (const kind of ["rate_limit", "api_error", "overloaded"]) {
  await answers(`retried after ${kind}`, async () => {
    await fault({ error_kind: kind, times: 1 });
    return client.messages.create(hello, { maxRetries: 2 });
  });
}
await fails("retried in vain", async () => {
  await fault({ error_kind: "api_error" });
  return client.messages.create(hello, { maxRetries: 1 });
});
await fails("too late", async () => {
  await fault({ latency_ms: 5000 });
  return client.messages.create(hello, { timeout: 300 });
});
await answers("stream given up", async () => {
  await fault({ token_interval_ms: 100 });
  const stream = await client.messages.create({ ...hello, stream: true });
  return first(5, stream, () => stream.controller.abort());
});
