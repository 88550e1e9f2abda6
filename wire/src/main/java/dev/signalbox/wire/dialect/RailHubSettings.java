package dev.signalbox.wire.dialect;

import java.time.Duration;
import java.util.Optional;

/**
 * How RailHub's formats are spoken.
 *
 * @param broadcast the time from one frame to the next where nothing changes, 20 ms to 60 s
 * @param clients how many WebSockets there can be at a time; 0 for any number
 * @param groups how many groups the board can have, as the refusal of one more tells it
 * @param page what is served at {@code /}; empty where the dialect is not alone on its listener
 */
public record RailHubSettings(
    Format format, Duration broadcast, int clients, int groups, Optional<Page> page) {
  /** Changes within this time share a frame. */
  static final Duration GAP = Duration.ofMillis(20);

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int MOST_GROUPS = 256;

  /** As the firmware for the ESP8266 speaks, for any number of clients. */
  public static final RailHubSettings DEFAULT =
      new RailHubSettings(Format.DEFAULT, Duration.ofMillis(500), 0, 4, Optional.empty());

  /**
   * @throws IllegalArgumentException that names the value that is out of range
   */
  public RailHubSettings {
    if (broadcast.compareTo(GAP) < 0 || broadcast.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException("broadcast " + broadcast + " must be 20 ms to 60 s");
    }
    if (clients < 0) {
      throw new IllegalArgumentException("clients " + clients + " must be 0 or more");
    }
    if (groups < 0 || groups > MOST_GROUPS) {
      throw new IllegalArgumentException("groups " + groups + " must be 0 to " + MOST_GROUPS);
    }
  }

  /**
   * Which firmware it is, and where its code and its document differ, which of them is followed.
   */
  public record Format(Variant variant, UptimeUnit uptime, GroupOutputs groupOutputs) {
    /** As the code of the firmware for the ESP8266. */
    public static final Format DEFAULT =
        new Format(Variant.ESP8266, UptimeUnit.MILLISECONDS, GroupOutputs.PINS);
  }

  /** The two firmwares. */
  public enum Variant {
    /** Knows no groups. */
    ESP32,
    /** Knows groups. */
    ESP8266
  }

  /** What {@code uptime} counts. */
  public enum UptimeUnit {
    /** As in the firmware's code. */
    MILLISECONDS,
    /** As in its document. */
    SECONDS
  }

  /** What the {@code outputs} of a group are. */
  public enum GroupOutputs {
    /** Their pins, as in the firmware's code. */
    PINS,
    /** Their places among the outputs, from 0, as in its document. */
    INDICES
  }

  /**
   * The page of the board.
   *
   * @param wsPort where the page finds the WebSocket; 0 where it is to ask for the status instead
   */
  public record Page(int wsPort) {
    /**
     * @throws IllegalArgumentException if {@code wsPort} is no port
     */
    public Page {
      if (wsPort < 0 || wsPort > 65_535) {
        throw new IllegalArgumentException("wsPort " + wsPort + " must be 0 to 65535");
      }
    }
  }
}
