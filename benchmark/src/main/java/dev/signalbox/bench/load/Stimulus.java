package dev.signalbox.bench.load;

import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * A request that makes a server tell its clients something, with a number from 10 to 99 by which
 * what they are told is known again.
 *
 * @param method of HTTP
 * @param address {@code http://…}
 * @param body empty for none
 * @param lookFor what stands in a message right before the number
 */
public record Stimulus(String method, String address, String body, String lookFor) {
  /** What stands for the number in the address and the body. */
  public static final String NUMBER = "{n}";

  static final int LEAST = 10;
  static final int MOST = 99;

  /**
   * @throws IllegalArgumentException with a sentence for the user if it can't work
   */
  public Stimulus {
    if (!method.matches("[A-Z]{1,10}")) {
      throw new IllegalArgumentException("'" + method + "' is no method of HTTP.");
    }
    if (!(address + body).contains(NUMBER)) {
      throw new IllegalArgumentException(
          "Neither address nor body has "
              + NUMBER
              + ", so that no answer could be told from the next.");
    }
    if (lookFor.isEmpty()) {
      throw new IllegalArgumentException("Say what stands right before the number in a message.");
    }
    Target.of(address.replace(NUMBER, Integer.toString(LEAST)));
  }

  Target target() {
    return Target.of(address.replace(NUMBER, Integer.toString(LEAST)));
  }

  byte[] request(int number) {
    String digits = Integer.toString(number);
    URI uri = URI.create(address.replace(NUMBER, digits));
    byte[] content = body.replace(NUMBER, digits).getBytes(StandardCharsets.UTF_8);
    String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    String head =
        "%s %s HTTP/1.1\r\nHost: %s:%d\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
            .formatted(
                method, uri.getRawPath() + query, uri.getHost(), target().port(), content.length);
    byte[] start = head.getBytes(StandardCharsets.US_ASCII);
    byte[] whole = java.util.Arrays.copyOf(start, start.length + content.length);
    System.arraycopy(content, 0, whole, start.length, content.length);
    return whole;
  }
}
