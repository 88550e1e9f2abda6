package dev.signalbox.core.stream;

import dev.signalbox.core.model.HubState;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a client is given to say "I have everything up to here": {@code epoch.sequence}.
 *
 * @param epoch the run of the hub that gave it
 * @param sequence the last change that it stands for
 */
public record StreamId(String epoch, long sequence) {
  private static final Pattern FORM = Pattern.compile("([0-9a-z]{1,20})\\.(0|[1-9][0-9]{0,17})");
  private static final int EPOCH_LENGTH = 13;

  /** The id of all that {@code state} holds. */
  public static StreamId of(HubState state) {
    return new StreamId(state.epoch(), state.sequence());
  }

  /** Reads an id; empty if {@code text} is none. */
  public static Optional<StreamId> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new StreamId(form.group(1), Long.parseLong(form.group(2))))
        : Optional.empty();
  }

  /** The name of a run of the hub, of 64 random bits. */
  public static String epoch(long bits) {
    String digits = Long.toUnsignedString(bits, 36).toLowerCase(Locale.ROOT);
    return "0".repeat(EPOCH_LENGTH - digits.length()) + digits;
  }

  @Override
  public String toString() {
    return epoch + "." + sequence;
  }
}
