package io.leasehold.discovery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks through files where tools keep the keys of a person. */
public final class ToolFiles {
    /** Nobody keeps so many keys. */
    private static final long LARGEST = 1 << 20;

    private ToolFiles() {}

    /**
     * Where such files are, whether they are there or not.
     *
     * @param variables the environment, which may say that folders are elsewhere
     * @param home the person's folder
     * @param working where the person is
     */
    public static List<Path> usual(Map<String, String> variables, Path home, Path working) {
        Set<Path> files = new LinkedHashSet<>();
        List<Path> data =
                folders(variables, home, "XDG_DATA_HOME", home.resolve(".local").resolve("share"));
        List<Path> config = folders(variables, home, "XDG_CONFIG_HOME", home.resolve(".config"));
        data.forEach(folder -> files.add(folder.resolve("opencode").resolve("auth.json")));
        files.add(folder(variables, "CODEX_HOME", home.resolve(".codex")).resolve("auth.json"));
        for (Path folder : config) {
            files.add(folder.resolve("github-copilot").resolve("apps.json"));
            files.add(folder.resolve("github-copilot").resolve("hosts.json"));
            files.add(folder.resolve("agent").resolve("agent.json"));
        }
        files.add(working.resolve("agent.json"));
        return List.copyOf(files);
    }

    /** On Windows tools use their local folder, on other systems those of XDG. */
    private static List<Path> folders(Map<String, String> variables, Path home, String variable, Path usual) {
        List<Path> folders = new ArrayList<>(List.of(folder(variables, variable, usual)));
        if (variables.containsKey("LOCALAPPDATA")) {
            folders.add(folder(variables, "LOCALAPPDATA", home));
        }
        return folders;
    }

    private static Path folder(Map<String, String> variables, String variable, Path usual) {
        String named = variables.getOrDefault(variable, "");
        return named.isBlank() ? usual : Path.of(named);
    }

    /** Looks through those of the files that are there. */
    public static Findings find(List<Path> files) {
        return files.stream().filter(Files::isRegularFile).map(ToolFiles::find).reduce(Findings.NONE, Findings::and);
    }

    /** Looks through a file that must be there. */
    public static Findings find(Path file) {
        String source = file.toString();
        try {
            if (Files.size(file) > LARGEST) {
                return Findings.trouble(source, "It is too large to be a file of keys.");
            }
            String text = Files.readString(file, StandardCharsets.UTF_8);
            return text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[")
                    ? Documents.find(source, read(text), null)
                    : Documents.findInLines(source, text.lines().toList());
        } catch (JsonProcessingException malformed) {
            return Findings.trouble(source, "It is no JSON.");
        } catch (IOException unreadable) {
            return Findings.trouble(source, "It can't be read.");
        }
    }

    private static JsonNode read(String text) throws JsonProcessingException {
        return new JsonMapper().readTree(text);
    }
}
