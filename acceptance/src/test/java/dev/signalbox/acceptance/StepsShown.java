package dev.signalbox.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The steps of a chase that somebody showed, in the order in which they were shown, each with the
 * {@code uptime} of the frame that it came with.
 */
record StepsShown(List<Step> steps) {
  private static final Pattern STEP = Pattern.compile("step (\\d+): (\\d+)");

  /** What is shown after the frame at that time of the hub. */
  record Step(long uptimeMs, int member) {}

  /** Takes them out of lines like {@code step 12345: 2}; other lines are left out. */
  static StepsShown of(List<String> lines) {
    List<Step> steps = new ArrayList<>();
    for (String line : lines) {
      Matcher step = STEP.matcher(line);
      if (step.matches()) {
        steps.add(new Step(Long.parseLong(step.group(1)), Integer.parseInt(step.group(2))));
      }
    }
    return new StepsShown(steps);
  }

  StepsShown first(int count) {
    return new StepsShown(steps.subList(0, Math.min(count, steps.size())));
  }

  /**
   * Fails unless it begins at the first member and from each to the next takes as many steps as fit
   * the time between. More than one are right only where the hub itself came late.
   */
  void assertInTime(int members, double intervalMs) {
    assertTrue(steps.getFirst().member() == 0, this::toString);
    for (int i = 1; i < steps.size(); i++) {
      Step before = steps.get(i - 1);
      Step now = steps.get(i);
      double fitting = (now.uptimeMs() - before.uptimeMs()) / intervalMs;
      int ahead = Math.floorMod(now.member() - before.member(), members);
      long taken = ahead + members * Math.max(0, Math.round((fitting - ahead) / members));
      assertTrue(
          ahead > 0 && Math.abs(fitting - taken) <= 1,
          () -> "from " + before + " to " + now + " in " + this);
    }
  }
}
