package io.github.camelhpc.app;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.regex.Pattern;
import org.apache.camel.PropertyBindingException;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says in a sentence why the application does not start, which nearly always is a setting. The
 * stack traces, of which there would be two, come when this package logs at level DEBUG.
 */
@LoggingFilter(name = "start-failure")
public final class StartFailureFilter implements Filter {

  private static final Logger LOG = LoggerFactory.getLogger(StartFailureFilter.class);
  private static final String QUARKUS = "io.quarkus.runtime.Application";

  /** What Camel says of a placeholder before it tells the whole value, which can be a password. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(Property with key \\[|Missing .* from the text|Circular reference detected).*");

  /** Says the same as Quarkus does afterwards. */
  private static final String CAMEL = "org.apache.camel.quarkus.main.CamelMainRuntime";

  @Override
  public boolean isLoggable(LogRecord event) {
    if (event.getThrown() == null || LOG.isDebugEnabled()) {
      return true;
    }
    if (QUARKUS.equals(event.getLoggerName()) && event instanceof ExtLogRecord failure) {
      failure.setMessage(
          "The application does not start: " + sentence(event.getThrown()), FormatStyle.NO_FORMAT);
      failure.setThrown(null);
    }
    return !CAMEL.equals(event.getLoggerName());
  }

  static String sentence(Throwable failure) {
    Throwable reason = failure;
    while (reason.getClass() == RuntimeException.class && reason.getCause() != null) {
      reason = reason.getCause();
    }
    if (reason instanceof PropertyBindingException binding) {
      return sentence(binding);
    }
    String message = reason.getMessage();
    if (message != null && PLACEHOLDER.matcher(message).lookingAt()) {
      return "the value of a setting, or a route, has {{ or }} in it, and no setting has the name"
          + " between them: correct it; a password cannot have them";
    }
    return message == null || message.isBlank() ? reason.toString() : message;
  }

  /** Without the value, which can be a password. */
  private static String sentence(PropertyBindingException binding) {
    String prefix = binding.getOptionPrefix();
    String option =
        prefix == null
            ? binding.getPropertyName()
            : prefix.replaceFirst("\\.$", "") + "." + binding.getOptionKey();
    return "the setting "
        + option
        + " cannot be used: there is no such option, or it does not take this value; correct or"
        + " remove it";
  }
}
