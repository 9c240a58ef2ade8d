import type { GitHubSignIn, GitHubStatus } from "../src/lib/api/types.ts";
import { ago } from "./mock-data.ts";

/** How long the mock's user takes to type the code in. */
const TYPING = 12_000;
const ADDING = 3_000;

const begunAt = new Map<string, number>();
const signIns: GitHubSignIn[] = [
  made("sign-in-0", { state: "signed_in", user_name: "octocat", key_id: "key-0" }),
  made("sign-in-1", {
    state: "signed_in",
    user_name: "monalisa",
    key_id: "key-1",
    token_expires_at: ago(-300),
  }),
  made("sign-in-2", { state: "expired", user_name: "hubot", key_id: "key-2" }),
];

export const gitHubStatus = (): GitHubStatus => ({
  available: true,
  sign_ins: signIns,
});

export function beginSignIn(): GitHubSignIn {
  const begun = made(crypto.randomUUID(), {
    state: "pending",
    user_code: "WDJB-MJHT",
    verification_uri: "https://github.com/login/device",
    expires_at: ago(-15),
  });
  begunAt.set(begun.id, Date.now());
  signIns.unshift(begun);
  return begun;
}

export function pollSignIn(id: unknown): GitHubSignIn | undefined {
  const one = signIns.find((known) => known.id === id);
  const waited = Date.now() - (begunAt.get(String(id)) ?? 0);
  if (one && (one.state === "pending" || one.state === "authorized") && waited > TYPING) {
    const over = waited > TYPING + ADDING;
    Object.assign(one, { state: "authorized", user_code: null, verification_uri: null });
    if (over) {
      Object.assign(one, { state: "signed_in", user_name: "hubot", expires_at: null });
    }
  }
  return one;
}

export function endSignIn(id: unknown): GitHubSignIn | undefined {
  const one = signIns.find((known) => known.id === id);
  return one && Object.assign(one, { state: "signed_out" });
}

function made(id: string, change: Partial<GitHubSignIn>): GitHubSignIn {
  return {
    id,
    account_id: "account-copilot",
    state: "pending",
    user_code: null,
    verification_uri: null,
    expires_at: null,
    interval: 2,
    user_name: null,
    key_id: null,
    token_expires_at: null,
    message: null,
    started_by: "ada",
    started_at: ago(0),
    ...change,
  };
}
