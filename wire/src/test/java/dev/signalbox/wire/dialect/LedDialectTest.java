package dev.signalbox.wire.dialect;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.signalbox.core.model.Action;
import dev.signalbox.core.model.Command;
import dev.signalbox.core.model.Led;
import dev.signalbox.core.model.PartId;
import dev.signalbox.core.model.Switch;
import dev.signalbox.testkit.SteppedHub;
import dev.signalbox.wire.dialect.DialectStage.Edit;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LedDialectTest {
  private static final Specimen LED = new LedSpecimen();
  private static final String OFF = "data: {\"led\":0}\n\n";
  private static final String ON = "data: {\"led\":1}\n\n";

  private final DialectStage stage = LED.stage();

  private void light(boolean lit) {
    stage.become("toggle", "led", new Led("LED", lit));
  }

  @Test
  void newcomer_getsWhatIsTrueNow() {
    assertEquals(OFF, stage.follow("/demo_sse").take());
    light(true);
    assertEquals(ON, stage.follow("/demo_sse").take());
  }

  @Test
  void changes_ofABatchAreToldInOrder() {
    Listener listener = stage.follow("/demo_sse");
    listener.take();
    stage.become(
        Edit.of("toggle", "led", new Led("LED", true)),
        Edit.of("toggle", "led", new Led("LED", false)));
    assertEquals(ON + OFF, listener.take());
  }

  @Test
  void changes_thatTheFirmwareDoesNotTell() {
    Listener listener = stage.follow("/demo_sse");
    listener.take();
    stage.become("toggle", "led", new Led("Another name", false));
    stage.become("toggle", "switch", new Switch("Switch", true, true));
    stage.become("toggle", "spare", new Led("Spare", false));
    assertEquals("", listener.take());
  }

  @Test
  void clicks_ofManyEndWhereAsManyTogglesEnd() {
    SteppedHub hub = SampleBoards.hub();
    DialectStage live = new DialectStage(LED.dialect(), hub.state());
    Listener listener = live.follow("/demo_sse");
    StringBuilder expected = new StringBuilder(OFF);
    for (int click = 1; click <= 7; click++) {
      int before = hub.changes().size();
      Request press = Requests.of("PUT", "/ctrl", "btnLed");
      Answer.Carry carry = assertInstanceOf(Answer.Carry.class, live.ask(press));
      var outcome = hub.submit(carry.commands().toArray(Command[]::new));
      live.apply(hub.changesAfter(before));
      assertEquals(200, live.told(carry, outcome).status());
      expected.append(click % 2 == 1 ? ON : OFF);
    }
    assertEquals(expected.toString(), listener.all());
  }

  @Property
  void click_isAnyBodyThatNamesTheButton(@ForAll byte[] before, @ForAll byte[] after) {
    byte[] button = {'b', 't', 'n', 'L', 'e', 'd'};
    ByteBuffer body = ByteBuffer.allocate(before.length + button.length + after.length);
    body.put(before).put(button).put(after);
    Answer answer = stage.ask(Requests.of("PUT", "/ctrl", body.array()));
    Command toggle = new Command.ActOnPart(SampleBoards.TOGGLE, new PartId("led"), Action.TOGGLE);
    assertEquals(List.of(toggle), assertInstanceOf(Answer.Carry.class, answer).commands());
  }

  @Test
  void click_withoutAnLedOnTheBoard() {
    stage.become(Edit.gone("toggle", "led"), Edit.gone("toggle", "spare"));
    assertEquals(404, stage.reply(Requests.of("PUT", "/ctrl", "btnLed")).status());
  }

  @Test
  void place_givenTwiceGoesToTheFirst() {
    DialectStage narrow = LED.stage(1);
    Listener first = narrow.join("/demo_sse", "10.0.0.1");
    Listener second = narrow.join("/demo_sse", "10.0.0.2");
    assertEquals("retry: 5000\n\n", second.take());
    assertTrue(second.isEnded());
    assertEquals(OFF, first.take());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/LedBlue.png", "/LedGrey.png"})
  void icon_isAPicture(String path) throws IOException {
    Answer.Reply icon = stage.reply(Requests.get(path));
    assertEquals(200, icon.status());
    assertEquals(Optional.of("image/png"), Replies.header(icon, "Content-Type"));
    assertEquals(icon, stage.reply(Requests.of("HEAD", path, "")));
    BufferedImage picture = read(icon.body().bytes());
    assertEquals(96, picture.getWidth());
    assertEquals(96, picture.getHeight());
    assertTrue(picture.getColorModel().hasAlpha());
  }

  @Test
  void icons_differ() throws IOException {
    int blue = read(stage.reply(Requests.get("/LedBlue.png")).body().bytes()).getRGB(48, 60);
    int grey = read(stage.reply(Requests.get("/LedGrey.png")).body().bytes()).getRGB(48, 60);
    assertTrue((blue & 0xff) > (blue >> 16 & 0xff) + 60, Integer.toHexString(blue));
    assertTrue(Math.abs((grey & 0xff) - (grey >> 16 & 0xff)) < 16, Integer.toHexString(grey));
  }

  @Test
  void siteIcon_hasTwoSizes() throws IOException {
    Answer.Reply icon = stage.reply(Requests.get("/favicon.ico"));
    assertEquals(Optional.of("image/x-icon"), Replies.header(icon, "Content-Type"));
    byte[] bytes = icon.body().bytes();
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    assertArrayEquals(new byte[] {0, 0, 1, 0, 2, 0}, Arrays.copyOf(bytes, 6));
    List<Integer> sizes = new ArrayList<>();
    for (int entry = 6; entry < 38; entry += 16) {
      int length = file.getInt(entry + 8);
      int offset = file.getInt(entry + 12);
      byte[] png = Arrays.copyOfRange(bytes, offset, offset + length);
      assertEquals(bytes[entry], read(png).getWidth());
      sizes.add((int) bytes[entry]);
    }
    assertEquals(List.of(16, 32), sizes);
  }

  private static BufferedImage read(byte[] bytes) throws IOException {
    BufferedImage picture = ImageIO.read(new ByteArrayInputStream(bytes));
    assertNotNull(picture);
    return picture;
  }

  @Test
  void settings_clientsBelowZero() {
    var wrong =
        assertThrows(IllegalArgumentException.class, () -> new LedDialect.Settings(-3, true));
    assertEquals("clients -3 must be 0 or more", wrong.getMessage());
    assertEquals(new LedDialect.Settings(0, false), LedDialect.Settings.DEFAULT);
  }
}
