package dev.signalbox.wire.dialect;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages are one file each, light, and show what they are told as text. */
class DialectPageTest {
  /** Ways by which a text could become part of a page as more than text. */
  private static final List<String> UNSAFE =
      List.of("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval(", "srcdoc");

  static Stream<Specimen> all() {
    return Specimens.ALL.stream();
  }

  private static String page(Specimen specimen) {
    DialectStage stage = specimen.stage();
    return stage.reply(Requests.get("/")).body().text();
  }

  @ParameterizedTest
  @MethodSource("all")
  void page_isLight(Specimen specimen) {
    int bytes = page(specimen).getBytes(StandardCharsets.UTF_8).length;
    assertTrue(bytes < specimen.pageLimit(), bytes + " bytes");
  }

  @ParameterizedTest
  @MethodSource("all")
  void page_asksNobodyElse(Specimen specimen) {
    String page = page(specimen).replace("http://www.w3.org/2000/svg", "");
    for (String outside : List.of("https://", "http://", "src=\"//", "href=\"//", "@import")) {
      assertFalse(page.contains(outside), outside);
    }
    assertTrue(page.contains("http-equiv=\"Content-Security-Policy\""));
    assertTrue(page.contains("default-src 'none'"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void page_takesTextForText(Specimen specimen) {
    String page = page(specimen);
    UNSAFE.forEach(way -> assertFalse(page.contains(way), way));
  }

  @ParameterizedTest
  @MethodSource("all")
  void page_fitsAPhone(Specimen specimen) {
    assertTrue(page(specimen).contains("width=device-width, initial-scale=1"));
  }
}
