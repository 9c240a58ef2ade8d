/** One that costs little and that everybody may call; of Azure it is a deployment, whose name is its owner's. */
const MODELS: Record<string, string> = {
  anthropic: "claude-haiku-4-5",
  openai: "gpt-4.1-mini",
  openrouter: "openai/gpt-4.1-mini",
  google: "gemini-2.5-flash",
  "azure-openai": "your-deployment",
  cohere: "command-a-03-2025",
  mistral: "mistral-small-latest",
};

/** A model to begin with, of those that a lease may call; undefined for a provider that is not known here. */
export function sampleModel(provider: string, allowed: string[] = []): string | undefined {
  return allowed[0] ?? MODELS[provider];
}
