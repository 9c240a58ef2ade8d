import { Button, Group, Select, SimpleGrid, Stack, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { InstantInput } from "@/components/ui/instant-input";
import { Loaded } from "@/components/ui/loaded";
import { Notice } from "@/components/ui/notice";
import type { Repricing } from "@/lib/api/types";
import { readForm } from "@/lib/form";
import { useAllStrings } from "@/lib/i18n/all";
import { PROVIDERS } from "@/lib/providers";
import { toWallClock } from "@/lib/time";
import { useReprice, useRepricing } from "../api";
import { beginOfMonth, dryRunOf } from "../price-form";
import { RepricingFacts } from "./repricing-facts";

interface StepProps {
  /** Told the id of what was begun. */
  onBegun: (id: string) => void;
  onClose: () => void;
}

/** Prices the past again: first what that would change, then it is done, and what it has changed. */
export function RepriceDialog({ run, ...then }: StepProps & { run: string | undefined }) {
  const { prices } = useAllStrings();
  return (
    <Dialog title={prices.reprice.title} onClose={then.onClose}>
      {run === undefined ? <Choose {...then} /> : <Run id={run} {...then} />}
    </Dialog>
  );
}

function Choose({ onBegun, onClose }: StepProps) {
  const { prices } = useAllStrings();
  const text = prices.reprice;
  const [now] = useState(() => Date.now());
  return (
    <Form
      submit={text.look}
      call={useReprice()}
      read={dryRunOf}
      onDone={({ id }) => onBegun(id)}
      onCancel={onClose}
    >
      {(errors) => (
        <>
          <Text size="sm">{text.hint}</Text>
          <SimpleGrid cols={{ base: 1, xs: 2 }} style={{ alignItems: "end" }}>
            <InstantInput
              name="from"
              label={prices.from}
              required
              defaultValue={beginOfMonth(now)}
              error={errors.from}
            />
            <InstantInput
              name="to"
              label={prices.until}
              required
              defaultValue={toWallClock(now)}
              error={errors.to}
            />
            <Select
              name="provider"
              label={prices.provider}
              placeholder={text.all}
              data={PROVIDERS}
              clearable
              error={errors.provider}
            />
            <TextInput
              name="model"
              label={prices.model}
              description={text.modelHint}
              maxLength={200}
              error={errors.model}
            />
          </SimpleGrid>
        </>
      )}
    </Form>
  );
}

/** A dry run with the way on, or the real one with its end. */
function Run({ id, onBegun, onClose }: StepProps & { id: string }) {
  const { prices, common } = useAllStrings();
  const text = prices.reprice;
  const repricing = useRepricing(id);
  return (
    <Loaded query={repricing} height={220}>
      {(known) => (
        <Stack>
          <Notice tone={known.dry_run ? "plain" : "good"} title={titleOf(known, text)}>
            <Text size="sm">{text.stays}</Text>
          </Notice>
          <RepricingFacts of={known} />
          {known.dry_run && known.state === "done" && known.requests_changed > 0 ? (
            <Confirm of={known} onBegun={onBegun} onClose={onClose} />
          ) : (
            <Group justify="flex-end">
              <Button variant="default" onClick={onClose}>
                {common.close}
              </Button>
            </Group>
          )}
        </Stack>
      )}
    </Loaded>
  );
}

function titleOf(
  { dry_run, state, requests_changed }: Repricing,
  text: ReturnType<typeof useAllStrings>["prices"]["reprice"],
): string {
  if (!dry_run) {
    return state === "done" ? text.done : text.doing;
  }
  if (state !== "done") {
    return text.looking;
  }
  return requests_changed === 0 ? text.nothing : text.would;
}

function Confirm({ of: looked, onBegun, onClose }: StepProps & { of: Repricing }) {
  const { prices } = useAllStrings();
  const text = prices.reprice;
  const { from, to, provider, model } = looked;
  return (
    <Form
      submit={text.submit}
      danger
      call={useReprice()}
      read={(form) => ({
        from,
        to,
        provider,
        model,
        reason: readForm(form).required("reason"),
        dry_run: false,
      })}
      onDone={({ id }) => onBegun(id)}
      onCancel={onClose}
    >
      {(errors) => (
        <TextInput
          name="reason"
          label={text.why}
          description={text.whyHint}
          required
          maxLength={500}
          error={errors.reason}
          data-autofocus
        />
      )}
    </Form>
  );
}
