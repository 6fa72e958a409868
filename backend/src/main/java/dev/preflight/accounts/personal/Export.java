package dev.preflight.accounts.personal;

import dev.preflight.accounts.AccountId;
import dev.preflight.accounts.PersonalData;

import io.micronaut.context.annotation.Value;
import io.micronaut.serde.ObjectMapper;

import jakarta.inject.Singleton;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Writes everything that the modules know of a person into a file, as one JSON object: whoever
 * reads it slowly holds disk and no memory, and not for ever where others wait.
 */
@Singleton
public final class Export {

    /** Exports at once, of all accounts. */
    private static final int MOST = 8;

    /** How long a reader may take whose place another one wants. */
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final List<PersonalData> data;
    private final ObjectMapper mapper;
    private final Path folder;
    private final Clock clock;
    private final Semaphore places = new Semaphore(MOST);
    private final Map<AccountId, OpenExport> open = new ConcurrentHashMap<>();

    Export(
            List<PersonalData> data,
            ObjectMapper mapper,
            @Value("${preflight.data-directory}") Path folder,
            Clock clock) {
        this.data = data;
        this.mapper = mapper;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * The object, a name for each module's data. Empty while another export of this owner, or as
     * many of others as there may be, are not closed.
     *
     * @throws IOException if the file cannot be written
     */
    public Optional<InputStream> of(AccountId owner) throws IOException {
        closeOverdue(owner);
        OpenExport export = new OpenExport(owner, clock.instant().plus(LONGEST));
        if (!places.tryAcquire()) {
            return Optional.empty();
        }
        if (open.putIfAbsent(owner, export) != null) {
            places.release();
            return Optional.empty();
        }
        try {
            FileChannel file = create();
            export.begin(file);
            write(owner, file);
        } catch (Throwable failure) {
            export.close();
            throw failure;
        }
        return Optional.of(export);
    }

    private void closeOverdue(AccountId next) throws IOException {
        Instant now = clock.instant();
        for (OpenExport export : open.values()) {
            boolean isInTheWay = places.availablePermits() == 0 || export.owner.equals(next);
            if (isInTheWay && export.deadline.isBefore(now)) {
                export.close();
            }
        }
    }

    /** Only this user can read the file, which loses its name at once and ends with the server. */
    private FileChannel create() throws IOException {
        Files.createDirectories(folder);
        Path file = Files.createTempFile(folder, "export-", ".json");
        try {
            return FileChannel.open(
                    file,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        } catch (IOException failure) {
            Files.deleteIfExists(file);
            throw failure;
        }
    }

    private void write(AccountId owner, FileChannel file) throws IOException {
        Writer json = Channels.newWriter(file, StandardCharsets.UTF_8);
        String before = "{\n";
        for (PersonalData module : data) {
            json.write(before + json(module.name()) + ": ");
            write(module.export(owner), json);
            before = ",\n";
        }
        json.write("\n}\n");
        json.flush();
        file.position(0);
    }

    private void write(Object value, Writer json) throws IOException {
        if (!(value instanceof Iterable<?> items)) {
            json.write(json(value));
            return;
        }
        String before = "[";
        for (Object item : items) {
            json.write(before + json(item));
            before = ",\n";
        }
        json.write(before.equals("[") ? "[]" : "]");
    }

    private String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** An export in a file, which is its owner's only one until it is closed. */
    private final class OpenExport extends FilterInputStream {

        private final AccountId owner;
        private final Instant deadline;

        OpenExport(AccountId owner, Instant deadline) {
            super(InputStream.nullInputStream());
            this.owner = owner;
            this.deadline = deadline;
        }

        void begin(FileChannel file) {
            in = Channels.newInputStream(file);
        }

        @Override
        public void close() throws IOException {
            if (open.remove(owner, this)) {
                places.release();
            }
            super.close();
        }
    }
}
