import "@mantine/spotlight/styles.css";
import { useDebouncedValue } from "@mantine/hooks";
import { Spotlight, spotlight } from "@mantine/spotlight";
import { IconSearch } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useStrings } from "@/lib/i18n";
import { searchable } from "@/lib/searchable";
import { useDestinations } from "./use-destinations";

const LIMIT = 12;

/** Goes to any page, key or node by typing a part of its name. */
export default function Palette({ onClose }: { onClose: () => void }) {
  const { frame } = useStrings();
  const [query, setQuery] = useState("");
  const [settled] = useDebouncedValue(query, 150);
  const destinations = useDestinations(settled);
  useEffect(() => spotlight.open(), []);
  return (
    <Spotlight
      actions={destinations}
      nothingFound={frame.palette.nothing}
      limit={LIMIT}
      query={query}
      onQueryChange={(typed) => setQuery(searchable(typed))}
      shortcut={null}
      scrollable
      searchProps={{
        leftSection: <IconSearch size={16} />,
        placeholder: frame.palette.placeholder,
        "aria-label": frame.palette.placeholder,
      }}
      onSpotlightClose={onClose}
    />
  );
}
