package dev.signalbox.bench.load;

/**
 * Server-Sent Events (HTML Standard, section 9.2), not in chunks: blocks that end with an empty
 * line. What has no data is no message.
 */
final class Events implements Body {
  private static final int LONGEST = 8 * 1024 * 1024;

  @Override
  public int read(byte[] bytes, int from, int to, Receiver receiver) {
    int begin = from;
    int line = from;
    boolean hasData = false;
    for (int i = from; i < to; i++) {
      if (bytes[i] != '\n') {
        continue;
      }
      int end = i > line && bytes[i - 1] == '\r' ? i - 1 : i;
      if (end == line) {
        if (hasData) {
          receiver.message(bytes, begin, i + 1 - begin);
        }
        begin = i + 1;
        hasData = false;
      } else {
        hasData |= isData(bytes, line, end);
      }
      line = i + 1;
    }
    if (to - begin > LONGEST) {
      throw new MalformedException("an event of more than " + LONGEST + " bytes");
    }
    return begin - from;
  }

  private static boolean isData(byte[] bytes, int line, int end) {
    return end - line >= 4
        && bytes[line] == 'd'
        && bytes[line + 1] == 'a'
        && bytes[line + 2] == 't'
        && bytes[line + 3] == 'a';
  }
}
