package io.leasehold.sim.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.leasehold.sim.format.Json;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads control bodies; a field that is not known or of the wrong type is an error. */
final class ControlBody {
    private ControlBody() {}

    static <T> T read(Buffer body, Class<T> type) {
        try {
            T value = Json.MAPPER.readValue(body.getBytes(), type);
            if (value == null) {
                throw new ControlError(400, "The body is null");
            }
            return value;
        } catch (JsonProcessingException e) {
            throw new ControlError(400, "The body is not understood: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
