package io.leasehold.ui.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;

class SessionSecretTest {
    private final SessionSecret secret = SessionSecret.random();

    @Test
    void theCookieAloneOpensWhatWasSealed() throws GeneralSecurityException {
        byte[] sealed = Seal.seal(secret.sealingKey(), "tokens".getBytes(UTF_8));

        byte[] opened = Seal.open(SessionSecret.ofCookie(secret.cookie()).sealingKey(), sealed);

        assertThat(opened).asString(UTF_8).isEqualTo("tokens");
    }

    @Test
    void anotherSessionsCookieOpensNothing() {
        byte[] sealed = Seal.seal(secret.sealingKey(), "tokens".getBytes(UTF_8));

        assertThatThrownBy(() -> Seal.open(SessionSecret.random().sealingKey(), sealed))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void whatIsStoredTellsNeitherCookieNorKey() {
        assertThat(secret.id()).isNotEqualTo(secret.sealingKey().getEncoded());
        assertThat(secret.cookie())
                .isNotEqualTo(SessionSecret.ofCookie(secret.cookie()).toString());
    }

    @Test
    void aCookieThatNobodyGaveIsRefused() {
        assertThatThrownBy(() -> SessionSecret.ofCookie("c2hvcnQ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SessionSecret.ofCookie("no base64!")).isInstanceOf(IllegalArgumentException.class);
    }
}
