package dev.preflight.testing;

import java.util.Map;

/** What a server has to be told before it starts in public. */
public final class PublicServer {

    private PublicServer() {}

    /** Its address, its key and the cost of its passwords' hashes; it serves its own client. */
    public static Map<String, String> settings() {
        return Map.of(
                "preflight.public-url", "https://api.example.com",
                "micronaut.server.cors.configurations.client.allowed-origins", "",
                "preflight.sessions.jwt-secret", "0123456789abcdef0123456789abcdef",
                "preflight.accounts.hashing-memory-kib", "19456",
                "preflight.accounts.hashing-iterations", "2");
    }
}
