import { ActDialog } from "@/components/ui/act-dialog";
import { Money } from "@/components/ui/figure";
import { Facts } from "@/components/ui/page/facts";
import type { Window } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useReleasePresumed } from "../api";

interface ReleasePresumedDialogProps {
  of: Window;
  onClose: () => void;
}

/** For whoever knows from the provider's bill that nothing of it was spent. */
export function ReleasePresumedDialog({ of: window, onClose }: ReleasePresumedDialogProps) {
  const { leases } = useAllStrings();
  const text = leases.spend.release;
  return (
    <ActDialog
      title={text.title}
      consequences={text.steps}
      reason={{ label: text.reason, hint: text.reasonHint, required: true }}
      submit={text.action}
      danger
      call={useReleasePresumed(window)}
      send={(reason) => reason ?? ""}
      done={() => text.done}
      onClose={onClose}
    >
      <Facts
        facts={[
          [leases.spend.period[window.period], <Money key="presumed" amount={window.presumed} />],
        ]}
      />
    </ActDialog>
  );
}
