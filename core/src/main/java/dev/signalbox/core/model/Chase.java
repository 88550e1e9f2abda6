package dev.signalbox.core.model;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A light that runs along a row of outputs.
 *
 * @param interval milliseconds that each member is lit, 10 to 65,535
 * @param since when it began to run as it now does, milliseconds since the Unix epoch
 */
public record Chase(String name, Members members, int interval, boolean running, long since)
    implements Part {
  private static final Property<Chase, String> NAME = Property.displayName(Chase::name);
  private static final Property<Chase, Members> MEMBERS =
      new Property<>(
          "members", new PropertyType.MembersType("output"), null, Access.SETTING, Chase::members);
  private static final Property<Chase, Integer> INTERVAL =
      Property.integer(
          "interval",
          new PropertyType.IntegerType(10, 65_535, "ms", false),
          300,
          Access.SETTING,
          Chase::interval);
  private static final Property<Chase, Boolean> RUNNING =
      Property.flag("running", true, Access.SETTING, Chase::running);
  private static final Property<Chase, Long> SINCE = Property.time("since", Chase::since);

  public static final Schema<Chase> SCHEMA =
      new Schema<>(
          "chase",
          Chase.class,
          List.of(NAME, MEMBERS, INTERVAL, RUNNING, SINCE),
          Set.of(Action.TOGGLE),
          Optional.of("Group"),
          v ->
              new Chase(
                  v.get(NAME), v.get(MEMBERS), v.get(INTERVAL), v.get(RUNNING), v.get(SINCE)));

  @Override
  public Schema<Chase> schema() {
    return SCHEMA;
  }

  /** This chase with other members, from its first one again. */
  public Chase withMembers(Members others, long now) {
    return new Chase(name, others, interval, running, now);
  }

  @Override
  public Optional<Part> toggled() {
    return Optional.of(new Chase(name, members, interval, !running, since));
  }

  @Override
  public Part commanded(@Nullable Part before, long now) {
    boolean same =
        before instanceof Chase was
            && was.members.equals(members)
            && was.interval == interval
            && was.running == running;
    return same ? this : new Chase(name, members, interval, running, now);
  }
}
