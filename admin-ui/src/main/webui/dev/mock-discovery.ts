import type { DiscoveredKey, Discovery, WantedKey } from "../src/lib/api/types.ts";
import { ago } from "./mock-data.ts";

const found: DiscoveredKey[] = [
  key("5f2b9c0e7a11d4c3", "anthropic", "sk-ant-api03-…9fQ2", ["variable ANTHROPIC_API_KEY"]),
  key("a81c22f0b3d94e55", "openrouter", "sk-or-v1-…77aa", [
    "Vault secret/llm/openrouter",
    "file /etc/tools/auth.json",
  ]),
  {
    ...key("0c44d1e2f3a4b5c6", "anthropic", "sk-ant-api03-…x7Qa", ["file /etc/tools/agent.json"]),
    result: "already_there",
    key_id: "key-1",
    key_name: "prod-2",
  },
  key("77b0d1e2f3a4b5c7", "mistral", "…Kd91", ["variable MISTRAL_API_KEY"]),
];

let looked = false;

export const discovery = (): Discovery => ({ keys: looked ? found : [], troubles: [] });

export function look(imports: unknown): Discovery {
  looked = true;
  for (const { fingerprint, name } of (imports ?? []) as WantedKey[]) {
    const one = found.find((known) => known.fingerprint === fingerprint);
    const taken = name === "prod-1";
    Object.assign(one ?? {}, {
      result: taken ? "refused" : "imported",
      key_id: taken ? null : "key-0",
      key_name: taken ? null : name,
      message: taken
        ? "There is, or was, a key 'prod-1' in this workspace. Choose another name."
        : null,
    });
  }
  return {
    keys: found,
    troubles: [
      {
        source: "Vault secret/llm/openai",
        reason: "Vault does not let this service in; check its policy and credentials.",
      },
    ],
  };
}

function key(
  fingerprint: string,
  provider: string,
  masked: string,
  sources: string[],
): DiscoveredKey {
  return {
    fingerprint,
    provider,
    masked,
    sources,
    found_at: ago(3),
    result: "found",
    key_id: null,
    key_name: null,
    message: null,
  };
}
