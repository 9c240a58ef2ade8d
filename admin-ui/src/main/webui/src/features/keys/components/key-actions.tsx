import { Button } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { RoleButton } from "@/components/ui/role-button";
import type { Key } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
import { useWorkspace } from "@/lib/workspace";
import { useVerifyKey } from "../api";
import { hasRevocation } from "../revocation";

/** What may be done with a key now. */
export function KeyActions({ of: key, onRevoke }: { of: Key; onRevoke: () => void }) {
  const { keys } = useStrings();
  const { may } = useWorkspace();
  if (key.state === "revoked") {
    return null;
  }
  return (
    <>
      {may("operator") && <VerifyButton id={key.id} />}
      {!hasRevocation(key.state) && (
        <RoleButton role="admin" color="red" onClick={onRevoke}>
          {keys.revoke.action}
        </RoleButton>
      )}
    </>
  );
}

function VerifyButton({ id }: { id: string }) {
  const { keys } = useStrings();
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
