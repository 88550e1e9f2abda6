package dev.signalbox.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LeavingClientsTest {
  private static final int LEAVING = 40;
  private static final int STAYING = 6;
  private static final int FIRST = 1_000_000;
  private static final int VALUES = 5;
  private static final String SUBSCRIBE = "{\"subscribe\":{}}";

  @RegisterExtension final Stage stage = new Stage();

  /**
   * They read nothing of what they asked for, each more than the one before: so with some of them
   * the hub's own goodbye waits behind what still is to be written.
   */
  @Test
  void clients_readNothingAndSayGoodbye_disturbNobody() throws Exception {
    HubProcess hub = stage.hub();
    List<RawStream> leaving = new ArrayList<>();
    for (int i = 0; i < LEAVING; i++) {
      leaving.add(follower(hub, i));
    }
    List<RawStream> staying = new ArrayList<>();
    for (int i = 0; i < STAYING; i++) {
      staying.add(follower(hub, 1));
    }
    for (RawStream stream : leaving) {
      stream.sendClose();
    }
    for (int value = FIRST; value < FIRST + VALUES; value++) {
      Api.of(hub).set("counter/counter", "{\"value\":" + value + "}");
      for (RawStream stream : staying) {
        stream.readTo("\"value\":" + value);
      }
    }
    assertEquals(List.of(), hub.err());
  }

  private RawStream follower(HubProcess hub, int snapshots) throws Exception {
    RawStream stream = stage.closing(RawStream.webSocket(hub.port()));
    for (int i = 0; i < snapshots; i++) {
      stream.sendText(SUBSCRIBE);
    }
    return stream;
  }
}
