package dev.signalbox.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A hub that runs as a process of its own, and has said that it is ready. */
final class HubProcess implements AutoCloseable {
  private static final String READY = "Signalbox is ready: ";
  private static final long START_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final int END_SECONDS = 10;
  private static final Map<String, String> USUAL = Map.of("--bind", "127.0.0.1", "--port", "0");

  private final Process process;
  private final Lines out;
  private final Lines err;
  private final URI uri;

  private HubProcess(Process process) throws InterruptedException {
    this.process = process;
    this.out = Lines.of(process.getInputStream());
    this.err = Lines.of(process.getErrorStream());
    String ready =
        out.await(line -> line.startsWith(READY), START_NANOS)
            .orElseThrow(() -> new AssertionError("the hub did not get ready: " + this));
    this.uri = URI.create(ready.substring(READY.length()));
  }

  /**
   * Starts a hub.
   *
   * @param data the folder that it keeps its settings in, and that is its working directory
   * @param options further ones; without {@code --bind} and {@code --port} among them it is on this
   *     machine's loopback address and takes any port that is free
   */
  static HubProcess start(Path data, String... options) throws IOException, InterruptedException {
    List<String> all = new ArrayList<>(List.of("--data", data.toString()));
    all.addAll(List.of(options));
    USUAL.forEach((option, value) -> {
      if (!all.contains(option)) {
        all.addAll(List.of(option, value));
      }
    });
    Process process = Program.with(data, all.toArray(String[]::new)).start();
    try {
      return new HubProcess(process);
    } catch (InterruptedException | AssertionError | IllegalArgumentException failure) {
      process.destroyForcibly();
      throw failure;
    }
  }

  /** The address that the hub said it is at. */
  URI uri() {
    return uri;
  }

  int port() {
    return uri.getPort();
  }

  long pid() {
    return process.pid();
  }

  /** What it wrote to its output until now. */
  List<String> out() {
    return out.soFar();
  }

  /** What it wrote to its errors until now. */
  List<String> err() {
    return err.soFar();
  }

  /** Whether it has not ended within that time. */
  boolean runsFor(long seconds) throws InterruptedException {
    return !process.waitFor(seconds, TimeUnit.SECONDS);
  }

  /** Sends a signal, {@code INT} say, as {@code kill} does. */
  void signal(String name) throws IOException, InterruptedException {
    int code = new ProcessBuilder("sh", "-c", "kill -" + name + " " + pid()).start().waitFor();
    assertTrue(code == 0, () -> "no signal could be sent to " + this);
  }

  /** Sends a signal that ends it, and waits until it has ended. */
  Program.Ended end(String signal) throws IOException, InterruptedException {
    signal(signal);
    assertTrue(process.waitFor(END_SECONDS, TimeUnit.SECONDS), () -> "still runs: " + this);
    return new Program.Ended(process.exitValue(), out.all(), err.all());
  }

  @Override
  public void close() {
    process.destroyForcibly().onExit().orTimeout(END_SECONDS, TimeUnit.SECONDS).join();
  }

  @Override
  public String toString() {
    return "hub " + process.pid() + ", wrote " + out.soFar() + ", complained " + err.soFar();
  }
}
