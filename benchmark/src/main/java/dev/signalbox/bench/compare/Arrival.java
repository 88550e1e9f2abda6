package dev.signalbox.bench.compare;

import dev.signalbox.bench.load.Crowd;
import dev.signalbox.bench.load.Listener;
import java.io.IOException;
import java.time.Duration;

/** Clients who come, a few at a time, and of whom none may be missing. */
final class Arrival {
  static final int AT_ONCE = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private Arrival() {}

  /**
   * Has them come, and returns when all are in.
   *
   * @throws IOException if not all get in
   */
  static Crowd of(Contestant contestant, int clients, Listener listener)
      throws IOException, InterruptedException {
    Crowd crowd = new Crowd(contestant.target(), listener);
    try {
      crowd.add(clients, AT_ONCE);
      expectAll(crowd.awaitAll(PATIENCE), clients, contestant);
      return crowd;
    } catch (IOException | InterruptedException fault) {
      crowd.close();
      throw fault;
    }
  }

  /**
   * Looks whether all are there.
   *
   * @throws IOException if not
   */
  static void expectAll(Crowd.Standing standing, int clients, Contestant contestant)
      throws IOException {
    if (standing.live() != clients) {
      throw new IOException(
          "%s has %d of %d clients: %s"
              .formatted(contestant.name(), standing.live(), clients, standing.ends()));
    }
  }
}
