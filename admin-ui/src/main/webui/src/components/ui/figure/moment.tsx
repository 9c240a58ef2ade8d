import { Tooltip } from "@mantine/core";
import { useMoments } from "./moments";

/** A time as an age, the absolute one with its zone behind it. */
export function Moment({ at, absent = "–" }: { at: string | null | undefined; absent?: string }) {
  const { relative, absolute } = useMoments();
  if (!at) {
    return <span>{absent}</span>;
  }
  return (
    <Tooltip label={absolute(at)}>
      <time dateTime={at} className="numeric" tabIndex={0}>
        {relative(at)}
      </time>
    </Tooltip>
  );
}
