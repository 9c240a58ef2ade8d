package io.leasehold.key.secret;

import io.leasehold.kit.secret.SecretPath;
import io.leasehold.kit.secret.SecretStoreProblem;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The one master key that seals, and all that open. */
final class MasterKeys {
    private final MasterKey current;
    private final Map<String, MasterKey> byId;

    private MasterKeys(MasterKey current, List<MasterKey> others) {
        this.current = current;
        this.byId = Stream.concat(Stream.of(current), others.stream())
                .collect(Collectors.toMap(MasterKey::id, Function.identity(), (one, same) -> one));
    }

    static MasterKeys of(MasterKey current, MasterKey... others) {
        return new MasterKeys(current, List.of(others));
    }

    /** @throws IllegalArgumentException when there is none, or one is not 32 bytes in hex */
    static MasterKeys of(SealedConfig config) {
        String current = config.masterKey()
                .orElseThrow(
                        () -> new IllegalArgumentException("The sealed store needs leasehold.secrets.master-key."));
        return new MasterKeys(
                MasterKey.ofHex(current),
                config.otherMasterKeys().orElse(List.of()).stream()
                        .map(MasterKey::ofHex)
                        .toList());
    }

    MasterKey current() {
        return current;
    }

    /** @throws SecretStoreProblem {@code DAMAGED} when that key is not known here */
    MasterKey get(SecretPath path, String id) {
        MasterKey known = byId.get(id);
        if (known == null) {
            throw SecretStoreProblem.damaged(
                    path,
                    "was sealed under master key %s, but leasehold.secrets.master-key is %s; name the other one in"
                                    .formatted(id, current.id())
                            + " leasehold.secrets.other-master-keys.");
        }
        return known;
    }
}
