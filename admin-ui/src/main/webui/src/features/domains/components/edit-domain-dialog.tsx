import { FormDialog } from "@/components/ui/form-dialog";
import type { Domain } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";
import { useUpdateDomain } from "../api";
import { updateDomainOf } from "../domain-form";
import { DomainFields } from "./domain-fields";

export function EditDomainDialog({ of: domain, onClose }: { of: Domain; onClose: () => void }) {
  const { domains } = useAllStrings();
  const text = domains.edit;
  const shown = useNames();
  return (
    <FormDialog
      title={text.title(shown(domain.name))}
      submit={text.submit}
      call={useUpdateDomain(domain.id)}
      read={updateDomainOf}
      done={({ name }) => text.done(shown(name))}
      onClose={onClose}
    >
      {(errors) => <DomainFields of={domain} errors={errors} />}
    </FormDialog>
  );
}
