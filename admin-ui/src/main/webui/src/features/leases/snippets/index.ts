import type { Lease } from "@/lib/api/types";
import { sampleModel } from "@/lib/sample-model";
import { anthropic } from "./anthropic";
import { cohere } from "./cohere";
import { google } from "./google";
import { mistral } from "./mistral";
import { openai } from "./openai";
import { CLIENTS, type Client, type Snippets } from "./snippet";

const PROVIDERS: Record<string, Snippets> = {
  anthropic,
  google,
  cohere,
  mistral,
  openai: openai("/v1", "max_completion_tokens"),
  // Microsoft's way since its API has no versions by date any more; the model is the name of a deployment.
  "azure-openai": openai("/openai/v1", "max_completion_tokens"),
  openrouter: openai("/api/v1", "max_tokens"),
};

export interface Snippet {
  client: Client;
  code: string;
}

/** Programs that use a lease of the gateway; none where programs have to talk to the provider itself. */
export function snippetsOf({ provider, mode, base_url, models }: Lease): Snippet[] {
  const model = sampleModel(provider, models);
  const snippets = PROVIDERS[provider];
  if (mode !== "gateway" || !base_url || !model || !snippets) {
    return [];
  }
  const wanted = { baseUrl: base_url.replace(/\/+$/, ""), model };
  return CLIENTS.flatMap((client) => {
    const code = snippets[client]?.(wanted);
    return code ? [{ client, code }] : [];
  });
}
