package io.github.camelhpc.test.fault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The table of faults and components in docs/reliability.md, made of the rows of the suite. */
public final class FaultTable {

  private static final Pattern SECTION =
      Pattern.compile("(<!-- faults: generated -->\n).*?(<!-- faults: end -->)", Pattern.DOTALL);

  private FaultTable() {}

  /** The page with its table made anew. */
  public static String updated(String page) {
    Matcher section = SECTION.matcher(page);
    if (!section.find()) {
      throw new IllegalStateException("docs/reliability.md has no section faults: generated");
    }
    return section.replaceFirst("$1" + Matcher.quoteReplacement(table()) + "$2");
  }

  private static String table() {
    StringBuilder table = new StringBuilder("| the server |");
    for (FaultyService service : FaultyService.values()) {
      table.append(" `").append(service.scheme()).append("` |");
    }
    table.append("\n|---|").append("---|".repeat(FaultyService.values().length)).append('\n');
    for (Fault fault : Faults.all()) {
      table.append("| ").append(fault.name()).append(" |");
      for (FaultyService service : FaultyService.values()) {
        table.append(' ').append(cell(fault, service)).append(" |");
      }
      table.append('\n');
    }
    return table.toString();
  }

  /** The outcome that all calls have, or each with the calls that have it. */
  private static String cell(Fault fault, FaultyService service) {
    Map<String, List<String>> calls = new LinkedHashMap<>();
    for (Call call : Call.values()) {
      calls
          .computeIfAbsent(fault.outcome(service, call).text(), text -> new ArrayList<>())
          .add(call.text());
    }
    if (calls.size() == 1) {
      return calls.keySet().iterator().next();
    }
    List<String> parts = new ArrayList<>();
    calls.forEach((text, who) -> parts.add(String.join(", ", who) + ": " + text));
    return String.join("; ", parts);
  }
}
