import { Skeleton } from "@mantine/core";
import { useStrings } from "@/lib/i18n";
import { Unknown } from "./unknown";

/** A large figure that is on its way, or could not be had. */
export function Pending({ error }: { error: Error | null }) {
  const { common } = useStrings();
  return error ? (
    <Unknown because={error.message} />
  ) : (
    <Skeleton height="1em" width={120} my="0.175em" role="status" aria-label={common.loading} />
  );
}
