import { expect, it } from "vitest";
import { tokenStateOf } from "./token-state";

const NOON = Date.parse("2026-11-21T12:00:00Z");

it("is good until it was used or its time is over", () => {
  const token = { used_at: null, expire_time: "2026-11-21T13:00:00Z" };

  expect(tokenStateOf(token, NOON)).toBe("active");
  expect(tokenStateOf({ ...token, expire_time: "2026-11-21T12:00:00Z" }, NOON)).toBe("expired");
  expect(tokenStateOf({ ...token, used_at: "2026-11-21T11:00:00Z" }, NOON)).toBe("used");
});
