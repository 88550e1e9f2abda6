package dev.signalbox.wire.dialect;

import dev.signalbox.wire.dialect.RailHubSettings.Format;
import dev.signalbox.wire.dialect.RailHubSettings.GroupOutputs;
import dev.signalbox.wire.dialect.RailHubSettings.Page;
import dev.signalbox.wire.dialect.RailHubSettings.UptimeUnit;
import java.nio.charset.StandardCharsets;

/** The page of a RailHub board, told where its WebSocket is and how to read a status. */
final class RailHubPage {
  private static final String FILE = "railhub.html";

  private RailHubPage() {}

  static Answer.Reply of(Page page, Format format) {
    boolean isInSeconds = format.uptime() == UptimeUnit.SECONDS;
    boolean hasIndices = format.groupOutputs() == GroupOutputs.INDICES;
    String html =
        new String(BundledFile.read(FILE), StandardCharsets.UTF_8)
            .replace("@wsPort@", Integer.toString(page.wsPort()))
            .replace("@uptimeUnit@", isInSeconds ? "1000" : "1")
            .replace("@groupOutputs@", hasIndices ? "indices" : "pins");
    Answer.Reply plain = BundledFile.page(FILE);
    return new Answer.Reply(plain.status(), plain.headers(), Payload.of(html));
  }
}
