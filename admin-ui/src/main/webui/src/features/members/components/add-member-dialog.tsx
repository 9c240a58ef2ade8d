import { Stack, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useRef, useState, type SubmitEvent } from "react";
import { Dialog } from "@/components/ui/dialog";
import { FormActions } from "@/components/ui/form-actions";
import { ProblemAlert } from "@/components/ui/problem-alert";
import { ApiError } from "@/lib/api/problem";
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
  const form = useRef<HTMLFormElement>(null);
  const [role, setRole] = useState<MemberRole>("viewer");
  const add = useAddMember();
  const errors = add.error instanceof ApiError ? add.error.fieldErrors() : {};
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const fields = readForm(form.current);
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
    <Dialog onClose={onClose} title={text.title}>
      <form ref={form} onSubmit={submit} autoComplete="off">
        <Stack>
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
          {add.error && <ProblemAlert error={add.error} />}
          <FormActions submit={text.submit} pending={add.isPending} onCancel={onClose} />
        </Stack>
      </form>
    </Dialog>
  );
}

/** An invitation that could not be sent is for whoever added them to make up for. */
function announce({ username, invitation }: Member, text: Strings["members"]["add"]) {
  const title = text.done(username);
  if (invitation === "not_sent") {
    notifications.show({ color: "yellow", title, message: text.notSent, autoClose: false });
  } else {
    notifications.show({
      color: "green",
      title: invitation === "sent" ? title : undefined,
      message: invitation === "sent" ? text.sent : title,
    });
  }
}
