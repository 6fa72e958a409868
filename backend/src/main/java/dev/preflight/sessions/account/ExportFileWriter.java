package dev.preflight.sessions.account;

import dev.preflight.web.database.Uninterrupted;

import io.micronaut.core.io.buffer.ReadBuffer;
import io.micronaut.core.io.buffer.ReadBufferFactory;
import io.micronaut.core.type.Argument;
import io.micronaut.core.type.MutableHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;
import io.micronaut.http.body.ResponseBodyWriter;
import io.micronaut.http.body.stream.BodySizeLimits;
import io.micronaut.scheduling.TaskExecutors;

import jakarta.inject.Named;
import jakarta.inject.Singleton;

import reactor.core.publisher.Flux;
import reactor.core.publisher.SynchronousSink;
import reactor.core.scheduler.Scheduler;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;

/**
 * Sends an export as fast as it is read, a piece at a time, and breaks it off when one cannot be
 * fetched. The framework's own writer of a stream drops any failure but an {@link IOException}, and
 * then sends nothing more until the connection idles out.
 */
@Singleton
final class ExportFileWriter implements ResponseBodyWriter<ExportFile> {

    /** What an export takes of memory while its reader pauses, besides a page of its source. */
    private static final int PIECE_BYTES = 65_536;

    private final Scheduler blocking;

    ExportFileWriter(@Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.blocking = Uninterrupted.on(blocking);
    }

    @Override
    public CloseableByteBody writePiece(
            ByteBodyFactory bodies,
            HttpRequest<?> request,
            HttpResponse<?> response,
            Argument<ExportFile> type,
            MediaType mediaType,
            ExportFile file) {
        InputStream json = file.json();
        return bodies.adapt(
                pieces(json, bodies.readBufferFactory()),
                BodySizeLimits.UNLIMITED,
                null,
                () -> close(json));
    }

    /** Closed before its end is told, so that whoever has read it may begin another one. */
    private Flux<ReadBuffer> pieces(InputStream json, ReadBufferFactory buffers) {
        return Flux.<ReadBuffer>generate(sink -> next(json, buffers, sink))
                .doOnTerminate(() -> close(json))
                .subscribeOn(blocking);
    }

    private static void next(
            InputStream json, ReadBufferFactory buffers, SynchronousSink<ReadBuffer> sink) {
        byte[] piece;
        try {
            piece = json.readNBytes(PIECE_BYTES);
        } catch (IOException failure) {
            sink.error(failure);
            return;
        }
        if (piece.length == 0) {
            sink.complete();
            return;
        }
        sink.next(buffers.adapt(piece));
    }

    private static void close(InputStream json) {
        try {
            json.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void writeTo(
            Argument<ExportFile> type,
            MediaType mediaType,
            ExportFile file,
            MutableHeaders headers,
            OutputStream target) {
        throw new UnsupportedOperationException("an export is sent in pieces");
    }
}
