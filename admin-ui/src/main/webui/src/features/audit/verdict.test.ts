import { expect, it } from "vitest";
import type { AuditVerification } from "@/lib/api/types";
import { en } from "@/lib/i18n/en";
import { verdictOf } from "./verdict";

const text = en.audit.verified;
const INTACT: AuditVerification = {
  intact: true,
  entries: 1042,
  anchors: 2,
  anchored_seq: 1040,
  fault: null,
};

it("says how far a log is confirmed outside of the database", () => {
  expect(verdictOf(INTACT, text)).toEqual({
    tone: "good",
    title: text.intact(1042),
    detail: text.anchored(1040),
  });
  expect(verdictOf({ ...INTACT, anchored_seq: null }, text).detail).toBe(text.notAnchored);
});

it("names the first entry that is not as it was written, and what is left to trust", () => {
  for (const kind of ["changed", "missing", "inserted", "rewritten"] as const) {
    const found = {
      ...INTACT,
      intact: false,
      entries: 16,
      fault: { kind, seq: 17, entry_id: null },
    };

    const { tone, title, detail } = verdictOf(found, text);

    expect(tone).toBe("bad");
    expect(title).toContain("17");
    expect(detail).toContain("16");
  }
});
