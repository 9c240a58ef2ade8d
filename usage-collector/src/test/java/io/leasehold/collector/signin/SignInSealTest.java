package io.leasehold.collector.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.leasehold.kit.id.Ids;
import io.leasehold.providers.Secret;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SignInSealTest {
    private static final String TOKEN = "gho_16C7e42F292c6912E7710c838347Ae178B4a";

    private final UUID workspace = Ids.next();
    private final UUID signIn = Ids.next();
    private final SignInSeal seal = new SignInSeal("the-services-own-secret");

    @Test
    void whatWasSealedIsOpenedAtEveryReplica() {
        byte[] sealed = seal.seal(workspace, signIn, Secret.of(TOKEN));

        SignInSeal elsewhere = new SignInSeal("the-services-own-secret");

        assertThat(elsewhere.open(workspace, signIn, sealed).map(Secret::reveal))
                .contains(TOKEN);
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("gho_");
    }

    @Test
    void theSameSecretNeverLooksTheSame() {
        assertThat(seal.seal(workspace, signIn, Secret.of(TOKEN)))
                .isNotEqualTo(seal.seal(workspace, signIn, Secret.of(TOKEN)));
    }

    @Test
    void inAnotherPlaceOrUnderAnotherSecretItDoesNotOpen() {
        byte[] sealed = seal.seal(workspace, signIn, Secret.of(TOKEN));

        assertThat(seal.open(workspace, Ids.next(), sealed)).isEmpty();
        assertThat(seal.open(Ids.next(), signIn, sealed)).isEmpty();
        assertThat(new SignInSeal("another").open(workspace, signIn, sealed)).isEmpty();
        sealed[sealed.length - 1] ^= 1;
        assertThat(seal.open(workspace, signIn, sealed)).isEmpty();
        assertThat(seal.open(workspace, signIn, new byte[3])).isEmpty();
    }
}
