import type { GitHubSignIn } from "@/lib/api/types";

/** Whether asking on can change it. */
export function isOpen({ state }: Pick<GitHubSignIn, "state">): boolean {
  return state === "pending" || state === "authorized";
}

/** How many milliseconds pass before it is asked about again; false once it is over. */
export function pauseOf(signIn: Pick<GitHubSignIn, "state" | "interval"> | undefined) {
  return signIn && isOpen(signIn) ? Math.max(1, signIn.interval) * 1_000 : false;
}

/** Whether somebody was signed in until their token ended. */
export function hasEnded({ state, key_id }: Pick<GitHubSignIn, "state" | "key_id">): boolean {
  return state === "expired" && key_id != null;
}

/** Those that are worth a line: under way, or somebody is signed in, or should sign in again. */
export function shownOf(signIns: GitHubSignIn[], account: string): GitHubSignIn[] {
  return signIns.filter(
    (one) =>
      one.account_id === account && (isOpen(one) || one.state === "signed_in" || hasEnded(one)),
  );
}

/** The state of the badges that looks like it. */
export const LOOKS: Record<GitHubSignIn["state"], string> = {
  pending: "pending",
  authorized: "running",
  signed_in: "ok",
  expired: "expired",
  denied: "refused",
  failed: "failed",
  signed_out: "released",
};
