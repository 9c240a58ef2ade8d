import { ActDialog } from "@/components/ui/act-dialog";
import { announceDone } from "@/components/ui/announce";
import type { ProviderAccount } from "@/lib/api/types";
import { useStrings } from "@/lib/i18n";
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
  const { accounts } = useStrings();
  const text = accounts[turn];
  const set = useSetAccountInUse(account.id, turn === "enable");
  const onSuccess = () => {
    announceDone(text.done(account.name));
    onClose();
  };
  return (
    <ActDialog
      title={text.title(account.name)}
      consequences={text.steps}
      submit={text.action}
      call={set}
      onAct={() => set.mutate(undefined, { onSuccess })}
      onClose={onClose}
    />
  );
}

function RemoveAccountDialog({ of: account, onClose }: AccountDialogProps) {
  const { accounts } = useStrings();
  const text = accounts.remove;
  const removal = useRemoveAccount(account.id);
  const onSuccess = () => {
    announceDone(text.done(account.name));
    onClose();
  };
  return (
    <ActDialog
      title={text.title(account.name)}
      consequences={text.steps}
      confirm={{ label: text.type(account.name), name: account.name }}
      submit={text.action}
      danger
      call={removal}
      onAct={() => removal.mutate(undefined, { onSuccess })}
      onClose={onClose}
    >
      <KeysOfAccount id={account.id} />
    </ActDialog>
  );
}
