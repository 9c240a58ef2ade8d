import { Code } from "@mantine/core";
import { Moment } from "@/components/ui/figure";
import type { Key } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";

/** Where a key takes its secret from, and when that was last looked at. */
export function SourceOfKey({ of: source }: { of: NonNullable<Key["source"]> }) {
  const { keySources: text } = useAllStrings();
  return (
    <>
      {source.name}: {text.kinds[source.kind]} <Code>{source.location}</Code> ({text.checked}{" "}
      <Moment at={source.checked_at} />)
    </>
  );
}
