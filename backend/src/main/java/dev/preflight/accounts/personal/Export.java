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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes everything that the modules know of a person into a file, as one JSON object: whoever
 * reads it slowly holds no memory.
 */
@Singleton
public final class Export {

    private final List<PersonalData> data;
    private final ObjectMapper mapper;
    private final Path folder;
    private final Map<AccountId, InputStream> open = new ConcurrentHashMap<>();

    Export(
            List<PersonalData> data,
            ObjectMapper mapper,
            @Value("${preflight.data-directory}") Path folder) {
        this.data = data;
        this.mapper = mapper;
        this.folder = folder;
    }

    /**
     * The object, a name for each module's data. Empty while another export of this owner is not
     * closed.
     *
     * @throws IOException if the file cannot be written
     */
    public Optional<InputStream> of(AccountId owner) throws IOException {
        FileChannel file = create();
        InputStream export = new OpenExport(owner, file);
        if (open.putIfAbsent(owner, export) != null) {
            export.close();
            return Optional.empty();
        }
        try {
            write(owner, file);
        } catch (Throwable failure) {
            export.close();
            throw failure;
        }
        return Optional.of(export);
    }

    /** Only this user can read the file, which loses its name at once and ends with the server. */
    private FileChannel create() throws IOException {
        Files.createDirectories(folder);
        return FileChannel.open(
                Files.createTempFile(folder, "export-", ".json"),
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                StandardOpenOption.DELETE_ON_CLOSE);
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

    /** A written export, which is its owner's only one until it is closed. */
    private final class OpenExport extends FilterInputStream {

        private final AccountId owner;

        OpenExport(AccountId owner, FileChannel file) {
            super(Channels.newInputStream(file));
            this.owner = owner;
        }

        @Override
        public void close() throws IOException {
            open.remove(owner, this);
            super.close();
        }
    }
}
