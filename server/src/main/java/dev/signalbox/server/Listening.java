package dev.signalbox.server;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.http.HttpServer;
import io.vertx.core.net.SocketAddress;
import java.net.BindException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/** Has event loops listen on an address, and says in a sentence why they can't. */
final class Listening {
  private static final long SECONDS = 30;

  private Listening() {}

  /**
   * Has every loop listen.
   *
   * @param number of the listener, by which the loops share a port that is any
   * @return the port that they listen on
   */
  static int on(
      Mount.Listener listener, List<HubLoop> loops, int number, Function<SocketAddress, Door> door)
      throws CannotListenException {
    // Loops that ask for port 0 would get one each.
    SocketAddress address =
        listener.port() == 0
            ? SocketAddress.sharedRandomPort(number, listener.bind())
            : SocketAddress.inetSocketAddress(listener.port(), listener.bind());
    List<Future<HttpServer>> servers = new ArrayList<>();
    for (HubLoop loop : loops) {
      Promise<HttpServer> server = Promise.promise();
      loop.loop().run(() -> loop.listen(door.apply(address)).onComplete(server));
      servers.add(server.future());
    }
    await(Future.all(servers), listener);
    return servers.getFirst().result().actualPort();
  }

  /** Waits for what must come soon. */
  static void await(Future<?> future, String what) throws CannotListenException {
    await(future, new Mount.Listener(what, what, 0));
  }

  private static void await(Future<?> future, Mount.Listener listener)
      throws CannotListenException {
    try {
      future.toCompletionStage().toCompletableFuture().get(SECONDS, TimeUnit.SECONDS);
    } catch (ExecutionException fault) {
      throw cannot(listener, fault.getCause() == null ? fault : fault.getCause());
    } catch (TimeoutException fault) {
      throw cannot(listener, fault);
    } catch (InterruptedException fault) {
      Thread.currentThread().interrupt();
      throw cannot(listener, fault);
    }
  }

  private static CannotListenException cannot(Mount.Listener listener, Throwable cause) {
    String text = String.valueOf(cause.getMessage());
    return new CannotListenException(sentence(listener, cause, text), cause);
  }

  private static String sentence(Mount.Listener listener, Throwable cause, String text) {
    String where = listener.bind() + ":" + listener.port();
    if (text.contains("in use")) {
      return "Port "
          + listener.port()
          + " on "
          + listener.bind()
          + " is in use by another program; choose another "
          + (listener.name().equals("hub") ? "with --port." : "for '" + listener.name() + "'.");
    }
    if (text.contains("ermission denied")) {
      return "No permission to listen on " + where + "; ports below 1024 need more rights.";
    }
    if (cause instanceof BindException || text.contains("assign requested address")) {
      return "The address " + listener.bind() + " is none of this machine's.";
    }
    return "Can't listen on " + where + ": " + text;
  }
}
