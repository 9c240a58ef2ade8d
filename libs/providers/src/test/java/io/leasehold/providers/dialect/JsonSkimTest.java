package io.leasehold.providers.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonSkimTest {
    private static final JsonPaths<String> PATHS =
            new JsonPaths<String>().add("found", "a.b", "list[].b", "plain[]").add("length", "text#");

    private final List<@Nullable String> found = new ArrayList<>();
    private long length = -1;

    @Test
    void onlyValuesAtThePathsAreReported() {
        skim(
                "{\"b\":\"no\",\"a\":{\"c\":{\"b\":\"no\"},\"b\":\"yes\"},\"list\":[{\"b\":\"one\"},[],{},{\"b\":\"two\"}],"
                        + "\"plain\":[\"three\",4,[\"no\"]]}");

        assertThat(found).containsExactly("yes", "one", "two", "three", null);
    }

    @Test
    void textIsDecoded() {
        skim("{\"a\":{\"b\":\"\\u00fc\\n\\\"\\\\\\/☃\"}}");

        assertThat(found).containsExactly("ü\n\"\\/☃");
    }

    @Test
    void lengthIsCountedWithoutKeepingTheText() {
        skim("{\"text\":\"" + "x".repeat(100_000) + "\"}");

        assertThat(length).isEqualTo(100_000);
    }

    @Test
    void whatIsNoJsonDoesNoHarm() {
        for (String broken :
                List.of("", "]", "}}}", "{\"a\":", "{\"a\" \"b\"}", "nonsense", "[[[[", "\"", "{\"a\":{]}")) {
            skim(broken);
        }

        assertThat(found).isEmpty();
    }

    /** Whatever a document holds beside the value, and however it is written, the value is found. */
    @Property(tries = 500)
    void aValueIsFoundInAnyDocument(
            @ForAll @Size(max = 5) Map<String, String> others, @ForAll String value, @ForAll boolean pretty)
            throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode document = mapper.createObjectNode();
        ObjectNode inner = document.putObject("x").putObject("a");
        others.forEach(inner::put);
        others.forEach((name, text) ->
                document.putArray(name + "!").add(text).addNull().addObject());
        String shortened =
                value.substring(0, value.offsetByCodePoints(0, Math.min(20, value.codePointCount(0, value.length()))));
        document.putObject("a").put("b", shortened);
        inner.put("b", "no");
        found.clear();

        skim(pretty ? document.toPrettyString() : document.toString());

        assertThat(found)
                .containsExactly(new String(shortened.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    private void skim(String document) {
        JsonSkim<String> skim = new JsonSkim<>(PATHS, (field, value) -> {
            if (field.equals("length")) {
                length = value.length();
            } else {
                found.add(value.text());
            }
        });
        byte[] bytes = document.getBytes(StandardCharsets.UTF_8);
        skim.feed(bytes, 0, bytes.length);
    }
}
