package dev.signalbox.app.run;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Where settings are kept if nobody says otherwise: where the platform has such things. */
public final class DataFolder {
  private DataFolder() {}

  /** The folder of the user who runs this program. */
  public static Path ofThisUser() {
    return of(
        System.getProperty("os.name", ""),
        Path.of(System.getProperty("user.home", ".")),
        System::getenv);
  }

  /**
   * The folder of a user.
   *
   * @param system the operating system's name, as Java calls it
   * @param environment gives the value of an environment variable, or null
   */
  static Path of(String system, Path home, Function<String, @Nullable String> environment) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return given("LOCALAPPDATA", home.resolve("AppData").resolve("Local"), environment)
          .resolve("Signalbox");
    }
    if (name.startsWith("mac")) {
      return home.resolve("Library").resolve("Application Support").resolve("Signalbox");
    }
    return given("XDG_DATA_HOME", home.resolve(".local").resolve("share"), environment)
        .resolve("signalbox");
  }

  /** The XDG base directory specification has relative paths ignored. */
  private static Path given(
      String variable, Path fallback, Function<String, @Nullable String> environment) {
    String value = environment.apply(variable);
    return value == null || !Path.of(value).isAbsolute() ? fallback : Path.of(value);
  }
}
