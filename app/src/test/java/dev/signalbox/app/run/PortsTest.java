package dev.signalbox.app.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.signalbox.app.config.Configuration;
import dev.signalbox.app.config.ConfigurationFile;
import dev.signalbox.app.config.Listeners;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {
  /** RailHub of the yard at a port, and the hub at another. */
  private static Configuration configuration(int wsPort, int hubPort, boolean byDefault) {
    String yaml =
        """
        listen: {port: %d}
        listeners: [{dialect: railhub, board: yard, bind: 127.0.0.1, wsPort: %d}]
        """
            .formatted(hubPort, wsPort == hubPort ? 0 : wsPort);
    Configuration read =
        switch (ConfigurationFile.read("test", yaml.getBytes(UTF_8))) {
          case ConfigurationFile.Fine(Configuration fine) -> fine;
          case ConfigurationFile.Mistaken(var lines) -> throw new AssertionError(lines.toString());
        };
    return read.withListeners(new Listeners(read.listeners().plans(), byDefault));
  }

  /** The same, once an option has moved the hub to the listener's port. */
  private static Configuration moved(int port, boolean byDefault) {
    Configuration before = configuration(port, 0, byDefault);
    return before.withServer(configuration(0, port, byDefault).server());
  }

  private static ServerSocket taken() throws Exception {
    return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  }

  @Test
  void listeners_thatCanBeHad_areKept() throws Exception {
    Configuration configuration = configuration(0, 0, true);

    assertEquals(new Ports.Settled(configuration, List.of()), Ports.settle(configuration));
  }

  @Test
  void listener_byDefaultAtAPortInUse_isLeftOut() throws Exception {
    try (ServerSocket taken = taken()) {
      Configuration configuration = configuration(taken.getLocalPort(), 0, true);

      Ports.Settled settled = Ports.settle(configuration);

      assertEquals(configuration.listeners().plans(), settled.without());
      assertEquals(List.of(), settled.configuration().listeners().plans());
    }
  }

  @Test
  void listener_askedForAtAPortInUse_isKept() throws Exception {
    try (ServerSocket taken = taken()) {
      Configuration configuration = configuration(taken.getLocalPort(), 0, false);

      assertEquals(new Ports.Settled(configuration, List.of()), Ports.settle(configuration));
    }
  }

  @Test
  void listener_byDefaultAtTheHubsPort_isLeftOut() throws Exception {
    assertEquals(1, Ports.settle(moved(50_123, true)).without().size());
  }

  @Test
  void listener_askedForAtTheHubsPort_isSaid() {
    StartFailure failure =
        assertThrows(StartFailure.class, () -> Ports.settle(moved(50_123, false)));

    assertEquals(
        "Port 50123 is that of RailHub for yard; choose another for the hub with --port.",
        failure.getMessage());
  }
}
