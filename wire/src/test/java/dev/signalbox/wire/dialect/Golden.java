package dev.signalbox.wire.dialect;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Exchanges as golden files show them: each answer, and what a listener was told after it. */
final class Golden {
  private final DialectStage stage;
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  Golden(DialectStage stage) {
    this.stage = stage;
  }

  /** An answer alone; commands are followed by what is answered when they are carried out. */
  Golden answer(String file, Request request) {
    Answer answer = stage.ask(request);
    if (answer instanceof Answer.Carry carry) {
      return put(file, Replies.bytes(carry), Replies.bytes(Replies.told(carry, Replies.ACCEPTED)));
    }
    return put(file, Replies.bytes(answer));
  }

  /** A refusal of the server's own. */
  Golden refusal(String file, int status) {
    return put(file, Replies.bytes(stage.refusal(status, "It is \"not\" to be.")));
  }

  /** What a listener was told since the last time. */
  Golden told(String file, Listener listener) {
    return put(file, listener.take().getBytes(StandardCharsets.UTF_8));
  }

  Golden put(String file, byte[]... bytes) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] some : bytes) {
      all.writeBytes(some);
    }
    files.put(file, all.toByteArray());
    return this;
  }

  Map<String, byte[]> files() {
    return files;
  }
}
