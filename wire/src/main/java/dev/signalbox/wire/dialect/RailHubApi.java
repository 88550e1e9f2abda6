package dev.signalbox.wire.dialect;

import java.util.Optional;

/** What RailHub can be asked to do: by a POST, or by the same name over a WebSocket. */
enum RailHubApi {
  CONTROL("control", "Output not found"),
  NAME("name", "Output not found"),
  INTERVAL("interval", "Output not found"),
  CREATE("chasing/create", "Group not found"),
  DELETE("chasing/delete", "Group not found"),
  RENAME("chasing/name", "Group not found"),
  RESET("reset", "Board not found");

  private static final String ROOT = "/api/";

  private final String name;
  private final String missing;

  RailHubApi(String name, String missing) {
    this.name = name;
    this.missing = missing;
  }

  static Optional<RailHubApi> named(String name) {
    for (RailHubApi api : values()) {
      if (api.name.equals(name)) {
        return Optional.of(api);
      }
    }
    return Optional.empty();
  }

  static Optional<RailHubApi> at(String path) {
    return path.startsWith(ROOT) ? named(path.substring(ROOT.length())) : Optional.empty();
  }

  String path() {
    return ROOT + name;
  }

  /** What is said where that which it is about is not there. */
  String missing() {
    return missing;
  }
}
