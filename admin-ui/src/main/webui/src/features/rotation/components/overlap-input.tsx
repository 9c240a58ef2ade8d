import { TextInput } from "@mantine/core";
import { useAllStrings } from "@/lib/i18n/all";
import { USUAL_OVERLAP } from "../rotation";

export function OverlapInput({ hours = USUAL_OVERLAP }: { hours?: string }) {
  const { rotation } = useAllStrings();
  return (
    <TextInput
      name="overlap_hours"
      label={rotation.overlap}
      description={rotation.overlapHint}
      defaultValue={hours}
      inputMode="numeric"
      pattern="\d{1,4}"
      title={rotation.overlapWrong}
    />
  );
}
