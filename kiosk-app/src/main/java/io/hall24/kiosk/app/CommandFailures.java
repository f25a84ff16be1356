package io.hall24.kiosk.app;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Ends a command that failed: one message on stderr and the exit code that fits. */
final class CommandFailures implements IExecutionExceptionHandler {
  private static final Logger LOG = LoggerFactory.getLogger(CommandFailures.class);

  CommandFailures() {}

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    LOG.debug("{} failed", command.getCommandName(), failure);
    var err = command.getErr();
    String name = command.getCommandSpec().qualifiedName();
    return switch (failure) {
      case WrongInput wrong -> {
        err.println(name + ": " + wrong.getMessage());
        yield ExitCode.USAGE.number();
      }
      case CannotOpen closed -> {
        err.println(name + ": " + closed.getMessage() + "\n" + closed.remedy());
        yield ExitCode.UNAVAILABLE.number();
      }
      case InterruptedException _ -> {
        Thread.currentThread().interrupt();
        err.println(name + ": interrupted");
        yield ExitCode.UNAVAILABLE.number();
      }
      default -> {
        err.println(name + ": " + failure);
        yield ExitCode.UNAVAILABLE.number();
      }
    };
  }
}
