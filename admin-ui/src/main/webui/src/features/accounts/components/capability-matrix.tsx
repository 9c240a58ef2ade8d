import { Table, Text } from "@mantine/core";
import { IconAlertTriangle, IconCheck, IconX } from "@tabler/icons-react";
import { Loaded } from "@/components/ui/loaded";
import type { Capability } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useCapabilities } from "../api";
import classes from "./capability-matrix.module.css";

/** Everything an account could be asked for: whether it can, and what to do by hand where it can't. */
export function CapabilityMatrix({ id }: { id: string }) {
  const { accounts } = useAllStrings();
  const text = accounts.matrix;
  const capabilities = useCapabilities(id);
  return (
    <Loaded query={capabilities} height={300}>
      {(loaded) => (
        <Table className={classes.matrix} aria-label={text.title}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{text.what}</Table.Th>
              <Table.Th scope="col">{text.how}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {loaded.map((capability) => (
              <Table.Tr key={capability.capability}>
                <Table.Th scope="row" fw={500}>
                  {text.names[capability.capability]}
                </Table.Th>
                <Table.Td>
                  <Support of={capability} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Loaded>
  );
}

function Support({ of: { supported, available, manual_step } }: { of: Capability }) {
  const { accounts } = useAllStrings();
  const text = accounts.matrix;
  const Shape = available ? IconCheck : supported ? IconAlertTriangle : IconX;
  const tone = available ? "good" : supported ? "warn" : "quiet";
  return (
    <div className={classes.support}>
      <Shape size={14} color={`var(--${tone})`} aria-hidden className={classes.shape} />
      <div>
        {available ? text.yes : supported ? text.notNow : text.no}
        {manual_step && (
          <Text size="xs" c="dimmed">
            {manual_step}
          </Text>
        )}
      </div>
    </div>
  );
}
