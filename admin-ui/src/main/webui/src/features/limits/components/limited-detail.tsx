import { Name } from "@/components/ui/figure";
import { Detail, Section } from "@/components/ui/page/detail";
import { TextLink } from "@/components/ui/links";
import { SpendWindows } from "@/features/leases/components/spend-windows";
import { useAllStrings } from "@/lib/i18n/all";
import type { LimitAction } from "@/routes/limits";
import type { Limited } from "../api";
import { useScopeName } from "../scope-name";
import { LimitsOf } from "./limits-of";
import { RaiseDialog } from "./raise-dialog";
import { SetLimitsDialog } from "./set-limits-dialog";

interface LimitedDetailProps {
  of: Limited;
  action: LimitAction;
  onAct: (action: LimitAction) => void;
}

/** What one thing spent against its limits, and the limits themselves. */
export function LimitedDetail({ of, action, onAct }: LimitedDetailProps) {
  const { limits: text, leases } = useAllStrings();
  const name = useScopeName(of);
  const dialog = { of, name, onClose: () => onAct(undefined) };
  return (
    <Detail title={<Name>{name}</Name>} badge={text.scopes[of.scope]}>
      <Section title={leases.spend.title}>
        <SpendWindows scope={of.scope} id={of.scope_id} />
      </Section>
      <Section title={text.title}>
        <LimitsOf of={of} onAct={onAct} />
      </Section>
      <PageOf of={of} />
      {action === "limits" && <SetLimitsDialog {...dialog} />}
      {action === "raise" && <RaiseDialog {...dialog} />}
    </Detail>
  );
}

/** The way to the thing itself, where it has a page. */
function PageOf({ of: { scope, scope_id } }: { of: Limited }) {
  const { common } = useAllStrings();
  switch (scope) {
    case "key":
      return (
        <TextLink to="/keys/$id" params={{ id: scope_id }}>
          {common.openPage}
        </TextLink>
      );
    case "node":
      return (
        <TextLink to="/nodes/$id" params={{ id: scope_id }}>
          {common.openPage}
        </TextLink>
      );
    default:
      return null;
  }
}
