package dev.signalbox.wire.dialect;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.Chase;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.Members;
import dev.signalbox.core.model.PartId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a client asks for.
 *
 * <p>A field that is null is as one that is not there. Where one is missing that must be given, or
 * is of another type, the request is not understood; a number may have a fraction only where it is
 * a brightness, which is clamped and cut as the firmware does it.
 *
 * <p>A refusal inside is thrown as a stackless {@link Refused}; it never leaves this class but as a
 * value.
 */
final class RailHubRequest {
  /** What a request comes to. */
  sealed interface Read {
    /** A command, and what is said when it is carried out. */
    record Wanted(Command command, RailHubReply done) implements Read {}

    /** No command comes of it. */
    record Not(RailHubReply reply) implements Read {}
  }

  static final RailHubReply NOT_UNDERSTOOD = RailHubReply.error(400, "Invalid JSON");

  private static final int SHORTEST_MS = 10;
  private static final int LONGEST_MS = 65_535;

  private static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient RailHubReply reply;

    Refused(RailHubReply reply) {
      super("refused", null, false, false);
      this.reply = reply;
    }

    Refused(int status, String text) {
      this(RailHubReply.error(status, text));
    }
  }

  private final RailHubApi api;
  private final Map<?, ?> fields;
  private final BoardId id;
  private final RailHubBoard board;

  private RailHubRequest(RailHubApi api, Map<?, ?> fields, BoardId id, RailHubBoard board) {
    this.api = api;
    this.fields = fields;
    this.id = id;
    this.board = board;
  }

  static Read read(RailHubApi api, Map<?, ?> fields, BoardId id, RailHubBoard board) {
    try {
      return new RailHubRequest(api, fields, id, board).read();
    } catch (Refused refused) {
      return new Read.Not(refused.reply);
    }
  }

  private Read read() {
    return switch (api) {
      case CONTROL -> control();
      case NAME -> name();
      case INTERVAL -> interval();
      case CREATE -> create();
      case DELETE -> new Read.Wanted(new Command.RemovePart(id, group()), RailHubReply.SUCCESS);
      case RENAME -> set(group(), nameOrNone(), RailHubReply.SUCCESS);
      case RESET -> new Read.Wanted(new Command.ResetBoard(id), RailHubReply.RESET);
    };
  }

  private Read control() {
    Map<String, @Nullable Object> set = new LinkedHashMap<>();
    Number pin = number("pin");
    set.put("active", given("active", Boolean.class));
    set.put("brightness", brightness());
    return set(output(pin), set, RailHubReply.OK);
  }

  private int brightness() {
    double brightness = optional("brightness", Number.class).orElse(100).doubleValue();
    return (int) Math.clamp(brightness, 0, 100);
  }

  private Read name() {
    Number pin = number("pin");
    Map<String, @Nullable Object> name = nameOrNone();
    return set(output(pin), name, RailHubReply.SUCCESS);
  }

  private Read interval() {
    Number pin = number("pin");
    Number interval = number("interval");
    PartId output = output(pin);
    if (interval.doubleValue() != 0 && !isInterval(interval)) {
      throw new Refused(400, "Invalid interval (0 or 10-65535)");
    }
    Map<String, @Nullable Object> set = new LinkedHashMap<>();
    set.put("blink", interval.intValue());
    return set(output, set, RailHubReply.SUCCESS);
  }

  private Read create() {
    int group = groupNumber();
    Number interval = number("interval");
    List<?> pins = given("outputs", List.class);
    String name = optional("name", String.class).map(RailHubName::cleaned).orElse("");
    if (!isInterval(interval)) {
      throw new Refused(400, "Invalid interval (10-65535)");
    }
    Map<String, @Nullable Object> set = new LinkedHashMap<>();
    set.put("name", name.isEmpty() ? "Group " + group : name);
    set.put("members", members(pins));
    set.put("interval", interval.intValue());
    set.put("running", true);
    PartId part = RailHubBoard.part(group);
    String kind = Chase.SCHEMA.kind();
    return new Read.Wanted(new Command.PutPart(id, part, kind, set), RailHubReply.created(group));
  }

  private List<String> members(List<?> pins) {
    if (pins.isEmpty() || pins.size() > Members.MOST) {
      throw new Refused(400, "Invalid output count (1-" + Members.MOST + ")");
    }
    List<String> members = new ArrayList<>();
    for (Object pin : pins) {
      Optional<PartId> output =
          pin instanceof Number number ? board.output(number) : Optional.empty();
      members.add(output.orElseThrow(RailHubRequest::wrongPins).value());
    }
    if (new HashSet<>(members).size() < members.size()) {
      throw wrongPins();
    }
    return members;
  }

  private static Refused wrongPins() {
    return new Refused(400, "Invalid GPIO pin(s)");
  }

  private Read set(PartId part, Map<String, @Nullable Object> set, RailHubReply done) {
    return new Read.Wanted(new Command.SetPart(id, part, set), done);
  }

  /** A name; an empty one gives the name back that the part had at first. */
  private Map<String, @Nullable Object> nameOrNone() {
    String name = RailHubName.cleaned(given("name", String.class));
    Map<String, @Nullable Object> set = new LinkedHashMap<>();
    set.put("name", name.isEmpty() ? null : name);
    return set;
  }

  private static boolean isInterval(Number interval) {
    double ms = interval.doubleValue();
    return ms == Math.rint(ms) && ms >= SHORTEST_MS && ms <= LONGEST_MS;
  }

  private PartId output(Number pin) {
    return board.output(pin).orElseThrow(() -> new Refused(404, api.missing()));
  }

  private PartId group() {
    int group = groupNumber();
    if (!board.groups().containsKey(group)) {
      throw new Refused(404, api.missing());
    }
    return RailHubBoard.part(group);
  }

  private int groupNumber() {
    return RailHubBoard.group(number("groupId"))
        .orElseThrow(() -> new Refused(400, "Invalid group id (0-255)"));
  }

  private Number number(String field) {
    return given(field, Number.class);
  }

  private <T> T given(String field, Class<T> type) {
    return optional(field, type).orElseThrow(() -> new Refused(NOT_UNDERSTOOD));
  }

  private <T> Optional<T> optional(String field, Class<T> type) {
    Object value = fields.get(field);
    if (value == null) {
      return Optional.empty();
    }
    if (!type.isInstance(value)) {
      throw new Refused(NOT_UNDERSTOOD);
    }
    return Optional.of(type.cast(value));
  }
}
