package io.leasehold.providers.dialect;

import java.util.function.Supplier;

/**
 * How a provider is made to tell the usage of an answer whose client did not ask for it.
 *
 * @param edit what is changed in the request
 * @param strip takes out of the stream what the client would not have got
 */
public record UsageRequest(BodyEdit edit, Supplier<AnswerStrip> strip) {}
