package dev.signalbox.app.yaml;

import java.util.regex.Pattern;

/** What text without quotes stands for, as the core schema of YAML 1.2 (chapter 10.3.2) has it. */
final class PlainScalars {
  private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");
  private static final Pattern NUMBER =
      Pattern.compile(
          "[-+]?[0-9]++|0o[0-7]++|0x[0-9a-fA-F]++"
              + "|[-+]?(?:\\.[0-9]++|[0-9]++(?:\\.[0-9]*+)?)(?:[eE][-+]?[0-9]++)?"
              + "|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");

  private PlainScalars() {}

  static boolean isNotText(String text) {
    return TRUTH.matcher(text).matches() || NUMBER.matcher(text).matches();
  }
}
