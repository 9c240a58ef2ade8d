import type { BookedRequest } from "../src/lib/api/types.ts";
import type { Answer, MockRequest } from "./mock-answers.ts";
import { ago } from "./mock-data.ts";

const BOOKED_AFTER = 2_000;
const sentAt = new Map<string, number>();

/** What a request may reserve is refused above it. */
const TOKENS_LEFT = 500;

/** A request through the gateway, of which the ledger knows a little later. */
export function tried({ max_tokens: tokens }: MockRequest["body"]): Answer {
  const id = crypto.randomUUID();
  if (Number(tokens) > TOKENS_LEFT) {
    return {
      status: 402,
      headers: { "x-request-id": id, "content-type": "application/json" },
      json: REFUSED,
    };
  }
  sentAt.set(id, Date.now());
  return {
    status: 200,
    headers: {
      "x-request-id": id,
      "x-leasehold-reserved": "0.000340000",
      "x-leasehold-limit-remaining": "24.310000000",
      "x-leasehold-overhead-us": "412",
      "anthropic-ratelimit-requests-remaining": "49",
    },
    json: {
      id: "msg_01Mock",
      type: "message",
      role: "assistant",
      model: "claude-haiku-4-5",
      content: [{ type: "text", text: "Hello!" }],
      stop_reason: "end_turn",
      usage: { input_tokens: 14, output_tokens: 5 },
    },
  };
}

const REFUSED = {
  type: "error",
  error: {
    type: "billing_error",
    message:
      "The spend limit of the lease is reached: $0.005100000 is left today, which max_tokens of 500 would fit. It starts again at 00:00 Europe/Berlin.",
  },
};

export function booked(id: string): BookedRequest | undefined {
  const since = Date.now() - (sentAt.get(id) ?? Date.now());
  return since < BOOKED_AFTER ? undefined : { ...REQUEST, id };
}

const REQUEST: BookedRequest = {
  id: "",
  admitted_at: ago(0),
  completed_at: ago(0),
  provider: "anthropic",
  model: "claude-haiku-4-5",
  requested_model: "claude-haiku-4-5",
  route: "POST /v1/messages",
  streamed: false,
  status: 200,
  error_type: null,
  domain: null,
  user: null,
  lease_id: "lease-0",
  node_id: "node-0",
  node_name: "batch-1",
  key_id: "key-0",
  key_name: "prod-1",
  account_id: "account-anthropic",
  input_tokens: 14,
  cache_read_tokens: 0,
  cache_write_tokens: 0,
  output_tokens: 5,
  reasoning_tokens: 0,
  usage_source: "reported",
  cost: "0.000039000",
  cost_provenance: "gateway",
  cost_reason: null,
  admission_us: 310,
  first_byte_us: 412_800,
  latency_us: 498_200,
  overhead_us: 420,
};
