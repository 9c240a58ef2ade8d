package io.leasehold.images;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What git knows of a checkout. */
final class Git {
    private static final Pattern SSH = Pattern.compile("(?:ssh://)?(?:[^@/]+@)?([^:/@]+)(?::\\d+)?[:/](.+)");
    private static final Pattern HTTP = Pattern.compile("(https?)://(?:[^@/]*@)?(.+)");

    private final Path checkout;

    Git(Path checkout) {
        this.checkout = checkout;
    }

    /** The commit, with {@code -dirty} where files differ from it. */
    Optional<String> revision() throws IOException, InterruptedException {
        Optional<String> commit = ask("rev-parse", "HEAD");
        if (commit.isEmpty()) {
            return commit;
        }
        boolean clean = ask("status", "--porcelain", "--untracked-files=no").isEmpty();
        return commit.map(id -> clean ? id : id + "-dirty");
    }

    Optional<String> origin() throws IOException, InterruptedException {
        return ask("remote", "get-url", "origin").flatMap(Git::publicAddress);
    }

    /** Without user and password, and as a browser opens it; nothing for a folder of this machine. */
    static Optional<String> publicAddress(String remote) {
        Matcher http = HTTP.matcher(remote);
        if (http.matches()) {
            return Optional.of(http.group(1) + "://" + withoutSuffix(http.group(2)));
        }
        Matcher ssh = SSH.matcher(remote);
        return !remote.startsWith("/") && !remote.startsWith("file:") && ssh.matches()
                ? Optional.of("https://" + ssh.group(1) + "/" + withoutSuffix(ssh.group(2)))
                : Optional.empty();
    }

    private static String withoutSuffix(String path) {
        return path.endsWith(".git") ? path.substring(0, path.length() - ".git".length()) : path;
    }

    /** Empty where there is no git, no clone or no answer. */
    private Optional<String> ask(String... question) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("git", "-C", checkout.toString()));
        command.addAll(List.of(question));
        Process git;
        try {
            git = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
        String answer = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        return git.waitFor() == 0 && !answer.isEmpty() ? Optional.of(answer) : Optional.empty();
    }
}
