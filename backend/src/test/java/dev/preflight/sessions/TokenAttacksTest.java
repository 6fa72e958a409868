package dev.preflight.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import dev.preflight.testing.Json;
import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import jakarta.inject.Inject;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.function.UnaryOperator;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an attacker would put into the cookie, with the key unknown and, for the claims, even known.
 */
@Tag("database")
@MicronautTest(transactional = false)
class TokenAttacksTest extends ServerTest {

    private static final String SECRET = "a secret of this test, which has more than 256 bits";
    private static final String COOKIE = "preflight";

    @Inject AccessTokens tokens;

    @Override
    protected Map<String, String> configuration() {
        return Map.of("preflight.sessions.jwt-secret", SECRET);
    }

    @Test
    void acceptsWhatItSigned() throws Exception {
        Person member = member();

        assertThat(statusWith(forged(member, claims -> claims))).isEqualTo(200);
    }

    @Test
    void refusesATamperedToken() {
        String token = member().cookie(COOKIE);
        String[] parts = token.split("\\.", 3);
        String otherBody =
                parts[1].substring(0, 20) + flip(parts[1].charAt(20)) + parts[1].substring(21);
        String otherSignature = flip(parts[2].charAt(0)) + parts[2].substring(1);

        assertThat(statusWith(parts[0] + "." + otherBody + "." + parts[2])).isEqualTo(401);
        assertThat(statusWith(parts[0] + "." + parts[1] + "." + otherSignature)).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "none",
                "None",
                "NONE",
                "nOnE",
                "none ",
                " none",
                "n\\u006fne",
                "HS512",
                "HS384",
                "hs256",
                "RS256",
                "PS256",
                "ES256",
                "EdDSA",
                "dir",
                "A128KW",
                ""
            })
    void refusesEveryOtherAlgorithm(String algorithm) throws Exception {
        String[] parts = member().cookie(COOKIE).split("\\.", 3);
        String header = encode("{\"alg\":\"" + algorithm + "\"}");

        assertThat(statusWith(header + "." + parts[1] + ".")).isEqualTo(401);
        assertThat(statusWith(header + "." + parts[1])).isEqualTo(401);
        assertThat(statusWith(header + "." + parts[1] + "." + parts[2])).isEqualTo(401);
        // Even by who knows the key: one algorithm, and no other.
        assertThat(statusWith(signed(header, parts[1], SECRET))).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"alg\":null}",
                "{\"alg\":256}",
                "{\"alg\":[\"HS256\"]}",
                "{\"alg\":\"HS256\",\"crit\":[\"exp\"],\"exp\":1}",
                "{\"alg\":\"HS256\",\"alg\":\"none\"}",
                "{\"alg\":\"HS256\",\"b64\":false,\"crit\":[\"b64\"]}",
                "[]",
                "null",
                "\"HS256\"",
                "{\"alg\":\"HS256\""
            })
    void refusesAHeaderOfAnotherShape(String header) throws Exception {
        String claims = member().cookie(COOKIE).split("\\.", 3)[1];

        assertThat(statusWith(signed(encode(header), claims, SECRET))).isEqualTo(401);
    }

    /** The token says by which key it is to be checked: one of the attacker's own. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"jwk\":{\"kty\":\"oct\",\"k\":\"%s\"}",
                "\"jwk\":{\"kty\":\"oct\",\"k\":\"%s\"},\"kid\":\"preflight\"",
                "\"jku\":\"http://localhost:1/keys\"",
                "\"x5u\":\"http://localhost:1/certificate\"",
                "\"x5c\":[\"MIIB\"]",
                "\"kid\":\"generator\"",
                "\"kid\":\"../../../../dev/null\"",
                "\"kid\":\"/dev/null\"",
                "\"kid\":\"' UNION SELECT '%s\"",
                "\"kid\":\"\"",
                "\"kid\":{\"a\":1}",
                "\"cty\":\"JWT\""
            })
    void refusesAKeyThatTheTokenBrings(String parameter) throws Exception {
        String key = "the attacker's own key, which is also long enough";
        String header = "{\"alg\":\"HS256\"," + parameter.formatted(encode(key)) + "}";
        String claims = member().cookie(COOKIE).split("\\.", 3)[1];

        assertThat(statusWith(signed(encode(header), claims, key))).isEqualTo(401);
        assertThat(statusWith(signed(encode(header), claims, " "))).isEqualTo(401);
    }

    @Test
    void refusesASignatureOfAnotherKind() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        KeyPair attacker = generator.generateKeyPair();
        SignedJWT token =
                new SignedJWT(
                        new JWSHeader.Builder(JWSAlgorithm.RS256)
                                .jwk(
                                        new RSAKey.Builder((RSAPublicKey) attacker.getPublic())
                                                .build())
                                .build(),
                        SignedJWT.parse(member().cookie(COOKIE)).getJWTClaimsSet());
        token.sign(new RSASSASigner(attacker.getPrivate()));

        assertThat(statusWith(token.serialize())).isEqualTo(401);
        String[] parts = token.serialize().split("\\.", 3);
        String publicKey = Base64.getEncoder().encodeToString(attacker.getPublic().getEncoded());
        assertThat(statusWith(signed(encode("{\"alg\":\"HS256\"}"), parts[1], publicKey)))
                .isEqualTo(401);
    }

    @Test
    void refusesAnExpiredToken() throws Exception {
        assertThat(
                        statusWith(
                                forged(
                                        member(),
                                        claims ->
                                                claims.expirationTime(
                                                        Date.from(Instant.now().minusSeconds(1))))))
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    iss | null, 1, true, [], {}, "", "http://localhost:8081", "http://localhost:8080/", ["http://localhost:8080"]
                    aud | null, 1, true, [], {}, "", "http://localhost:8081", ["http://localhost:8080","http://evil.example"], [1], [null]
                    sub | null, 1, true, [], {}, "", "x", "6f2b5a52-3d7c-4b64-9c65-6a1c3f0f1a11", "%00"
                    sid | null, 1, true, [], {}, "", "x", "6f2b5a52-3d7c-4b64-9c65-6a1c3f0f1a11", "' OR 1=1"
                    jti | null, 1, true, [], {}
                    iat | null, true, [], {}, "", "now", "1", 4102444800, 0, -1, 1e300
                    exp | null, true, [], {}, "", "now", "4102444800", 4102444800, 0, -1, 1, 1e300, -1e300
                    """)
    void refusesEachClaimThatIsMissingOrWrongOrOfAnotherType(String claim, String values)
            throws Exception {
        Person member = member();

        assertThat(statusWith(with(member, claim, null))).isEqualTo(401);
        for (String value : values.split(", ", -1)) {
            assertThat(statusWith(with(member, claim, value)))
                    .as(claim + " = " + value)
                    .isEqualTo(401);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "a.b",
                "a.b.c",
                "a.b.c.d",
                "a.b.c.d.e",
                "..",
                "....",
                "%00",
                "e30.e30.e30",
                "e30.e30",
                "e30.e30.",
                ".e30.e30",
                "-.-.-",
                "=.=.=",
                "bnVsbA.bnVsbA.bnVsbA"
            })
    void refusesWhatIsNoTokenAtAll(String value) {
        assertThat(statusWith(value)).isEqualTo(401);
    }

    @Test
    void refusesTwoAndFourPartsOfAGoodToken() {
        String token = member().cookie(COOKIE);
        String[] parts = token.split("\\.", 3);

        assertThat(statusWith(parts[0] + "." + parts[1])).isEqualTo(401);
        assertThat(statusWith(token + "." + parts[2])).isEqualTo(401);
        assertThat(statusWith(token + ".")).isEqualTo(401);
        assertThat(statusWith("." + token)).isEqualTo(401);
    }

    @Test
    void refusesARevokedTokenHoweverItIsEncoded() {
        Person member = member();
        String token = member.cookie(COOKIE);
        member.send("POST", "/api/authentication/log-out", null);
        String[] parts = token.split("\\.", 3);
        // The last character of 32 bytes in base64url has two bits that mean nothing.
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = alphabet.indexOf(parts[2].charAt(parts[2].length() - 1));
        String sameBytes = parts[2].substring(0, parts[2].length() - 1) + alphabet.charAt(last ^ 1);

        assertThat(statusWith(token)).isEqualTo(401);
        assertThat(statusWith(parts[0] + "." + parts[1] + "." + sameBytes)).isEqualTo(401);
        assertThat(statusWith(token + "=")).isEqualTo(401);
        assertThat(statusWith("%" + Integer.toHexString(token.charAt(0)) + token.substring(1)))
                .isEqualTo(401);
    }

    @Test
    void refusesATokenOfAnySize() throws Exception {
        String long7k = forged(member(), claims -> claims.claim("x", "x".repeat(4_000)));
        assertThat(statusWith("a".repeat(7_000))).isEqualTo(401);
        assertThat(statusWith(long7k.substring(0, long7k.length() - 8))).isEqualTo(401);
        // A header this long is refused before anything looks for a token in it.
        assertThat(statusWith("a".repeat(1_000_000))).isIn(401, 413, 431);
        // Where one came through all the same, it would be none.
        assertThat(tokens.read("a".repeat(1_000_000), null)).isEmpty();
        assertThat(tokens.read("e30.".repeat(250_000), null)).isEmpty();
        assertThat(visitor().get("/api/posts").status()).isEqualTo(200);
    }

    @Test
    void takesNoTokenFromAHeader() {
        String token = member().cookie(COOKIE);

        assertThat(
                        visitor()
                                .get("/api/authentication", "Authorization", "Bearer " + token)
                                .status())
                .isEqualTo(204);
        assertThat(
                        visitor()
                                .post(
                                        "/api/posts",
                                        "{\"title\": \"a\", \"content\": \"b\"}",
                                        "Authorization",
                                        "Bearer " + token)
                                .status())
                .isEqualTo(401);
    }

    private int statusWith(String token) {
        return visitor().withCookie(COOKIE, token).get("/api/authentication").status();
    }

    /** A token like a member's own, with other claims, signed with the server's key. */
    private static String forged(Person member, UnaryOperator<JWTClaimsSet.Builder> change)
            throws ParseException, JOSEException {
        JWTClaimsSet claims = SignedJWT.parse(member.cookie(COOKIE)).getJWTClaimsSet();
        SignedJWT forged =
                new SignedJWT(
                        new JWSHeader(JWSAlgorithm.HS256),
                        change.apply(new JWTClaimsSet.Builder(claims)).build());
        forged.sign(new MACSigner(SECRET));
        return forged.serialize();
    }

    /** A token like a member's own, with one claim left out, or written as this JSON. */
    private static String with(Person member, String claim, @Nullable String json)
            throws Exception {
        String[] parts = member.cookie(COOKIE).split("\\.", 3);
        Map<String, Object> claims =
                Json.object(new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8));
        claims.remove(claim);
        String others = Json.write(claims);
        String changed =
                json == null
                        ? others
                        : others.substring(0, others.length() - 1)
                                + ",\""
                                + claim
                                + "\":"
                                + json
                                + "}";
        return signed(parts[0], encode(changed), SECRET);
    }

    private static String signed(String header, String claims, String key) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key.getBytes(UTF_8), "HmacSHA256"));
        byte[] signature = mac.doFinal((header + "." + claims).getBytes(UTF_8));
        return header
                + "."
                + claims
                + "."
                + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    private static String flip(char character) {
        return character == 'A' ? "B" : "A";
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(UTF_8));
    }
}
