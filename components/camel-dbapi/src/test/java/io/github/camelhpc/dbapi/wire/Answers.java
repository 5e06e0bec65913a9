package io.github.camelhpc.dbapi.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.camelhpc.dbapi.model.ResourceResult;
import java.io.ByteArrayInputStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Answers as tests write and read them. */
public final class Answers {

  /** The example of the service's documentation (facts/dbapi.md §2.1). */
  public static final String DOCUMENTED =
      """
      { "status":{ "total":10, "matched":1, "processed":10, "completed":true, "aborted":false,
       "hasErrors":"false" }, "result":[ { "signature":"vm#cumulus1-lab-vm2",
       "name":"cumulus-lab-vm2", "memory":{ "type":"scalar", "name":"Memory", "unit":"",
       "data":"204800" }, "cpu Usage":[ { "type":"timeseries", "name":"cpu usage", "unit":"",
       "interval":60, "start":"20140713_230100", "data":[ 24.00, 33.00, 68.00, null, 4.00 ] } ] } ]
       }
      """;

  private Answers() {}

  public static AnswerReader reader(String json) {
    return reader(json, ZoneOffset.UTC);
  }

  public static AnswerReader reader(String json, ZoneOffset offset) {
    return new AnswerReader(new ByteArrayInputStream(json.getBytes(UTF_8)), offset);
  }

  /** All results of an answer. */
  public static List<ResourceResult> results(String json) {
    List<ResourceResult> results = new ArrayList<>();
    reader(json).forEachRemaining(results::add);
    return results;
  }

  /** The one result of an answer that has this resource only. */
  public static ResourceResult resource(String json) {
    return results("{\"result\":" + json + "}").get(0);
  }
}
