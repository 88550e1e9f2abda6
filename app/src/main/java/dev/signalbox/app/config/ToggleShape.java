package dev.signalbox.app.config;

import dev.signalbox.app.settings.DurationType;
import dev.signalbox.app.settings.Key;
import dev.signalbox.app.settings.NoneType;
import dev.signalbox.app.settings.Shape;
import dev.signalbox.app.settings.Shapes;
import dev.signalbox.app.settings.TextType;
import dev.signalbox.boards.ToggleSettings;
import java.time.Duration;
import java.util.Optional;

/** What a board of kind {@code toggle} takes. */
final class ToggleShape {
  private static final ToggleSettings DEFAULT = ToggleSettings.DEFAULT;

  private record Light(String name, boolean lit, Optional<Wiring.Switched> wired) {
    static final Light DEFAULT =
        new Light(ToggleShape.DEFAULT.led(), ToggleShape.DEFAULT.lit(), Optional.empty());
  }

  private record Contact(String name, Duration debounce, Optional<Wiring.Contact> wired) {
    static final Contact DEFAULT =
        new Contact(
            ToggleShape.DEFAULT.contact(), ToggleShape.DEFAULT.debounce(), Optional.empty());
  }

  private static final Shape<Light> LED =
      Shapes.of(
          "an LED",
          Common.partName(DEFAULT.led()),
          Key.of("lit", Common.FLAG, DEFAULT.lit(), "Whether it is lit at first."),
          Key.maybe(
              WiringShapes.GPIO,
              WiringShapes.SWITCHED,
              "The line that it is on; none if simulated."),
          Light::new);

  private static final Shape<Contact> SWITCH =
      Shapes.of(
          "a switch",
          Common.partName(DEFAULT.contact()),
          Key.of(
              "debounce",
              DurationType.between(Duration.ZERO, Duration.ofSeconds(1)),
              DEFAULT.debounce(),
              "How long the contact must stay as it is to count."),
          Key.maybe(
              WiringShapes.GPIO,
              WiringShapes.CONTACT,
              "The line that it is on; none if simulated."),
          Contact::new);

  private static final Shape<String> BUTTON =
      Shapes.of(
          "a button",
          Key.of("name", TextType.upTo(Common.NAME_LENGTH), "Button", "What people call the part."),
          name -> name);

  static final Shape<BoardPlan> SHAPE =
      Shapes.of(
          "a toggle board",
          Common.boardId(),
          Common.boardName(),
          Key.of("led", LED, Light.DEFAULT, "The LED."),
          Key.of(
              "switch",
              SWITCH,
              Contact.DEFAULT,
              "The switch that toggles the LED each time it is let go."),
          Key.of(
              "button",
              new NoneType<>(BUTTON),
              Optional.empty(),
              "A button on the page that toggles the LED at once, or none."),
          (id, name, led, contact, button) ->
              new BoardPlan(
                  id,
                  name.orElse(id.value()),
                  new BoardPlan.ToggleKind(
                      new ToggleSettings(
                          led.name(), led.lit(), contact.name(), contact.debounce(), button),
                      contact.wired(),
                      led.wired())));

  private ToggleShape() {}
}
