package io.leasehold.localstack.command;

import io.leasehold.localstack.process.Tool;
import io.leasehold.localstack.settings.StackHome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The browser in which the UI is tested: one that is installed, or Debian's where we may install it. */
final class Browser {
    static final String VARIABLE = "LEASEHOLD_BROWSER";
    private static final List<String> PROGRAMS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");
    private static final Path ON_MACOS = Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private final Map<String, String> environment;
    private final StackHome home;

    Browser(Map<String, String> environment, StackHome home) {
        this.environment = environment;
        this.home = home;
    }

    /** @throws IOException saying how to get one, when there is none and it can't be installed */
    Path ensure() throws IOException, InterruptedException {
        Optional<Path> installed = find();
        if (installed.isEmpty() && onPath("apt-get").findAny().isPresent()) {
            install();
        }
        return find().orElseThrow(() -> new IOException("The tests of the UI need Chromium or Chrome. Install one"
                + " (as root on Debian: apt-get install chromium), or name its program in " + VARIABLE + "."));
    }

    private Optional<Path> find() {
        Stream<Path> named = Stream.ofNullable(environment.get(VARIABLE)).map(Path::of);
        Stream<Path> installed = Stream.concat(PROGRAMS.stream().flatMap(this::onPath), Stream.of(ON_MACOS));
        return Stream.concat(named, installed).filter(Files::isExecutable).findFirst();
    }

    private Stream<Path> onPath(String program) {
        String path = environment.getOrDefault("PATH", "");
        return Stream.of(path.split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable);
    }

    private void install() throws InterruptedException {
        System.out.println("Installing chromium, once …");
        Path log = home.log("browser-install");
        try {
            Tool.of("apt-get", "update", "-q").run(log);
            Tool.of("apt-get", "install", "-y", "-q", "--no-install-recommends", "chromium")
                    .variable("DEBIAN_FRONTEND", "noninteractive")
                    .run(log);
        } catch (IOException e) {
            // Most likely we are not root; what to do is said when it turns out to be missing still.
            System.err.println("That did not work; see " + log);
        }
    }
}
