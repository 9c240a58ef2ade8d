package io.leasehold.providers.dialect;

import java.util.Map;

/**
 * An answer of our own.
 *
 * @param type the error type in the provider's words, for records
 * @param headers to be sent along, content type included
 */
public record ErrorAnswer(int status, String type, Map<String, String> headers, byte[] body) {}
