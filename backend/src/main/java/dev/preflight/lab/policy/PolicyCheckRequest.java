package dev.preflight.lab.policy;

import dev.preflight.crossorigin.policy.PolicyConfiguration;
import dev.preflight.crossorigin.policy.PolicyConfiguration.Clients;

import io.micronaut.core.convert.ConversionService;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A configuration to be checked and never used, as an operator writes it. */
@Serdeable
@Schema(name = "PolicyCheckRequest")
record PolicyCheckRequest(
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "PREFLIGHT_PUBLIC_URL")
                @NotNull(message = "Give the public URL; it may be empty.")
                @Size(max = 2000, message = "Write at most 2,000 characters.")
                String publicUrl,
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        description = "PREFLIGHT_CLIENT_ORIGINS, separated by commas")
                @NotNull(message = "Give the clients' origins; they may be empty.")
                @Size(max = 2000, message = "Write at most 2,000 characters.")
                @Pattern(regexp = "[^,]*(?:,[^,]*){0,49}", message = "List at most 50 origins.")
                String clientOrigins,
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        description = "PREFLIGHT_COOKIE_SAME_SITE")
                @NotNull(message = "Give the cookie's SameSite; it may be empty.")
                @Size(max = 100, message = "Write at most 100 characters.")
                String cookieSameSite,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) boolean corsEnabled,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED) boolean allowCredentials,
        @Schema(description = "Not written if missing.") @Size(max = 50, message = MANY)
                @Nullable List<@NotNull(message = NONE) @Size(max = 200, message = LONG) String>
                        allowedMethods,
        @Schema(description = "Not written if missing.") @Size(max = 50, message = MANY)
                @Nullable List<@NotNull(message = NONE) @Size(max = 200, message = LONG) String>
                        allowedHeaders,
        @Schema(description = "Not written if missing.") @Size(max = 50, message = MANY)
                @Nullable List<@NotNull(message = NONE) @Size(max = 200, message = LONG) String>
                        exposedHeaders,
        @Schema(description = "Not written if missing.")
                @Size(max = 100, message = "Write at most 100 characters.")
                @Nullable String maxAge) {

    private static final String MANY = "List at most 50 names.";
    private static final String NONE = "Leave out empty names.";
    private static final String LONG = "Write at most 200 characters.";

    /** The one entry that the application has. */
    private static final Set<String> KEYS =
            Set.of(
                    "allowed-origins",
                    "allowed-methods",
                    "allowed-headers",
                    "exposed-headers",
                    "allow-credentials",
                    "max-age");

    /** Of this server nothing else is looked at: neither where it listens nor its environments. */
    PolicyConfiguration configuration() {
        Clients client =
                new Clients(
                        "client",
                        Optional.of("PREFLIGHT_CLIENT_ORIGINS"),
                        Optional.of(listed(clientOrigins)),
                        Optional.empty(),
                        Optional.ofNullable(allowedMethods),
                        Optional.ofNullable(allowedHeaders),
                        Optional.ofNullable(exposedHeaders),
                        allowCredentials,
                        Optional.ofNullable(maxAge),
                        KEYS);
        return new PolicyConfiguration(
                publicUrl,
                Set.of(),
                List.of(),
                cookieSameSite,
                "",
                corsEnabled,
                List.of(client),
                Set.of());
    }

    /** As the framework splits the variable. */
    private static List<String> listed(String origins) {
        return ConversionService.SHARED
                .convert(origins, Argument.listOf(String.class))
                .orElse(List.of());
    }
}
