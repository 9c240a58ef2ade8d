import { ActDialog } from "@/components/ui/act-dialog";
import type { Domain } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";
import { useRemoveDomain } from "../api";

interface RemoveDomainDialogProps {
  of: Domain;
  onRemoved: () => void;
  onClose: () => void;
}

export function RemoveDomainDialog({ of: domain, onRemoved, onClose }: RemoveDomainDialogProps) {
  const { domains } = useAllStrings();
  const text = domains.remove;
  const shown = useNames();
  const name = shown(domain.name);
  return (
    <ActDialog
      title={text.title(name)}
      consequences={[text.steps.limits, text.steps.record]}
      confirm={{ label: text.type, name: domain.name }}
      submit={text.action}
      danger
      call={useRemoveDomain(domain.id)}
      send={() => undefined}
      done={() => text.done(name)}
      onDone={onRemoved}
      onClose={onClose}
    />
  );
}
