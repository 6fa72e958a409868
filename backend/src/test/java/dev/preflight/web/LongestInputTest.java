package dev.preflight.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Json;
import dev.preflight.testing.Person;
import dev.preflight.testing.ServerLog;
import dev.preflight.testing.ServerTest;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The form of a text is checked beside its length, so on texts as long as a body can hold. */
@MicronautTest(transactional = false)
class LongestInputTest extends ServerTest {

    /** In UTF-16 units, each of which takes up to six bytes of the body's million. */
    private static final int LONGEST = 150_000;

    /** More bytes than this could be in 16 kB of JSON, with escapes. */
    private static final int LONGEST_OF_AN_ACCOUNT = 2_500;

    private static final List<String> FILLERS =
            List.of("a", " ", "-", "é", "🔑", "a.", "a@", "a ", "<a>", "\u2028");

    @ParameterizedTest
    @CsvSource({
        "POST,  /api/authentication/register,        email,           name password",
        "POST,  /api/authentication/register,        name,            email password",
        "POST,  /api/authentication/register,        password,        email name",
        "POST,  /api/authentication/log-in,          email,           password",
        "POST,  /api/authentication/log-in,          password,        email",
        "POST,  /api/account/password/reset-request, email,           ''",
        "POST,  /api/account/password/reset,         newPassword,     token",
        "POST,  /api/account/email,                  email,           password",
        "POST,  /api/account/email,                  password,        email",
        "POST,  /api/account/password,               newPassword,     currentPassword",
        "POST,  /api/account/password,               currentPassword, newPassword",
        "POST,  /api/account/deletion,               password,        ''",
        "PATCH, /api/account,                        name,            ''",
        "POST,  /api/posts,                          title,           content",
        "POST,  /api/posts,                          content,         title",
        "POST,  /api/posts/preview,                  content,         ''",
    })
    void refusesTheLongestTextsAtTheirField(
            String method, String path, String field, String others) {
        Person member = member();
        int length = path.startsWith("/api/posts") ? LONGEST : LONGEST_OF_AN_ACCOUNT;
        for (String filler : FILLERS) {
            String text = filler.repeat(length / filler.length());

            Person.Answer refusal = member.send(method, path, body(field, text, others));

            assertThat(refusal.status()).as(filler).isEqualTo(400);
            assertThat(refusal.violatedFields()).as(filler).contains(field);
        }
    }

    @Test
    void refusesTheLongestTags() {
        Person member = member();
        for (String filler : FILLERS) {
            String tag = filler.repeat(LONGEST / filler.length());

            Person.Answer refusal =
                    member.post(
                            "/api/posts",
                            Json.write(Map.of("title", "A", "content", "A", "tags", List.of(tag))));

            assertThat(refusal.status()).as(filler).isEqualTo(400);
            assertThat(refusal.violatedFields()).as(filler).containsExactly("tags[0]");
        }
    }

    @Test
    void refusesAnAddressOfThousandsOfLabelsWithoutALine() {
        try (ServerLog log = ServerLog.listen()) {
            Person.Answer refusal =
                    visitor()
                            .post(
                                    "/api/account/password/reset-request",
                                    Json.write(Map.of("email", "a@" + "d.".repeat(2000) + "com")));

            assertThat(refusal.status()).isEqualTo(400);
            assertThat(refusal.violatedFields()).containsExactly("email");
            assertThat(log.lines()).isEmpty();
        }
    }

    private static String body(String field, String text, String others) {
        Map<String, Object> body = new HashMap<>();
        for (String other : others.isEmpty() ? new String[0] : others.split(" ", -1)) {
            body.put(other, other.equals("email") ? "a@b.co" : "Some plain text");
        }
        body.put(field, text);
        return Json.write(body);
    }
}
