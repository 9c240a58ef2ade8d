import { useStrings } from "@/lib/i18n";
import { Hint } from "./hint";
import classes from "./figure.module.css";

interface UnknownProps {
  because: string;
  note?: string | null;
}

/** A figure that nobody knows, with the reason; never zero. */
export function Unknown({ because, note }: UnknownProps) {
  const { common } = useStrings();
  return (
    <Hint lines={[because, note]}>
      <span className={classes.unknown}>{common.unknown}</span>
    </Hint>
  );
}
