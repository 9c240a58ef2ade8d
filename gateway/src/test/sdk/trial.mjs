/**
 * Runs one SDK's calls at one address, and writes what each came to as a line of JSON:
 * `{"name", "expected": "answer" | "error", "outcome": "answer" | "error", "told", "calls": [{"method", "path", "status"}]}`.
 * What differs from call to call, such as ids and times, is replaced by what it is.
 */
const { BASE_URL: base, API_KEY: key, FAULTS_URL: faults, PROVIDER_KEY: providerKey } = process.env;

export { base, key };

export const PIXEL =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

export const WEATHER = {
  name: "get_weather",
  description: "The weather of a city",
  schema: { type: "object", properties: { city: { type: "string" } }, required: ["city"] },
};

export const ASK_FOR_WEATHER = 'How is it there? [[call=get_weather {"city":"Köln"}]]';

const VOLATILE = new Set([
  "id", "_request_id", "requestID", "requestId", "request_id", "responseId", "response_id", "generation_id",
  "created", "created_at", "createdAt", "completed_at", "item_id", "itemId", "call_id", "callId", "date",
  "sdkHttpResponse", "headers", "rawResponse", "timestamp", "stack",
]);

let calls = [];
const fetchOfNode = globalThis.fetch;

/** Every SDK uses this one, so that its tries can be counted. */
globalThis.fetch = async (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input);
  const call = {
    method: init?.method ?? (input instanceof Request ? input.method : "GET"),
    path: url.pathname.slice(new URL(base).pathname.length),
    status: "none",
  };
  calls.push(call);
  const answer = await fetchOfNode(input, init);
  call.status = answer.status;
  return answer;
};

/** What goes wrong with the provider's key, until it is told otherwise. */
export async function fault(order) {
  const answer = await fetchOfNode(faults, {
    method: "PUT",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ ...order, key: providerKey }),
  });
  if (!answer.ok) {
    throw new Error(`no such fault: ${await answer.text()}`);
  }
}

function scrub(value, name) {
  if (typeof value === "bigint") {
    return `${value}`;
  }
  if (VOLATILE.has(name)) {
    return value === null || value === undefined ? value : `<${name}>`;
  }
  if (typeof value === "string") {
    return value
      .replace(/\b(req|msg|chatcmpl|resp|toolu|call|fc)[_-][A-Za-z0-9]{16,}\b/g, "<$1>")
      .replace(/(\\?"id\\?": ?\\?")[A-Za-z0-9]{16,}/g, "$1<id>");
  }
  if (Array.isArray(value)) {
    return value.map((one) => scrub(one, name));
  }
  if (value && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([member, one]) => [member, scrub(one, member)]));
  }
  return value;
}

const plain = (value) => scrub(JSON.parse(JSON.stringify(value ?? null)), "");

function told(error) {
  const status = error.status ?? error.statusCode ?? null;
  return plain({ name: error.constructor.name, status, message: error.message, body: error.error ?? error.body });
}

async function run(name, expected, work, tell) {
  calls = [];
  let outcome;
  try {
    outcome = { outcome: "answer", told: plain(await work()) };
  } catch (error) {
    outcome = { outcome: "error", told: tell(error) };
  } finally {
    await fault({});
  }
  console.log(JSON.stringify({ name, expected, ...outcome, calls }));
}

/** A call that is answered. */
export const answers = (name, work) => run(name, "answer", work, told);

/** A call that is not. */
export const fails = (name, work) => run(name, "error", work, told);

/** One that whoever is asked refuses in words of its own, and in the same form. */
export const isRefused = (name, work) =>
  run(name, "error", work, (error) => ({ name: error.constructor.name, status: error.status ?? error.statusCode }));

export async function all(stream) {
  const events = [];
  for await (const event of stream) {
    events.push(event);
  }
  return events;
}

/** The first events of a stream that is given up then, which some SDKs say by an error. */
export async function first(count, stream, giveUp) {
  const events = [];
  try {
    for await (const event of stream) {
      events.push(event);
      if (events.length === count) {
        giveUp();
        break;
      }
    }
  } catch (error) {
    if (events.length < count) {
      throw error;
    }
  }
  return events;
}
