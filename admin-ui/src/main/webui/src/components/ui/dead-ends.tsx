import { Button } from "@mantine/core";
import { useStrings } from "@/lib/i18n";
import { EmptyState } from "./empty-state";
import { ButtonLink } from "./links";

export function NotFound() {
  const { common } = useStrings();
  return (
    <EmptyState heading title={common.notFound.title} detail={common.notFound.detail}>
      <ButtonLink to="/" search={{}} mt="sm">
        {common.notFound.action}
      </ButtonLink>
    </EmptyState>
  );
}

/** A page that threw; what went wrong is in the browser's console. */
export function Broken({ reset }: { reset: () => void }) {
  const { common } = useStrings();
  return (
    <EmptyState heading title={common.broken.title} detail={common.broken.detail}>
      <Button mt="sm" onClick={reset}>
        {common.retry}
      </Button>
    </EmptyState>
  );
}
