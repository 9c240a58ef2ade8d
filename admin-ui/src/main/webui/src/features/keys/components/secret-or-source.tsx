import { Select } from "@mantine/core";
import { useState, type RefObject } from "react";
import { SecretInput } from "@/components/ui/secret-input";
import { useAllStrings } from "@/lib/i18n/all";
import { useKeySources } from "../api";
import { TestSecret } from "./test-secret";

interface SecretOrSourceProps {
  form: RefObject<HTMLFormElement | null>;
  errors: Record<string, string>;
}

/** The secret itself, or the place that it comes from; where the operator names none there is nothing to choose. */
export function SecretOrSource({ form, errors }: SecretOrSourceProps) {
  const { keys, keySources: text } = useAllStrings();
  const sources = useKeySources();
  const [source, setSource] = useState<string | null>(null);
  const named = sources.data?.items ?? [];
  return (
    <>
      {named.length > 0 && (
        <Select
          name="source"
          label={text.choose}
          description={text.hint}
          placeholder={text.given}
          clearable
          error={errors.source}
          data={named.map(({ name, kind, location }) => ({
            value: name,
            label: `${name} (${text.kinds[kind]} ${location})`,
          }))}
          onChange={setSource}
        />
      )}
      {source === null && (
        <>
          <SecretInput
            name="secret"
            label={keys.secret}
            description={keys.add.secretHint}
            required
            error={errors.secret}
          />
          <TestSecret form={form} />
        </>
      )}
    </>
  );
}
