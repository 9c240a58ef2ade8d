import { ActDialog } from "@/components/ui/act-dialog";
import { Moment } from "@/components/ui/figure";
import { Detail, Section } from "@/components/ui/page/detail";
import { Facts } from "@/components/ui/page/facts";
import { RoleButton } from "@/components/ui/role-button";
import type { PriceOverride } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { providerName } from "@/lib/providers";
import type { PriceAction } from "@/routes/costs";
import { useRemovePrice } from "../api";
import { OverrideBadge } from "./override-list";
import { PriceFacts } from "./price-facts";
import { SetPriceDialog } from "./set-price-dialog";

interface OverrideDetailProps {
  of: PriceOverride;
  action: PriceAction;
  onAct: (next: PriceAction) => void;
  onRemoved: () => void;
}

/** One price of the workspace's own, and what can be done with it. */
export function OverrideDetail({ of: override, action, onAct, onRemoved }: OverrideDetailProps) {
  const { prices: text } = useAllStrings();
  return (
    <Detail
      title={override.model}
      badge={<OverrideBadge of={override} />}
      actions={
        <>
          <RoleButton role="admin" variant="default" onClick={() => onAct("change")}>
            {text.change.action}
          </RoleButton>
          <RoleButton role="admin" variant="default" color="red" onClick={() => onAct("remove")}>
            {text.remove.action}
          </RoleButton>
        </>
      }
    >
      <Facts
        facts={[
          [text.provider, providerName(override.provider)],
          [text.tier, override.service_tier ?? text.anyTier],
          [text.from, <Moment key="from" at={override.valid_from} />],
          [text.until, <Moment key="until" at={override.valid_until} absent={text.forGood} />],
          [text.note, override.note],
        ]}
      />
      <Section title={text.prices}>
        <PriceFacts of={override.prices} />
      </Section>
      {action === "change" && <SetPriceDialog of={override} onClose={() => onAct(undefined)} />}
      {action === "remove" && (
        <RemoveDialog of={override} onRemoved={onRemoved} onClose={() => onAct(undefined)} />
      )}
    </Detail>
  );
}

interface RemoveDialogProps {
  of: PriceOverride;
  onRemoved: () => void;
  onClose: () => void;
}

function RemoveDialog({ of: override, onRemoved, onClose }: RemoveDialogProps) {
  const { prices } = useAllStrings();
  const text = prices.remove;
  return (
    <ActDialog
      title={text.title(override.model)}
      consequences={text.steps}
      submit={text.action}
      danger
      call={useRemovePrice(override.id)}
      send={() => undefined}
      done={() => text.done(override.model)}
      onDone={onRemoved}
      onClose={onClose}
    />
  );
}
