package dev.signalbox.wire.dialect;

import java.util.List;

/**
 * A whole request.
 *
 * @param method in capitals
 * @param path without the query
 * @param query the decoded arguments, in order
 * @param host what the client calls the hub: the value of {@code Host}, with the port if it gave
 *     one
 * @param client the address that it comes from
 * @param body at most 64 KiB
 */
public record Request(
    String method, String path, List<Argument> query, String host, String client, Payload body) {
  /** One argument of a query. */
  public record Argument(String name, String value) {}

  public Request {
    query = List.copyOf(query);
  }
}
