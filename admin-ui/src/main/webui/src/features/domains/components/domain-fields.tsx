import { TextInput } from "@mantine/core";
import type { Domain } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { CaptureInput } from "./capture-input";

interface DomainFieldsProps {
  /** As they are now; a new domain has none yet. */
  of?: Domain;
  errors: Record<string, string>;
}

/** What can be changed of a domain. */
export function DomainFields({ of: domain, errors }: DomainFieldsProps) {
  const { domains } = useAllStrings();
  return (
    <>
      <CaptureInput defaultValue={domain?.capture} error={errors.capture} />
      <TextInput
        name="tags"
        label={domains.tags}
        description={domains.tagsHint}
        defaultValue={domain?.tags.join(", ")}
        error={errors.tags}
      />
    </>
  );
}
