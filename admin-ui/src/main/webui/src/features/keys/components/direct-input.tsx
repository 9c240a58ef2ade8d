import { Checkbox } from "@mantine/core";
import { useAllStrings } from "@/lib/i18n/all";

/** Whether a key may leave the house. */
export function DirectInput({ allowed = false }: { allowed?: boolean }) {
  const { keys } = useAllStrings();
  return (
    <Checkbox
      name="direct_allowed"
      label={keys.direct.allow}
      description={keys.direct.hint}
      defaultChecked={allowed}
    />
  );
}
