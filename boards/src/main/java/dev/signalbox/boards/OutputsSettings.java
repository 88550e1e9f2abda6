package dev.signalbox.boards;

import dev.signalbox.core.model.Chase;
import dev.signalbox.core.model.Members;
import dev.signalbox.core.model.Output;
import dev.signalbox.core.model.PartId;
import java.util.ArrayList;
import java.util.List;

/**
 * What a row of outputs is to be.
 *
 * @param outputs 1 to 64, in the order in which they are shown
 * @param chases those that are there from the start, at most {@code groups}
 * @param groups how many chases there can be at a time, 0 to 64
 */
public record OutputsSettings(List<Channel> outputs, List<Group> chases, int groups) {
  /** How many chases the firmware can have. */
  public static final int DEFAULT_GROUPS = 4;

  private static final List<Integer> FIRMWARE_PINS = List.of(4, 5, 12, 13, 14, 16, 2, 15);

  /** The firmware's eight outputs, dark, without chases. */
  public static final OutputsSettings DEFAULT =
      new OutputsSettings(firmwareOutputs(), List.of(), DEFAULT_GROUPS);

  /**
   * @throws IllegalArgumentException that names the value that is out of range, or the member of a
   *     chase that is no output or is in another chase too
   */
  public OutputsSettings {
    outputs = List.copyOf(outputs);
    chases = List.copyOf(chases);
    Check.range("number of outputs", outputs.size(), 1, 64);
    Check.range("number of groups", groups, 0, 64);
    Check.range("number of chases", chases.size(), 0, groups);
    checkIds(outputs, chases);
    checkMembers(outputs, chases);
  }

  private static void checkIds(List<Channel> outputs, List<Group> chases) {
    List<PartId> ids = new ArrayList<>(outputs.stream().map(Channel::id).toList());
    chases.forEach(chase -> ids.add(chase.id()));
    Check.distinct("part", ids);
    Check.distinct("pin", outputs.stream().map(Channel::pin).toList());
  }

  private static void checkMembers(List<Channel> outputs, List<Group> chases) {
    List<PartId> known = outputs.stream().map(Channel::id).toList();
    List<PartId> members = new ArrayList<>();
    for (Group chase : chases) {
      for (PartId member : chase.members().ids()) {
        if (!known.contains(member)) {
          throw new IllegalArgumentException(
              "member '"
                  + member
                  + "' of '"
                  + chase.id()
                  + "' must be one of the outputs "
                  + known);
        }
      }
      members.addAll(chase.members().ids());
    }
    Check.distinct("member of a chase", members);
  }

  private static List<Channel> firmwareOutputs() {
    List<Channel> outputs = new ArrayList<>();
    for (int pin : FIRMWARE_PINS) {
      int number = outputs.size() + 1;
      outputs.add(Channel.dark(new PartId("out" + number), "Output " + number, pin));
    }
    return outputs;
  }

  /**
   * One output, as it is at first.
   *
   * @param name what people call it, up to 40 characters
   * @param pin the number that people know it by, 0 to 65,535
   * @param brightness 0 to 100 percent
   * @param blink milliseconds lit and the same dark, 10 to 65,535; 0 for steady
   */
  public record Channel(
      PartId id, String name, int pin, boolean active, int brightness, int blink) {
    /**
     * @throws IllegalArgumentException that names the value that is out of range
     */
    public Channel {
      Check.property(Output.SCHEMA, "name", name);
      Check.property(Output.SCHEMA, "pin", pin);
      Check.property(Output.SCHEMA, "brightness", brightness);
      Check.property(Output.SCHEMA, "blink", blink);
    }

    /** Switched off; at full brightness and steady once it is on. */
    public static Channel dark(PartId id, String name, int pin) {
      return new Channel(id, name, pin, false, 100, 0);
    }

    Output part() {
      return new Output(name, pin, active, brightness, blink, 0);
    }
  }

  /**
   * One chase, as it is at first.
   *
   * @param name what people call it, up to 40 characters
   * @param interval milliseconds that each member is lit, 10 to 65,535
   */
  public record Group(PartId id, String name, Members members, int interval, boolean running) {
    /**
     * @throws IllegalArgumentException that names the value that is out of range
     */
    public Group {
      Check.property(Chase.SCHEMA, "name", name);
      Check.property(Chase.SCHEMA, "interval", interval);
    }

    Chase part() {
      return new Chase(name, members, interval, running, 0);
    }
  }
}
