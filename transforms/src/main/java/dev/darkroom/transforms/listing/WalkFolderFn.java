package dev.darkroom.transforms.listing;

import dev.darkroom.transforms.dataset.ImageInput;
import dev.darkroom.transforms.dataset.ImageRef;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.Paths;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.EnumSet;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.beam.sdk.transforms.DoFn;

/**
 * Walks a local folder, following links. Beam's own matching of local files passes over what a
 * listing must not lose: links to nothing, folders that cannot be entered, folders named like an
 * image, names with line breaks, and everything below a root whose name holds wildcard characters.
 * All of these are listed here and rejected, with the reason, when they are read.
 */
final class WalkFolderFn extends DoFn<String, ImageRef> {
  private static final Pattern IMAGE_NAME =
      Pattern.compile(".*\\.(jpe?g|jfif|png|gif|bmp|webp|tiff?|heic|heif|avif|jxl|jp2)");

  private final ImageInput input;
  private final Describer describer;

  WalkFolderFn(ImageInput input, Describer describer) {
    this.input = input;
    this.describer = describer;
  }

  @ProcessElement
  public void walk(OutputReceiver<ImageRef> out) throws IOException {
    Path root = Paths.get(input.root());
    if (Files.isDirectory(root)) {
      Files.walkFileTree(
          root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), input.depth(), new Visitor(root, out));
    }
  }

  private final class Visitor extends SimpleFileVisitor<Path> {
    private final Path root;
    private final PathMatcher matcher;
    private final OutputReceiver<ImageRef> out;

    Visitor(Path root, OutputReceiver<ImageRef> out) {
      this.root = root;
      this.matcher =
          input.isFolder()
              ? any -> true
              : FileSystems.getDefault().getPathMatcher("glob:" + input.glob());
      this.out = out;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (isHidden(folder)) {
        return FileVisitResult.SKIP_SUBTREE;
      }
      listIfNamedLikeImage(folder);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isDirectory()) { // as deep as the walk goes
        listIfNamedLikeImage(file);
      } else {
        // A link that is still one here leads nowhere, and the size is that of the link itself.
        list(file, attributes.isSymbolicLink() ? 0 : attributes.size());
      }
      return FileVisitResult.CONTINUE;
    }

    /** A loop of links, or a folder that may not be entered. */
    @Override
    public FileVisitResult visitFileFailed(Path path, IOException failure) {
      list(path, 0);
      return FileVisitResult.CONTINUE;
    }

    private void listIfNamedLikeImage(Path folder) {
      String name = folder.equals(root) ? "" : folder.getFileName().toString();
      if (IMAGE_NAME.matcher(name.toLowerCase(Locale.ROOT)).matches()) {
        list(folder, 0);
      }
    }

    private void list(Path path, long bytes) {
      Path below = root.relativize(path);
      if (matcher.matches(below)) {
        describer.describe(input.root() + below, bytes).ifPresent(out::output);
      }
    }

    private boolean isHidden(Path folder) {
      return !folder.equals(root) && folder.getFileName().toString().startsWith(".");
    }
  }
}
