import type { IncomingMessage, ServerResponse } from "node:http";
import type { Connect, Plugin } from "vite";
import { answer, type MockRequest } from "./mock-answers.ts";

const BEAT = 3_000;

/** Answers `/api` from memory, so that the UI can be worked on without the services. */
export function mockApi(): Plugin {
  return {
    name: "mock-api",
    configureServer: ({ middlewares }) => void middlewares.use("/api/v1", serve),
    configurePreviewServer: ({ middlewares }) => void middlewares.use("/api/v1", serve),
  };
}

const serve: Connect.NextHandleFunction = (request, response) => {
  const url = new URL(request.url ?? "/", "http://mock");
  if (url.pathname === "/live") {
    beat(response);
    return;
  }
  void read(request).then((body) => {
    const { status, json, headers } = answer({
      method: request.method ?? "GET",
      path: url.pathname,
      query: url.searchParams,
      body,
    });
    const type = status < 400 ? "application/json" : "application/problem+json";
    response.writeHead(status, { "content-type": type, ...headers }).end(JSON.stringify(json));
  });
};

async function read(request: IncomingMessage): Promise<MockRequest["body"]> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  const text = Buffer.concat(chunks).toString();
  return text === "" ? {} : (JSON.parse(text) as MockRequest["body"]);
}

function beat(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream" });
  let id = 0;
  const timer = setInterval(() => response.write(`id: ${++id}\nevent: stats\ndata: {}\n\n`), BEAT);
  response.write(": hello\n\n");
  response.on("close", () => clearInterval(timer));
}
