/** Eight hues that colour-blind people can tell apart, at 3:1 on the ground of each theme. */
export const PALETTE = {
  light: ["#1f6fb2", "#c8500a", "#0b7f6a", "#a8457f", "#7a6200", "#5a4fcf", "#2b3f55", "#b3261e"],
  dark: ["#5aa9e6", "#f2994a", "#3ecfae", "#e48bc5", "#d9bf4a", "#9d94f5", "#a9bccf", "#f28b82"],
} as const;

export type Scheme = keyof typeof PALETTE;

const PROVIDERS = [
  "anthropic",
  "openai",
  "openrouter",
  "google",
  "azure-openai",
  "cohere",
  "mistral",
  "github-copilot",
];

/** A provider, model or key has the same colour wherever it is shown. */
export function colorOf(id: string, scheme: Scheme): string {
  const colors = PALETTE[scheme];
  const provider = PROVIDERS.indexOf(id);
  return colors[(provider >= 0 ? provider : hash(id)) % colors.length] ?? colors[0];
}

function hash(id: string): number {
  let value = 7;
  for (const character of id) {
    value = (Math.imul(value, 31) + (character.codePointAt(0) ?? 0)) >>> 0;
  }
  return value;
}
