import { Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useStrings } from "@/lib/i18n";
import { searchable } from "@/lib/searchable";

const TYPING_PAUSE = 200;

interface Option<T> {
  value: T;
  label: string;
}

interface ChoiceProps<T> {
  label: string;
  value: T | undefined;
  options: Option<T>[];
  onChange: (value: T | undefined) => void;
  /** Where there may be more options than can be listed: told what is typed, the options follow. */
  onSearch?: (text: string) => void;
  loading?: boolean;
}

/** Narrows a list to one value; cleared, it shows all. */
export function Choice<T extends string>(props: ChoiceProps<T>) {
  const { label, value, options, onChange, onSearch, loading = false } = props;
  const { common } = useStrings();
  return (
    <Select
      aria-label={label}
      placeholder={`${label}: ${common.all}`}
      size="xs"
      maw={160}
      flex="1 1 130px"
      clearable
      clearButtonProps={{ "aria-label": `${common.clearFilters}: ${label}` }}
      data={options}
      value={value ?? null}
      onChange={(chosen) => onChange(options.find(({ value }) => value === chosen)?.value)}
      searchable={onSearch !== undefined}
      onSearchChange={onSearch}
      nothingFoundMessage={loading ? common.loading : common.noMatch}
    />
  );
}

/** A closed set as options, in the order of its labels. */
export function optionsOf<T extends string>(labels: Record<T, string>): Option<T>[] {
  return (Object.entries(labels) as [T, string][]).map(([value, label]) => ({ value, label }));
}

interface SearchProps {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** Free text; the URL follows when the typing pauses, and the text follows the URL. */
export function Search({ label, value, onChange }: SearchProps) {
  const [typed, setTyped] = useState(value ?? "");
  const [known, setKnown] = useState({ value, told: value });
  if (value !== known.value) {
    setKnown({ value, told: value });
    if (value !== known.told) {
      setTyped(value ?? "");
    }
  }
  const tell = useDebouncedCallback((text: string) => {
    const wanted = text.trim() || undefined;
    setKnown({ value, told: wanted });
    onChange(wanted);
  }, TYPING_PAUSE);
  return (
    <TextInput
      type="search"
      aria-label={label}
      placeholder={label}
      size="xs"
      w={260}
      maw="100%"
      leftSection={<IconSearch size={14} />}
      value={typed}
      onChange={(event) => {
        const text = searchable(event.currentTarget.value);
        setTyped(text);
        tell(text);
      }}
    />
  );
}
