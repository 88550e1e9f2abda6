package dev.signalbox.boards.host;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.function.Supplier;

/** What the machine is called and what runs on it. */
final class Identity implements Gauge {
  private static final String PRETTY_NAME = "PRETTY_NAME=";

  private final Supplier<String> hostName;
  private final Supplier<String> system;

  private Identity(Supplier<String> hostName, Supplier<String> system) {
    this.hostName = hostName;
    this.system = system;
  }

  /** By the files of a Linux machine: proc_sys_kernel(5), os-release(5). */
  static Identity linux(SystemFiles files) {
    return new Identity(
        () -> files.text("proc/sys/kernel/hostname").orElse(""),
        () -> {
          String kernel = files.text("proc/sys/kernel/osrelease").orElse("");
          String linux = kernel.isEmpty() ? "" : "Linux " + kernel;
          return distribution(files)
              .map(name -> linux.isEmpty() ? name : name + ", " + linux)
              .orElse(linux);
        });
  }

  /** By what Java knows. */
  static Identity portable() {
    return new Identity(
        Identity::localHostName,
        () -> System.getProperty("os.name", "") + " " + System.getProperty("os.version", ""));
  }

  private static Optional<String> distribution(SystemFiles files) {
    return files.lines("etc/os-release").stream()
        .filter(line -> line.startsWith(PRETTY_NAME))
        .findFirst()
        .map(line -> line.substring(PRETTY_NAME.length()).replaceAll("[\"']", "").strip())
        .filter(name -> !name.isEmpty());
  }

  private static String localHostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException _) {
      return "";
    }
  }

  @Override
  public void read(Readings readings) {
    readings.text("host-name", "Host name", hostName.get());
    readings.text("operating-system", "Operating system", system.get());
    readings.text("java-version", "Java", Runtime.version().toString());
  }
}
