package io.leasehold.providers.chat;

import com.fasterxml.jackson.core.JsonToken;
import io.leasehold.providers.dialect.BodyEdit;
import io.leasehold.providers.dialect.RequestBody;
import io.leasehold.providers.dialect.UsageRequest;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a stream is asked to tell its usage ({@code stream_options.include_usage}), and how it can be made to. */
public final class StreamOptions {
    private static final String INCLUDE = "\"include_usage\":true";

    /** Without options at all, they are added. */
    private @Nullable BodyEdit edit =
            new BodyEdit(BodyEdit.BEFORE_LAST_BRACE, 0, ",\"stream_options\":{" + INCLUDE + "}");

    /** Consumes the options. */
    public void read(RequestBody body) throws IOException {
        long at = body.position();
        if (body.isNull()) {
            edit = new BodyEdit(at, "null".length(), "{" + INCLUDE + "}");
            return;
        }
        if (body.parser().currentToken() != JsonToken.START_OBJECT) {
            throw RequestBody.bad("stream_options must be an object.");
        }
        boolean told = false;
        Set<String> seen = new HashSet<>();
        while (body.parser().nextToken() == JsonToken.FIELD_NAME) {
            String name = body.parser().currentName();
            if (!seen.add(name)) {
                throw RequestBody.bad("stream_options has a field twice.");
            }
            body.parser().nextToken();
            if (name.equals("include_usage")) {
                told = true;
                edit = asked(body);
            } else {
                body.skip();
            }
        }
        if (!told) {
            edit = new BodyEdit(at + 1, 0, INCLUDE + (seen.isEmpty() ? "" : ","));
        }
    }

    /** How the provider is made to tell; null where the client asked. */
    public @Nullable UsageRequest usageRequest() {
        return edit == null ? null : new UsageRequest(edit, UsageStrip::new);
    }

    private static @Nullable BodyEdit asked(RequestBody body) throws IOException {
        if (body.flag("stream_options.include_usage")) {
            return null;
        }
        String written = body.isNull() ? "null" : "false";
        return new BodyEdit(body.position(), written.length(), "true");
    }
}
