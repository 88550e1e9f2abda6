package dev.signalbox.wire.openapi;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/** The statuses of refused requests, each described once. */
final class Refusals {
  /** What any request can meet, whatever it asks for. */
  private static final List<Integer> ALWAYS = List.of(400, 414, 431, 500);

  private Refusals() {}

  /** All statuses with which {@code operation} can be refused. */
  static SortedSet<Integer> of(Operation operation) {
    SortedSet<Integer> statuses = new TreeSet<>(ALWAYS);
    statuses.addAll(operation.refusals());
    return statuses;
  }

  /** What a status means here. */
  static String meaning(int status) {
    return switch (status) {
      case 400 -> "It can't be read: broken HTTP, no JSON, a bad query or header.";
      case 403 -> "It comes from a page of elsewhere, or to a name that is not the hub's.";
      case 404 -> "There is no such board, part or address.";
      case 409 -> "It is at odds with how things stand.";
      case 412 -> "It changed since the ETag of If-Match.";
      case 413 -> "The body is too long.";
      case 414 -> "The request line is too long.";
      case 415 -> "The body is of a media type that is not read.";
      case 422 -> "Right in form, wrong in content: 'violations' says which and why.";
      case 429 -> "Too many commands from this address.";
      case 431 -> "The headers are too long.";
      case 500 -> "The hub is at fault.";
      case 503 -> "Not now: a board is offline, or the hub is busy or stopping.";
      default -> throw new IllegalArgumentException("status " + status + " has no meaning here");
    };
  }

  /** The answers with these statuses, by status. */
  static Map<String, Object> components(Collection<Integer> statuses) {
    Map<String, Object> components = new LinkedHashMap<>();
    statuses.forEach(status -> components.put(Integer.toString(status), component(status)));
    return components;
  }

  private static Map<String, Object> component(int status) {
    Map<String, Object> refusal = Tree.object("description", meaning(status));
    if (status == 429 || status == 503) {
      refusal.put(
          "headers",
          Tree.object(
              "Retry-After",
              Tree.object(
                  "description",
                  "After how many seconds to try again.",
                  "required",
                  true,
                  "schema",
                  Tree.object("type", "integer", "minimum", 1))));
    }
    refusal.put("content", Payload.PROBLEM.content());
    return refusal;
  }
}
