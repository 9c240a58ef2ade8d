package io.leasehold.cli.oauth;

import io.leasehold.cli.config.Environment;
import io.leasehold.cli.config.PrivateFile;
import io.leasehold.cli.failure.Failure;
import java.util.Optional;

/** One file for each profile, so that one that is renewed never undoes another's sign-in. */
public final class CredentialStore {
    private final PrivateFile file;

    public CredentialStore(Environment environment, String profile) {
        this.file = new PrivateFile(environment.folder().resolve("credentials").resolve(profile + ".json"));
    }

    public Optional<Credentials> find() {
        try {
            return file.read().map(Credentials::ofJson);
        } catch (IllegalArgumentException malformed) {
            throw Failure.failed(file.path() + " can't be read. Sign in again: leasehold login");
        }
    }

    public void save(Credentials credentials) {
        file.write(credentials.toJson());
    }

    /** @return whether there were any */
    public boolean delete() {
        return file.delete();
    }
}
