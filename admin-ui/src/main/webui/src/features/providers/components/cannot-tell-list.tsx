import type { CannotTell } from "@/lib/api/types";
import { useAllStrings } from "@/lib/i18n/all";
import classes from "./account-card.module.css";

interface CannotTellListProps {
  of: CannotTell[];
  provider: string;
}

/** What nobody will find here, and where it is found instead. */
export function CannotTellList({ of: lacks, provider }: CannotTellListProps) {
  const { providers: text } = useAllStrings();
  return lacks.length === 0 ? null : (
    <details className={classes.lacks}>
      <summary>{text.cannotTell(provider, lacks.length)}</summary>
      <ul>
        {lacks.map(({ what, instead }) => (
          <li key={what}>{instead}</li>
        ))}
      </ul>
    </details>
  );
}
