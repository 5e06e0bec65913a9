package io.github.camelhpc.benchmarks.byhand;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.Body;

/** Reads the envelopes of the echo service's answers. */
@ApplicationScoped
@Named
@Unremovable
@RegisterForReflection
public class EchoAnswer {

  private static final Pattern USER_DATA =
      Pattern.compile("<HPCServer2008_Broker_UserDataNS[^>]*>([^<]*)<");
  private static final Pattern OUTPUT = Pattern.compile("<EchoResult>([^<]*)<");

  /** The user data and the output, or nothing if it is the message at the end. */
  public String read(@Body String envelope) {
    Matcher userData = USER_DATA.matcher(envelope);
    Matcher output = OUTPUT.matcher(envelope);
    return userData.find() && output.find() ? userData.group(1) + "=" + output.group(1) + ";" : "";
  }
}
