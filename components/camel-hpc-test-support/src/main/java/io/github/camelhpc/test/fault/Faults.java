package io.github.camelhpc.test.fault;

import static io.github.camelhpc.test.fault.Call.CHANGE;
import static io.github.camelhpc.test.fault.Call.READ;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** All faults: the rows of the suite, and of the table in docs/reliability.md. */
public final class Faults {

  private Faults() {}

  /** The rows in their order. */
  public static List<Fault> all() {
    return Stream.concat(
            Stream.of(connections(), encryption(), refusals(), throttling()).flatMap(List::stream),
            inBodies().stream())
        .toList();
  }

  /** The rows that depend on the format of the answers. */
  public static List<Fault> inBodies() {
    return Stream.of(sizes(), contents(), hostile()).flatMap(List::stream).toList();
  }

  private static List<Fault> connections() {
    return List.of(
        Fault.of("refuses the connection", Transport.REFUSED, Ending.CANNOT_CONNECT),
        Fault.passing("resets the connection before the answer", Damages::reset, Ending.BROKEN_OFF),
        Fault.passing(
            "closes the connection before the answer", Damages::closed, Ending.BROKEN_OFF),
        Fault.passing(
            "resets the connection in the headers", Damages::resetInHeaders, Ending.BROKEN_OFF),
        bodyFault("resets the connection in the body", Damages::resetInBody, Ending.BROKEN_OFF),
        bodyFault("closes the connection in the body", Damages::closedInBody, Ending.BROKEN_OFF),
        Fault.passing("is silent", Damages::silence, Ending.TIMED_OUT),
        Fault.passing("stops in the headers", Damages::stalledHeaders, Ending.TIMED_OUT),
        bodyFault("stops in the body", Damages::stalledBody, Ending.TIMED_OUT));
  }

  private static List<Fault> encryption() {
    return List.of(
        Fault.of("speaks no TLS", Transport.NOT_TLS, Ending.TLS_FAILED),
        Fault.of(
            "speaks no common TLS version", Transport.NO_COMMON_VERSION, Ending.NO_TLS_VERSION),
        Fault.of(
            "has a certificate of an unknown authority",
            Transport.UNKNOWN_AUTHORITY,
            Ending.UNTRUSTED),
        Fault.of("has another host's certificate", Transport.WRONG_HOST, Ending.TLS_FAILED));
  }

  private static List<Fault> refusals() {
    return List.of(
        Fault.last(
                "lets the credentials expire in mid-paging", Damages::expiredToken, Ending.HTTP_401)
            .unless(FaultyService.AZBATCH, Outcome.twice(Ending.DELIVERED), Call.values())
            .unless(FaultyService.DBAPI, Outcome.twice(Ending.DELIVERED), Call.values()),
        Fault.last(
                "does not keep the page, batch or request that is asked for",
                () -> Damages.FORGOTTEN,
                Ending.HTTP_400)
            .unless(FaultyService.DBAPI, Outcome.once(Ending.HTTP_404), Call.values())
            .unless(
                FaultyService.DBAPI,
                Outcome.once(Ending.HTTP_404).then(Outcome.Then.ENDS),
                Call.POLL),
        status(401, Ending.HTTP_401)
            .unless(FaultyService.AZBATCH, Outcome.twice(Ending.HTTP_401), Call.values())
            .unless(FaultyService.DBAPI, Outcome.twice(Ending.HTTP_401), Call.values()),
        status(403, Ending.HTTP_403),
        status(404, Ending.HTTP_404),
        status(409, Ending.HTTP_409),
        status(413, Ending.HTTP_413),
        status(500, Ending.HTTP_500),
        Fault.passing("answers 503", () -> Damages.status(503), Ending.HTTP_503));
  }

  private static Fault status(int status, Ending ending) {
    return Fault.last("answers " + status, () -> Damages.status(status), ending);
  }

  private static List<Fault> throttling() {
    return List.of(
        leftAlone("3600"),
        leftAlone("1000000000000"),
        leftAlone("Fri, 31 Dec 9999 23:59:59 GMT"),
        askedAgain("-1"),
        askedAgain("soon"),
        askedAgain("Mon, 01 Jan 1990 00:00:00 GMT"));
  }

  /** Consumers that watch a list send nothing for that time, at most for an hour. */
  private static Fault leftAlone(String retryAfter) {
    Outcome pausing = Outcome.once(Ending.HTTP_429).then(Outcome.Then.PAUSES);
    return Fault.last(
            "answers 429, `Retry-After: " + retryAfter + "`",
            () -> Damages.status(429, "Retry-After: " + retryAfter),
            Ending.HTTP_429)
        .unless(FaultyService.HPCPACK, pausing, Call.POLL)
        .unless(FaultyService.AZBATCH, pausing, Call.POLL);
  }

  private static Fault askedAgain(String retryAfter) {
    return Fault.passing(
        "answers 429, `Retry-After: " + retryAfter + "`",
        () -> Damages.status(429, "Retry-After: " + retryAfter),
        Ending.HTTP_429);
  }

  private static List<Fault> sizes() {
    return List.of(
        tooLarge("sends a body without end", () -> Damages.endless(200)),
        Fault.last(
            "answers 500 with a body without end", () -> Damages.endless(500), Ending.HTTP_500),
        tooLarge("sends 1 GB packed by gzip", Damages::bomb),
        tooLarge("sends 1 GB packed by gzip twice", Damages::nestedBomb),
        Fault.passing("sends a header of 10 MB", Damages::hugeHeader, Ending.HEADERS_TOO_LARGE),
        Fault.passing("sends 10,000 headers", Damages::manyHeaders, Ending.HEADERS_TOO_LARGE));
  }

  private static List<Fault> contents() {
    return List.of(
        bodyFault("answers 200 with an HTML page to log in", Damages::loginPage, Ending.UNREADABLE),
        bodyFault("sends half of the JSON or XML", Damages::truncated, Ending.UNREADABLE),
        bodyFault("sends malformed JSON or XML", Damages::malformed, Ending.UNREADABLE),
        bodyFault("sends more than the length says", Damages::lengthTooShort, Ending.UNREADABLE),
        bodyFault("sends bytes that are no UTF-8", Damages::invalidByte, Ending.UNREADABLE),
        Fault.last(
            "says UTF-16 and sends UTF-8",
            () -> Damages.declaredCharset("utf-16"),
            Ending.DELIVERED),
        Fault.last(
            "says an encoding that nobody knows",
            () -> Damages.declaredCharset("x-nobody-knows"),
            Ending.DELIVERED));
  }

  private static List<Fault> hostile() {
    return List.of(
        redirect("http://evil.example/"),
        redirect("//evil.example/"),
        redirect("https:evil.example"),
        redirect("http://127.0.0.1@evil.example/"),
        redirect("http://127.0.0.1:1/"),
        bodyFault("sends a document type with entities", Damages::documentType, Ending.UNREADABLE),
        bodyFault("nests JSON or XML 10,000 levels deep", Damages::nested, Ending.UNREADABLE));
  }

  /** What is asked for by POST is not redirected at all. */
  private static Fault redirect(String location) {
    return new Fault(
            "redirects to `" + location + "`",
            Transport.PLAIN,
            () -> Damages.status(302, "Location: " + location),
            Outcome.once(Ending.HTTP_302),
            Outcome.once(Ending.FOREIGN_HOST),
            Map.of())
        .unless(FaultyService.DBAPI, Outcome.once(Ending.FOREIGN_HOST), CHANGE);
  }

  /** Something is wrong with a body: Azure Batch answers changes without one that is read. */
  private static Fault bodyFault(String name, Supplier<Damage> damage, Ending ending) {
    return Fault.last(name, damage, ending)
        .unless(FaultyService.AZBATCH, Outcome.once(Ending.DELIVERED), CHANGE);
  }

  /** The status of a batch is one word: no more than a kilobyte is read of it. */
  private static Fault tooLarge(String name, Supplier<Damage> damage) {
    return bodyFault(name, damage, Ending.TOO_LARGE)
        .unless(FaultyService.HPCSOA, Outcome.once(Ending.UNREADABLE), READ);
  }
}
