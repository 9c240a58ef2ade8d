import { ActDialog } from "@/components/ui/act-dialog";
import { Facts } from "@/components/ui/page/facts";
import type { Key } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";
import { useLeaveSource } from "../api";
import { SourceOfKey } from "./source-of-key";

/** For a key that is to keep the secret that it has, whatever its source will hold. */
export function LeaveSourceDialog({ of: key, onClose }: { of: Key; onClose: () => void }) {
  const { keySources } = useAllStrings();
  const text = keySources.leave;
  const shown = useNames();
  const name = shown(key.name);
  return (
    <ActDialog
      title={text.title(name)}
      consequences={text.steps}
      submit={text.action}
      call={useLeaveSource(key.id)}
      send={() => undefined}
      done={() => text.done(name)}
      onClose={onClose}
    >
      {key.source && (
        <Facts facts={[[keySources.title, <SourceOfKey key="source" of={key.source} />]]} />
      )}
    </ActDialog>
  );
}
