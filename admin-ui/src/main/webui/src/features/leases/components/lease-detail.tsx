import { Code } from "@mantine/core";
import type { ReactNode } from "react";
import { Moment, Money, Name } from "@/components/ui/figure";
import { ButtonLink, TextLink } from "@/components/ui/links";
import { Loaded } from "@/components/ui/loaded";
import { Notice } from "@/components/ui/notice";
import { Detail, Section } from "@/components/ui/page/detail";
import { Facts } from "@/components/ui/page/facts";
import { RoleButton } from "@/components/ui/role-button";
import { StateBadge } from "@/components/ui/state-badge";
import { rateFacts } from "@/features/limits/components/rate-facts";
import type { Lease } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { providerName } from "@/lib/providers";
import type { LeaseAction } from "@/routes/leases";
import { useLease } from "../api";
import type { Client } from "../snippets/snippet";
import { LeaseDialogs } from "./lease-dialogs";
import { LeaseSnippets } from "./lease-snippets";
import { SpendWindows } from "./spend-windows";

interface LeaseDetailProps {
  id: string;
  action: LeaseAction;
  onAct: (action: LeaseAction) => void;
  /** The program that is shown, where it is not the first. */
  client: Client | undefined;
  onClient: (client: Client | undefined) => void;
}

/** One lease, in the drawer and on its page. */
export function LeaseDetail({ id, action, onAct, client, onClient }: LeaseDetailProps) {
  const { leases } = useAllStrings();
  const lease = useLease(id);
  return (
    <Loaded query={lease} height={360}>
      {(loaded) => {
        const usable = loaded.state === "active" || loaded.state === "draining";
        return (
          <Detail
            title={<Name>{loaded.node_name}</Name>}
            badge={<StateBadge state={loaded.state} label={leases.states[loaded.state]} />}
            actions={
              usable && (
                <>
                  {loaded.renewable && (
                    <RoleButton role="operator" variant="default" onClick={() => onAct("renew")}>
                      {leases.renew.action}
                    </RoleButton>
                  )}
                  <RoleButton role="operator" variant="default" onClick={() => onAct("release")}>
                    {leases.release.action}
                  </RoleButton>
                  <RoleButton role="operator" color="red" onClick={() => onAct("revoke")}>
                    {leases.revoke.action}
                  </RoleButton>
                </>
              )
            }
          >
            {loaded.exposure === "exposed_until_rotated" && <Exposed of={loaded} />}
            <Section title={leases.spend.title}>
              <SpendWindows scope="lease" id={id} />
            </Section>
            <LeaseFacts of={loaded} />
            {usable && <LeaseSnippets of={loaded} chosen={client} onChoose={onClient} />}
            {usable && (
              <LeaseDialogs of={loaded} action={action} onClose={() => onAct(undefined)} />
            )}
          </Detail>
        );
      }}
    </Loaded>
  );
}

/** What the end of a lease does not take back. */
function Exposed({ of: lease }: { of: Lease }) {
  const { leases } = useAllStrings();
  return (
    <Notice tone="warn" title={leases.exposed}>
      <ButtonLink
        to="/keys/$id"
        params={{ id: lease.key_id }}
        search={{ part: "rotation" }}
        variant="default"
        mt={6}
      >
        {leases.toRotation}
      </ButtonLink>
    </Notice>
  );
}

function LeaseFacts({ of: lease }: { of: Lease }) {
  const { leases, keys, limits } = useAllStrings();
  const facts: [string, ReactNode][] = [
    [leases.lease, lease.name && <Name>{lease.name}</Name>],
    [leases.id, <Code key="id">{lease.lease_id}</Code>],
    [leases.mode, leases.modes[lease.mode]],
    [leases.exposure, lease.exposure && leases.exposures[lease.exposure]],
    [leases.provider, providerName(lease.provider)],
    [
      leases.node,
      <TextLink key="node" to="/nodes/$id" params={{ id: lease.node_id }}>
        <Name>{lease.node_name}</Name>
      </TextLink>,
    ],
    [
      leases.key,
      <TextLink key="key" to="/keys/$id" params={{ id: lease.key_id }}>
        <Name>{lease.key_name}</Name>
      </TextLink>,
    ],
    [leases.domain, lease.domain && <Name>{lease.domain}</Name>],
    [leases.user, lease.user && <Name>{lease.user}</Name>],
    [leases.models, lease.models.join(", ") || keys.allModels],
    [leases.limit, lease.spend_limit ? <Money amount={lease.spend_limit} /> : leases.noLimit],
    ...rateFacts(lease.rates, limits.rates),
    [leases.baseUrl, lease.base_url && <Code>{lease.base_url}</Code>],
    [leases.issued, <Moment key="issued" at={lease.issue_time} />],
    [leases.expires, <Moment key="expires" at={lease.expire_time} absent={leases.never} />],
    [
      leases.renewAfter,
      lease.ended_at === null && lease.renew_after ? <Moment at={lease.renew_after} /> : null,
    ],
    [leases.ended, lease.ended_at && <Moment at={lease.ended_at} />],
    [keys.reason, lease.end_reason],
  ];
  return <Facts facts={facts} />;
}
