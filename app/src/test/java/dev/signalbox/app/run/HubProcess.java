package dev.signalbox.app.run;

import dev.signalbox.app.Main;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The program in a process of its own. */
final class HubProcess implements AutoCloseable {
  private static final String READY = "Signalbox is ready: ";

  private final Process process;
  private final BufferedReader out;
  private final CompletableFuture<String> err;
  private final HttpClient client = HttpClient.newHttpClient();

  private HubProcess(Process process) {
    this.process = process;
    this.out = process.inputReader();
    this.err =
        CompletableFuture.supplyAsync(
            () -> text(process.errorReader()), Thread::startVirtualThread);
  }

  static HubProcess start(String... args) throws IOException {
    return start(Main.class, args);
  }

  /** Another program in a process of its own. */
  static HubProcess start(Class<?> program, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:TieredStopAtLevel=1",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            program.getName()));
    command.addAll(List.of(args));
    return new HubProcess(new ProcessBuilder(command).start());
  }

  private static String text(BufferedReader reader) {
    try (reader) {
      return reader.readAllAsString();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** What stdout says up to the line that the hub is ready, that one included. */
  List<String> ready() throws IOException {
    List<String> lines = new ArrayList<>();
    String line;
    do {
      line = out.readLine();
      if (line == null) {
        throw new AssertionError("ended: " + err.join());
      }
      lines.add(line);
    } while (!line.startsWith(READY));
    return lines;
  }

  /** The next line of stdout. */
  String line() throws IOException {
    return String.valueOf(out.readLine());
  }

  static URI address(List<String> ready) {
    return URI.create(ready.getLast().substring(READY.length()));
  }

  String get(URI address) throws IOException, InterruptedException {
    return client
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
        .body();
  }

  int patch(URI address, String body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .method("PATCH", HttpRequest.BodyPublishers.ofString(body))
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** The exit code, once it has ended. */
  int exit() throws InterruptedException {
    if (!process.waitFor(30, TimeUnit.SECONDS)) {
      throw new AssertionError("still running");
    }
    return process.exitValue();
  }

  String err() {
    return err.join();
  }

  @Override
  public void close() {
    client.close();
    process.toHandle().destroyForcibly();
  }
}
