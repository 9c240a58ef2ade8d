import { describe, expect, it } from "vitest";
import { EventParser } from "./event-parser";

describe("event parser", () => {
  it("puts events together wherever the network cuts them", () => {
    const text =
      'id: 7\r\nevent: stats\r\ndata: {"a":\r\ndata: 1}\r\n\r\n: beat\n\nid: 8\ndata: x\n\n';
    for (let cut = 1; cut < text.length; cut++) {
      const parser = new EventParser();

      const events = [...parser.push(text.slice(0, cut)), ...parser.push(text.slice(cut))];

      expect(events).toEqual([
        { id: "7", type: "stats", data: '{"a":\n1}' },
        { id: "8", type: "message", data: "x" },
      ]);
    }
  });

  it("resumes only after what was complete", () => {
    const parser = new EventParser();

    parser.push("id: 1\ndata: whole\n\nid: 2\ndata: hal");

    expect(parser.lastEventId).toBe("1");
  });

  it("keeps the reconnection time and ignores a senseless one", () => {
    const parser = new EventParser();

    parser.push("retry: 2500\nretry: soon\n\n");

    expect(parser.retry).toBe(2500);
  });
});
