package dev.signalbox.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * What a test has around it: folders, hubs, browsers and connections, all of which end with the
 * test, however it ends. What the hubs and scripts wrote is shown where the test failed.
 */
final class Stage implements AfterEachCallback {
  private final Deque<AutoCloseable> open = new ArrayDeque<>();

  /** An empty folder. */
  Path folder() throws IOException {
    Path folder = Files.createTempDirectory("signalbox-acceptance-");
    closing(() -> delete(folder));
    return folder;
  }

  /** A hub that nobody used before. */
  HubProcess hub(String... options) throws IOException, InterruptedException {
    return hub(folder(), options);
  }

  /** A hub with the settings that are kept in that folder. */
  HubProcess hub(Path data, String... options) throws IOException, InterruptedException {
    return closing(HubProcess.start(data, options));
  }

  /** A browser of its own, that nobody used before. */
  Browser browser(String... flags) throws IOException {
    return closing(Browser.start(folder(), flags));
  }

  /** A page of the hub, live and whole, in a browser of its own. */
  Page page(HubProcess hub) throws IOException {
    return browser().open(hub.uri()).untilLive();
  }

  /** A program beside the hub. */
  Script script(ProcessBuilder program) throws IOException {
    return closing(Script.start(program));
  }

  /** Where the files of that folder are served to browsers. */
  URI files(Path folder) {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server =
        SimpleFileServer.createFileServer(anyPort, folder, SimpleFileServer.OutputLevel.NONE);
    server.start();
    closing(() -> server.stop(0));
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  /** Has the stage close it after the test. */
  <T extends AutoCloseable> T closing(T thing) {
    open.push(thing);
    return thing;
  }

  @Override
  public void afterEach(ExtensionContext context) throws Exception {
    if (context.getExecutionException().isPresent()) {
      open.stream()
          .filter(thing -> thing instanceof HubProcess || thing instanceof Script)
          .forEach(System.out::println);
    }
    List<Exception> faults = new ArrayList<>();
    while (!open.isEmpty()) {
      close(open.pop(), faults);
    }
    assertEquals(List.of(), faults);
  }

  private static void close(AutoCloseable thing, List<Exception> faults) {
    try {
      thing.close();
    } catch (Exception fault) {
      faults.add(fault);
    }
  }

  /** A browser that was just ended may still be writing: what can't be deleted is left. */
  private static void delete(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      paths
          .sorted(Comparator.reverseOrder())
          .map(Path::toFile)
          .forEach(file -> {
            boolean _ = file.delete();
          });
    } catch (IOException | UncheckedIOException _) {
      // It vanished while it was looked at.
    }
  }
}
