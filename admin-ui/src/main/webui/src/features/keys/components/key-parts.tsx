import { Tabs } from "@mantine/core";
import type { ReactNode } from "react";
import { SpendWindows } from "@/features/leases/components/spend-windows";
import { LeasesOfKey } from "@/features/leases/components/leases-of-key";
import { HistoryOf } from "@/features/audit/components/history-of";
import { useStrings } from "@/lib/i18n";
import { readOne } from "@/lib/search";
import type { KeyPart } from "@/routes/keys";
import { KeyLimitsPart } from "./key-limits-part";

const PARTS = ["state", "limits", "spend", "leases", "history"] as const;

interface KeyPartsProps {
  id: string;
  part: KeyPart;
  onPart: (part: KeyPart) => void;
  /** What the first tab shows. */
  state: ReactNode;
}

/** All that is known of a key, part by part; a part is asked for when it is looked at. */
export function KeyParts({ id, part, onPart, state }: KeyPartsProps) {
  const { keyActs } = useStrings();
  const shown: Record<(typeof PARTS)[number], ReactNode> = {
    state,
    limits: <KeyLimitsPart id={id} />,
    spend: <SpendWindows scope="key" id={id} />,
    leases: <LeasesOfKey id={id} />,
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
