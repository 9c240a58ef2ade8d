import { TextInput } from "@mantine/core";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { InstantInput } from "@/components/ui/instant-input";
import { RoleInput } from "@/features/members/components/role-input";
import type { MemberRole } from "@/lib/api/types";
import { readForm } from "@/lib/form";
import { useAllStrings } from "@/lib/i18n/all";
import { useCreateApiToken } from "../api";
import { ShownOnce } from "./shown-once";

/** Asks what the token is for, and shows it once: it is gone with the dialog. */
export function CreateApiTokenDialog({ onClose }: { onClose: () => void }) {
  const { apiTokens } = useAllStrings();
  const text = apiTokens.add;
  const create = useCreateApiToken();
  const token = create.data?.token;
  return (
    <Dialog title={token ? text.shown : text.title} onClose={onClose}>
      {token ? (
        <ShownOnce token={token} onClose={onClose} />
      ) : (
        <CreateForm create={create} onClose={onClose} />
      )}
    </Dialog>
  );
}

interface CreateFormProps {
  create: ReturnType<typeof useCreateApiToken>;
  onClose: () => void;
}

function CreateForm({ create, onClose }: CreateFormProps) {
  const { apiTokens, members } = useAllStrings();
  const text = apiTokens.add;
  const [role, setRole] = useState<MemberRole>("viewer");
  return (
    <Form
      submit={text.submit}
      call={create}
      read={(form) => {
        const fields = readForm(form);
        return {
          name: fields.required("name"),
          role,
          domain: fields.text("domain"),
          expires_at: fields.instant("expires_at"),
        };
      }}
      onDone={() => undefined}
      onCancel={onClose}
    >
      {(errors) => (
        <>
          <TextInput
            name="name"
            label={apiTokens.name}
            description={text.nameHint}
            required
            maxLength={100}
            data-autofocus
            error={errors.name}
          />
          <RoleInput value={role} onChange={setRole} error={errors.role} />
          <TextInput
            name="domain"
            label={members.domain}
            description={members.add.domainHint}
            maxLength={200}
            error={errors.domain}
          />
          <InstantInput
            name="expires_at"
            label={apiTokens.expires}
            description={text.expiresHint}
            error={errors.expires_at}
          />
        </>
      )}
    </Form>
  );
}
