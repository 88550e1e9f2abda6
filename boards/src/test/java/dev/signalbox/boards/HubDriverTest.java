package dev.signalbox.boards;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.BoardId;
import dev.signalbox.core.model.PartAddress;
import dev.signalbox.core.model.Sensor;
import dev.signalbox.core.model.Text;
import dev.signalbox.testkit.SteppedClock;
import dev.signalbox.testkit.SteppedHub;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HubDriverTest {
  private static final class Activity implements HubActivity {
    private int sse;
    private int webSocket;
    private long messages;
    private long changes;

    @Override
    public int sseClients() {
      return sse;
    }

    @Override
    public int webSocketClients() {
      return webSocket;
    }

    @Override
    public long messagesSent() {
      return messages;
    }

    @Override
    public long changesMade() {
      return changes;
    }
  }

  private final Activity activity = new Activity();
  private final SteppedHub hub = hub(activity);

  private static SteppedHub hub(Activity activity) {
    activity.messages = 1_000;
    activity.changes = 2_000;
    HubSettings settings = new HubSettings("0.1.0", SteppedClock.START);
    return SteppedHub.of(HubDriver.board(new BoardId("hub"), "Hub", settings, activity));
  }

  @AfterEach
  void close() {
    hub.close();
  }

  private Sensor sensor(String part) {
    return hub.part(PartAddress.of("hub", part), Sensor.class);
  }

  @Test
  void start_saysWhatDoesNotChange() {
    double start = SteppedClock.START.toEpochMilli();

    assertEquals(new Sensor("Started", start, "epoch-ms", start), sensor("started-at"));
    assertEquals(
        new Text("Version", "0.1.0", false),
        hub.part(PartAddress.of("hub", "version"), Text.class));
  }

  @Test
  void clients_areToldWithinHalfASecond() {
    activity.sse = 3;
    activity.webSocket = 2;
    hub.step(Duration.ofMillis(499));
    assertEquals(List.of(), hub.changes());

    hub.step(Duration.ofMillis(1));

    assertEquals(new Sensor("SSE clients", 3, "", 0), sensor("clients-sse"));
    assertEquals(new Sensor("WebSocket clients", 2, "", 0), sensor("clients-websocket"));
    assertEquals(2, hub.changes().size());
  }

  @Test
  void clients_thatStayAsTheyAre_areNotToldAgain() {
    activity.sse = 3;
    hub.step(Duration.ofSeconds(9));

    assertEquals(1, hub.changes().size());
  }

  @Test
  void rates_areRenewedOnceInTenSeconds() {
    activity.messages += 1_234;
    activity.changes += 20;
    hub.step(Duration.ofMillis(9_999));
    assertEquals(List.of(), hub.changes());

    hub.step(Duration.ofMillis(1));
    assertEquals(new Sensor("Messages per second", 123.4, "1/s", 0), sensor("messages"));
    assertEquals(new Sensor("Changes per second", 2, "1/s", 0), sensor("changes"));

    hub.step(Duration.ofSeconds(10));
    assertEquals(new Sensor("Messages per second", 0, "1/s", 123.4), sensor("messages"));
  }

  @Test
  void rates_ofALateTurn_areOfTheTimeThatPassed() {
    activity.messages += 400;
    hub.clock().step(Duration.ofSeconds(40));
    hub.settle();

    assertEquals(10, sensor("messages").value());
    assertEquals(1, hub.changes().size());
  }

  @Test
  void rates_ofAHubWhoseFiguresAreItsOnlyNews_changeAtMostOnceInTenSeconds() {
    hub.stream().listen(() -> activity.messages += 200);
    activity.messages += 100;

    hub.step(Duration.ofMinutes(10));

    assertTrue(hub.changes().size() <= 60, () -> hub.changes().size() + " changes");
    assertTrue(sensor("messages").value() <= 20, () -> sensor("messages").toString());
  }
}
