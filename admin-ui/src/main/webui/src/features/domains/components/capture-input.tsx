import { Select } from "@mantine/core";
import { optionsOf } from "@/components/ui/filters";
import type { Capture } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";

/** What is kept of a domain's traffic; where nothing is chosen it is as the workspace says. */
export function CaptureInput({ defaultValue, error }: { defaultValue?: Capture; error?: string }) {
  const { domains } = useAllStrings();
  return (
    <Select
      name="capture"
      label={domains.capture}
      description={domains.captureHint}
      placeholder={domains.asWorkspace}
      defaultValue={defaultValue}
      data={optionsOf(domains.captures)}
      allowDeselect={defaultValue === undefined}
      error={error}
    />
  );
}
