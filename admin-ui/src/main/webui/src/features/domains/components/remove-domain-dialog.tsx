import { ActDialog } from "@/components/ui/act-dialog";
import { announceDone } from "@/components/ui/announce";
import type { Domain } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
import { useRemoveDomain } from "../api";

interface RemoveDomainDialogProps {
  of: Domain;
  onRemoved: () => void;
  onClose: () => void;
}

export function RemoveDomainDialog({ of: domain, onRemoved, onClose }: RemoveDomainDialogProps) {
  const { domains } = useStrings();
  const text = domains.remove;
  const removal = useRemoveDomain(domain.id);
  const onSuccess = () => {
    announceDone(text.done(domain.name));
    onRemoved();
  };
  return (
    <ActDialog
      title={text.title(domain.name)}
      consequences={[text.steps.limits, text.steps.record]}
      confirm={{ label: text.type(domain.name), name: domain.name }}
      submit={text.action}
      danger
      call={removal}
      onAct={() => removal.mutate(undefined, { onSuccess })}
      onClose={onClose}
    />
  );
}
