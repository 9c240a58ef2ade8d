import { Hint } from "@/components/ui/figure";
import { useStrings } from "@/lib/i18n";
import { formatShare } from "@/lib/quantity";

export function Coverage({ share }: { share: number | null }) {
  const { costs, common, locale } = useStrings();
  return share === null ? (
    <Hint lines={[costs.noCoverage]}>{common.unknown}</Hint>
  ) : (
    <span className="numeric">{formatShare(share, locale)}</span>
  );
}
