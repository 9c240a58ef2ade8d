import { StateBadge } from "@/components/ui/state-badge";
import { useAllStrings } from "@/lib/i18n/all";

/** An HTTP status; 0 is none at all. */
export function AnswerStatus({ status }: { status: number }) {
  const { providers } = useAllStrings();
  const good = status >= 200 && status < 300;
  return (
    <StateBadge
      state={good ? "ok" : "failed"}
      label={status === 0 ? providers.past.noAnswer : String(status)}
    />
  );
}
