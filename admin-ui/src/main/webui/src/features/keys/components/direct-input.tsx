import { Checkbox } from "@mantine/core";
import { useAllStrings } from "@/lib/i18n/all";

interface DirectInputProps {
  allowed?: boolean;
  rotates?: boolean;
}

/** Whether a key may leave the house, and what becomes of it once it has come back. */
export function DirectInput({ allowed = false, rotates = false }: DirectInputProps) {
  const { keys } = useAllStrings();
  return (
    <>
      <Checkbox
        name="direct_allowed"
        label={keys.direct.allow}
        description={keys.direct.hint}
        defaultChecked={allowed}
      />
      <Checkbox
        name="rotate_after_direct"
        label={keys.direct.rotate}
        description={keys.direct.rotateHint}
        defaultChecked={rotates}
      />
    </>
  );
}
