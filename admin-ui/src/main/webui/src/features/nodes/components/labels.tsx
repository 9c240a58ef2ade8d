import { Badge, Group } from "@mantine/core";

export function Labels({ of }: { of: Record<string, string> }) {
  return (
    <Group gap={4} wrap="nowrap">
      {Object.entries(of).map(([name, value]) => (
        <Badge key={name} color="gray" size="sm" tt="none">
          {name}={value}
        </Badge>
      ))}
    </Group>
  );
}
