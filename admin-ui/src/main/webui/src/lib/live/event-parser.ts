/** One event of a `text/event-stream`. */
export interface ServerEvent {
  id: string;
  type: string;
  data: string;
}

/**
 * Reads an event stream piece by piece, as the network cuts it. The browser's own EventSource
 * can't send the workspace header, so the few rules of the format are followed here.
 */
export class EventParser {
  /** What to resume after; only a complete event moves it. */
  lastEventId = "";
  /** The reconnection time the server asked for, in milliseconds. */
  retry: number | undefined;

  private rest = "";
  private id: string | undefined;
  private type = "";
  private data: string[] = [];

  push(chunk: string): ServerEvent[] {
    const lines = (this.rest + chunk).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? "";
    return lines.flatMap((line) => this.line(line) ?? []);
  }

  private line(line: string): ServerEvent | undefined {
    if (line === "") {
      return this.dispatch();
    }
    const colon = line.indexOf(":");
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    this.field(field, value);
    return undefined;
  }

  private field(field: string, value: string): void {
    switch (field) {
      case "id":
        this.id = value;
        break;
      case "event":
        this.type = value;
        break;
      case "data":
        this.data.push(value);
        break;
      case "retry":
        this.retry = /^\d+$/.test(value) ? Number(value) : this.retry;
        break;
      default: // A comment, or a field of the future.
    }
  }

  private dispatch(): ServerEvent | undefined {
    this.lastEventId = this.id ?? this.lastEventId;
    const event = {
      id: this.lastEventId,
      type: this.type || "message",
      data: this.data.join("\n"),
    };
    const empty = this.data.length === 0;
    this.id = undefined;
    this.type = "";
    this.data = [];
    return empty ? undefined : event;
  }
}
