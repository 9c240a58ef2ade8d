import { Tabs } from "@mantine/core";
import type { ReactNode } from "react";
import { SpendWindows } from "@/features/leases/components/spend-windows";
import { LeasesOfKey } from "@/features/leases/components/leases-of-key";
import { HistoryOf } from "@/features/audit/components/history-of";
import { LimitsOf } from "@/features/limits/components/limits-of";
import { RotationOf } from "@/features/rotation/components/rotation-of";
import type { Key } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { readOne } from "@/lib/search";
import type { KeyAction, KeyPart } from "@/routes/keys";
import { KeyThere } from "./key-there";

const PARTS = ["state", "limits", "spend", "leases", "provider", "rotation", "history"] as const;

interface KeyPartsProps {
  of: Key;
  part: KeyPart;
  onPart: (part: KeyPart) => void;
  onAct: (action: KeyAction) => void;
  /** What the first tab shows. */
  state: ReactNode;
}

/** All that is known of a key, part by part; a part is asked for when it is looked at. */
export function KeyParts({ of: key, part, onPart, onAct, state }: KeyPartsProps) {
  const { keyActs } = useAllStrings();
  const { id } = key;
  const shown: Record<(typeof PARTS)[number], ReactNode> = {
    state,
    limits: <LimitsOf of={{ scope: "key", scope_id: id }} onAct={onAct} />,
    spend: <SpendWindows scope="key" id={id} />,
    leases: <LeasesOfKey id={id} />,
    provider: <KeyThere of={key} onAct={onAct} />,
    rotation: <RotationOf of={key} onAct={onAct} />,
    history: <HistoryOf id={id} />,
  };
  return (
    <Tabs
      value={part ?? "state"}
      keepMounted={false}
      onChange={(chosen) => {
        const next = readOne(PARTS, chosen);
        onPart(next === "state" ? undefined : next);
      }}
    >
      <Tabs.List mb="md">
        {PARTS.map((one) => (
          <Tabs.Tab key={one} value={one}>
            {keyActs.parts[one]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      {PARTS.map((one) => (
        <Tabs.Panel key={one} value={one}>
          {shown[one]}
        </Tabs.Panel>
      ))}
    </Tabs>
  );
}
