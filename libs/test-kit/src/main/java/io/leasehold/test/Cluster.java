package io.leasehold.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/** A cluster, with an authority of its own, as far as it signs tokens of service accounts and tells by which keys they are checked. */
public final class Cluster implements QuarkusTestResourceLifecycleManager {
    public static final String ISSUER = "https://kubernetes.default.svc.cluster.local";
    private static final String AUDIENCE = "leasehold";
    private static final KeyPair SIGNER = newSigner();
    private static final KeyPair OTHER_SIGNER = newSigner();
    private static final long HOUR = 3_600;

    private final HttpsServer server;
    private final OwnCertificate authority = OwnCertificate.make();

    public Cluster() {
        try {
            server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.setHttpsConfigurator(new HttpsConfigurator(authority.serving()));
        server.createContext("/openid/v1/jwks", exchange -> {
            byte[] body = jwks().getBytes(UTF_8);
            exchange.getResponseHeaders().add("content-type", "application/jwk-set+json");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    @Override
    public Map<String, String> start() {
        server.start();
        return Map.of(
                "leasehold.enrolment.kubernetes.enabled",
                "true",
                "leasehold.enrolment.kubernetes.issuer",
                ISSUER,
                "leasehold.enrolment.kubernetes.audience",
                AUDIENCE,
                "leasehold.enrolment.kubernetes.jwks-url",
                "https://localhost:" + server.getAddress().getPort() + "/openid/v1/jwks",
                "leasehold.enrolment.kubernetes.ca-file",
                authority.certificate().toString());
    }

    @Override
    public void stop() {
        server.stop(0);
    }

    public static String token(String subject) {
        return token(SIGNER, AUDIENCE, subject, Instant.now().plusSeconds(HOUR), "");
    }

    public static String tokenWithGroups(String subject, String group) {
        return token(SIGNER, AUDIENCE, subject, Instant.now().plusSeconds(HOUR), ",\"groups\":[\"" + group + "\"]");
    }

    public static String tokenOfAnotherSigner(String subject) {
        return token(OTHER_SIGNER, AUDIENCE, subject, Instant.now().plusSeconds(HOUR), "");
    }

    public static String tokenFor(String audience, String subject) {
        return token(SIGNER, audience, subject, Instant.now().plusSeconds(HOUR), "");
    }

    public static String tokenUntil(String subject, Instant end) {
        return token(SIGNER, AUDIENCE, subject, end, "");
    }

    private static String token(KeyPair signer, String audience, String subject, Instant end, String more) {
        String claims = """
                {"iss":"%s","aud":["%s"],"sub":"%s","iat":%d,"nbf":%d,"exp":%d%s}
                """.formatted(
                        ISSUER,
                        audience,
                        subject,
                        end.getEpochSecond() - 2 * HOUR,
                        end.getEpochSecond() - 2 * HOUR,
                        end.getEpochSecond(),
                        more);
        String text = base64("{\"alg\":\"RS256\",\"kid\":\"cluster-1\"}".getBytes(UTF_8))
                + "."
                + base64(claims.strip().getBytes(UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(signer.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return text + "." + base64(signature.sign());
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String jwks() {
        RSAPublicKey key = (RSAPublicKey) SIGNER.getPublic();
        return """
                {"keys":[{"kty":"RSA","use":"sig","alg":"RS256","kid":"cluster-1","n":"%s","e":"%s"}]}
                """.formatted(
                        base64(unsigned(key.getModulus().toByteArray())),
                        base64(key.getPublicExponent().toByteArray()));
    }

    private static byte[] unsigned(byte[] number) {
        return number[0] == 0 ? Arrays.copyOfRange(number, 1, number.length) : number;
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static KeyPair newSigner() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2_048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
