package io.github.camelhpc.app;

import io.github.camelhpc.azbatch.AzBatchException;
import io.github.camelhpc.dbapi.DbapiException;
import io.github.camelhpc.dbapi.model.FaultKind;
import io.github.camelhpc.hpcpack.HpcPackJobFailedException;
import io.github.camelhpc.hpcsoa.HpcSoaException;
import io.github.camelhpc.support.http.ServiceOperationFailedException;
import io.github.camelhpc.support.operation.InvalidParameterException;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.Map;
import org.apache.camel.CamelExchangeException;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePropertyKey;
import org.apache.camel.processor.ThrottlerRejectedExecutionException;

/** What the failure of an exchange means, and the sentence that says so. */
@ApplicationScoped
@Named("failures")
@RegisterForReflection
public class Failures {

  /**
   * Whether the same request may go well later: the cluster cannot be reached, is busy, or refuses
   * the application's own user. A job that was made but not submitted is none of it, since a second
   * attempt could make a second job.
   */
  public boolean isTemporary(Exchange exchange) {
    return isTemporary(failure(exchange));
  }

  static boolean isTemporary(Throwable failure) {
    if (failure instanceof ServiceOperationFailedException refused) {
      return refusesUser(refused) || isFull(refused) || isTemporary(refused.getStatusCode());
    }
    return failure instanceof IOException;
  }

  private static boolean isTemporary(int status) {
    return status == 401 || status == 408 || status == 429 || status >= 500;
  }

  /** Some services answer bad credentials with 403 (facts/hpcsoa.md §6, facts/azbatch.md §5). */
  private static boolean refusesUser(ServiceOperationFailedException refused) {
    int status = refused.getStatusCode();
    return status == 401 && !(refused instanceof DbapiException)
        || status == 403
            && (refused instanceof HpcSoaException || refused instanceof AzBatchException);
  }

  /** Azure Batch takes no more jobs until others have ended. */
  private static boolean isFull(ServiceOperationFailedException refused) {
    return refused instanceof AzBatchException e && e.hasCode("ActiveJobAndScheduleQuotaReached");
  }

  /**
   * The status to answer with: 400 or 404 if the request is wrong, 403 if the cluster does not
   * allow it, 429 if there are too many, 502 if the cluster fails, 503 if it cannot be reached or
   * is busy, 500 for all else.
   */
  public int httpStatus(Exchange exchange) {
    Throwable failure = failure(exchange);
    if (failure instanceof HpcPackJobFailedException half && half.getCause() != null) {
      failure = half.getCause();
    }
    if (failure instanceof InvalidParameterException) {
      return 400;
    }
    if (failure instanceof ThrottlerRejectedExecutionException) {
      return 429;
    }
    if (failure instanceof ServiceOperationFailedException refused) {
      return httpStatus(refused.getStatusCode());
    }
    return failure instanceof IOException ? 503 : 500;
  }

  private static int httpStatus(int status) {
    return switch (status) {
      case 403, 404 -> status;
      case 408, 429, 503 -> 503;
      // this application's own credentials, not the caller's
      case 401 -> 502;
      default -> status >= 400 && status < 500 ? 400 : 502;
    };
  }

  /** What went wrong and what to change, without a stack trace. */
  public String sentence(Exchange exchange) {
    Throwable failure = failure(exchange);
    if (failure instanceof ServiceOperationFailedException refused) {
      return sentence(refused);
    }
    // the cause speaks of the job alone, the failure also of the route
    boolean isBody = failure instanceof InvalidParameterException && failure.getCause() != null;
    String message = (isBody ? failure.getCause() : failure).getMessage();
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }

  private static String sentence(ServiceOperationFailedException refused) {
    int status = refused.getStatusCode();
    String words = refused.getServiceMessage();
    boolean azure = refused instanceof AzBatchException;
    if (azure && refusesUser(refused)) {
      return "Azure Batch does not accept the account or its key: check"
          + " camel.component.azbatch.account-name and camel.component.azbatch.account-key, and the"
          + " clock of this machine";
    }
    if (refused instanceof DbapiException view && view.getKind() == FaultKind.AUTHORIZATION) {
      return "the detail view server does not accept the user, token or client: check"
          + " camel.component.dbapi.credential-type and the options that it needs";
    }
    if (refusesUser(refused)) {
      String options =
          "camel.component." + (refused instanceof HpcSoaException ? "hpcsoa" : "hpcpack");
      return "the cluster does not accept the user or the password: check "
          + options
          + ".username and "
          + options
          + ".password";
    }
    String reason = words == null || words.isBlank() ? refused.getStatusText() : words;
    return service(refused)
        + (isTemporary(status) ? " failed" : " refused it")
        + " (HTTP status "
        + status
        + ")"
        + (reason == null || reason.isBlank() ? "" : ": " + reason);
  }

  private static String service(ServiceOperationFailedException refused) {
    if (refused instanceof AzBatchException) {
      return "Azure Batch";
    }
    return refused instanceof DbapiException ? "the detail view server" : "the cluster";
  }

  /** The answer to an HTTP request. A defect tells its client nothing of the inside. */
  public Map<String, String> answer(Exchange exchange) {
    String sentence =
        switch (httpStatus(exchange)) {
          case 429 ->
              "more jobs are posted than app.api.submissions-per-second allows: try again in a"
                  + " second";
          case 500 -> "the request failed inside the application; its log says why";
          default -> sentence(exchange);
        };
    return Map.of("error", sentence);
  }

  /** Without what says only which part of a message has failed. */
  private static Throwable failure(Exchange exchange) {
    Throwable failure = exchange.getProperty(ExchangePropertyKey.EXCEPTION_CAUGHT, Throwable.class);
    while (failure instanceof CamelExchangeException && failure.getCause() != null) {
      failure = failure.getCause();
    }
    return failure;
  }
}
