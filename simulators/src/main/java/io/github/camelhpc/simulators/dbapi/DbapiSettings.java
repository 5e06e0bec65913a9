package io.github.camelhpc.simulators.dbapi;

import io.github.camelhpc.simulators.dbapi.data.DataSet;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** The detail view server that is simulated. Every setting has a default that suits a test. */
public final class DbapiSettings {

  private static final Pattern NOTHING = Pattern.compile("(?!)");

  private final Map<String, DataSet> dataSets = new LinkedHashMap<>();
  private final AnswerForm answers = new AnswerForm();
  private String prefix = "";
  private ZoneId zone = ZoneOffset.UTC;
  private Duration inputIntervalUnit = Duration.ofMinutes(1);
  private KeycloakClient client = KeycloakClient.defaults();
  private Duration tokenLifetime = Duration.ofMinutes(5);
  private boolean licensed = true;
  private Duration resourceTime = Duration.ZERO;
  private int runningRequests = 4;
  private int waitingRequests = 100;
  private Duration resultLifetime = Duration.ofMinutes(10);
  private boolean readOnce;
  private Pattern neverCompleting = NOTHING;
  private Pattern withErrors = NOTHING;
  private Pattern failing = NOTHING;

  /**
   * What {@code dbapi.do} stands below, {@code /clearsightadvanced} for example; empty by default.
   */
  public DbapiSettings prefix(String path) {
    if (!path.matches("(/[A-Za-z0-9._-]+)*")) {
      throw new IllegalArgumentException(
          "The prefix must be empty or like /clearsightadvanced, not '" + path + "'.");
    }
    prefix = path;
    return this;
  }

  /** The time zone of the server, for times without utcOffset; UTC by default. */
  public DbapiSettings zone(ZoneId value) {
    zone = Objects.requireNonNull(value, "The server needs a time zone.");
    return this;
  }

  /**
   * Adds a data set, or replaces the one of the same name. Without any there is {@link
   * DataSet#standard} as {@code defaultDs}, with 10 virtual machines and a sample a minute.
   */
  public DbapiSettings dataSet(DataSet dataSet) {
    dataSets.put(dataSet.name(), dataSet);
    return this;
  }

  /** Settings for the form of answers. */
  public DbapiSettings answers(Consumer<AnswerForm> change) {
    change.accept(answers);
    return this;
  }

  /** What an interval of 1 means in createOrUpdateResourceData; a minute by default. */
  public DbapiSettings inputIntervalUnit(Duration unit) {
    if (unit.toSeconds() < 1) {
      throw new IllegalArgumentException("The unit of intervals must be a second at least.");
    }
    inputIntervalUnit = unit;
    return this;
  }

  /**
   * Who gets tokens at {@code /auth/realms/{realm}/protocol/openid-connect/token}; by default
   * {@code dbapi-client} with the secret {@code dbapi-secret} in the realm {@code vsp360}.
   */
  public DbapiSettings client(String realm, String clientId, String clientSecret) {
    client = new KeycloakClient(realm, clientId, clientSecret);
    return this;
  }

  /** How long a token is accepted, 5 minutes by default. */
  public DbapiSettings tokenLifetime(Duration lifetime) {
    if (lifetime.toSeconds() < 1) {
      throw new IllegalArgumentException("A token must live for a second at least.");
    }
    tokenLifetime = lifetime;
    return this;
  }

  /** Whether there is a valid licence; true by default. */
  public DbapiSettings licensed(boolean valid) {
    licensed = valid;
    return this;
  }

  /** How long a query takes for each resource it looks at; no time by default. */
  public DbapiSettings resourceTime(Duration time) {
    resourceTime = notNegative("The time for a resource", time);
    return this;
  }

  /** How many queries are processed at a time, 4 by default. */
  public DbapiSettings runningRequests(int count) {
    if (count < 1) {
      throw new IllegalArgumentException("At least one query must be processed at a time.");
    }
    runningRequests = count;
    return this;
  }

  /** How many queries wait to be processed, 100 by default; any more are answered by 500. */
  public DbapiSettings waitingRequests(int count) {
    if (count < 0) {
      throw new IllegalArgumentException("There cannot be " + count + " queries that wait.");
    }
    waitingRequests = count;
    return this;
  }

  /** How long the result of a query is kept after the query has ended, 10 minutes by default. */
  public DbapiSettings resultLifetime(Duration lifetime) {
    resultLifetime = notNegative("The life time of results", lifetime);
    return this;
  }

  /** Whether a result is forgotten when its last part was given; false by default. */
  public DbapiSettings readOnce(boolean once) {
    readOnce = once;
    return this;
  }

  /**
   * Queries that never become complete: those in which this regular expression is found; none by
   * default. They process all resources but the last one.
   */
  public DbapiSettings neverCompleting(String regex) {
    neverCompleting = Pattern.compile(regex);
    return this;
  }

  /** Queries that end with hasErrors true; none by default. */
  public DbapiSettings withErrors(String regex) {
    withErrors = Pattern.compile(regex);
    return this;
  }

  /** Queries that end with an internal error; none by default. */
  public DbapiSettings failing(String regex) {
    failing = Pattern.compile(regex);
    return this;
  }

  private static Duration notNegative(String what, Duration value) {
    if (value.isNegative()) {
      throw new IllegalArgumentException(what + " cannot be negative.");
    }
    return value;
  }

  public String prefix() {
    return prefix;
  }

  public ZoneId zone() {
    return zone;
  }

  public Collection<DataSet> dataSets() {
    return dataSets.isEmpty()
        ? List.of(DataSet.standard("defaultDs", 10, Duration.ofMinutes(1)))
        : List.copyOf(dataSets.values());
  }

  public AnswerForm answers() {
    return answers;
  }

  public Duration inputIntervalUnit() {
    return inputIntervalUnit;
  }

  public KeycloakClient client() {
    return client;
  }

  public Duration tokenLifetime() {
    return tokenLifetime;
  }

  public boolean licensed() {
    return licensed;
  }

  public Duration resourceTime() {
    return resourceTime;
  }

  public int runningRequests() {
    return runningRequests;
  }

  public int waitingRequests() {
    return waitingRequests;
  }

  public Duration resultLifetime() {
    return resultLifetime;
  }

  public boolean readOnce() {
    return readOnce;
  }

  /** Whether this query never becomes complete. */
  public boolean isNeverCompleting(String query) {
    return neverCompleting.matcher(query).find();
  }

  /** Whether this query ends with hasErrors true. */
  public boolean hasErrors(String query) {
    return withErrors.matcher(query).find();
  }

  /** Whether this query ends with an internal error. */
  public boolean isFailing(String query) {
    return failing.matcher(query).find();
  }
}
