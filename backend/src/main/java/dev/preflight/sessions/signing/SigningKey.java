package dev.preflight.sessions.signing;

import dev.preflight.crossorigin.OwnOrigin;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.exceptions.ConfigurationException;
import io.micronaut.security.token.jwt.signature.SignatureGeneratorConfiguration;
import io.micronaut.security.token.jwt.signature.secret.SecretSignature;
import io.micronaut.security.token.jwt.signature.secret.SecretSignatureConfiguration;

import jakarta.inject.Named;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;

/** The key that signs sessions: given, or at home generated once and kept beside the data. */
@Factory
final class SigningKey {

    private static final int MINIMUM_BYTES = 32;

    /** Random bytes have more than these in any usual form, hexadecimal included. */
    private static final int MINIMUM_DISTINCT = 10;

    private static final String FILE = "jwt-secret";
    private static final String HOW_TO_MAKE_ONE = "make one with: openssl rand -base64 48";

    /** Signs and verifies with HS256, and with nothing else. */
    @Context
    @Named("generator")
    SignatureGeneratorConfiguration signature(
            @Value("${preflight.sessions.jwt-secret}") String given,
            OwnOrigin origin,
            @Value("${preflight.data-directory}") Path dataDirectory) {
        SecretSignatureConfiguration configuration = new SecretSignatureConfiguration("preflight");
        configuration.setSecret(secret(given, origin, dataDirectory));
        return new SecretSignature(configuration);
    }

    private static String secret(String given, OwnOrigin origin, Path dataDirectory) {
        if (!given.isBlank()) {
            return strongEnough(given, "PREFLIGHT_JWT_SECRET", HOW_TO_MAKE_ONE);
        }
        if (!origin.isHome()) {
            throw new ConfigurationException(
                    "PREFLIGHT_JWT_SECRET is missing, and a public server needs the key that signs"
                            + " its sessions: "
                            + HOW_TO_MAKE_ONE);
        }
        return kept(dataDirectory.resolve(FILE));
    }

    private static String kept(Path file) {
        try {
            Files.createDirectories(file.getParent());
            try {
                write(file, generate());
            } catch (FileAlreadyExistsException made) {
                // An earlier start made it, or another server at this moment.
            }
            return strongEnough(
                    Files.readString(file).strip(),
                    file.toString(),
                    "delete the file, and a new key is made; everybody has to log in again");
        } catch (IOException failure) {
            throw new ConfigurationException(
                    "The key that signs sessions cannot be kept in "
                            + file
                            + ": make the folder writable, or set PREFLIGHT_JWT_SECRET.",
                    failure);
        }
    }

    private static String strongEnough(String secret, String where, String remedy) {
        int bytes = secret.getBytes(StandardCharsets.UTF_8).length;
        if (bytes < MINIMUM_BYTES) {
            throw new ConfigurationException(
                    "%s has %d bytes, and a key that cannot be guessed needs at least %d: %s."
                            .formatted(where, bytes, MINIMUM_BYTES, remedy));
        }
        long distinct = secret.codePoints().distinct().count();
        if (distinct < MINIMUM_DISTINCT) {
            throw new ConfigurationException(
                    ("%s has too few distinct characters (%d), and a key that cannot be guessed has"
                                    + " at least %d: %s.")
                            .formatted(where, distinct, MINIMUM_DISTINCT, remedy));
        }
        return secret;
    }

    private static void write(Path file, String secret) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] ownerOnly =
                posix
                        ? new FileAttribute<?>[] {
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------"))
                        }
                        : new FileAttribute<?>[0];
        Set<StandardOpenOption> onlyIfNew =
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = Files.newByteChannel(file, onlyIfNew, ownerOnly)) {
            channel.write(StandardCharsets.UTF_8.encode(secret));
        }
    }

    private static String generate() {
        byte[] key = new byte[48];
        new SecureRandom().nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }
}
