package dev.signalbox.store;

import java.util.Map;
import java.util.Set;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;

/**
 * How the database found its file: what tells a file that never had anything from one that lost it.
 * The database opens both as empty.
 *
 * @param isBlank whether nothing was ever written: there is no room behind the two headers for
 *     anything, and the headers name no chunk (a new file's do from the start, see {@link
 *     SettingsFile#open})
 * @param isOutdated whether a later version was written and the file was closed in order, but can't
 *     be found. Without the closing, the later version is one whose writing was cut off, and its
 *     forerunner is what was promised; so a last chunk that is damaged after a hub was killed can't
 *     be told from that, and what was saved last is gone.
 * @param isPlainlyEmpty whether it is as the hub of the time before the seal left a file without
 *     settings: the names of the one map are there as they should be, it has no root, and there is
 *     nothing that may once have been the name of one. The database removes some of that while it
 *     opens, which shows as a change.
 */
record OpenedStore(boolean isBlank, boolean isOutdated, boolean isPlainlyEmpty) {
  private static final String ID_OF_META = "meta.id";
  private static final int HEADERS_BYTES = 2 * 4096;

  /**
   * Looks at {@code store} before anything in it is opened, which makes what is missing.
   *
   * @param map the name of the only map that there should be
   */
  static OpenedStore of(MVStore store, String map) {
    return new OpenedStore(isBlank(store), isOutdated(store), isPlainlyEmpty(store, map));
  }

  private static boolean isBlank(MVStore store) {
    return store.getFileStore().size() <= HEADERS_BYTES
        && !store.getStoreHeader().containsKey("chunk")
        && store.getLayoutMap().keySet().stream().allMatch(ID_OF_META::equals);
  }

  private static boolean isOutdated(MVStore store) {
    return store.getStoreHeader().containsKey("clean")
        && store.getCurrentVersion() < DataUtils.readHexLong(store.getStoreHeader(), "version", 0);
  }

  private static boolean isPlainlyEmpty(MVStore store, String map) {
    String id = store.getMetaMap().get(DataUtils.META_NAME + map);
    return id != null
        && !store.hasUnsavedChanges()
        && store
            .getMetaMap()
            .keySet()
            .equals(Set.of(DataUtils.META_NAME + map, DataUtils.META_MAP + id))
        && ("name:" + map).equals(store.getMetaMap().get(DataUtils.META_MAP + id))
        && hasUsualLayout(store);
  }

  /**
   * A damaged name can also become that of the other root, of which one is used, the other told.
   */
  private static boolean hasUsualLayout(MVStore store) {
    Map<String, String> layout = store.getLayoutMap();
    String root = DataUtils.LAYOUT_ROOT + layout.get(ID_OF_META);
    return DataUtils.readHexLong(layout, root, 0) == store.getMetaMap().getRootPage().getPos()
        && layout.keySet().stream()
            .allMatch(key ->
                key.equals(ID_OF_META)
                    || key.equals(root)
                    || key.startsWith(DataUtils.LAYOUT_CHUNK));
  }
}
