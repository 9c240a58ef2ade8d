import { Stack } from "@mantine/core";
import type { ReactNode } from "react";
import { Parts } from "@/components/ui/page/parts";
import { HistoryOf } from "@/features/audit/components/history-of";
import { LeasesOfKey } from "@/features/leases/components/leases-of-key";
import { SpendWindows } from "@/features/leases/components/spend-windows";
import { LimitsOf } from "@/features/limits/components/limits-of";
import { RotationOf } from "@/features/rotation/components/rotation-of";
import type { Key } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import type { KeyAction, KeyPart } from "@/routes/keys";
import { DirectUseOf } from "./direct-use";
import { KeyThere } from "./key-there";

interface KeyPartsProps {
  of: Key;
  part: KeyPart;
  onPart: (part: KeyPart) => void;
  onAct: (action: KeyAction) => void;
  /** What the first tab shows. */
  state: ReactNode;
}

/** All that is known of a key, part by part. */
export function KeyParts({ of: key, part, onPart, onAct, state }: KeyPartsProps) {
  const { keyActs } = useAllStrings();
  const { id } = key;
  return (
    <Parts
      names={keyActs.parts}
      first="state"
      chosen={part}
      onChoose={onPart}
      shown={{
        state,
        limits: <LimitsOf of={{ scope: "key", scope_id: id }} onAct={onAct} />,
        spend: (
          <Stack>
            <SpendWindows scope="key" id={id} />
            <DirectUseOf id={id} />
          </Stack>
        ),
        leases: <LeasesOfKey id={id} />,
        provider: <KeyThere of={key} onAct={onAct} />,
        rotation: <RotationOf of={key} onAct={onAct} />,
        history: <HistoryOf id={id} />,
      }}
    />
  );
}
