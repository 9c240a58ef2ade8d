package io.leasehold.localstack.process;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.leasehold.localstack.PrivateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The run-state of a stack: one JSON file per running process. */
public final class RunStates {
    private static final String ENDING = ".json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path folder;

    public RunStates(Path folder) {
        this.folder = folder;
    }

    public void save(RunState state) throws IOException {
        PrivateFile.write(file(state.component()), JSON.writeValueAsString(state));
    }

    public void remove(String component) throws IOException {
        Files.deleteIfExists(file(component));
    }

    public Optional<RunState> find(String component) throws IOException {
        Path file = file(component);
        return Files.exists(file) ? Optional.of(JSON.readValue(file.toFile(), RunState.class)) : Optional.empty();
    }

    /** Everything that was remembered, whether it still runs or not. */
    public List<RunState> list() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var states = new ArrayList<RunState>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(path -> path.toString().endsWith(ENDING))
                    .sorted()
                    .toList()) {
                states.add(JSON.readValue(file.toFile(), RunState.class));
            }
        }
        return states;
    }

    private Path file(String component) {
        return folder.resolve(component + ENDING);
    }
}
