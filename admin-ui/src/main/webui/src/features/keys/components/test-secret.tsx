import { Button, Group, Text } from "@mantine/core";
import type { RefObject } from "react";
import { Notice } from "@/components/ui/notice";
import { ProblemAlert } from "@/components/ui/problem-alert";
import type { KeyTest } from "@/lib/api/types";
import { readForm } from "@/lib/form";
import { useAllStrings } from "@/lib/i18n/all";
import { useTestKey } from "../api";

/** Asks the provider about the secret in the form, and the models it is for, before it is added. */
export function TestSecret({ form }: { form: RefObject<HTMLFormElement | null> }) {
  const { keys, keyActs } = useAllStrings();
  const test = useTestKey(() => {
    const fields = readForm(form.current);
    return {
      account_id: fields.required("account_id"),
      secret: fields.required("secret"),
      models: fields.list("models"),
    };
  });
  return (
    <>
      <Group gap="sm">
        <Button
          variant="default"
          loading={test.isPending}
          onClick={() => {
            if (form.current?.reportValidity()) {
              test.mutate();
            }
          }}
        >
          {keyActs.test.action}
        </Button>
        <Text size="xs" c="dimmed">
          {keyActs.test.hint}
        </Text>
      </Group>
      {test.data && (
        <Notice
          tone={isGood(test.data) ? "good" : "warn"}
          title={keys.verify.results[test.data.result]}
        >
          <Text size="sm">{test.data.message}</Text>
          {test.data.models.map(({ model, result, message }) => (
            <Text key={model} size="sm" fw={result === "not_available" ? 600 : undefined}>
              {message}
            </Text>
          ))}
        </Notice>
      )}
      {test.error && <ProblemAlert error={test.error} />}
    </>
  );
}

function isGood({ result, models }: KeyTest) {
  return result === "valid" && models.every((model) => model.result !== "not_available");
}
