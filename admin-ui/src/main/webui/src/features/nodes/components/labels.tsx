import { Code, Group } from "@mantine/core";

/** What a node says of itself. */
export function Labels({ of: labels }: { of: Record<string, string> }) {
  const all = Object.entries(labels);
  return all.length === 0 ? (
    "–"
  ) : (
    <Group gap={6} component="span">
      {all.map(([name, value]) => (
        <Code key={name}>
          {name}={value}
        </Code>
      ))}
    </Group>
  );
}
