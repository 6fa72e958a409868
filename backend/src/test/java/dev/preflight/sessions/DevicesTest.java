package dev.preflight.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.Json;
import dev.preflight.testing.Person;
import dev.preflight.testing.ServerTest;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.UUID;

@Tag("database")
@MicronautTest(transactional = false)
class DevicesTest extends ServerTest {

    private static final String FIREFOX =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

    @Test
    void listsWhereAnAccountIsLoggedIn() {
        Person member = member();
        Person other = logIn(member, FIREFOX);

        List<Map<String, Object>> devices = devices(other);

        assertThat(devices).hasSize(2);
        assertThat(devices.getFirst())
                .containsOnlyKeys(
                        "id",
                        "browser",
                        "system",
                        "address",
                        "firstUsedAt",
                        "lastUsedAt",
                        "current")
                .containsEntry("browser", "Firefox 140")
                .containsEntry("system", "Windows")
                .containsEntry("address", "127.0.0.1")
                .containsEntry("current", true);
        assertThat(devices.getLast())
                .containsEntry("browser", "A Java program 25")
                .containsEntry("current", false);
    }

    @Test
    void putsTheDeviceFirstThatWasUsedLast() {
        Person member = member();
        logIn(member, FIREFOX);
        assertThat(devices(member).getFirst()).containsEntry("current", false);

        member.send("POST", "/api/authentication/refresh", null);

        assertThat(devices(member).getFirst()).containsEntry("current", true);
    }

    @Test
    void endsAnotherDeviceAtOnce() {
        Person member = member();
        Person lost = logIn(member, FIREFOX);
        assertThat(lost.get("/api/authentication").status()).isEqualTo(200);

        Person.Answer ended = member.delete("/api/sessions/" + current(lost));

        assertThat(ended.status()).isEqualTo(204);
        assertThat(ended.headers("Set-Cookie")).isEmpty();
        assertThat(lost.get("/api/authentication").status()).isEqualTo(401);
        assertThat(lost.send("POST", "/api/authentication/refresh", null).status()).isEqualTo(401);
        assertThat(devices(member)).hasSize(1);
    }

    @Test
    void logsOutWhoEndsTheirOwn() {
        Person member = member();

        Person.Answer ended = member.delete("/api/sessions/" + current(member));

        assertThat(ended.status()).isEqualTo(204);
        assertThat(ended.headers("Set-Cookie")).hasSize(2);
        assertThat(member.cookie("preflight-refresh")).isEmpty();
        assertThat(member.get("/api/authentication").status()).isEqualTo(204);
    }

    @Test
    void endsAllOthers() {
        Person member = member();
        Person one = logIn(member, FIREFOX);
        Person two = logIn(member, FIREFOX);

        assertThat(member.delete("/api/sessions").status()).isEqualTo(204);

        assertThat(one.get("/api/authentication").status()).isEqualTo(401);
        assertThat(two.get("/api/authentication").status()).isEqualTo(401);
        assertThat(member.get("/api/authentication").status()).isEqualTo(200);
        assertThat(devices(member)).hasSize(1);
    }

    @Test
    void endsNobodyElsesDevice() {
        Person member = member();
        Person stranger = member();

        Person.Answer refusal = stranger.delete("/api/sessions/" + current(member));

        assertThat(refusal.status()).isEqualTo(404);
        assertThat(stranger.delete("/api/sessions/" + UUID.randomUUID()).status()).isEqualTo(404);
        assertThat(stranger.delete("/api/sessions/x").status()).isEqualTo(400);
        assertThat(stranger.delete("/api/sessions").status()).isEqualTo(204);
        assertThat(member.get("/api/authentication").status()).isEqualTo(200);
    }

    @Test
    void showsAVisitorNothing() {
        assertThat(visitor().get("/api/sessions").status()).isEqualTo(401);
        assertThat(visitor().delete("/api/sessions").status()).isEqualTo(401);
        assertThat(visitor().delete("/api/sessions/" + UUID.randomUUID()).status()).isEqualTo(401);
    }

    private Person logIn(Person member, String userAgent) {
        Person person = visitor();
        Person.Answer answer =
                person.post(
                        "/api/authentication/log-in",
                        Json.write(Map.of("email", member.email(), "password", Person.PASSWORD)),
                        "User-Agent",
                        userAgent);
        assertThat(answer.status()).isEqualTo(200);
        return person;
    }

    private static String current(Person person) {
        return devices(person).stream()
                .filter(device -> Boolean.TRUE.equals(device.get("current")))
                .map(device -> String.valueOf(device.get("id")))
                .findFirst()
                .orElseThrow();
    }

    private static List<Map<String, Object>> devices(Person person) {
        return Json.objects(person.get("/api/sessions").body(), "items");
    }
}
