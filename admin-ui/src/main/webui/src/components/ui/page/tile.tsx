import { Group, Paper, SimpleGrid, Text } from "@mantine/core";
import type { ReactNode } from "react";
import classes from "./tile.module.css";

export function Tiles({ children }: { children: ReactNode }) {
  return (
    <SimpleGrid cols={{ base: 2, md: 4 }} spacing={{ base: "xs", sm: "md" }}>
      {children}
    </SimpleGrid>
  );
}

interface TileProps {
  label: ReactNode;
  figure: ReactNode;
  /** A small figure beside it, such as the change. */
  aside?: ReactNode;
  note?: ReactNode;
}

/** One figure, large enough to be read from afar. */
export function Tile({ label, figure, aside, note }: TileProps) {
  return (
    <Paper withBorder px={{ base: "sm", sm: "md" }} py="sm">
      <Text size="xs" c="dimmed" component="div">
        {label}
      </Text>
      <Group gap="xs" align="baseline">
        <div className={classes.figure}>{figure}</div>
        {aside}
      </Group>
      <Text size="xs" c="dimmed" component="div" mih={18}>
        {note}
      </Text>
    </Paper>
  );
}
