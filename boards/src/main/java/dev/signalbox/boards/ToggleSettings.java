package dev.signalbox.boards;

import dev.signalbox.core.model.Button;
import dev.signalbox.core.model.Led;
import dev.signalbox.core.model.Switch;
import java.time.Duration;
import java.util.Optional;

/**
 * What an LED and its switch are to be.
 *
 * @param led what people call the LED, up to 40 characters
 * @param lit whether the LED is lit at first
 * @param contact what people call the switch, up to 40 characters
 * @param debounce how long the contact must stay as it is to count, up to a second
 * @param button what people call a button on the page that toggles the LED, up to 40 characters;
 *     empty for none
 */
public record ToggleSettings(
    String led, boolean lit, String contact, Duration debounce, Optional<String> button) {
  /** Dark, without a button, with a contact that settles within 20 ms. */
  public static final ToggleSettings DEFAULT =
      new ToggleSettings("LED", false, "Switch", Duration.ofMillis(20), Optional.empty());

  /**
   * @throws IllegalArgumentException that names the value that is out of range
   */
  public ToggleSettings {
    Check.property(Led.SCHEMA, "name", led);
    Check.property(Switch.SCHEMA, "name", contact);
    Check.duration("debounce time", debounce, Duration.ZERO, Duration.ofSeconds(1));
    button.ifPresent(name -> Check.property(Button.SCHEMA, "name", name));
  }
}
