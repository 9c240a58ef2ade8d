import { Button, Group, Stack } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useStrings } from "@/lib/i18n";
import { Loaded } from "./loaded";

interface ProgressProps<T> {
  query: UseQueryResult<T>;
  onClose: () => void;
  children: (loaded: T) => ReactNode;
}

/** What takes long, in its dialog, as it goes on: it may be closed, and shows the same when it is opened again. */
export function Progress<T>({ query, onClose, children }: ProgressProps<T>) {
  return (
    <Stack>
      <Loaded query={query} height={260}>
        {children}
      </Loaded>
      <CloseButton onClose={onClose} />
    </Stack>
  );
}

/** The end of a dialog that asks nothing. */
export function CloseButton({ onClose }: { onClose: () => void }) {
  const { common } = useStrings();
  return (
    <Group justify="flex-end">
      <Button variant="default" onClick={onClose} autoFocus data-autofocus>
        {common.close}
      </Button>
    </Group>
  );
}
