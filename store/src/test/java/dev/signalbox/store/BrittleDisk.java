package dev.signalbox.store;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import org.h2.store.fs.FileBase;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;

/** The usual file system, but for a disk that a test can fill or make read-only. */
public final class BrittleDisk extends FilePathWrapper {
  static final String SCHEME = "brittle:";

  static volatile boolean full;
  static volatile boolean readOnly;

  public BrittleDisk() {}

  static void insert() {
    full = false;
    readOnly = false;
    FilePath.register(new BrittleDisk());
  }

  @Override
  public String getScheme() {
    return "brittle";
  }

  @Override
  public boolean canWrite() {
    return !readOnly && super.canWrite();
  }

  @Override
  public FileChannel open(String mode) throws IOException {
    return new Channel(super.open(mode));
  }

  private static final class Channel extends FileBase {
    private final FileChannel disk;

    Channel(FileChannel disk) {
      this.disk = disk;
    }

    private static void requireRoom() throws IOException {
      if (full) {
        throw new IOException("No space left on device");
      }
    }

    @Override
    public synchronized int write(ByteBuffer source, long position) throws IOException {
      requireRoom();
      return disk.write(source, position);
    }

    @Override
    public int write(ByteBuffer source) throws IOException {
      requireRoom();
      return disk.write(source);
    }

    @Override
    public synchronized int read(ByteBuffer target, long position) throws IOException {
      return disk.read(target, position);
    }

    @Override
    public int read(ByteBuffer target) throws IOException {
      return disk.read(target);
    }

    @Override
    public long position() throws IOException {
      return disk.position();
    }

    @Override
    public FileChannel position(long position) throws IOException {
      disk.position(position);
      return this;
    }

    @Override
    public long size() throws IOException {
      return disk.size();
    }

    @Override
    public FileChannel truncate(long size) throws IOException {
      disk.truncate(size);
      return this;
    }

    @Override
    public synchronized FileLock tryLock(long position, long size, boolean shared)
        throws IOException {
      return disk.tryLock(position, size, shared);
    }

    @Override
    public void force(boolean metadata) throws IOException {
      disk.force(metadata);
    }

    @Override
    protected void implCloseChannel() throws IOException {
      disk.close();
    }
  }
}
