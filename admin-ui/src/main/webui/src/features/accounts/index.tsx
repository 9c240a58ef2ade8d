import { getRouteApi } from "@tanstack/react-router";
import { DetailPage } from "@/components/ui/page/detail";
import { useAllStrings } from "@/lib/i18n/all";
import { AccountDetail } from "./components/account-detail";

const page = getRouteApi("/accounts/$id");

export function AccountPage() {
  const { keys } = useAllStrings();
  const { id } = page.useParams();
  const { action } = page.useSearch();
  const navigate = page.useNavigate();
  return (
    <DetailPage list="/keys" tab="accounts" label={keys.tabs.accounts}>
      <AccountDetail
        id={id}
        action={action}
        onAct={(next) => void navigate({ search: { action: next } })}
      />
    </DetailPage>
  );
}
