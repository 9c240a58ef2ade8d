/** One that costs little and that everybody may call, also at the simulated providers; of Azure it is a deployment, whose name is its owner's. */
const MODELS: Record<string, string> = {
  anthropic: "claude-haiku-4-5",
  openai: "gpt-6-luna",
  openrouter: "anthropic/claude-haiku-4.5",
  google: "gemini-2.5-flash",
  "azure-openai": "your-deployment",
  cohere: "command-a-03-2025",
  mistral: "mistral-small-2603",
};

/** A model to begin with, of those that a lease may call; undefined for a provider that is not known here. */
export function sampleModel(provider: string, allowed: string[] = []): string | undefined {
  return allowed[0] ?? MODELS[provider];
}
