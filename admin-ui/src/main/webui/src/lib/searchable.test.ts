import { expect, it } from "vitest";
import { searchable } from "./searchable";

it("looks for a pasted secret by its last four characters only", () => {
  expect(searchable("sk-ant-api03-CQOAsR_p2O_vGYCQGo6RzTAb5FBZnoq-9qAA")).toBe("9qAA");
  expect(searchable(" sk-or-v1-1f82cffa0595c12a6698b0b6ff81ef9a\n")).toBe("ef9a");
  expect(searchable("lht_0123456789abcdefghijklmnop9fQ2")).toBe("9fQ2");
  expect(searchable("0123456789abcdef0123456789abcdef")).toBe("cdef");
});

it("leaves names as they are, also long ones and while they are typed", () => {
  for (const name of [
    "claude prod ",
    "payments-worker-7f8d9c6b5d-x2x4z-eu-west-1",
    "sk-a",
    "9qAA",
  ]) {
    expect(searchable(name)).toBe(name);
  }
});
