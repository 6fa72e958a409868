package dev.preflight.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What an attacker would put into the cookie, with the key unknown and, for the claims, even known.
 */
@MicronautTest(transactional = false)
class TokenAttacksTest extends ServerTest {

    private static final String SECRET = "a secret of this test, which has more than 256 bits";
    private static final String COOKIE = "preflight";

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
    @ValueSource(strings = {"none", "None", "NONE", "nOnE", "HS512", "HS384", "RS256", "ES256", ""})
    void refusesEveryOtherAlgorithm(String algorithm) {
        String[] parts = member().cookie(COOKIE).split("\\.", 3);
        String header = encode("{\"alg\":\"" + algorithm + "\"}");

        assertThat(statusWith(header + "." + parts[1] + ".")).isEqualTo(401);
        assertThat(statusWith(header + "." + parts[1] + "." + parts[2])).isEqualTo(401);
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
    @ValueSource(strings = {"iss", "aud", "sub", "sid", "jti", "iat", "exp"})
    void refusesATokenWithoutAClaimOrWithAWrongOne(String claim) throws Exception {
        Person member = member();

        assertThat(statusWith(forged(member, claims -> claims.claim(claim, null)))).isEqualTo(401);
        assertThat(statusWith(forged(member, claims -> claims.claim(claim, Map.of("a", "b")))))
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "sub", "sid"})
    void refusesATokenOfSomebodyElse(String claim) throws Exception {
        assertThat(
                        statusWith(
                                forged(
                                        member(),
                                        claims ->
                                                claims.claim(
                                                        claim,
                                                        "6f2b5a52-3d7c-4b64-9c65-6a1c3f0f1a11"))))
                .isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a.b", "a.b.c", "a.b.c.d", "..", "....", "%00", "e30.e30.e30"})
    void refusesWhatIsNoTokenAtAll(String value) {
        assertThat(statusWith(value)).isEqualTo(401);
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

    private static String flip(char character) {
        return character == 'A' ? "B" : "A";
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
