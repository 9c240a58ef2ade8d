import { RATES, type Rate } from "@/features/limits/limits-form";
import type { Node } from "@/lib/api/types";

interface PolicyWords {
  providers: string;
  models: string;
  modes: string;
  tags: string;
  maxLeases: (count: number) => string;
  rates: Record<Rate, (count: number) => string>;
}

/** What a node is held to, a line for each; none where it may lease whatever there is. */
export function policyLines(policy: Node["policy"], words: PolicyWords): string[] {
  if (!policy) {
    return [];
  }
  const { providers, models, modes, tags, max_leases, rates } = policy;
  const lists = [
    [words.providers, providers],
    [words.models, models],
    [words.modes, modes],
    [words.tags, tags],
  ] as const;
  const only = lists.flatMap(([name, values]) =>
    values && values.length > 0 ? [`${name} ${values.join(", ")}`] : [],
  );
  const most = max_leases == null ? [] : [words.maxLeases(max_leases)];
  const fast = RATES.flatMap((rate) => {
    const count = rates?.[rate];
    return count == null ? [] : [words.rates[rate](count)];
  });
  return [...only, ...most, ...fast];
}
