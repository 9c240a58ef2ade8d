import { ActDialog } from "@/components/ui/act-dialog";
import type { ProviderAccount } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useNames } from "@/lib/privacy";
import type { KeyAction } from "@/routes/keys";
import { useRemoveAccount, useSetAccountInUse } from "../api";
import { EditAccountDialog } from "./edit-account-dialog";
import { KeysOfAccount } from "./keys-of-account";

interface AccountDialogProps {
  of: ProviderAccount;
  onClose: () => void;
}

/** The dialog that is open over an account. */
export function AccountDialogs(props: AccountDialogProps & { action: KeyAction }) {
  const { action, ...rest } = props;
  switch (action) {
    case "edit":
      return <EditAccountDialog {...rest} />;
    case "disable":
      return <TurnDialog turn="disable" {...rest} />;
    case "enable":
      return <TurnDialog turn="enable" {...rest} />;
    case "remove":
      return <RemoveAccountDialog {...rest} />;
    default:
      return null;
  }
}

function TurnDialog(props: AccountDialogProps & { turn: "enable" | "disable" }) {
  const { turn, of: account, onClose } = props;
  const { accounts } = useAllStrings();
  const text = accounts[turn];
  const shown = useNames();
  const name = shown(account.name);
  return (
    <ActDialog
      title={text.title(name)}
      consequences={text.steps}
      submit={text.action}
      call={useSetAccountInUse(account.id, turn === "enable")}
      send={() => undefined}
      done={() => text.done(name)}
      onClose={onClose}
    />
  );
}

function RemoveAccountDialog({ of: account, onClose }: AccountDialogProps) {
  const { accounts } = useAllStrings();
  const text = accounts.remove;
  const shown = useNames();
  const name = shown(account.name);
  return (
    <ActDialog
      title={text.title(name)}
      consequences={text.steps}
      confirm={{ label: text.type, name: account.name }}
      submit={text.action}
      danger
      call={useRemoveAccount(account.id)}
      send={() => undefined}
      done={() => text.done(name)}
      onClose={onClose}
    >
      <KeysOfAccount id={account.id} />
    </ActDialog>
  );
}
