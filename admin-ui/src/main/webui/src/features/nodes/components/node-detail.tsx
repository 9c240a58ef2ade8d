import { Moment, Name } from "@/components/ui/figure";
import { Loaded } from "@/components/ui/loaded";
import { Detail, Section } from "@/components/ui/page/detail";
import { Facts } from "@/components/ui/page/facts";
import { StateBadge } from "@/components/ui/state-badge";
import { LeasesOfNode } from "@/features/leases/components/leases-of-node";
import { useAllStrings } from "@/lib/i18n/all";
import { useNode } from "../api";

/** One node, in the drawer and on its page. */
export function NodeDetail({ id }: { id: string }) {
  const { nodes } = useAllStrings();
  const node = useNode(id);
  return (
    <Loaded query={node} height={260}>
      {({ name, state, last_seen_at, enrolled_at }) => (
        <Detail
          title={<Name>{name}</Name>}
          badge={<StateBadge state={state} label={nodes.states[state]} />}
        >
          <Facts
            facts={[
              [nodes.lastSeen, <Moment key="seen" at={last_seen_at} />],
              [nodes.enrolled, <Moment key="enrolled" at={enrolled_at} />],
            ]}
          />
          <Section title={nodes.leases}>
            <LeasesOfNode id={id} />
          </Section>
        </Detail>
      )}
    </Loaded>
  );
}
