import { Button, Checkbox, NativeSelect, Paper, Stack, Textarea, TextInput } from "@mantine/core";
import { useState, type Ref, type SubmitEvent } from "react";
import { Name } from "@/components/ui/figure";
import { TextLink } from "@/components/ui/links";
import { Facts } from "@/components/ui/page/facts";
import { ProblemAlert } from "@/components/ui/problem-alert";
import { SecretInput } from "@/components/ui/secret-input";
import type { Lease } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { providerName } from "@/lib/providers";
import { sampleModel } from "@/lib/sample-model";
import type { useTrial } from "../api";
import { ASKABLE } from "../dialects";

const FEW_TOKENS = 64;

interface TryFormProps {
  ref: Ref<HTMLFormElement>;
  /** The one that is tried, where it is known which. */
  lease: Lease | undefined;
  call: ReturnType<typeof useTrial>["call"];
}

/** What is asked, and the token, which stays in its field and nowhere else. */
export function TryForm({ ref, lease, call }: TryFormProps) {
  const { tryLease: text } = useAllStrings();
  const [chosen, setChosen] = useState(lease?.provider ?? "anthropic");
  const send = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    call.mutate(chosen);
  };
  return (
    <Paper withBorder p="md" component="section" aria-label={text.question}>
      <form ref={ref} onSubmit={send} autoComplete="off">
        <Stack>
          {lease ? (
            <LeaseFacts of={lease} />
          ) : (
            <NativeSelect
              label={text.provider}
              value={chosen}
              data={ASKABLE.map((id) => ({ value: id, label: providerName(id) }))}
              onChange={(event) => setChosen(event.currentTarget.value)}
            />
          )}
          <SecretInput
            name="token"
            label={text.token}
            description={text.tokenHint}
            placeholder="lh_…"
            required
          />
          <TextInput
            key={chosen}
            name="model"
            label={text.model}
            defaultValue={sampleModel(chosen, lease?.models)}
            maxLength={200}
            required
          />
          <Textarea
            name="message"
            label={text.message}
            defaultValue={text.hello}
            maxLength={4000}
            autosize
            minRows={2}
            maxRows={8}
            required
          />
          <TextInput
            name="max_tokens"
            type="number"
            min={1}
            max={4096}
            label={text.maxTokens}
            defaultValue={FEW_TOKENS}
            required
          />
          <Checkbox name="stream" label={text.stream} />
          {call.error && <ProblemAlert error={call.error} />}
          <div>
            <Button type="submit" loading={call.isPending}>
              {text.send}
            </Button>
          </div>
        </Stack>
      </form>
    </Paper>
  );
}

function LeaseFacts({ of: lease }: { of: Lease }) {
  const { tryLease: text, leases } = useAllStrings();
  return (
    <Stack gap="xs">
      <Facts
        facts={[
          [
            leases.lease,
            <TextLink key="lease" to="/leases/$id" params={{ id: lease.lease_id }}>
              <Name>{lease.name ?? lease.node_name}</Name>
            </TextLink>,
          ],
          [leases.provider, providerName(lease.provider)],
        ]}
      />
      <TextLink to="/try" search={{}}>
        {text.another}
      </TextLink>
    </Stack>
  );
}
