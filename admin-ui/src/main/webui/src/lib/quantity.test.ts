import { describe, expect, it } from "vitest";
import { changeOf, formatChange, formatCompact, formatShare } from "./quantity";

describe("quantities", () => {
  it("are short in tiles", () => {
    expect(formatCompact(1_234_567, "en-US")).toBe("1.2 M");
    expect(formatCompact(987, "en-US")).toBe("987");
    expect(formatCompact(45_678, "en-US")).toBe("45.7 K");
  });

  it("tell change with its sign and have none to tell without a period before", () => {
    expect(formatChange(changeOf(150, 100) ?? 0, "en-US")).toBe("+50%");
    expect(formatChange(changeOf(97, 100) ?? 0, "en-US")).toBe("-3%");
    expect(formatChange(0, "en-US")).toBe("0%");
    expect(changeOf(5, 0)).toBeNull();
  });

  it("show shares with one digit", () => {
    expect(formatShare(0.3333, "en-US")).toBe("33.3%");
  });
});
