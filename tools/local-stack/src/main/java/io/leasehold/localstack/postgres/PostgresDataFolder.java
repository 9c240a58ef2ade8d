package io.leasehold.localstack.postgres;

import io.leasehold.localstack.PostgresAddress;
import io.leasehold.localstack.PrivateFile;
import io.leasehold.localstack.process.Tool;
import io.leasehold.localstack.settings.Cache;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The folder with a server's data, made when it is first needed. */
final class PostgresDataFolder {
    /** Slow hashing protects what people choose; these passwords are random, and each connection would take 10 ms for it. */
    static final String SCRAM_ITERATIONS = "1";

    // Passwords for everyone, from this machine only; no trust, not even for the superuser.
    private static final String CLIENT_AUTHENTICATION = """
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128      scram-sha-256
            """;

    // Where it listens for others too.
    private static final String FROM_ELSEWHERE = "host all all 0.0.0.0/0 scram-sha-256\n";

    private final Path data;
    private final Path programs;

    PostgresDataFolder(Path data, Path programs) {
        this.data = data;
        this.programs = programs;
    }

    void prepare(PostgresAddress address, boolean thisMachineOnly, Path run) throws IOException, InterruptedException {
        if (!Files.exists(data)) {
            Path fresh = data.resolveSibling(data.getFileName() + ".new");
            Cache.deleteTree(fresh);
            initialise(fresh, address, run);
            Files.move(fresh, data);
        }
        Files.writeString(data.resolve("pg_hba.conf"), CLIENT_AUTHENTICATION + (thisMachineOnly ? "" : FROM_ELSEWHERE));
    }

    private void initialise(Path fresh, PostgresAddress address, Path run) throws IOException, InterruptedException {
        Path passwordFile = run.resolve("postgresql.password");
        PrivateFile.write(passwordFile, address.password());
        try {
            Files.createDirectories(fresh.getParent());
            Tool.of(command(fresh, address, passwordFile)).run(run.resolve("initdb.log"));
        } finally {
            Files.delete(passwordFile);
        }
    }

    private List<String> command(Path fresh, PostgresAddress address, Path passwordFile) {
        var command = new ArrayList<>(Unprivileged.prefix());
        command.addAll(List.of(
                programs.resolve("initdb").toString(),
                "--pgdata=" + fresh,
                "--username=" + address.superuser(),
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--set=scram_iterations=" + SCRAM_ITERATIONS,
                "--encoding=UTF8",
                // The same order of text on every machine, whatever its locales.
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C"));
        return command;
    }
}
