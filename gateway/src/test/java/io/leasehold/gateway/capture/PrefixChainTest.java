package io.leasehold.gateway.capture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

class PrefixChainTest {
    private static final SecretKey SECRET = new SecretKeySpec("a secret".getBytes(UTF_8), "HmacSHA256");

    @Test
    void whatBeginsAlikeHasTheSamePrefixes() {
        PrefixChain first = chain(SECRET, "a", "b");
        PrefixChain second = chain(SECRET, "a", "b", "c");

        assertThat(second.prefixes().subList(0, 2)).isEqualTo(first.prefixes());
        assertThat(second.prefixes()).doesNotHaveDuplicates().allMatch(hmac -> hmac.length() == 22);
    }

    @Test
    void whatCameBeforeCounts() {
        assertThat(chain(SECRET, "a", "c").prefixes().getLast())
                .isNotEqualTo(chain(SECRET, "b", "c").prefixes().getLast())
                .isNotEqualTo(chain(SECRET, "c").prefixes().getLast());
    }

    @Test
    void onlyTheLastOnesAreToldAndAllAreCounted() {
        PrefixChain chain = new PrefixChain(SECRET);
        for (int i = 0; i < 100; i++) {
            chain.add(new byte[] {(byte) i});
        }

        assertThat(chain.messages()).isEqualTo(100);
        assertThat(chain.prefixes()).hasSize(32);
    }

    @Test
    void everyWorkspaceHasAKeyOfItsOwn() {
        UUID workspace = UUID.randomUUID();
        SecretKey ours = ConversationKeys.derived(SECRET, workspace);

        assertThat(chain(ours, "a").prefixes())
                .isEqualTo(
                        chain(ConversationKeys.derived(SECRET, workspace), "a").prefixes());
        assertThat(chain(ours, "a").prefixes())
                .isNotEqualTo(chain(ConversationKeys.derived(SECRET, UUID.randomUUID()), "a")
                        .prefixes());
    }

    private static PrefixChain chain(SecretKey key, String... messages) {
        PrefixChain chain = new PrefixChain(key);
        for (String message : messages) {
            chain.add(message.getBytes(UTF_8));
        }
        return chain;
    }
}
