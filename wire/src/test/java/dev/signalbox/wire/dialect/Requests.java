package dev.signalbox.wire.dialect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Requests, as short as a test wants to say them. */
final class Requests {
  private Requests() {}

  /** GET of a path, perhaps with a query of plain arguments. */
  static Request get(String target) {
    return get(target, DialectStage.ADDRESS);
  }

  static Request get(String target, String address) {
    return of("GET", target, new byte[0], address);
  }

  static Request of(String method, String target, String body) {
    return of(method, target, body.getBytes(StandardCharsets.UTF_8), DialectStage.ADDRESS);
  }

  static Request of(String method, String target, byte[] body) {
    return of(method, target, body, DialectStage.ADDRESS);
  }

  private static Request of(String method, String target, byte[] body, String address) {
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    List<Request.Argument> query = new ArrayList<>();
    if (mark >= 0) {
      for (String argument : target.substring(mark + 1).split("&", -1)) {
        int equals = argument.indexOf('=');
        query.add(
            equals < 0
                ? new Request.Argument(argument, "")
                : new Request.Argument(
                    argument.substring(0, equals), argument.substring(equals + 1)));
      }
    }
    return new Request(method, path, query, DialectStage.HOST, address, Payload.of(body));
  }

  /** The same request to another name of the hub. */
  static Request toHost(Request request, String host) {
    return new Request(
        request.method(), request.path(), request.query(), host, request.client(), request.body());
  }
}
