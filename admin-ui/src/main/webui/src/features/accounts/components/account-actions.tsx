import { RoleButton } from "@/components/ui/role-button";
import type { ProviderAccount } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import type { KeyAction } from "@/routes/keys";

interface AccountActionsProps {
  of: ProviderAccount;
  onAct: (action: KeyAction) => void;
}

/** What may be done with an account that is not deleted. */
export function AccountActions({ of: account, onAct }: AccountActionsProps) {
  const { accounts } = useAllStrings();
  const turn = account.state === "disabled" ? "enable" : "disable";
  return (
    <>
      <RoleButton role="admin" variant="default" onClick={() => onAct("edit")}>
        {accounts.edit.action}
      </RoleButton>
      <RoleButton role="admin" variant="default" onClick={() => onAct(turn)}>
        {accounts[turn].action}
      </RoleButton>
      <RoleButton role="admin" color="red" onClick={() => onAct("remove")}>
        {accounts.remove.action}
      </RoleButton>
    </>
  );
}
