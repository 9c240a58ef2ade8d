import OpenAI from "openai";
import { all, answers, ASK_FOR_WEATHER, base, fails, fault, first, isRefused, key, PIXEL, WEATHER } from "./trial.mjs";

const client = new OpenAI({ baseURL: base, apiKey: key, maxRetries: 0 });
const chat = client.chat.completions;
const hello = {
  model: "gpt-6-sol",
  max_completion_tokens: 60,
  messages: [
    { role: "system", content: "Be brief." },
    { role: "user", content: "Grüße, wie geht's?" },
  ],
};
const parameters = { description: WEATHER.description, parameters: WEATHER.schema };
const tools = [{ type: "function", function: { name: WEATHER.name, ...parameters } }];
const asking = { ...hello, tools, messages: [{ role: "user", content: ASK_FOR_WEATHER }] };
const image = { type: "image_url", image_url: { url: `data:image/png;base64,${PIXEL}` } };
const response = { model: hello.model, max_output_tokens: 60, input: "Grüße, wie geht's?" };
const askingResponse = {
  ...response,
  tools: [{ type: "function", name: WEATHER.name, strict: false, ...parameters }],
  input: ASK_FOR_WEATHER,
};
const embedding = { model: "text-embedding-3-small", input: ["Hello there", "and you"], dimensions: 64 };

await answers("plain", () => chat.create(hello));
await answers("cut short", () => chat.create({ ...hello, max_completion_tokens: 3 }));
await answers("streamed", async () => all(await chat.create({ ...hello, stream: true })));
await answers("streamed, with usage", async () =>
  all(await chat.create({ ...hello, stream: true, stream_options: { include_usage: true } })),
);
await answers("streamed, gathered", () => chat.stream(hello).finalChatCompletion());
await answers("streamed in small pieces", async () => {
  await fault({ split_chunks: true });
  return chat.stream(hello).finalChatCompletion();
});
await answers("tool", () => chat.create(asking));
await answers("tool, streamed", () => chat.stream(asking).finalChatCompletion());
await answers("tool's result", async () => {
  const { message } = (await chat.create(asking)).choices[0];
  const result = { role: "tool", tool_call_id: message.tool_calls[0].id, content: "12 °C" };
  return chat.create({ ...asking, messages: [...asking.messages, message, result] });
});
await answers("image", () =>
  chat.create({ ...hello, messages: [{ role: "user", content: [image, { type: "text", text: "What is this?" }] }] }),
);
await answers("response", () => client.responses.create(response));
await answers("response, streamed", async () => all(await client.responses.create({ ...response, stream: true })));
await answers("response with a tool", () => client.responses.create(askingResponse));
await answers("response with a tool, streamed", () => client.responses.stream(askingResponse).finalResponse());
await answers("response to an image", () =>
  client.responses.create({
    ...response,
    input: [
      {
        role: "user",
        content: [
          { type: "input_text", text: "What is this?" },
          { type: "input_image", detail: "auto", image_url: image.image_url.url },
        ],
      },
    ],
  }),
);
await answers("embeddings", () => client.embeddings.create(embedding));
await answers("embeddings, as numbers", () => client.embeddings.create({ ...embedding, encoding_format: "float" }));
await answers("models", async () => all(client.models.list()));
await answers("one model", () => client.models.retrieve(hello.model));

await fails("unknown model", () => chat.create({ ...hello, model: "gpt-0" }));
await isRefused("wrong key", () => client.withOptions({ apiKey: "wrong" }).chat.completions.create(hello));
for (const kind of ["invalid_request", "permission", "not_found", "unprocessable", "rate_limit", "insufficient_quota", "api_error", "overloaded"]) {
  await fails(`error ${kind}`, async () => {
    await fault({ error_kind: kind });
    return chat.create(hello);
  });
}
await fails("error within a stream", async () => {
  await fault({ error_kind: "api_error", cut_stream_after_events: 4 });
  return all(await chat.create({ ...hello, stream: true }));
});
await fails("stream cut off", async () => {
  await fault({ cut_stream_after_events: 4 });
  return all(await chat.create({ ...hello, stream: true }));
});
for (const kind of ["rate_limit", "api_error", "overloaded"]) {
  await answers(`retried after ${kind}`, async () => {
    await fault({ error_kind: kind, times: 1 });
    return chat.create(hello, { maxRetries: 2 });
  });
}
await fails("retried in vain", async () => {
  await fault({ error_kind: "api_error" });
  return chat.create(hello, { maxRetries: 1 });
});
await fails("too late", async () => {
  await fault({ latency_ms: 5000 });
  return chat.create(hello, { timeout: 300 });
});
await answers("stream given up", async () => {
  await fault({ token_interval_ms: 100 });
  const stream = await chat.create({ ...hello, stream: true });
  return first(5, stream, () => stream.controller.abort());
});
