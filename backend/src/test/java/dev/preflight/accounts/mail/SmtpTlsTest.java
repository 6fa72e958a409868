package dev.preflight.accounts.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dev.preflight.testing.ServerTest;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** Credentials and mails go to no server that cannot prove its name. */
@Tag("database")
@MicronautTest(transactional = false)
class SmtpTlsTest extends ServerTest {

    private static final String PASSWORD = "of a test";

    private final SSLServerSocket socket = listen();
    private final CompletableFuture<String> heard = CompletableFuture.supplyAsync(this::listenOnce);

    @Override
    protected Map<String, String> configuration() {
        return Map.of(
                "preflight.mail.url", "smtps://user:secret@localhost:" + socket.getLocalPort(),
                "preflight.mail.from", "no-reply@example.com",
                "preflight.mail.attempts", "1");
    }

    @AfterAll
    void stop() throws IOException {
        socket.close();
    }

    @Test
    void sendsNothingToAServerWhoseCertificateNobodyVouchesFor() throws Exception {
        assertThat(member().email()).isNotEmpty();

        assertThat(heard.get(20, TimeUnit.SECONDS)).startsWith("refused: ");
    }

    private String listenOnce() {
        try (SSLSocket client = (SSLSocket) socket.accept()) {
            client.startHandshake();
            client.getOutputStream().write("220 test\r\n".getBytes(StandardCharsets.US_ASCII));
            return new String(client.getInputStream().readNBytes(4), StandardCharsets.US_ASCII);
        } catch (SSLException refused) {
            return "refused: " + refused.getMessage();
        } catch (IOException failure) {
            return failure.toString();
        }
    }

    private static SSLServerSocket listen() {
        try {
            KeyManagerFactory keys =
                    KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(selfSigned(), PASSWORD.toCharArray());
            SSLContext tls = SSLContext.getInstance("TLS");
            tls.init(keys.getKeyManagers(), null, null);
            return (SSLServerSocket) tls.getServerSocketFactory().createServerSocket(0);
        } catch (IOException | GeneralSecurityException | InterruptedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static KeyStore selfSigned()
            throws IOException, GeneralSecurityException, InterruptedException {
        Path file = Files.createTempDirectory("preflight-").resolve("keys.p12");
        Process keytool =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keyalg",
                                "EC",
                                "-alias",
                                "mail",
                                "-dname",
                                "CN=localhost",
                                "-ext",
                                "san=dns:localhost",
                                "-storetype",
                                "PKCS12",
                                "-storepass",
                                PASSWORD,
                                "-keystore",
                                file.toString())
                        .inheritIO()
                        .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(file)) {
            keys.load(stream, PASSWORD.toCharArray());
        }
        Files.delete(file);
        return keys;
    }
}
