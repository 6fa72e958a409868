package dev.preflight.sessions.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.buffer.netty.NettyByteBufferFactory;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.body.ByteBodyFactory;
import io.micronaut.http.body.CloseableByteBody;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import reactor.core.publisher.Flux;

import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

class ExportFileWriterTest {

    private static final int MOST_OF_A_PIECE = 65_536;

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    @AfterEach
    void stop() {
        threads.close();
    }

    @Test
    void sendsEverythingInPiecesOfASensibleSize() {
        Source source = new Source(200_000, 7);

        assertThat(pieces(source).toStream(1))
                .extracting(piece -> piece.length)
                .containsExactly(
                        MOST_OF_A_PIECE, MOST_OF_A_PIECE, MOST_OF_A_PIECE, 200_000 - 196_608);
        assertThat(source.closed.getCount()).isZero();
    }

    @Test
    void fetchesNoMoreThanIsTaken() {
        Source source = new Source(Integer.MAX_VALUE, 50_000);

        assertThat(pieces(source).take(3).toStream(1)).hasSize(3);

        assertThat(source.read.get()).isBetween(3 * MOST_OF_A_PIECE, 5 * MOST_OF_A_PIECE);
    }

    @Test
    void closesWhatItsReaderGivesUp() throws InterruptedException {
        Source source = new Source(Integer.MAX_VALUE, 50_000);

        assertThat(pieces(source).take(1).toStream(1)).hasSize(1);

        assertThat(source.isClosed()).isTrue();
    }

    @Test
    void closesWhatNobodyBeginsToRead() throws InterruptedException {
        Source source = new Source(1_000, 1_000);

        body(source).allowDiscard();

        assertThat(source.isClosed()).isTrue();
        assertThat(source.read.get()).isZero();
    }

    @Test
    void closesWhatFailsAndTellsOfIt() throws InterruptedException {
        Source source = new Source(200_000, 50_000);
        source.failsAt = 150_000;

        assertThatThrownBy(() -> pieces(source).toStream(1).toList())
                .hasMessage("the source is gone");
        assertThat(source.isClosed()).isTrue();
    }

    private Flux<byte[]> pieces(Source source) {
        return Flux.from(body(source).toByteArrayPublisher()).timeout(PATIENCE);
    }

    private CloseableByteBody body(InputStream source) {
        return new ExportFileWriter(threads)
                .writePiece(
                        ByteBodyFactory.createDefault(NettyByteBufferFactory.DEFAULT),
                        HttpRequest.GET("/"),
                        HttpResponse.ok(),
                        Argument.of(ExportFileWriter.ExportFile.class),
                        MediaType.APPLICATION_JSON_TYPE,
                        new ExportFileWriter.ExportFile(source));
    }

    /** So many bytes, no more than a few at once. */
    private static final class Source extends InputStream {

        private final int size;
        private final int most;
        private final AtomicInteger read = new AtomicInteger();
        private final CountDownLatch closed = new CountDownLatch(1);
        private int failsAt = Integer.MAX_VALUE;

        Source(int size, int most) {
            this.size = size;
            this.most = most;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException();
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (read.get() >= failsAt) {
                throw new IllegalStateException("the source is gone");
            }
            int count = Math.min(Math.min(length, most), size - read.get());
            if (count == 0) {
                return length == 0 ? 0 : -1;
            }
            Arrays.fill(target, offset, offset + count, (byte) 'a');
            read.addAndGet(count);
            return count;
        }

        boolean isClosed() throws InterruptedException {
            return closed.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }

        @Override
        public void close() {
            closed.countDown();
        }
    }
}
