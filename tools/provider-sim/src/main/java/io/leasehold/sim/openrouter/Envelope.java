package io.leasehold.sim.openrouter;

/** Every management answer is wrapped in {@code data}. */
record Envelope(Object data) {}
