package dev.signalbox.acceptance;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The page fits a phone, a tablet and a desk. What it looks like is kept in target/screenshots. */
class PageWidthsTest {
  private static final Path PICTURES = Program.ROOT.resolve("acceptance/target/screenshots");
  private static final String FITS =
      "document.scrollingElement.scrollWidth <= document.documentElement.clientWidth";

  private record Size(int width, int height) {}

  @RegisterExtension final Stage stage = new Stage();

  @Test
  void page_anyWidth_fitsWithoutScrollingSideways() throws Exception {
    HubProcess hub = stage.hub();
    Page page = stage.page(hub);
    show(Api.of(hub));
    page.until(Page.shown("yard/out8", "lit") + " === '30'");

    Files.createDirectories(PICTURES);
    for (Size size : new Size[] {new Size(360, 800), new Size(768, 1000), new Size(1400, 1000)}) {
      page.resize(size.width, size.height);
      page.until("innerWidth === " + size.width);
      page.until(FITS);
      Path picture = PICTURES.resolve(size.width + "x" + size.height + ".png");
      Files.write(picture, page.screenshot());
      assertTrue(Files.size(picture) > 10_000, picture::toString);
    }
  }

  private static void show(Api api) throws Exception {
    api.act(
        201,
        "POST",
        "v1/boards/yard/parts",
        """
        {"kind":"chase","name":"Runway","members":["out4","out5","out6"],"interval":300}\
        """);
    api.set("yard/chase1", "{\"running\":true}");
    api.set("yard/out1", "{\"name\":\"A name as long as names are allowed here\"}");
    api.set("yard/out2", "{\"active\":true,\"blink\":800}");
    api.set("yard/out8", "{\"active\":true,\"brightness\":30}");
    api.set("toggle/led", "{\"lit\":true}");
  }
}
