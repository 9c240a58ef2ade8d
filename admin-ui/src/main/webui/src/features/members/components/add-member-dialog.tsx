import { TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import { announceDone } from "@/components/ui/announce";
import { FormDialog } from "@/components/ui/form-dialog";
import type { Member, MemberRole } from "@/lib/api/types";
import { readForm } from "@/lib/form";
import type { Strings } from "@/lib/i18n";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";
import { useAddMember } from "../api";
import { RoleInput } from "./role-input";

interface AddMemberDialogProps {
  /** That the list is narrowed to. */
  domain: string | undefined;
  onClose: () => void;
}

export function AddMemberDialog({ domain, onClose }: AddMemberDialogProps) {
  const { members } = useAllStrings();
  const text = members.add;
  const shown = useNames();
  const [role, setRole] = useState<MemberRole>("viewer");
  const read = (form: HTMLFormElement) => {
    const fields = readForm(form);
    return { user: fields.required("user"), role, domain: fields.text("domain") };
  };
  const onDone = ({ username, invitation }: Member) => {
    announce(text.done(shown(username)), invitation, text);
    onClose();
  };
  return (
    <FormDialog
      title={text.title}
      submit={text.submit}
      call={useAddMember()}
      read={read}
      onDone={onDone}
      onClose={onClose}
    >
      {(errors) => (
        <>
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
        </>
      )}
    </FormDialog>
  );
}

/** An invitation that could not be sent is for whoever added them to make up for. */
function announce(
  title: string,
  invitation: Member["invitation"],
  text: Strings["members"]["add"],
) {
  if (invitation === "not_sent") {
    notifications.show({ color: "yellow", title, message: text.notSent, autoClose: false });
  } else if (invitation === "sent") {
    notifications.show({ color: "green", title, message: text.sent });
  } else {
    announceDone(title);
  }
}
