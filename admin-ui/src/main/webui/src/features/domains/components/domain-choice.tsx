import { ThingChoice, useNameSearch } from "@/components/ui/thing-choice";
import { useAllStrings } from "@/lib/i18n/all";
import { useDomains } from "../api";

interface DomainChoiceProps {
  /** Its name, by which it is known everywhere and which never changes. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** One of the domains of the workspace, found by its name. */
export function DomainChoice({ value, onChange }: DomainChoiceProps) {
  const { domains } = useAllStrings();
  const chosen = value === undefined ? undefined : { id: value, name: value };
  const { text, onSearch } = useNameSearch(chosen);
  const { rows } = useDomains({ text });
  return (
    <ThingChoice
      label={domains.domain}
      value={value}
      onChange={onChange}
      rows={rows?.map(({ name }) => ({ id: name, name }))}
      chosen={chosen}
      onSearch={onSearch}
    />
  );
}
