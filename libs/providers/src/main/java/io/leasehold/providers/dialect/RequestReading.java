package io.leasehold.providers.dialect;

import java.util.function.Supplier;

/** How the bodies of a route's requests are read. */
@FunctionalInterface
public interface RequestReading {
    /** There is no body that could cost anything. */
    RequestReading NOTHING = (path, body, offset, length) -> new RequestScan.Nothing();

    /** @param path some providers name the model here */
    RequestScan scan(String path, byte[] body, int offset, int length);

    /** A JSON object, whose fields are read by a new reader for each body. */
    static RequestReading json(Supplier<RequestBody.FieldReader> readers) {
        return (path, body, offset, length) -> RequestBody.scan(body, offset, length, readers.get());
    }
}
