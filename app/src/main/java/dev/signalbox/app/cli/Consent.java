package dev.signalbox.app.cli;

import dev.signalbox.app.network.WifiFailure;
import dev.signalbox.app.network.WifiPassword;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Asks whoever sits at the terminal. Where nobody does, a password is the first line of the
 * standard input, and nothing is agreed to.
 */
final class Consent {
  private static final int LONGEST = 1_000;

  private Consent() {}

  /** A password, which a terminal does not show. */
  static WifiPassword password(String network) throws WifiFailure {
    Optional<Console> terminal = terminal();
    if (terminal.isPresent()) {
      char[] typed = terminal.get().readPassword("Password of %s: ", network);
      return WifiPassword.of(typed == null ? "" : new String(typed));
    }
    return WifiPassword.of(firstLine());
  }

  private static String firstLine() {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    StringBuilder line = new StringBuilder();
    try {
      for (int c = in.read(); c >= 0 && c != '\n' && line.length() < LONGEST; c = in.read()) {
        line.append((char) c);
      }
    } catch (IOException _) {
      return "";
    }
    return line.toString().replaceFirst("\r$", "");
  }

  /** Whether somebody says yes; empty where nobody can be asked. */
  static Optional<Boolean> given() {
    return terminal()
        .map(terminal -> terminal.readLine("Go on? [y/N] "))
        .map(answer -> answer.strip().toLowerCase(Locale.ROOT).matches("y|yes"));
  }

  private static Optional<Console> terminal() {
    return Optional.ofNullable(System.console()).filter(Console::isTerminal);
  }
}
