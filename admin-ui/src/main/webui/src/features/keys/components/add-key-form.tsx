import { Checkbox, TextInput } from "@mantine/core";
import { useRef } from "react";
import { Form } from "@/components/ui/form";
import { NameInput } from "@/components/ui/name-input";
import type { Key } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { addKeyOf } from "../add-key-form";
import { useAddKey } from "../api";
import { AccountInput, NeedsAccount } from "./account-input";
import { DirectInput } from "./direct-input";
import { OwnFields } from "./own-fields";
import { SecretOrSource } from "./secret-or-source";

interface AddKeyFormProps {
  onAdded: (key: Key) => void;
  onCancel: () => void;
  onAddAccount: () => void;
}

/**
 * The secret is in its field and nowhere else: the form is uncontrolled, read when it is sent, and
 * gone from the page once the key is there.
 */
export function AddKeyForm({ onAdded, onCancel, onAddAccount }: AddKeyFormProps) {
  const { keys } = useAllStrings();
  const text = keys.add;
  const form = useRef<HTMLFormElement>(null);
  const add = useAddKey(() => addKeyOf(form.current));
  return (
    <NeedsAccount onAddAccount={onAddAccount}>
      {(accounts) => (
        <Form
          ref={form}
          call={add}
          submit={text.submit}
          read={() => undefined}
          onDone={onAdded}
          onCancel={onCancel}
        >
          {(errors) => (
            <>
              <AccountInput accounts={accounts} error={errors.account_id} />
              <NameInput error={errors.name} />
              <SecretOrSource form={form} errors={errors} />
              <TextInput
                name="provider_key_id"
                label={keys.providerKeyId}
                description={text.providerKeyIdHint}
                error={errors.provider_key_id}
              />
              <OwnFields />
              <DirectInput />
              <Checkbox name="verify" label={text.verify} defaultChecked />
            </>
          )}
        </Form>
      )}
    </NeedsAccount>
  );
}
