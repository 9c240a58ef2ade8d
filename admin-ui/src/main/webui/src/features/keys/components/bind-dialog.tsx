import { ActDialog } from "@/components/ui/act-dialog";
import { announceDone } from "@/components/ui/announce";
import type { Key } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
import { useBindKey } from "../api";

/** An admin confirms that the provider's key is this one, before anything is revoked by it. */
export function BindDialog({ of: key, onClose }: { of: Key; onClose: () => void }) {
  const { keys } = useStrings();
  const bind = useBindKey(key.id);
  const candidate = key.binding_candidate;
  if (!candidate) {
    return null;
  }
  const onSuccess = () => {
    announceDone(keys.bind.done);
    onClose();
  };
  return (
    <ActDialog
      title={keys.bind.title}
      consequences={[keys.bind.detail(candidate)]}
      submit={keys.bind.confirm}
      call={bind}
      onAct={() => bind.mutate(candidate, { onSuccess })}
      onClose={onClose}
    />
  );
}
