package dev.signalbox.app.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/**
 * Guesses what a misspelt word was meant to be: the word that is the fewest steps away, where a
 * step puts in, takes out or changes one character or swaps two neighbours (the optimal string
 * alignment distance). Case and the way in which words are joined don't count.
 */
public final class Suggestion {
  private static final int LONGEST = 40;

  private Suggestion() {}

  /** The word of {@code known} that {@code word} most likely stands for, if one is near enough. */
  public static Optional<String> of(String word, Collection<String> known) {
    if (word.isEmpty() || word.length() > LONGEST) {
      return Optional.empty();
    }
    return known.stream()
        .filter(candidate -> isNear(bare(word), bare(candidate)))
        .min(Comparator.comparingInt(candidate -> distance(bare(word), bare(candidate))));
  }

  /** The question after a message. */
  static String asked(String meant) {
    return ", did you mean '" + meant + "'?";
  }

  private static boolean isNear(String word, String candidate) {
    int longer = Math.max(word.length(), candidate.length());
    return distance(word, candidate) <= Math.clamp((longer + 1) / 3, 1, 3);
  }

  private static String bare(String word) {
    return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  /** How many steps lead from {@code a} to {@code b}. */
  static int distance(String a, String b) {
    int[][] steps = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        steps[i][j] = i == 0 || j == 0 ? i + j : fewest(steps, i, j, a, b);
      }
    }
    return steps[a.length()][b.length()];
  }

  private static int fewest(int[][] steps, int i, int j, String a, String b) {
    int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
    int fewest =
        Math.min(Math.min(steps[i - 1][j] + 1, steps[i][j - 1] + 1), steps[i - 1][j - 1] + change);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(fewest, steps[i - 2][j - 2] + 1) : fewest;
  }
}
