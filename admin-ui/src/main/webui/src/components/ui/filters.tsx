import { Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useStrings } from "@/lib/i18n";
import { searchable } from "@/lib/searchable";

const TYPING_PAUSE = 200;

interface ChoiceProps {
  label: string;
  value: string | undefined;
  options: { value: string; label: string }[];
  onChange: (value: string | undefined) => void;
  /** Where there may be more options than can be listed: told what is typed, the options follow. */
  onSearch?: (text: string) => void;
  loading?: boolean;
}

/** Narrows a list to one value; cleared, it shows all. */
export function Choice(props: ChoiceProps) {
  const { label, value, options, onChange, onSearch, loading = false } = props;
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
      searchable={onSearch !== undefined}
      onSearchChange={onSearch}
      nothingFoundMessage={loading ? common.loading : common.noMatch}
    />
  );
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
