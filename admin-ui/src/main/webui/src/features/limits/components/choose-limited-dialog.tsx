import { Button, Group, Select, Stack, TextInput } from "@mantine/core";
import { useState, type SubmitEvent } from "react";
import { Dialog } from "@/components/ui/dialog";
import { optionsOf } from "@/components/ui/filters";
import { ThingChoice, useNameSearch } from "@/components/ui/thing-choice";
import { useDomain, useDomains } from "@/features/domains/api";
import { useKey, useKeys } from "@/features/keys/api";
import { useNode, useNodes } from "@/features/nodes/api";
import type { Scope } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { readOne } from "@/lib/search";
import { useWorkspace } from "@/lib/workspace";
import { useLimits, type Limited } from "../api";
import { SCOPES } from "../limited";

interface ChooseLimitedDialogProps {
  onChoose: (of: Limited) => void;
  onClose: () => void;
}

/** What limits are to be set on: one of the things that may have some. */
export function ChooseLimitedDialog({ onChoose, onClose }: ChooseLimitedDialogProps) {
  const { common, limits: text } = useAllStrings();
  const { slug } = useWorkspace();
  const workspace = useLimits({ scope: "workspace", scope_id: slug }).data?.scope_id;
  const [scope, setScope] = useState<Scope>("workspace");
  const [id, setId] = useState<string>();
  const chosen = scope === "workspace" ? workspace : id?.trim();
  const go = (event: SubmitEvent) => {
    event.preventDefault();
    if (chosen) {
      onChoose({ scope, scope_id: chosen });
    }
  };
  return (
    <Dialog title={text.choose.title} onClose={onClose}>
      <form onSubmit={go} autoComplete="off">
        <Stack>
          <Select
            label={text.kind}
            data={optionsOf(text.scopes).filter(({ value }) => readOne(SCOPES, value))}
            value={scope}
            allowDeselect={false}
            data-autofocus
            onChange={(next) => {
              setScope(readOne(SCOPES, next) ?? "workspace");
              setId(undefined);
            }}
          />
          {scope !== "workspace" && <Which scope={scope} value={id} onChange={setId} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {common.cancel}
            </Button>
            <Button type="submit" disabled={!chosen}>
              {text.choose.submit}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

interface WhichProps {
  value: string | undefined;
  onChange: (id: string | undefined) => void;
}

function Which({ scope, ...props }: WhichProps & { scope: Scope }) {
  const { limits: text } = useAllStrings();
  switch (scope) {
    case "key":
      return <WhichKey {...props} />;
    case "node":
      return <WhichNode {...props} />;
    case "domain":
      return <WhichDomain {...props} />;
    default:
      return (
        <TextInput
          label={text.scopes[scope]}
          description={text.choose.userHint}
          value={props.value ?? ""}
          onChange={(event) => props.onChange(event.currentTarget.value)}
        />
      );
  }
}

function WhichKey(props: WhichProps) {
  const { limits: text } = useAllStrings();
  const chosen = useKey(props.value).data;
  const search = useNameSearch(chosen);
  const { rows } = useKeys({ text: search.text });
  return <OneOf label={text.scopes.key} rows={rows} chosen={chosen} search={search} {...props} />;
}

function WhichNode(props: WhichProps) {
  const { limits: text } = useAllStrings();
  const chosen = useNode(props.value).data;
  const search = useNameSearch(chosen);
  const { rows } = useNodes({ text: search.text });
  return <OneOf label={text.scopes.node} rows={rows} chosen={chosen} search={search} {...props} />;
}

function WhichDomain(props: WhichProps) {
  const { limits: text } = useAllStrings();
  const chosen = useDomain(props.value).data;
  const search = useNameSearch(chosen);
  const { rows } = useDomains({ text: search.text });
  return (
    <OneOf label={text.scopes.domain} rows={rows} chosen={chosen} search={search} {...props} />
  );
}

interface OneOfProps extends WhichProps {
  label: string;
  rows: { id: string; name: string }[] | undefined;
  chosen: { id: string; name: string } | undefined;
  search: ReturnType<typeof useNameSearch>;
}

function OneOf({ search, ...props }: OneOfProps) {
  return <ThingChoice onSearch={search.onSearch} {...props} />;
}
