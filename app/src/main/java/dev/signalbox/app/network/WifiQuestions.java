package dev.signalbox.app.network;

import dev.signalbox.boards.host.Nmcli;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Asks nmcli, and makes a sentence of what goes wrong. */
final class WifiQuestions {
  private static final int NOT_RUNNING = 8;
  private static final int MOST = 200;

  /** What it says where not even the bus is there by which it asks. */
  private static final String NO_BUS = "Could not create NMClient";

  private final Nmcli nmcli;

  WifiQuestions(Nmcli nmcli) {
    this.nmcli = nmcli;
  }

  /** What it says to a question that needs nothing secret. */
  List<String> lines(Duration limit, List<String> arguments) throws WifiFailure {
    return change(limit, Optional.empty(), WifiPassword::line, arguments);
  }

  /**
   * What it says.
   *
   * @param as how it reads the password, from its standard input
   */
  List<String> change(
      Duration limit,
      Optional<WifiPassword> password,
      Function<WifiPassword, String> as,
      List<String> arguments)
      throws WifiFailure {
    return switch (nmcli.ask(limit, password.map(as).orElse(""), arguments)) {
      case Nmcli.Ended(int exit, var lines, _) when exit == 0 -> lines;
      case Nmcli.Ended(int exit, _, var error) -> throw failure(exit, error, password);
      case Nmcli.Missing _ ->
          throw new WifiFailure(
              "nmcli is not there. Signalbox sets Wi-Fi up by NetworkManager; on Debian and"
                  + " Raspberry Pi OS: sudo apt install network-manager");
      case Nmcli.Stopped(var time) ->
          throw new WifiFailure(
              "NetworkManager (nmcli) gave no sensible answer within %d s."
                  .formatted(time.toSeconds()));
    };
  }

  private static WifiFailure failure(int exit, String error, Optional<WifiPassword> password) {
    if (exit == NOT_RUNNING || error.contains(NO_BUS)) {
      return new WifiFailure(
          "NetworkManager is not running. Where it is installed: sudo systemctl start"
              + " NetworkManager");
    }
    String said = password.map(secret -> secret.hiddenIn(error)).orElse(error);
    String hint =
        said.contains("ot authorized") || said.contains("nsufficient privileges")
            ? " Run it with sudo."
            : "";
    return new WifiFailure("NetworkManager refused (" + exit + "): " + plain(said) + hint);
  }

  /** On one line, without what a terminal would obey. */
  private static String plain(String text) {
    String line = text.strip().replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+", " ");
    return line.length() > MOST ? line.substring(0, MOST) + "…" : line;
  }
}
