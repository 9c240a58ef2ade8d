import { Button, Menu } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconChevronDown } from "@tabler/icons-react";
import { RoleButton } from "@/components/ui/role-button";
import { canBeRotated } from "@/features/rotation/rotation";
import type { Key } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useWorkspace } from "@/lib/workspace";
import type { KeyAction } from "@/routes/keys";
import { useVerifyKey } from "../api";
import { actsOn } from "../key-acts";
import { hasRevocation } from "../revocation";

interface KeyActionsProps {
  of: Key;
  onAct: (action: KeyAction) => void;
}

/** What may be done with a key now. */
export function KeyActions({ of: key, onAct }: KeyActionsProps) {
  const { keys } = useAllStrings();
  const { may } = useWorkspace();
  if (key.state === "revoked") {
    return null;
  }
  return (
    <>
      {may("operator") && <VerifyButton id={key.id} />}
      <MoreActions of={key} onAct={onAct} />
      {!hasRevocation(key.state) && (
        <RoleButton role="admin" color="red" onClick={() => onAct("revoke")}>
          {keys.revoke.action}
        </RoleButton>
      )}
    </>
  );
}

/** What is seldom done, or easily undone. */
function MoreActions({ of: key, onAct }: KeyActionsProps) {
  const { keyActs, rotation } = useAllStrings();
  const { may } = useWorkspace();
  const acts = actsOn(key.state).filter((act) => may(act === "retire" ? "admin" : "operator"));
  const all: [KeyAction, string][] = acts.map((act) => [act, keyActs[act].action]);
  if (may("admin")) {
    all.unshift(["edit", keyActs.edit.action]);
    if (canBeRotated(key.state)) {
      all.push(["rotate", rotation.rotate.action]);
    }
  }
  if (all.length === 0) {
    return null;
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" rightSection={<IconChevronDown size={14} aria-hidden />}>
          {keyActs.more}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {all.map(([act, label]) => (
          <Menu.Item key={act} onClick={() => onAct(act)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function VerifyButton({ id }: { id: string }) {
  const { keys } = useAllStrings();
  const verify = useVerifyKey(id);
  const check = () =>
    verify.mutate(undefined, {
      onSuccess: ({ result, message }) =>
        notifications.show({
          color: result === "valid" ? "green" : "yellow",
          title: keys.verify.results[result],
          message,
        }),
      onError: (error) => notifications.show({ color: "red", message: error.message }),
    });
  return (
    <Button variant="default" loading={verify.isPending} onClick={check}>
      {keys.verify.action}
    </Button>
  );
}
