import type { EnrolmentToken } from "@/lib/api/types";

/** Whether an enrolment token is still good. */
export function tokenStateOf(
  { used_at, expire_time }: Pick<EnrolmentToken, "used_at" | "expire_time">,
  now: number,
): "active" | "used" | "expired" {
  if (used_at) {
    return "used";
  }
  return Date.parse(expire_time) > now ? "active" : "expired";
}
