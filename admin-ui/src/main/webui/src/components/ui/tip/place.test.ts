import { describe, expect, it } from "vitest";
import { placeOf } from "./place";

const WINDOW = { width: 400, height: 800 };
const TIP = { width: 100, height: 40 };

describe("a tip", () => {
  it("stands above the middle of what it is about", () => {
    const about = { left: 150, top: 300, width: 60, height: 20 };

    expect(placeOf(about, TIP, WINDOW)).toEqual({ left: 130, top: 254 });
  });

  it("stands under it where there is no room above", () => {
    const about = { left: 150, top: 10, width: 60, height: 20 };

    expect(placeOf(about, TIP, WINDOW).top).toBe(36);
  });

  it("stays within the window", () => {
    const right = { left: 380, top: 300, width: 20, height: 20 };
    const left = { left: 0, top: 300, width: 20, height: 20 };

    expect(placeOf(right, TIP, WINDOW).left).toBe(292);
    expect(placeOf(left, TIP, WINDOW).left).toBe(8);
    expect(placeOf(left, { width: 500, height: 40 }, WINDOW).left).toBe(8);
  });
});
