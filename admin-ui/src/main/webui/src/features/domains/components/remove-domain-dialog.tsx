import { notifications } from "@mantine/notifications";
import { RemoveDialog } from "@/components/ui/remove-dialog";
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
  return (
    <RemoveDialog
      title={text.title(domain.name)}
      consequences={[text.steps.limits, text.steps.record]}
      label={text.type(domain.name)}
      name={domain.name}
      submit={text.action}
      removal={useRemoveDomain(domain.id)}
      onRemoved={() => {
        notifications.show({ color: "green", message: text.done(domain.name) });
        onRemoved();
      }}
      onClose={onClose}
    />
  );
}
