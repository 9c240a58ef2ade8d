import { expect, it } from "vitest";
import type { GitHubSignIn } from "@/lib/api/types";
import { pauseOf, shownOf } from "./sign-in";

const signIn = (state: GitHubSignIn["state"], account_id = "a") =>
  ({ state, account_id }) as GitHubSignIn;

it("shows who is signed in or about to be, of this account", () => {
  const pending = signIn("pending");
  const done = signIn("signed_in");
  const others = [
    signIn("expired"),
    signIn("denied"),
    signIn("signed_out"),
    signIn("pending", "b"),
  ];

  expect(shownOf([pending, ...others, done], "a")).toEqual([pending, done]);
});

it("shows who should sign in again, and not a code that was not typed in", () => {
  const ended = { ...signIn("expired"), key_id: "k" };

  expect(shownOf([ended, signIn("expired")], "a")).toEqual([ended]);
});

it("asks on as often as GitHub allows while it is open, and no more once it is over", () => {
  expect(pauseOf({ state: "pending", interval: 5 })).toBe(5_000);
  expect(pauseOf({ state: "authorized", interval: 0 })).toBe(1_000);
  expect(pauseOf({ state: "signed_in", interval: 5 })).toBe(false);
  expect(pauseOf(undefined)).toBe(false);
});
