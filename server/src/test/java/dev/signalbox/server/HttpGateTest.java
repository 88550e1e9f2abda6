package dev.signalbox.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.DefaultLastHttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.util.ReferenceCountUtil;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes to a connection of HTTP that can't be written to, or becomes a WebSocket. */
final class HttpGateTest {
  private static final int RECEIVE_BUFFER = 4 * 1024;

  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final Http http = new Http();

  HttpGateTest() {
    channel.pipeline().addLast(http);
    HttpGate.before(channel.pipeline().context(http));
  }

  @AfterEach
  void close() {
    channel.finishAndReleaseAll();
  }

  /** In the place of Vert.x, which leaves some time after the end of a handshake. */
  private final class Http extends ChannelInboundHandlerAdapter {
    private final List<Object> told = new ArrayList<>();
    private boolean takesRoom;

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      told.add(message);
      if (message instanceof HttpRequest request && request.uri().equals("/handshake")) {
        gate().upgrades();
      }
      if (takesRoom && message instanceof LastHttpContent) {
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, false);
      }
    }

    void leave() {
      channel.pipeline().replace(this, null, new ChannelInboundHandlerAdapter());
    }
  }

  private HttpGate gate() {
    return channel.pipeline().get(HttpGate.class);
  }

  private void read(Object... messages) {
    for (Object message : messages) {
      channel.pipeline().fireChannelRead(message);
    }
  }

  private void writable(boolean writable) {
    channel.unsafe().outboundBuffer().setUserDefinedWritability(1, writable);
    channel.runPendingTasks();
  }

  private static HttpRequest head(String path) {
    return new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.GET, path);
  }

  private static DefaultLastHttpContent end() {
    return new DefaultLastHttpContent(Unpooled.buffer(8).writeByte(1));
  }

  private void expectWebSocket() {
    assertTrue(channel.config().isAutoRead(), "is not read");
    http.leave();
    read("frame");
    assertEquals("frame", channel.readInbound());
    assertEquals(
        List.of(),
        channel.pipeline().toMap().values().stream().filter(HttpGate.class::isInstance).toList());
  }

  @Test
  void requests_whileAnswersWait() {
    Object[] all = {head("/1"), end(), head("/2"), end()};
    writable(false);
    read(all);
    assertEquals(List.of(), http.told);
    assertFalse(channel.config().isAutoRead());
    writable(true);
    assertEquals(List.of(all), http.told);
    assertTrue(channel.config().isAutoRead());
    read("more");
    assertEquals("more", http.told.getLast());
    http.told.forEach(ReferenceCountUtil::release);
  }

  @Test
  void requests_heldBehindAHandshake() {
    Object[] passed = {head("/1"), LastHttpContent.EMPTY_LAST_CONTENT, head("/handshake"), end()};
    DefaultLastHttpContent dropped = end();
    writable(false);
    read(passed);
    read(head("/2"), dropped);
    writable(true);
    assertEquals(List.of(passed), http.told);
    assertEquals(0, dropped.refCnt());
    expectWebSocket();
    http.told.forEach(ReferenceCountUtil::release);
  }

  /** The answer to the handshake may be what makes that there is no room again. */
  @Test
  void requests_heldBehindAHandshakeThatTakesTheRoom() {
    DefaultLastHttpContent dropped = end();
    http.takesRoom = true;
    writable(false);
    read(head("/handshake"), LastHttpContent.EMPTY_LAST_CONTENT, head("/2"), dropped);
    writable(true);
    assertEquals(2, http.told.size());
    assertEquals(0, dropped.refCnt());
    expectWebSocket();
  }

  @Test
  void requests_rightBehindAHandshake() {
    DefaultLastHttpContent dropped = end();
    read(head("/handshake"), LastHttpContent.EMPTY_LAST_CONTENT, head("/2"), dropped);
    assertEquals(2, http.told.size());
    assertEquals(0, dropped.refCnt());
    expectWebSocket();
  }

  @Test
  void requests_afterAHandshakeThatFailed() {
    read(head("/handshake"), LastHttpContent.EMPTY_LAST_CONTENT);
    gate().staysHttp();
    read(head("/2"), LastHttpContent.EMPTY_LAST_CONTENT);
    assertEquals(4, http.told.size());
  }

  @Test
  void frame_whileHttpHasTheConnection() {
    TextWebSocketFrame early = new TextWebSocketFrame("early");
    read(head("/handshake"), LastHttpContent.EMPTY_LAST_CONTENT, early);
    assertEquals(2, http.told.size());
    assertEquals(0, early.refCnt());
    expectWebSocket();
  }

  @Test
  void connection_endsWhileRequestsAreHeld() {
    DefaultLastHttpContent held = end();
    writable(false);
    read(head("/1"), held);
    assertEquals(1, held.refCnt());
    var _ = channel.close();
    channel.runPendingTasks();
    assertEquals(0, held.refCnt());
  }

  /** All sent at once, to a hub whose answers are not read: the handshake is held, and the rest. */
  @Test
  void handshake_amongRequestsWhoseAnswersAreReadLate() {
    String asks = Ask.get("/v1/openapi.json").text().repeat(20);
    Ask body = Ask.patch("/v1/boards/yard/parts/out1", "{\"active\":true}");
    try (ServedHub hub = new ServedHub(ServedHub.settings(ServedHub.generous()));
        RawConnection connection = new RawConnection(hub.port(), RECEIVE_BUFFER)) {
      int answer = hub.ask(Ask.get("/v1/openapi.json")).body().length();
      assertTrue(20 * answer > 3 * Limits.WRITE_QUEUE + 128 * 1024, "fits into what there is");
      connection.send(asks + RawWebSocket.handshake("").text() + body.text() + body.text());
      readTo(connection, "{\"hello\":");
      connection.send(Frame.text("{\"ping\":\"still there\"}").masked());
      readTo(connection, "still there");
      assertFalse(hub.truth().at("yard", "parts", "out1", "active").flag());
    }
  }

  /** All of it waits in Vert.x until the command is answered: what is behind is carried out. */
  @Test
  void handshake_behindACommand() {
    Ask command = Ask.patch("/v1/boards/yard/parts/out2", "{\"active\":true}");
    Ask behind = Ask.patch("/v1/boards/yard/parts/out1", "{\"active\":true}");
    try (ServedHub hub = new ServedHub(ServedHub.settings(ServedHub.generous()));
        RawConnection connection = new RawConnection(hub.port(), RECEIVE_BUFFER)) {
      connection.send(
          command.text() + RawWebSocket.handshake("").text() + behind.text() + behind.text());
      readTo(connection, "{\"hello\":");
      connection.send(Frame.text("{\"ping\":\"still there\"}").masked());
      readTo(connection, "still there");
      assertTrue(hub.truth().at("yard", "parts", "out2", "active").flag());
    }
  }

  private static void readTo(RawConnection connection, String text) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] some = new byte[4 * 1024];
    while (!all.toString(StandardCharsets.ISO_8859_1).contains(text)) {
      int count = connection.read(some);
      assertTrue(count > 0, "ended after " + all.toString(StandardCharsets.ISO_8859_1));
      all.write(some, 0, count);
    }
  }
}
