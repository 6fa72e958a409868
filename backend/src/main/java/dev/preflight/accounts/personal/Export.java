package dev.preflight.accounts.personal;

import dev.preflight.accounts.AccountId;
import dev.preflight.accounts.PersonalData;

import io.micronaut.serde.ObjectMapper;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** Hands over everything that the modules know of a person, as one JSON object. */
@Singleton
public final class Export {

    private final List<PersonalData> data;
    private final ObjectMapper mapper;
    private final ExportPlaces places;

    Export(List<PersonalData> data, ObjectMapper mapper, ExportPlaces places) {
        this.data = data;
        this.mapper = mapper;
        this.places = places;
    }

    /**
     * The object, a name for each module's data. It is fetched while it is read, piece by piece, so
     * that it may be of any size. Empty while there is another one of this owner, or too many of
     * others: until they are closed, or have been read too slowly.
     */
    public Optional<InputStream> of(AccountId owner) {
        return places.take(owner).map(place -> new Pieces(owner, place));
    }

    /** The JSON in pieces: what belongs between two values, and the values. */
    private final class Pieces extends InputStream {

        private final AccountId owner;
        private final ExportPlaces.Place place;
        private final Iterator<PersonalData> modules = data.iterator();
        private @Nullable Iterator<?> items;
        private ByteBuffer piece = ByteBuffer.allocate(0);
        private boolean started;
        private boolean ended;

        Pieces(AccountId owner, ExportPlaces.Place place) {
            this.owner = owner;
            this.place = place;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) == -1 ? -1 : Byte.toUnsignedInt(one[0]);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!hasRemaining()) {
                return -1;
            }
            int count = Math.min(length, piece.remaining());
            piece.get(target, offset, count);
            place.read(count);
            return count;
        }

        @Override
        public void close() {
            place.close();
        }

        private boolean hasRemaining() throws IOException {
            if (place.isOver()) {
                throw new IOException("the export was read too slowly");
            }
            while (!piece.hasRemaining() && !ended) {
                piece = StandardCharsets.UTF_8.encode(next());
            }
            return piece.hasRemaining();
        }

        private String next() {
            Iterator<?> list = items;
            if (list != null && list.hasNext()) {
                String item = json(list.next());
                return item + (list.hasNext() ? ",\n" : "");
            }
            String before = list == null ? "" : "]";
            items = null;
            if (!modules.hasNext()) {
                ended = true;
                return before + (started ? "\n}\n" : "{}\n");
            }
            before += started ? ",\n" : "{\n";
            started = true;
            PersonalData module = modules.next();
            String name = json(module.name()) + ": ";
            Object value = module.export(owner);
            if (value instanceof Iterable<?> many) {
                items = many.iterator();
                return before + name + "[";
            }
            return before + name + json(value);
        }

        private String json(Object value) {
            try {
                return mapper.writeValueAsString(value);
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }
}
