import { Anchor } from "@mantine/core";
import type { ReactNode } from "react";

/** What names a row of a thing that has no page of its own: it opens the drawer. */
export function RowButton({ onOpen, children }: { onOpen: () => void; children: ReactNode }) {
  return (
    <Anchor component="button" type="button" size="sm" c="inherit" fw={500} onClick={onOpen}>
      {children}
    </Anchor>
  );
}
