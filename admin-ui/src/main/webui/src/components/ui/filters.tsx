import { Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useStrings } from "@/lib/i18n";

interface ChoiceProps {
  label: string;
  value: string | undefined;
  options: { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
}

/** Narrows a list to one value; cleared, it shows all. */
export function Choice({ label, value, options, onChange }: ChoiceProps) {
  const { common } = useStrings();
  return (
    <Select
      aria-label={label}
      placeholder={`${label}: ${common.all}`}
      size="xs"
      w={160}
      clearable
      clearButtonProps={{ "aria-label": `${common.clearFilters}: ${label}` }}
      data={options}
      value={value ?? null}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}

interface SearchProps {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** Free text; the URL follows when the typing pauses. */
export function Search({ label, value, onChange }: SearchProps) {
  const told = useDebouncedCallback((text: string) => onChange(text || undefined), 200);
  return (
    <TextInput
      key={value === undefined ? "empty" : "filled"}
      type="search"
      aria-label={label}
      placeholder={label}
      size="xs"
      w={240}
      leftSection={<IconSearch size={14} />}
      defaultValue={value ?? ""}
      onChange={(event) => told(event.currentTarget.value)}
    />
  );
}
