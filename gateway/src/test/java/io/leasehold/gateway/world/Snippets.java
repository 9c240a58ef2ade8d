package io.leasehold.gateway.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The programs that a lease's page in the UI shows, as they are in its source. */
public final class Snippets {
    /** Where the token is. */
    public static final String TOKEN = "LEASEHOLD_API_KEY";

    private static final Path SOURCES = Path.of("../admin-ui/src/main/webui/src");
    private static final Path FOLDER = SOURCES.resolve("features/leases/snippets");
    private static final Path MODELS = SOURCES.resolve("lib/sample-model.ts");
    private static final Pattern PROGRAM =
            Pattern.compile("^  (\\w+): \\(\\{ baseUrl, model }\\) => `((?:[^`\\\\]|\\\\.)*)`", Pattern.MULTILINE);
    private static final Pattern HOLE = Pattern.compile("\\$\\{([^}]*)}");

    private Snippets() {}

    /** What is called where a lease names no model. */
    public static String model(String provider) {
        Pattern entry = Pattern.compile("^  \"?" + provider + "\"?: \"([^\"]+)\"", Pattern.MULTILINE);
        Matcher found = entry.matcher(read(MODELS));
        assertThat(found.find()).as("a model of " + provider).isTrue();
        return found.group(1);
    }

    /**
     * One program, ready to run.
     *
     * @param source whose it is: the file's name
     * @param client the language
     * @param values what stands in its holes
     */
    public static String of(String source, String client, Map<String, String> values) {
        String program = PROGRAM.matcher(read(FOLDER.resolve(source + ".ts")))
                .results()
                .filter(match -> match.group(1).equals(client))
                .map(match -> match.group(2))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No program in " + client + " for " + source));
        String filled = HOLE.matcher(program).replaceAll(hole -> Matcher.quoteReplacement(value(hole, values)));
        return filled.replace("\\\\", "\\").replace("\\`", "`");
    }

    private static String value(MatchResult hole, Map<String, String> values) {
        String name = hole.group(1);
        String value = name.equals("TOKEN_VARIABLE") ? TOKEN : values.get(name);
        if (value == null) {
            throw new AssertionError("Nothing is known to stand for " + name);
        }
        return value;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
