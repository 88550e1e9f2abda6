import org.jspecify.annotations.NullMarked;

/**
 * The page: web components, the client library and Lit, as files under {@code
 * META-INF/signalbox/dashboard}, and the one class that hands them out.
 */
@NullMarked
module dev.signalbox.dashboard {
  requires static transitive org.jspecify;

  // The files of the page.
  exports dev.signalbox.dashboard;
}
