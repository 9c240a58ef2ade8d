import { GoogleGenAI } from "@google/genai";
import { all, answers, ASK_FOR_WEATHER, base, fails, fault, first, isRefused, key, PIXEL, WEATHER } from "./trial.mjs";

const at = (apiKey, options) => new GoogleGenAI({ apiKey, httpOptions: { baseUrl: base, ...options } }).models;
const models = at(key);
const hello = { model: "gemini-2.5-flash", contents: "Grüße, wie geht's?", config: { maxOutputTokens: 60 } };
const declared = { name: WEATHER.name, description: WEATHER.description, parametersJsonSchema: WEATHER.schema };
const asking = {
  ...hello,
  contents: ASK_FOR_WEATHER,
  config: { ...hello.config, tools: [{ functionDeclarations: [declared] }] },
};
const image = [{ inlineData: { mimeType: "image/png", data: PIXEL } }, { text: "What is this?" }];
const said = (answer) => ({ ...answer, text: answer.text, functionCalls: answer.functionCalls });

await answers("plain", async () => said(await models.generateContent(hello)));
await answers("system, thinking", () =>
  models.generateContent({
    ...hello,
    config: {
      ...hello.config,
      systemInstruction: "Be brief.",
      thinkingConfig: { thinkingBudget: 5, includeThoughts: true },
    },
  }),
);
await answers("cut short", () => models.generateContent({ ...hello, config: { maxOutputTokens: 3 } }));
await answers("streamed", async () => all(await models.generateContentStream(hello)));
await answers("streamed in small pieces", async () => {
  await fault({ split_chunks: true });
  return all(await models.generateContentStream(hello));
});
await answers("tool", async () => said(await models.generateContent(asking)));
await answers("tool, streamed", async () => all(await models.generateContentStream(asking)));
await answers("tool's result", async () => {
  const { candidates } = await models.generateContent(asking);
  const result = { functionResponse: { name: WEATHER.name, response: { output: "12 °C" } } };
  const contents = [
    { role: "user", parts: [{ text: ASK_FOR_WEATHER }] },
    candidates[0].content,
    { role: "user", parts: [result] },
  ];
  return models.generateContent({ ...asking, contents });
});
await answers("image", () => models.generateContent({ ...hello, contents: image }));
await answers("tokens counted", () => models.countTokens({ model: hello.model, contents: image }));
await answers("embeddings", () =>
  models.embedContent({
    model: "gemini-embedding-001",
    contents: ["Hello there", "and you"],
    config: { outputDimensionality: 64 },
  }),
);
await answers("models", async () => all(await models.list({ config: { pageSize: 3 } })));
await answers("one model", () => models.get({ model: hello.model }));

await fails("unknown model", () => models.generateContent({ ...hello, model: "gemini-0" }));
await isRefused("no model of these", () => models.generateContent({ ...hello, contents: [] }));
for (const kind of ["invalid_argument", "permission_denied", "not_found", "rate_limit", "internal", "unavailable"]) {
  await fails(`error ${kind}`, async () => {
    await fault({ error_kind: kind });
    return models.generateContent(hello);
  });
}
await fails("stream cut off", async () => {
  await fault({ cut_stream_after_events: 4, split_chunks: true });
  return all(await models.generateContentStream(hello));
});
for (const kind of ["rate_limit", "internal", "unavailable"]) {
  await answers(`retried after ${kind}`, async () => {
    await fault({ error_kind: kind, times: 1 });
    return at(key, { retryOptions: { attempts: 3 } }).generateContent(hello);
  });
}
await fails("too late", async () => {
  await fault({ latency_ms: 5000 });
  return at(key, { timeout: 300 }).generateContent(hello);
});
await answers("stream given up", async () => {
  await fault({ token_interval_ms: 100 });
  const giving = new AbortController();
  const config = { ...hello.config, abortSignal: giving.signal };
  return first(4, await models.generateContentStream({ ...hello, config }), () => giving.abort());
});
