import { useMoments } from "./moments";

/** A time as an age, the absolute one with its zone behind it. */
export function Moment({ at, absent = "–" }: { at: string | null | undefined; absent?: string }) {
  const { relative, absolute } = useMoments();
  if (!at) {
    return <span>{absent}</span>;
  }
  return (
    <time dateTime={at} className="numeric" data-tip={absolute(at)} tabIndex={0}>
      {relative(at)}
    </time>
  );
}
