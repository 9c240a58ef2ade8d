import { TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { announceDone } from "@/components/ui/announce";
import { FormDialog } from "@/components/ui/form-dialog";
import { fieldErrorsOf } from "@/lib/api/problem";
import type { Member, MemberRole } from "@/lib/api/types";
import { readForm } from "@/lib/form";
import { useStrings, type Strings } from "@/lib/i18n";
import { useAddMember } from "../api";
import { RoleInput } from "./role-input";

interface AddMemberDialogProps {
  /** That the list is narrowed to. */
  domain: string | undefined;
  onClose: () => void;
}

export function AddMemberDialog({ domain, onClose }: AddMemberDialogProps) {
  const { members } = useStrings();
  const text = members.add;
  const [role, setRole] = useState<MemberRole>("viewer");
  const add = useAddMember();
  const errors = fieldErrorsOf(add.error);
  const submit = (form: HTMLFormElement) => {
    const fields = readForm(form);
    add.mutate(
      { user: fields.required("user"), role, domain: fields.text("domain") },
      {
        onSuccess: (added) => {
          announce(added, text);
          onClose();
        },
      },
    );
  };
  return (
    <FormDialog
      title={text.title}
      submit={text.submit}
      call={add}
      onSubmit={submit}
      onClose={onClose}
    >
      <TextInput
        name="user"
        label={text.user}
        description={text.userHint}
        required
        maxLength={255}
        data-autofocus
        error={errors.user}
      />
      <RoleInput value={role} onChange={setRole} error={errors.role} />
      <TextInput
        name="domain"
        label={members.domain}
        description={text.domainHint}
        defaultValue={domain}
        maxLength={200}
        error={errors.domain}
      />
    </FormDialog>
  );
}

/** An invitation that could not be sent is for whoever added them to make up for. */
function announce({ username, invitation }: Member, text: Strings["members"]["add"]) {
  const title = text.done(username);
  if (invitation === "not_sent") {
    notifications.show({ color: "yellow", title, message: text.notSent, autoClose: false });
  } else if (invitation === "sent") {
    notifications.show({ color: "green", title, message: text.sent });
  } else {
    announceDone(title);
  }
}
