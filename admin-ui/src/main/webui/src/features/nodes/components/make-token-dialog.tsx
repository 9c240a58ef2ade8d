import { Select, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { CloseButton } from "@/components/ui/progress";
import { SecretOnce } from "@/components/ui/secret-once";
import { readForm } from "@/lib/form";
import { useAllStrings } from "@/lib/i18n/all";
import type { MakeEnrolmentToken } from "@/lib/api/types";
import { useMakeEnrolmentToken } from "../api";
import { labelsOf } from "../labels";

/** Makes what lets one node in, and shows it once. */
export function MakeTokenDialog({ onClose }: { onClose: () => void }) {
  const { nodes } = useAllStrings();
  const text = nodes.tokens.make;
  const [secret, setSecret] = useState<string>();
  return (
    <Dialog title={text.title} onClose={onClose}>
      {secret ? (
        <Stack>
          <SecretOnce label={text.secret} secret={secret} />
          <Text size="sm">{text.use}</Text>
          <CloseButton onClose={onClose} />
        </Stack>
      ) : (
        <MakeTokenForm onMade={setSecret} onClose={onClose} />
      )}
    </Dialog>
  );
}

const HOURS = ["1", "24", "168"];

interface MakeTokenFormProps {
  onMade: (secret: string | undefined) => void;
  onClose: () => void;
}

function MakeTokenForm({ onMade, onClose }: MakeTokenFormProps) {
  const { nodes } = useAllStrings();
  const text = nodes.tokens.make;
  return (
    <Form
      call={useMakeEnrolmentToken()}
      read={makeTokenOf}
      onDone={({ token }) => onMade(token)}
      submit={text.submit}
      onCancel={onClose}
    >
      {(errors) => (
        <>
          <Text size="sm">{text.hint}</Text>
          <TextInput
            name="name"
            label={text.name}
            description={text.nameHint}
            maxLength={100}
            data-autofocus
            error={errors.name}
          />
          <Select
            name="hours"
            label={text.ttl}
            allowDeselect={false}
            defaultValue={HOURS[0]}
            data={HOURS.map((hours) => ({ value: hours, label: text.hours(Number(hours)) }))}
            error={errors.ttl}
          />
          <TextInput
            name="labels"
            label={nodes.labels}
            description={text.labelsHint}
            pattern="\s*([^=,]+=[^=,]*\s*,?\s*)*"
            title={text.labelsHint}
            error={errors.labels}
          />
        </>
      )}
    </Form>
  );
}

function makeTokenOf(element: HTMLFormElement): MakeEnrolmentToken {
  const form = readForm(element);
  return {
    name: form.text("name"),
    ttl: `PT${form.required("hours")}H`,
    labels: labelsOf(form.list("labels") ?? []),
  };
}
