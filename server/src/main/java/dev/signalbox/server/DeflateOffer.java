package dev.signalbox.server;

import dev.signalbox.wire.Problem;
import dev.signalbox.wire.RefusedException;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.http.websocketx.extensions.WebSocketServerExtensionHandler;
import io.vertx.core.http.HttpConnection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a handshake offers of {@code permessage-deflate} (RFC 7692), and what the hub makes of it.
 *
 * <p>Both sides begin every message anew, whoever asked for it or not (sections 7.1.1.1 and
 * 7.1.1.2): what is deflated once can then be sent to anybody, and nothing is remembered of any
 * client. The hub deflates with the whole window of 32 KiB and takes no offer that allows less.
 */
final class DeflateOffer {
  /** The header that carries offers and their answer. */
  static final String HEADER = "Sec-WebSocket-Extensions";

  private static final String DEFLATE = "permessage-deflate";
  private static final String WHOLE_WINDOW = "15";
  private static final String ANSWER =
      DEFLATE + "; server_no_context_takeover; client_no_context_takeover";

  private static final String TOKEN = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]+";
  private static final Pattern NAME = Pattern.compile(TOKEN);
  private static final Pattern VALUE = Pattern.compile("(" + TOKEN + ")|\"(" + TOKEN + ")\"");
  private static final Pattern BITS = Pattern.compile("[89]|1[0-5]");

  private final String text;
  private int position;

  private DeflateOffer(String text) {
    this.text = text;
  }

  /**
   * The answer to the first offer that the hub can take; empty if there is none.
   *
   * @param values of {@link #HEADER}, in their order
   * @throws RefusedException if they break the grammar of RFC 6455, section 9.1
   */
  static Optional<String> answer(List<String> values) throws RefusedException {
    Optional<String> answer = Optional.empty();
    for (String value : values) {
      Optional<String> found = new DeflateOffer(value).firstAcceptable();
      answer = answer.or(() -> found);
    }
    return answer;
  }

  /**
   * Has Vert.x make no answer of its own, whose frames would go on from one message to the next.
   */
  static void withholdFromVertx(HttpConnection connection) {
    ChannelPipeline pipeline = Pipelines.of(connection).pipeline();
    if (pipeline.get(WebSocketServerExtensionHandler.class) != null) {
      pipeline.remove(WebSocketServerExtensionHandler.class);
    }
  }

  /** Reads to the end in any case: what is malformed is so behind a good offer too. */
  private Optional<String> firstAcceptable() throws RefusedException {
    Optional<String> first = Optional.empty();
    do {
      // Elements of a list may be empty (RFC 9110, section 5.6.1.2).
      if (!isAt(',') && !isAtEnd()) {
        Optional<String> answer = offer();
        first = first.or(() -> answer);
      }
    } while (skip(','));
    if (!isAtEnd()) {
      throw malformed();
    }
    return first;
  }

  /** One offer of any extension, and the answer to it. */
  private Optional<String> offer() throws RefusedException {
    boolean acceptable = DEFLATE.equalsIgnoreCase(take(NAME).group());
    boolean wholeWindowAsked = false;
    Set<String> names = new HashSet<>();
    while (skip(';')) {
      String name = take(NAME).group();
      Optional<String> value = skip('=') ? Optional.of(value()) : Optional.empty();
      acceptable &= names.add(name) && isAcceptable(name, value);
      wholeWindowAsked |= name.equals("server_max_window_bits");
    }
    // Taking that parameter is said by answering it (RFC 7692, section 7.1.2.1).
    String answer = wholeWindowAsked ? ANSWER + "; server_max_window_bits=15" : ANSWER;
    return acceptable ? Optional.of(answer) : Optional.empty();
  }

  private static boolean isAcceptable(String name, Optional<String> value) {
    return switch (name) {
      case "server_no_context_takeover", "client_no_context_takeover" -> value.isEmpty();
      case "server_max_window_bits" -> value.filter(WHOLE_WINDOW::equals).isPresent();
      // Whatever window the client has, the hub can inflate from it.
      case "client_max_window_bits" -> value.isEmpty() || BITS.matcher(value.get()).matches();
      default -> false;
    };
  }

  private String value() throws RefusedException {
    Matcher value = take(VALUE);
    return value.group(1) == null ? value.group(2) : value.group(1);
  }

  private Matcher take(Pattern pattern) throws RefusedException {
    skipSpace();
    Matcher matcher = pattern.matcher(text).region(position, text.length());
    if (!matcher.lookingAt()) {
      throw malformed();
    }
    position = matcher.end();
    return matcher;
  }

  private boolean skip(char wanted) {
    boolean is = isAt(wanted);
    position += is ? 1 : 0;
    return is;
  }

  private boolean isAt(char wanted) {
    skipSpace();
    return !isAtEnd() && text.charAt(position) == wanted;
  }

  private boolean isAtEnd() {
    return position == text.length();
  }

  private void skipSpace() {
    while (!isAtEnd() && (text.charAt(position) == ' ' || text.charAt(position) == '\t')) {
      position++;
    }
  }

  private static RefusedException malformed() {
    return new RefusedException(Problem.malformed("'" + HEADER + "' is malformed."));
  }
}
