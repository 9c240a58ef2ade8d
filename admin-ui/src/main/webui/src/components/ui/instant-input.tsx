import { TextInput } from "@mantine/core";
import { useStrings } from "@/lib/i18n";
import { browserZone } from "@/lib/zone";

interface InstantInputProps {
  name: string;
  label: string;
  description?: string;
  defaultValue?: string;
  required?: boolean;
  error?: string;
}

/** A time of the browser's zone, which it names. */
export function InstantInput({ description, ...props }: InstantInputProps) {
  const { common } = useStrings();
  const zone = common.inZone(browserZone);
  return (
    <TextInput
      type="datetime-local"
      description={description ? `${description} ${zone}` : zone}
      {...props}
    />
  );
}
