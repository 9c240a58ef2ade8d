import { Button, Select, SimpleGrid, Text } from "@mantine/core";
import { useState } from "react";
import { Form } from "@/components/ui/form";
import { InstantInput } from "@/components/ui/instant-input";
import { NameInput } from "@/components/ui/name-input";
import { Notice } from "@/components/ui/notice";
import { ProblemAlert } from "@/components/ui/problem-alert";
import { useCapabilities, useProviderGroups } from "@/features/accounts/api";
import type { Key, ProviderAccount } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { abilitiesOf, type Abilities } from "../abilities";
import { createKeyOf } from "../create-key-form";
import { useCreateKey } from "../provider-api";
import { AccountInput, NeedsAccount } from "./account-input";
import { OwnFields } from "./own-fields";
import { ProviderLimitInput } from "./provider-limit-input";

export interface CreateKeyFormProps {
  onMade: (key: Key) => void;
  onCancel: () => void;
  onAddAccount: () => void;
  /** The other way to a key, where the provider makes none. */
  onAddKey: () => void;
}

export function CreateKeyForm({ onAddAccount, ...rest }: CreateKeyFormProps) {
  return (
    <NeedsAccount onAddAccount={onAddAccount}>
      {(accounts) => <FormFor accounts={accounts} {...rest} />}
    </NeedsAccount>
  );
}

interface FormForProps extends Omit<CreateKeyFormProps, "onAddAccount"> {
  accounts: ProviderAccount[];
}

/** What can be asked for goes by the account: the rest is not shown, or told as what to do by hand. */
function FormFor({ accounts, onMade, onCancel, onAddKey }: FormForProps) {
  const { keys, keysThere } = useAllStrings();
  const text = keysThere.create;
  const [account, setAccount] = useState<string>();
  const capabilities = useCapabilities(account);
  const can = abilitiesOf(capabilities.data);
  const create = useCreateKey();
  return (
    <Form
      call={create}
      submit={text.submit}
      disabled={!can.create_key?.available}
      read={createKeyOf}
      onDone={onMade}
      onCancel={onCancel}
    >
      {(errors) => (
        <>
          <Text size="sm">{text.hint}</Text>
          <AccountInput accounts={accounts} error={errors.account_id} onChange={setAccount} />
          {capabilities.error && !capabilities.data && (
            <ProblemAlert error={capabilities.error} onRetry={() => void capabilities.refetch()} />
          )}
          {can.create_key && !can.create_key.available && (
            <Notice tone="warn" title={text.byHand}>
              <Text size="sm">{can.create_key.manual_step}</Text>
              <Button variant="default" mt={6} onClick={onAddKey}>
                {keys.add.action}
              </Button>
            </Notice>
          )}
          {can.create_key?.available && (
            <>
              <NameInput error={errors.name} />
              <FieldsThere can={can} account={account ?? ""} errors={errors} />
              <OwnFields />
            </>
          )}
        </>
      )}
    </Form>
  );
}

interface FieldsThereProps {
  can: Abilities;
  account: string;
  errors: Record<string, string>;
}

/** What the provider can be told of the key it makes. */
function FieldsThere({ can, account, errors }: FieldsThereProps) {
  const { keysThere } = useAllStrings();
  const text = keysThere.create;
  const groups = useProviderGroups(account, can.list_groups?.available === true);
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }}>
      {can.key_limit?.available && <ProviderLimitInput />}
      {can.key_expiry?.available && (
        <InstantInput
          name="expires_at"
          label={text.expires}
          description={text.expiresHint}
          error={errors.expires_at}
        />
      )}
      {groups.data && groups.data.length > 0 && (
        <Select
          name="group"
          label={text.group}
          description={text.groupHint}
          placeholder={text.defaultGroup}
          clearable
          error={errors.group}
          data={groups.data
            .filter(({ active }) => active)
            .map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
    </SimpleGrid>
  );
}
