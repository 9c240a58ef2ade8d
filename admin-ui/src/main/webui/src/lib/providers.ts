const NAMES: Record<string, string> = {
  anthropic: "Anthropic",
  openai: "OpenAI",
  openrouter: "OpenRouter",
  google: "Google",
  "azure-openai": "Azure OpenAI",
  cohere: "Cohere",
  mistral: "Mistral",
  "github-copilot": "GitHub Copilot",
};

/** As a provider calls itself; one that came by plug-in by its id. */
export function providerName(id: string): string {
  return NAMES[id] ?? id;
}

/** The providers whose accounts can be added. */
export const PROVIDERS = [
  "anthropic",
  "openai",
  "openrouter",
  "google",
  "azure-openai",
  "mistral",
  "cohere",
  "github-copilot",
].map((id) => ({
  value: id,
  label: providerName(id),
}));
