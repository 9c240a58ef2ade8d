package io.leasehold.kit.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads strings of request bodies, and refuses what JSON can spell and PostgreSQL can't keep: NUL, and half of a character
 * (a surrogate without its other half). Found only when it is written, it would be an error of ours.
 */
final class KeepableText extends StdScalarDeserializer<String> {
    private static final long serialVersionUID = 1;

    KeepableText() {
        super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = StringDeserializer.instance.deserialize(parser, context);
        if (text != null && !isKeepable(text)) {
            throw context.weirdStringException("…", String.class, "holds NUL or half of a character");
        }
        return text;
    }

    static boolean isKeepable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            if (Character.isHighSurrogate(at)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (at == '\0' || Character.isSurrogate(at)) {
                return false;
            }
        }
        return true;
    }
}
