import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import { Choice } from "./filters";
import { useNames, usePrivacy } from "@/lib/privacy";

const TYPING_PAUSE = 200;

interface Thing {
  id: string;
  name: string;
}

interface ThingChoiceProps {
  label: string;
  value: string | undefined;
  onChange: (value: string | undefined) => void;
  /** Those that fit what is typed, as far as they fit a list; undefined while they are looked for. */
  rows: Thing[] | undefined;
  /** The one whose id is the value; it may be none of the rows. */
  chosen: Thing | undefined;
  onSearch?: (text: string) => void;
}

/** One of the things of which there may be thousands, found by its name. */
export function ThingChoice({ rows, chosen, ...rest }: ThingChoiceProps) {
  const shown = useNames();
  const others = rows?.filter(({ id }) => id !== chosen?.id) ?? [];
  const options = [...(chosen ? [chosen] : []), ...others].map(({ id, name }) => ({
    value: id,
    label: shown(name),
  }));
  return <Choice options={options} loading={rows === undefined} {...rest} />;
}

/**
 * What is typed, once the typing pauses. The field shows the name of the one that is chosen, which is no search, and
 * masked names can't be looked for.
 */
export function useNameSearch(chosen: Thing | undefined) {
  const { hidden } = usePrivacy();
  const [typed, setTyped] = useState("");
  const [text] = useDebouncedValue(typed, TYPING_PAUSE);
  return {
    text: text === "" || hidden || text === chosen?.name ? undefined : text,
    onSearch: hidden ? undefined : setTyped,
  };
}
