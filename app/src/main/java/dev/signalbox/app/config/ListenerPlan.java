package dev.signalbox.app.config;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.wire.dialect.EventBusDialect;
import dev.signalbox.wire.dialect.RailHubSettings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A board that answers as a firmware does, at ports of its own.
 *
 * @param bind where it is listened for; empty where the hub is
 * @param port for requests; empty for none
 * @param mdns its name in the network, without {@code .local}; empty for the hub's
 */
public record ListenerPlan(
    BoardId board,
    Optional<String> bind,
    Optional<Integer> port,
    Optional<String> mdns,
    Format format) {

  /** Whose formats it speaks, and how. */
  public sealed interface Format {
    /** What people call these formats. */
    String title();

    /** Whether a board of this kind can speak so. */
    boolean fits(BoardPlan.Kind kind);
  }

  /**
   * The counter's.
   *
   * @param clients how many streams there can be at a time; 0 for any number
   */
  public record CounterFormat(int clients) implements Format {
    @Override
    public String title() {
      return "counter";
    }

    @Override
    public boolean fits(BoardPlan.Kind kind) {
      return kind instanceof BoardPlan.CounterKind;
    }
  }

  /**
   * The LED's.
   *
   * @param clients how many streams there can be at a time; 0 for any number
   */
  public record LedFormat(int clients) implements Format {
    @Override
    public String title() {
      return "LED";
    }

    @Override
    public boolean fits(BoardPlan.Kind kind) {
      return kind instanceof BoardPlan.ToggleKind;
    }
  }

  /**
   * The sensor event bus's.
   *
   * @param channels how many clients can be subscribed
   * @param keepAlive the time from one keep-alive to the next
   */
  public record EventBusFormat(int channels, Duration keepAlive) implements Format {
    /** As the firmware has it. */
    static final EventBusFormat DEFAULT =
        new EventBusFormat(
            EventBusDialect.Settings.DEFAULT.channels(),
            EventBusDialect.Settings.DEFAULT.keepAlive());

    @Override
    public String title() {
      return "event bus";
    }

    @Override
    public boolean fits(BoardPlan.Kind kind) {
      return kind instanceof BoardPlan.SensorsKind;
    }
  }

  /**
   * RailHub's.
   *
   * @param broadcast the time from one frame to the next where nothing changes
   * @param clients how many WebSockets there can be at a time; 0 for any number
   * @param wsPort for WebSockets; empty for none
   */
  public record RailHubFormat(
      RailHubSettings.Format format, Duration broadcast, int clients, Optional<Integer> wsPort)
      implements Format {
    /** As the firmware for the ESP8266 has it, without a port. */
    static final RailHubFormat DEFAULT =
        new RailHubFormat(
            RailHubSettings.DEFAULT.format(),
            RailHubSettings.DEFAULT.broadcast(),
            RailHubSettings.DEFAULT.clients(),
            Optional.empty());

    @Override
    public String title() {
      return "RailHub";
    }

    @Override
    public boolean fits(BoardPlan.Kind kind) {
      return kind instanceof BoardPlan.OutputsKind;
    }
  }

  /** All formats, as they are where nothing is said of them. */
  public static final List<Format> FORMATS =
      List.of(
          new CounterFormat(0), new LedFormat(0), EventBusFormat.DEFAULT, RailHubFormat.DEFAULT);

  /** A board that speaks so on the hub's own listener alone. */
  public static ListenerPlan withoutPorts(BoardId board, Format format) {
    return new ListenerPlan(board, Optional.empty(), Optional.empty(), Optional.empty(), format);
  }

  /** What people call it. */
  public String title() {
    return format.title() + " for " + board.value();
  }

  /** The port for WebSockets; empty for none. */
  public Optional<Integer> wsPort() {
    return switch (format) {
      case RailHubFormat railHub -> railHub.wsPort();
      case CounterFormat _, LedFormat _, EventBusFormat _ -> Optional.empty();
    };
  }

  /**
   * Where it is listened for.
   *
   * @param hubBind where the hub is
   */
  public List<Endpoint> endpoints(String hubBind) {
    return Stream.concat(port.stream(), wsPort().stream())
        .map(each -> new Endpoint(bind.orElse(hubBind), each))
        .toList();
  }

  /** The same at ports that are free. */
  public ListenerPlan atAnyPort() {
    Format anywhere =
        switch (format) {
          case RailHubFormat(var spoken, var broadcast, var clients, var wsPort) ->
              new RailHubFormat(spoken, broadcast, clients, wsPort.map(_ -> 0));
          case CounterFormat _, LedFormat _, EventBusFormat _ -> format;
        };
    return new ListenerPlan(board, bind, port.map(_ -> 0), mdns, anywhere);
  }
}
