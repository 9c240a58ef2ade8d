import type { Key } from "@/lib/api/types";

export interface KeyFilter {
  state?: string;
  provider?: string;
  q?: string;
}

/** A key is found by what people know of it: its name, a tag, its last four characters. */
export function matches(key: Key, { state, provider, q }: KeyFilter): boolean {
  const words = [key.name, key.account_name, key.last4, ...key.tags];
  return (
    (!state || key.state === state) &&
    (!provider || key.provider === provider) &&
    (!q || words.some((word) => word.toLowerCase().includes(q.toLowerCase())))
  );
}
