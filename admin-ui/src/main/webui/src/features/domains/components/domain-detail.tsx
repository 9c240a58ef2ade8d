import { Name } from "@/components/ui/figure";
import { TextLink } from "@/components/ui/links";
import { Loaded } from "@/components/ui/loaded";
import { Detail } from "@/components/ui/page/detail";
import { Facts } from "@/components/ui/page/facts";
import { SettingActions } from "@/features/settings/components/setting-actions";
import type { Domain } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import type { SettingsAction } from "@/routes/settings";
import { useDomain } from "../api";
import { EditDomainDialog } from "./edit-domain-dialog";
import { RemoveDomainDialog } from "./remove-domain-dialog";

interface DomainDetailProps {
  id: string;
  action: SettingsAction;
  onAct: (action: SettingsAction) => void;
  onGone: () => void;
}

/** One domain in the drawer. */
export function DomainDetail({ id, action, onAct, onGone }: DomainDetailProps) {
  const domain = useDomain(id);
  return (
    <Loaded query={domain} height={200}>
      {(loaded) => (
        <>
          <KnownDomain of={loaded} onAct={onAct} />
          {action === "edit" && <EditDomainDialog of={loaded} onClose={() => onAct(undefined)} />}
          {action === "remove" && (
            <RemoveDomainDialog of={loaded} onClose={() => onAct(undefined)} onRemoved={onGone} />
          )}
        </>
      )}
    </Loaded>
  );
}

function KnownDomain({ of: domain, onAct }: { of: Domain; onAct: DomainDetailProps["onAct"] }) {
  const { domains: text } = useAllStrings();
  return (
    <Detail
      title={<Name>{domain.name}</Name>}
      actions={<SettingActions edit={text.edit.action} remove={text.remove.action} onAct={onAct} />}
    >
      <Facts
        facts={[
          [text.capture, text.captures[domain.capture]],
          [text.tags, domain.tags.join(", ")],
          [
            text.members,
            <TextLink key="members" to="/settings" search={{ domain: domain.name }}>
              {text.showMembers}
            </TextLink>,
          ],
        ]}
      />
    </Detail>
  );
}
