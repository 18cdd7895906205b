package dev.darkroom.benchmark.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.darkroom.transforms.json.Json;
import dev.darkroom.transforms.storage.StoredFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The trials in a folder, on any file system. Every run writes files of its own, {@code
 * trials-<run>.jsonl} and the same as {@code .csv}, because an object store cannot append; readers
 * take all {@code trials*.jsonl}. So runs never touch each other's rows, even at the same time.
 */
public final class TrialFiles {
  private static final String PREFIX = "trials";
  private static final String SUFFIX = ".jsonl";

  private final String folder;

  private TrialFiles(String folder) {
    this.folder = folder.endsWith("/") ? folder : folder + "/";
  }

  /** The files in {@code folder}, a path or URI. */
  public static TrialFiles in(String folder) {
    return new TrialFiles(folder);
  }

  /** Where a run's rows lie. */
  public String rowsOf(String run) {
    return folder + PREFIX + "-" + run + SUFFIX;
  }

  /** Writes a run's rows, both ways. */
  public void write(String run, List<TrialRow> rows) throws IOException {
    StoredFiles.write(rowsOf(run), lines(rows));
    StoredFiles.write(folder + PREFIX + "-" + run + ".csv", TrialTable.csv(rows));
  }

  /** Rows as JSON lines. */
  public static String lines(List<TrialRow> rows) {
    return rows.stream().map(row -> row.toJson() + "\n").collect(Collectors.joining());
  }

  /**
   * Reads all rows. The last line of a file may be cut short, by a run that was killed; it is
   * passed over and told of.
   *
   * @throws UnreadableTrialsException if anything else is wrong with a file, or it is of another
   *     schema
   * @throws IOException if storage fails
   */
  public TrialLog read() throws IOException {
    List<TrialRow> rows = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (String name : StoredFiles.sizes(folder).keySet()) {
      if (name.startsWith(PREFIX) && name.endsWith(SUFFIX)) {
        read(folder + name, rows, problems);
      }
    }
    Map<String, Long> begun = new HashMap<>();
    rows.forEach(row -> begun.merge(row.run(), row.startedAtEpochMillis(), Math::min));
    rows.sort(
        Comparator.<TrialRow>comparingLong(row -> begun.get(row.run()))
            .thenComparing(TrialRow::run)
            .thenComparingInt(TrialRow::trial));
    return TrialLog.of(rows, problems);
  }

  private static void read(String uri, List<TrialRow> rows, List<String> problems)
      throws IOException {
    String text = StoredFiles.text(uri);
    List<String> lines = text.lines().collect(Collectors.toList());
    for (int i = 0; i < lines.size(); i++) {
      String place = uri + ", line " + (i + 1);
      try {
        rows.add(parse(lines.get(i), place));
      } catch (JsonProcessingException e) {
        if (i < lines.size() - 1 || text.endsWith("\n")) {
          throw new UnreadableTrialsException(place + ": " + e.getOriginalMessage(), e);
        }
        problems.add(place + " is cut short and passed over: its run was killed as it wrote");
      }
    }
  }

  private static TrialRow parse(String line, String place) throws IOException {
    int schema = Json.parse(line, JsonNode.class).path("schema").asInt();
    if (schema != TrialRow.SCHEMA) {
      throw new UnreadableTrialsException(
          place + " is of schema " + schema + "; this version reads " + TrialRow.SCHEMA, null);
    }
    return TrialRow.parse(line);
  }
}
