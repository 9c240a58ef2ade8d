import { Group } from "@mantine/core";
import { TextLink } from "@/components/ui/links";
import { Notice } from "@/components/ui/notice";
import { useKeys } from "@/features/keys/api";
import { useNodes } from "@/features/nodes/api";
import { useStrings } from "@/lib/i18n";

/** What somebody has to act on; nothing where nothing is wrong. */
export function Attention() {
  const { overview } = useStrings();
  const keys = useKeys().rows ?? [];
  const nodes = useNodes().rows ?? [];
  const text = overview.attention;
  const stuck = keys.filter(({ state }) => state === "stuck").length;
  const manual = keys.filter(({ state }) => state === "awaiting_manual").length;
  const lost = nodes.filter(({ state }) => state === "lost").length;
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
