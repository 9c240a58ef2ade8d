import { ActionIcon } from "@mantine/core";
import { IconEye, IconEyeOff } from "@tabler/icons-react";
import { useStrings } from "@/lib/i18n";
import { usePrivacy } from "@/lib/privacy";

export function PrivacySwitch() {
  const { frame } = useStrings();
  const { hidden, toggle } = usePrivacy();
  const label = hidden ? frame.privacy.on : frame.privacy.off;
  return (
    <ActionIcon aria-label={label} data-tip={label} aria-pressed={hidden} onClick={toggle}>
      {hidden ? <IconEyeOff size={18} /> : <IconEye size={18} />}
    </ActionIcon>
  );
}
