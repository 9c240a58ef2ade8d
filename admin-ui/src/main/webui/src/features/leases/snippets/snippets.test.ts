import { expect, it } from "vitest";
import type { Lease } from "@/lib/api/types";
import { snippetsOf } from ".";
import { TOKEN_VARIABLE } from "./snippet";

const PROVIDERS = [
  "anthropic",
  "openai",
  "openrouter",
  "google",
  "azure-openai",
  "cohere",
  "mistral",
];

const lease = (change: Partial<Lease>) =>
  ({
    provider: "anthropic",
    mode: "gateway",
    base_url: "https://llm.example.com/anthropic",
    models: [],
    ...change,
  }) as Lease;

const codeOf = (client: string, of: Partial<Lease>) =>
  snippetsOf(lease(of)).find((one) => one.client === client)?.code;

it.each(PROVIDERS)("has every program of %s find the gateway and the token", (provider) => {
  const base_url = `https://llm.example.com/${provider}`;

  const snippets = snippetsOf(lease({ provider, base_url, models: ["model-1"] }));

  expect(snippets.length).toBeGreaterThanOrEqual(3);
  for (const { code } of snippets) {
    expect(code).toContain(base_url);
    expect(code).toContain("model-1");
    expect(code).toContain(TOKEN_VARIABLE);
    expect(code).not.toContain("undefined");
  }
});

it("asks for the path that each provider's library does not add by itself", () => {
  expect(codeOf("curl", { provider: "openai" })).toContain("/anthropic/v1/chat/completions");
  expect(codeOf("python", { provider: "openrouter" })).toContain('/anthropic/api/v1"');
  expect(codeOf("java", { provider: "azure-openai" })).toContain("maxCompletionTokens(256)");
  expect(codeOf("go", { provider: "openrouter" })).toContain("MaxTokens: openai.Int(256)");
});

it("has none where a library does not exist, or the key itself was given out", () => {
  expect(codeOf("java", { provider: "mistral" })).toBeUndefined();
  expect(snippetsOf(lease({ mode: "direct" }))).toEqual([]);
  expect(snippetsOf(lease({ provider: "by-plug-in" }))).toEqual([]);
});

it("takes a base URL with a slash at its end as one without", () => {
  expect(codeOf("curl", { base_url: "http://localhost:8080/anthropic/" })).toContain(
    "localhost:8080/anthropic/v1/messages",
  );
});
