import { Checkbox, Text, TextInput } from "@mantine/core";
import { useRef } from "react";
import { FormDialog } from "@/components/ui/form-dialog";
import { SecretInput } from "@/components/ui/secret-input";
import { fieldErrorsOf } from "@/lib/api/problem";
import type { Key } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
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
  const { keys, rotation } = useStrings();
  const text = rotation.replace;
  const form = useRef<HTMLFormElement>(null);
  const replace = useReplaceSecret(key.id, () => replaceSecretOf(form.current));
  const errors = fieldErrorsOf(replace.error);
  return (
    <FormDialog
      ref={form}
      title={text.title(key.name)}
      submit={text.submit}
      call={replace}
      onSubmit={() => replace.mutate(undefined, { onSuccess: onOrdered })}
      onClose={onClose}
    >
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
    </FormDialog>
  );
}
