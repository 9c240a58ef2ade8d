import { Code, Text } from "@mantine/core";
import { Money, Name, Quantity } from "@/components/ui/figure";
import { TextLink } from "@/components/ui/links";
import { Section } from "@/components/ui/page/detail";
import { Facts } from "@/components/ui/page/facts";
import { ProblemAlert } from "@/components/ui/problem-alert";
import type { BookedRequest } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useBooked } from "../api";
import { Milliseconds } from "./milliseconds";

const MICROSECONDS = 1000;

interface BookedProps {
  requestId: string | null;
  /** A request that was refused before it was admitted is never booked. */
  good: boolean;
}

/** What the ledger has of the request: tokens, cost, and where its time went. */
export function Booked({ requestId, good }: BookedProps) {
  const { tryLease: text } = useAllStrings();
  const booked = useBooked(requestId);
  return (
    <Section title={text.booked}>
      {booked.error ? (
        <ProblemAlert error={booked.error} onRetry={() => void booked.refetch()} />
      ) : booked.data ? (
        <Figures of={booked.data} />
      ) : (
        <Text size="sm" c="dimmed" role="status">
          {good ? text.notKnownYet : text.neverBooked}
        </Text>
      )}
    </Section>
  );
}

function Figures({ of: request }: { of: BookedRequest }) {
  const { tryLease: text, leases } = useAllStrings();
  return (
    <Facts
      facts={[
        [
          text.cost,
          <Money
            key="cost"
            amount={request.cost}
            provenance={provenanceOf(request.cost_provenance)}
            unknownBecause={request.cost_reason ?? undefined}
          />,
        ],
        [text.input, <Quantity key="input" value={request.input_tokens} />],
        [
          text.cached,
          request.cache_read_tokens > 0 ? <Quantity value={request.cache_read_tokens} /> : null,
        ],
        [text.output, <Quantity key="output" value={request.output_tokens} />],
        [
          text.reasoning,
          request.reasoning_tokens > 0 ? <Quantity value={request.reasoning_tokens} /> : null,
        ],
        [
          text.admission,
          <Milliseconds key="admission" of={inMilliseconds(request.admission_us)} />,
        ],
        [text.firstByte, <Milliseconds key="first" of={inMilliseconds(request.first_byte_us)} />],
        [text.total, <Milliseconds key="total" of={inMilliseconds(request.latency_us)} />],
        [text.overhead, <Milliseconds key="overhead" of={inMilliseconds(request.overhead_us)} />],
        [
          leases.key,
          <TextLink key="key" to="/keys/$id" params={{ id: request.key_id }}>
            <Name>{request.key_name ?? request.key_id}</Name>
          </TextLink>,
        ],
        [text.requestId, <Code key="id">{request.id}</Code>],
      ]}
    />
  );
}

const inMilliseconds = (microseconds: number | null) =>
  microseconds === null ? null : microseconds / MICROSECONDS;

const provenanceOf = (written: string | null) =>
  (["gateway", "provider", "estimated", "node"] as const).find((one) => one === written);
