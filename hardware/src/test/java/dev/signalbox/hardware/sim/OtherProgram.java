package dev.signalbox.hardware.sim;

import dev.signalbox.hardware.gpio.GpioChips;
import dev.signalbox.hardware.gpio.GpioOutput;
import dev.signalbox.hardware.gpio.GpioPorts;
import dev.signalbox.hardware.gpio.LineAddress;
import dev.signalbox.hardware.gpio.OutputSettings;
import dev.signalbox.testkit.SimChip;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A program that switches a line on, says how that went in one line, and holds it until it is told
 * or killed.
 */
final class OtherProgram implements AutoCloseable {
  private static final String[] AS_NOBODY = {
    "setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"
  };

  private final Process process;
  private final BufferedReader says;

  private OtherProgram(Process process) {
    this.process = process;
    says = process.inputReader();
  }

  /** Has it take a line under that name. */
  static OtherProgram taking(SimChip chip, int line, String user) throws IOException {
    return start(List.of(), chip, line, user);
  }

  /** The same by a user who may do nothing. */
  static OtherProgram asNobodyTaking(SimChip chip, int line) throws IOException {
    return start(List.of(AS_NOBODY), chip, line, "nobody");
  }

  private static OtherProgram start(List<String> as, SimChip chip, int line, String user)
      throws IOException {
    List<String> command = new ArrayList<>(as);
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(OtherProgram.class.getName()));
    command.addAll(List.of(chip.name(), String.valueOf(line), user));
    return new OtherProgram(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** What it says: {@code taken}, or why not. */
  String answer() throws IOException {
    return String.valueOf(says.readLine());
  }

  /** Kills it, so that only the kernel can give the line back. */
  @Override
  public void close() {
    process.destroyForcibly().onExit().join();
  }

  /**
   * The program.
   *
   * @param args a chip, a line, and who it says it is
   */
  public static void main(String[] args) throws IOException {
    try (GpioPorts ports = GpioPorts.of(GpioChips.ofThisMachine());
        GpioOutput output =
            ports.output(LineAddress.of(args[0], args[1]), OutputSettings.plain(args[2]))) {
      output.set(true);
      System.out.println(output.fault().orElse("taken"));
      int _ = System.in.read();
    }
  }
}
