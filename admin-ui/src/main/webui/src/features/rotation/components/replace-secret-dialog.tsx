import { Checkbox, Text, TextInput } from "@mantine/core";
import { useRef } from "react";
import { FormDialog } from "@/components/ui/form-dialog";
import { SecretInput } from "@/components/ui/secret-input";
import type { Key } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";
import { useReplaceSecret } from "../api";
import { replaceSecretOf } from "../rotation";
import { OverlapInput } from "./overlap-input";

interface ReplaceSecretDialogProps {
  of: Key;
  onOrdered: () => void;
  onClose: () => void;
}

/** For a secret that somebody made, such as where the provider makes none by API; it is in its field and nowhere else. */
export function ReplaceSecretDialog({ of: key, onOrdered, onClose }: ReplaceSecretDialogProps) {
  const { keys, rotation } = useAllStrings();
  const text = rotation.replace;
  const shown = useNames();
  const form = useRef<HTMLFormElement>(null);
  return (
    <FormDialog
      ref={form}
      title={text.title(shown(key.name))}
      submit={text.submit}
      call={useReplaceSecret(key.id, () => replaceSecretOf(form.current))}
      read={() => undefined}
      onDone={onOrdered}
      onClose={onClose}
    >
      {(errors) => (
        <>
          <Text size="sm">{text.hint}</Text>
          <SecretInput
            name="secret"
            label={text.secret}
            description={keys.add.secretHint}
            required
            data-autofocus
            error={errors.secret}
          />
          <TextInput
            name="provider_key_id"
            label={keys.providerKeyId}
            description={keys.add.providerKeyIdHint}
            error={errors.provider_key_id}
          />
          <OverlapInput />
          <Checkbox name="revoke_old" label={text.revokeOld} defaultChecked />
          <Checkbox name="force" label={rotation.force} />
          <TextInput
            name="reason"
            label={keys.revoke.why}
            description={keys.revoke.whyHint}
            maxLength={500}
          />
        </>
      )}
    </FormDialog>
  );
}
