import { Group } from "@mantine/core";
import { TextLink } from "@/components/ui/links";
import { Notice } from "@/components/ui/notice";
import { useKeys } from "@/features/keys/api";
import { useNodes } from "@/features/nodes/api";
import { useStrings } from "@/lib/i18n";

/** What somebody has to act on; nothing where nothing is wrong. */
export function Attention() {
  const { overview } = useStrings();
  const stuck = useKeys({ state: "stuck" }).rows?.length ?? 0;
  const manual = useKeys({ state: "awaiting_manual" }).rows?.length ?? 0;
  const lost = (useNodes().rows ?? []).filter(({ state }) => state === "lost").length;
  const text = overview.attention;
  if (stuck + manual + lost === 0) {
    return null;
  }
  return (
    <Notice tone="warn" title={text.title}>
      <Group gap="lg">
        {stuck > 0 && (
          <TextLink to="/keys" search={{ state: "stuck" }}>
            {text.keys(stuck)}: {text.stuck}
          </TextLink>
        )}
        {manual > 0 && (
          <TextLink to="/keys" search={{ state: "awaiting_manual" }}>
            {text.keys(manual)}: {text.awaitingManual}
          </TextLink>
        )}
        {lost > 0 && (
          <TextLink to="/nodes" search={{ state: "lost" }}>
            {text.nodes(lost)}
          </TextLink>
        )}
      </Group>
    </Notice>
  );
}
