import { expect, it } from "vitest";
import { ASKABLE, questionOf } from "./dialects";

const ASKED = { model: "model-1", message: "Hello", maxTokens: 64, stream: false };

const bodyOf = (provider: string, change: Partial<typeof ASKED> = {}) =>
  JSON.parse(questionOf(provider, { ...ASKED, ...change }).body) as Record<string, unknown>;

it.each(ASKABLE)("puts the question to %s with a limit of tokens", (provider) => {
  const { path, body } = questionOf(provider, ASKED);

  expect(path + body).toContain("model-1");
  expect(body).toContain("Hello");
  expect(body).toContain("64");
  expect(body).not.toContain("stream");
});

it("asks for a stream in the way of each", () => {
  const streamed = { ...ASKED, stream: true };

  expect(bodyOf("openai", streamed).stream).toBe(true);
  expect(questionOf("google", streamed).path).toBe(
    "/v1beta/models/model-1:streamGenerateContent?alt=sse",
  );
  expect(bodyOf("google", streamed)).not.toHaveProperty("stream");
});

it("says how OpenAI calls the limit, and how the others do", () => {
  expect(bodyOf("openai")).toHaveProperty("max_completion_tokens", 64);
  expect(bodyOf("openrouter")).toHaveProperty("max_tokens", 64);
  expect(questionOf("anthropic", ASKED).headers).toHaveProperty("anthropic-version");
});

it("leaves no way out of the path of a model", () => {
  expect(questionOf("google", { ...ASKED, model: "../../x" }).path).not.toContain("/../");
});
