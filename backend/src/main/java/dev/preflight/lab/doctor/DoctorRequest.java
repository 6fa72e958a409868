package dev.preflight.lab.doctor;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.preflight.lab.fetch.FetchCall;
import dev.preflight.lab.fetch.FetchCall.Body;
import dev.preflight.lab.fetch.FetchCall.CredentialsMode;
import dev.preflight.lab.fetch.HeaderLine;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * A call that a page made, for the server to make in its place.
 *
 * @param body the text that is sent; none if there is none
 * @param repeatUnsafe whether the person has confirmed that a method other than GET and HEAD runs a
 *     second time
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(
        name = "DoctorRequest",
        description = "A call that a page made, for the server to make in its place.")
record DoctorRequest(
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        description = "http or https, without user name and password.")
                @NotNull(message = "Give the address that the page calls.")
                @Size(max = 4096, message = "An address has at most 4,096 characters.")
                String url,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
                @NotNull(message = METHODS)
                @Size(max = 40, message = "A method has at most 40 characters.")
                @Pattern(regexp = TOKEN, message = METHODS)
                String method,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED, description = "Of the page.")
                @NotNull(message = ORIGINS)
                @Size(max = 300, message = "An origin has at most 300 characters.")
                @Pattern(regexp = "null|[a-z][a-z0-9+.-]*://[!-.0->@-~]+", message = ORIGINS)
                String origin,
        @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
                @Size(max = 50, message = "Give at most 50 headers.")
                List<@NotNull(message = "Leave out empty headers.") @Valid DoctorHeader> headers,
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        type = "string",
                        allowableValues = {"omit", "same-origin", "include"})
                @NotNull(message = CREDENTIALS_MODES)
                @Pattern(regexp = "omit|same-origin|include", message = CREDENTIALS_MODES)
                String credentialsMode,
        @Size(max = 65_536, message = "A body has at most 65,536 characters.")
                @Nullable String body,
        @Schema(
                        requiredMode = Schema.RequiredMode.REQUIRED,
                        description =
                                "Whether the person has confirmed that a method other than GET and"
                                        + " HEAD runs a second time.")
                boolean repeatUnsafe) {

    static final String TOKEN = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+";

    private static final String METHODS = "Write a method, such as GET or PUT.";

    private static final String ORIGINS =
            "Write an origin, such as https://app.example.com, without a slash at its end; or"
                    + " null.";

    private static final String CREDENTIALS_MODES = "Write omit, same-origin or include.";

    /**
     * @param address as it is called
     */
    FetchCall call(URI address) {
        return new FetchCall(
                origin,
                address.toString(),
                method,
                headers.stream().map(line -> new HeaderLine(line.name(), line.value())).toList(),
                CredentialsMode.valueOf(credentialsMode.toUpperCase(Locale.ROOT).replace('-', '_')),
                body == null ? null : Body.TEXT);
    }

    /** A header line of the call. */
    @Serdeable
    @JsonInclude(JsonInclude.Include.ALWAYS)
    @Schema(name = "DoctorHeader")
    record DoctorHeader(
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
                    @NotNull(message = NAMES)
                    @Size(max = 200, message = "A name has at most 200 characters.")
                    @Pattern(regexp = TOKEN, message = NAMES)
                    String name,
            @Schema(requiredMode = Schema.RequiredMode.REQUIRED)
                    @NotNull(message = "Give the header a value; it may be empty.")
                    @Size(max = 8192, message = "A value has at most 8,192 characters.")
                    @Pattern(
                            regexp = "[\\t -~\\x80-\\xff]*",
                            message =
                                    "A value holds no line break, no control character and no"
                                            + " character beyond Latin-1.")
                    String value) {

        private static final String NAMES = "Write a header's name, such as Content-Type.";

        /** Its name alone: the value may be a secret. */
        @Override
        public String toString() {
            return name;
        }
    }
}
