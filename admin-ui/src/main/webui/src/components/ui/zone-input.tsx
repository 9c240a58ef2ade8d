import { Select } from "@mantine/core";
import { browserZone } from "@/lib/zone";

/** All that can be chosen; browsers leave UTC out. */
const ZONES = ["UTC", browserZone, ...Intl.supportedValuesOf("timeZone")];

interface ZoneInputProps {
  name: string;
  label: string;
  /** It may have a name that browsers do not list. */
  defaultValue: string;
}

export function ZoneInput(props: ZoneInputProps) {
  return (
    <Select
      data={[...new Set([props.defaultValue, ...ZONES])]}
      searchable
      allowDeselect={false}
      {...props}
    />
  );
}
