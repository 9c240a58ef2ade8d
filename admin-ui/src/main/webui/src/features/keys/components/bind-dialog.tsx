import { ActDialog } from "@/components/ui/act-dialog";
import type { Key } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useBindKey } from "../api";

/** An admin confirms that the provider's key is this one, before anything is revoked by it. */
export function BindDialog({ of: key, onClose }: { of: Key; onClose: () => void }) {
  const { keys } = useAllStrings();
  const bind = useBindKey(key.id);
  const candidate = key.binding_candidate;
  if (!candidate) {
    return null;
  }
  return (
    <ActDialog
      title={keys.bind.title}
      consequences={[keys.bind.detail(candidate)]}
      submit={keys.bind.confirm}
      call={bind}
      send={() => candidate}
      done={() => keys.bind.done}
      onClose={onClose}
    />
  );
}
