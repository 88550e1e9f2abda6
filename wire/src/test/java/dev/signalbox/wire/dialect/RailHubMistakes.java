package dev.signalbox.wire.dialect;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What RailHub's clients can ask for in vain, and what they are told. */
final class RailHubMistakes {
  /** A POST to a path under {@code /api/}, or the same over a WebSocket. */
  record Mistake(String api, String body) {}

  /** The answer. */
  record Told(int status, String error) {}

  static final Told NOT_UNDERSTOOD = new Told(400, "Invalid JSON");
  static final Told NO_OUTPUT = new Told(404, "Output not found");
  static final Told NO_GROUP = new Told(404, "Group not found");
  static final Told OUTPUT_COUNT = new Told(400, "Invalid output count (1-8)");
  static final Told PINS = new Told(400, "Invalid GPIO pin(s)");
  static final Told BLINK = new Told(400, "Invalid interval (0 or 10-65535)");
  static final Told STEP = new Told(400, "Invalid interval (10-65535)");
  static final Told GROUP_ID = new Told(400, "Invalid group id (0-255)");

  /** One of each kind, beside a golden file of that name. */
  static final Map<String, Mistake> NAMED = new LinkedHashMap<>();

  static final Map<Mistake, Told> ALL = new LinkedHashMap<>();

  private static final String GOOD = "\"groupId\":0,\"interval\":300,\"outputs\":[4]";

  static {
    named("json", "control", "{\"pin\":4", NOT_UNDERSTOOD);
    named("output", "control", "{\"pin\":99,\"active\":true}", NO_OUTPUT);
    named("group", "chasing/delete", "{\"groupId\":0}", NO_GROUP);
    named("count", "chasing/create", create(0, "300", ""), OUTPUT_COUNT);
    named("pins", "chasing/create", create(0, "300", "4,99"), PINS);
    named("interval", "interval", "{\"pin\":4,\"interval\":9}", BLINK);
    named("step", "chasing/create", create(0, "0", "4"), STEP);
    named("group-id", "chasing/create", create(256, "300", "4"), GROUP_ID);
    notUnderstood();
    outputs();
    intervals();
    groups();
  }

  private RailHubMistakes() {}

  private static void named(String file, String api, String body, Told told) {
    NAMED.put(file, new Mistake(api, body));
    put(api, told, body);
  }

  private static void put(String api, Told told, String... bodies) {
    for (String body : bodies) {
      ALL.put(new Mistake(api, body), told);
    }
  }

  private static String create(int group, String interval, String outputs) {
    return "{\"groupId\":"
        + group
        + ",\"interval\":"
        + interval
        + ",\"outputs\":["
        + outputs
        + "]}";
  }

  private static void notUnderstood() {
    List<String> apis =
        List.of("control", "name", "interval", "chasing/create", "chasing/delete", "chasing/name");
    for (String api : apis) {
      put(api, NOT_UNDERSTOOD, "", " ", "x", "{", "{}", "[]", "null", "true", "4", "\"pin\"");
      put(api, NOT_UNDERSTOOD, "pin=4&active=true", "{\"pin\":4,}", "{\"pin\":4}{}", "{'pin':4}");
      put(
          api,
          NOT_UNDERSTOOD,
          "{\"pin\":4,\"pin\":4}",
          "\u0000",
          "{\"pin\":4}\u0000",
          "{\"a\":1e}");
      put(api, NOT_UNDERSTOOD, "[".repeat(1000), "{\"a\":" + "1".repeat(1000) + "}");
    }
    put("control", NOT_UNDERSTOOD, "{\"pin\":4}", "{\"active\":true}", "{\"pin\":4,\"active\":1}");
    put(
        "control",
        NOT_UNDERSTOOD,
        "{\"pin\":4,\"active\":\"true\"}",
        "{\"pin\":4,\"active\":null}");
    put("control", NOT_UNDERSTOOD, "{\"pin\":\"4\",\"active\":true}");
    put("control", NOT_UNDERSTOOD, "{\"pin\":4,\"active\":true,\"brightness\":\"75\"}");
    put("control", NOT_UNDERSTOOD, "{\"pin\":4,\"active\":true,\"brightness\":[]}");
    put(
        "name",
        NOT_UNDERSTOOD,
        "{\"pin\":4}",
        "{\"pin\":4,\"name\":7}",
        "{\"pin\":4,\"name\":null}");
    put("interval", NOT_UNDERSTOOD, "{\"pin\":4}", "{\"pin\":4,\"interval\":\"500\"}");
    put("chasing/create", NOT_UNDERSTOOD, "{\"groupId\":0,\"interval\":300}");
    put("chasing/create", NOT_UNDERSTOOD, "{\"groupId\":0,\"interval\":300,\"outputs\":4}");
    put("chasing/create", NOT_UNDERSTOOD, "{" + GOOD + ",\"name\":7}", "{\"outputs\":[4]}");
    put("chasing/delete", NOT_UNDERSTOOD, "{\"groupId\":\"3\"}", "{\"groupId\":true}");
    put("chasing/name", NOT_UNDERSTOOD, "{\"groupId\":3}", "{\"groupId\":3,\"name\":{}}");
  }

  private static void outputs() {
    for (String pin : List.of("0", "-4", "4.5", "3", "1e400", "99999999999999999999")) {
      put("control", NO_OUTPUT, "{\"pin\":" + pin + ",\"active\":false}");
      put("name", NO_OUTPUT, "{\"pin\":" + pin + ",\"name\":\"A\"}");
      put("interval", NO_OUTPUT, "{\"pin\":" + pin + ",\"interval\":500}");
      put("chasing/create", PINS, create(0, "300", pin), create(3, "300", "5," + pin));
    }
    put("chasing/create", PINS, create(0, "300", "4,4"), create(0, "300", "4,4.0"));
    put("chasing/create", PINS, create(0, "300", "\"4\""), create(0, "300", "null,[4],{},true"));
    put("chasing/create", OUTPUT_COUNT, create(0, "300", "4,5,12,13,14,16,2,15,4"));
  }

  private static void intervals() {
    for (String ms : List.of("-1", "1", "9", "9.9", "10.5", "65536", "1e9", "-1e400", "1e400")) {
      put("interval", BLINK, "{\"pin\":4,\"interval\":" + ms + "}");
      put("chasing/create", STEP, create(0, ms, "4"));
    }
  }

  private static void groups() {
    for (String group : List.of("-1", "256", "0.5", "1e9", "1e400")) {
      put("chasing/delete", GROUP_ID, "{\"groupId\":" + group + "}");
      put("chasing/name", GROUP_ID, "{\"groupId\":" + group + ",\"name\":\"A\"}");
      put(
          "chasing/create",
          GROUP_ID,
          "{\"groupId\":" + group + ",\"interval\":300,\"outputs\":[4]}");
    }
    for (int group : List.of(0, 1, 255)) {
      put("chasing/delete", NO_GROUP, "{\"groupId\":" + group + "}");
      put("chasing/name", NO_GROUP, "{\"groupId\":" + group + ",\"name\":\"A\"}");
    }
  }
}
