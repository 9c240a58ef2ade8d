// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { watchTips } from "./watch-tips";

describe("tips", () => {
  let shown = false;
  let stop: () => void;
  let tip: HTMLElement;

  beforeEach(() => {
    vi.useFakeTimers();
    document.body.innerHTML = `
      <div id="tip"></div>
      <p id="plain">Text</p>
      <button id="first" data-tip="The first"><b id="within">1</b></button>
      <button id="second" data-tip="The second" aria-describedby="plain">2</button>
      <button id="silent" data-tip="">3</button>`;
    tip = byId("tip");
    // Which jsdom has not.
    Object.assign(tip, {
      showPopover: () => (shown = true),
      hidePopover: () => (shown = false),
    });
    stop = watchTips(tip);
  });

  afterEach(() => {
    stop();
    vi.useRealTimers();
  });

  const byId = (id: string) => document.getElementById(id) as HTMLElement;
  const over = (id: string) => byId(id).dispatchEvent(new Event("pointerover", { bubbles: true }));

  it("say what the element under the pointer carries, and are its description meanwhile", () => {
    over("within");

    expect(shown).toBe(true);
    expect(tip.textContent).toBe("The first");
    expect(byId("first").getAttribute("aria-describedby")).toBe("tip");
  });

  it("linger while the pointer moves onto them, and go when it goes elsewhere", () => {
    over("first");
    over("plain");
    over("tip");
    vi.advanceTimersByTime(1_000);
    expect(shown).toBe(true);

    over("plain");
    vi.advanceTimersByTime(1_000);

    expect(shown).toBe(false);
    expect(byId("first").hasAttribute("aria-describedby")).toBe(false);
  });

  it("leave an element the description that it has of its own", () => {
    over("second");
    expect(byId("second").getAttribute("aria-describedby")).toBe("plain tip");

    over("first");

    expect(byId("second").getAttribute("aria-describedby")).toBe("plain");
    expect(tip.textContent).toBe("The first");
  });

  it("are hidden by Escape, and by whatever has nothing to say", () => {
    over("first");
    document.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
    expect(shown).toBe(false);

    over("silent");

    expect(shown).toBe(false);
  });
});
