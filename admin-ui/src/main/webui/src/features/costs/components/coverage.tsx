import { Unknown } from "@/components/ui/figure";
import { useAllStrings } from "@/lib/i18n/all";
import type { Decimal } from "@/lib/money";
import { formatShare } from "@/lib/quantity";

interface CoverageProps {
  share: number | null;
  billed: Decimal | null;
}

export function Coverage({ share, billed }: CoverageProps) {
  const { costs, locale } = useAllStrings();
  return share === null ? (
    <Unknown because={billed === null ? costs.noCoverage : costs.nothingBilled} />
  ) : (
    <span className="numeric">{formatShare(share, locale)}</span>
  );
}
