/** The providers whose accounts can be added. */
export const PROVIDERS = [
  { value: "anthropic", label: "Anthropic" },
  { value: "openrouter", label: "OpenRouter" },
];
