package io.hall24.kiosk.app;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.jul.LevelChangePropagator;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Quiet and on standard error: standard output belongs to what a command answers. {@code
 * HALL24_LOG=INFO} or {@code DEBUG} in the environment tells more. Found by Logback as a service;
 * reading the same from a file would take a tenth of a second of every start.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogSetup extends ContextAwareBase implements Configurator {
  private static final String PATTERN =
      "%d{HH:mm:ss.SSS} %-5level [%thread] %logger{36}: %msg%n%ex";

  /**
   * They warn of what nobody can mend: a character map that no text here needs, once for every font
   * and document; and the words that OpenAPI adds to JSON Schema.
   */
  private static final List<String> TALKATIVE =
      List.of("org.apache.fontbox", "com.networknt.schema");

  /** Made by Logback. */
  public LogSetup() {}

  @Override
  public ExecutionStatus configure(LoggerContext log) {
    var levels = new LevelChangePropagator();
    levels.setContext(log);
    levels.setResetJUL(true);
    levels.start();
    log.addListener(levels);
    TALKATIVE.forEach(name -> log.getLogger(name).setLevel(Level.ERROR));
    Logger root = log.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(
        Level.toLevel(Optional.ofNullable(System.getenv("HALL24_LOG")).orElse(""), Level.WARN));
    root.addAppender(standardError(log));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  private static ConsoleAppender<ILoggingEvent> standardError(LoggerContext log) {
    var lines = new PatternLayoutEncoder();
    lines.setContext(log);
    lines.setCharset(StandardCharsets.UTF_8);
    lines.setPattern(PATTERN);
    lines.start();
    var appender = new ConsoleAppender<ILoggingEvent>();
    appender.setContext(log);
    appender.setName("stderr");
    appender.setTarget("System.err");
    appender.setEncoder(lines);
    appender.start();
    return appender;
  }
}
