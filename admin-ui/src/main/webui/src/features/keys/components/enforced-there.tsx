import { Text } from "@mantine/core";
import { Money, Moment } from "@/components/ui/figure";
import { Loaded } from "@/components/ui/loaded";
import { Notice } from "@/components/ui/notice";
import { Facts } from "@/components/ui/page/facts";
import type { KeyEnforcement } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import { useEnforcement } from "../provider-api";

/** What the provider enforces of a key by our doing, and what hinders it. */
export function EnforcedThere({ id }: { id: string }) {
  const enforcement = useEnforcement(id);
  return (
    <Loaded query={enforcement} height={80}>
      {({ limit, stop }) => (
        <>
          {stop && <StopThere of={stop} />}
          {limit && <LimitThere of={limit} />}
        </>
      )}
    </Loaded>
  );
}

function StopThere({ of: stop }: { of: NonNullable<KeyEnforcement["stop"]> }) {
  const { keysThere } = useAllStrings();
  const text = keysThere.enforced;
  if (stop.wanted && !stop.done) {
    return (
      <Notice tone="bad" title={text.pending}>
        <Hindrance message={stop.message} again={stop.next_try_at} />
      </Notice>
    );
  }
  return stop.done ? (
    <Notice tone="warn" title={text.off}>
      <Hindrance message={stop.message} again={stop.next_try_at} />
    </Notice>
  ) : null;
}

function LimitThere({ of: limit }: { of: NonNullable<KeyEnforcement["limit"]> }) {
  const { keysThere } = useAllStrings();
  const text = keysThere.enforced;
  const reset = limit.reset ? keysThere.limit.resets[limit.reset] : keysThere.spend.neverReset;
  return (
    <>
      {limit.message && (
        <Notice tone="warn" title={limit.message}>
          <Hindrance message={null} again={limit.next_try_at} />
        </Notice>
      )}
      <Facts
        facts={[
          [
            text.limit,
            limit.amount === null ? (
              text.none
            ) : (
              <span key="limit">
                <Money amount={limit.amount} /> {reset}
              </span>
            ),
          ],
          [text.setAt, limit.set_at && <Moment key="set" at={limit.set_at} />],
        ]}
      />
    </>
  );
}

function Hindrance({ message, again }: { message: string | null; again: string | null }) {
  const { keysThere } = useAllStrings();
  return (
    <>
      {message && <Text size="sm">{message}</Text>}
      {again && (
        <Text size="sm" c="dimmed">
          {keysThere.enforced.again}: <Moment at={again} />
        </Text>
      )}
    </>
  );
}
