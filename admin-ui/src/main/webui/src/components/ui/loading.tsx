import { Skeleton } from "@mantine/core";
import { useStrings } from "@/lib/i18n";

/** Stands where something will be; about as high as it. */
export function Loading({ height }: { height: number }) {
  const { common } = useStrings();
  return <Skeleton height={height} role="status" aria-label={common.loading} />;
}
