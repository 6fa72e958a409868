package dev.preflight.testing;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.encoder.JsonEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;

import org.slf4j.LoggerFactory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** What the server logs while it is listened to, at the level of a server in use. */
public final class ServerLog implements AutoCloseable {

    private static final String PRODUCT = "dev.preflight";

    private final Queue<String> lines = new ConcurrentLinkedQueue<>();
    private final AtomicLong bytes = new AtomicLong();
    private final JsonEncoder encoder = new JsonEncoder();
    private final Map<Logger, Level> levels = new LinkedHashMap<>();
    private final AppenderBase<ILoggingEvent> appender =
            new AppenderBase<>() {
                @Override
                protected void append(ILoggingEvent event) {
                    lines.add(event.getLevel() + " " + event.getFormattedMessage());
                    bytes.addAndGet(encoder.encode(event).length);
                }
            };

    private ServerLog() {}

    /** Listens until it is closed. */
    public static ServerLog listen() {
        ServerLog log = new ServerLog();
        Logger product = (Logger) LoggerFactory.getLogger(PRODUCT);
        for (Logger logger : product.getLoggerContext().getLoggerList()) {
            boolean below = logger.getName().startsWith(PRODUCT + ".");
            if (below && logger.getLevel() != null) {
                log.levels.put(logger, logger.getLevel());
                logger.setLevel(null);
            }
        }
        log.levels.put(product, product.getLevel());
        product.setLevel(Level.INFO);
        // What this provokes is not for the console.
        product.setAdditive(false);
        log.encoder.start();
        log.appender.start();
        product.addAppender(log.appender);
        return log;
    }

    /** Level and message of each event so far. */
    public List<String> lines() {
        return List.copyOf(lines);
    }

    /** How much the events so far take in the log of a server in use, stacks included. */
    public long bytes() {
        return bytes.get();
    }

    @Override
    public void close() {
        Logger product = (Logger) LoggerFactory.getLogger(PRODUCT);
        product.detachAppender(appender);
        product.setAdditive(true);
        levels.forEach(Logger::setLevel);
    }
}
