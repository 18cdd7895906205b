package dev.darkroom.benchmark.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.darkroom.benchmark.report.SyntheticRun;
import dev.darkroom.benchmark.report.summary.Comparison;
import dev.darkroom.benchmark.report.summary.Prices;
import dev.darkroom.benchmark.report.summary.Results;
import dev.darkroom.benchmark.report.summary.Trials;
import dev.darkroom.benchmark.results.Environment;
import dev.darkroom.benchmark.results.Phase;
import dev.darkroom.benchmark.results.Rows;
import dev.darkroom.benchmark.results.TrialRow;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PageTest {
  private static final List<String> SECTIONS =
      List.of(
          "comparison",
          "concurrency",
          "stages",
          "batches",
          "cost",
          "workers",
          "ratios",
          "regressions",
          "caution",
          "method",
          "machine",
          "trials");

  private static String complete;
  private static Document page;

  @BeforeAll
  static void write() throws Exception {
    Trials trials = Trials.of(SyntheticRun.completeButSmall("run-a", 1).rows());
    Trials others = Trials.of(SyntheticRun.completeButSmall("run-b", 2).rows());
    Comparison comparison = Comparison.of("before/", trials, others, 0);
    complete = Page.of(Results.of(trials, List.of(), prices(), comparison), trials);
    page = parse(complete);
    // make report-check opens it in a browser.
    Files.writeString(Path.of("target", "complete-report.html"), complete);
  }

  private static Prices prices() throws Exception {
    return Prices.parse(
        "{\"currency\":\"EUR\",\"class_a_per_10000\":0.05,\"class_b_per_10000\":0.004,"
            + "\"egress_per_gb\":0,\"storage_per_gb_month\":0.02,\"worker_per_hour\":0.4,"
            + "\"images\":1000000,\"months\":3,"
            + "\"conversion\":{\"images_per_second\":540,\"workers\":1,\"shards\":1024}}");
  }

  private static Document parse(String html) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(html.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<Element> all(Element in, String name) {
    NodeList found = in.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < found.getLength(); i++) {
      elements.add((Element) found.item(i));
    }
    return elements;
  }

  private static List<Element> all(Document in, String name) {
    return all(in.getDocumentElement(), name);
  }

  @Test
  void everySectionIsThereAndLinkedTo() {
    List<String> sections = all(page, "section").stream().map(e -> e.getAttribute("id")).toList();
    List<String> links = all(page, "a").stream().map(e -> e.getAttribute("href")).toList();

    assertEquals(SECTIONS, sections);
    assertEquals(SECTIONS.stream().map(id -> "#" + id).toList(), links);
  }

  @Test
  void theHeadingIsTheSentence() {
    String heading = all(page, "h1").get(0).getTextContent();

    assertTrue(heading.startsWith("On this storage TFRecord reads"), heading);
    assertTrue(heading.contains("concurrent reads."), heading);
  }

  @Test
  void everyChartHasMarksATitleAndADescription() {
    List<Element> charts = all(page, "svg");
    assertEquals(2 + 12 + 2 + 2 + 2 + 2 + 1, charts.size());
    for (Element chart : charts) {
      String id = chart.getAttribute("id");
      assertEquals(id + "-title " + id + "-desc", chart.getAttribute("aria-labelledby"));
      assertFalse(all(chart, "title").get(0).getTextContent().isEmpty(), id);
      assertFalse(all(chart, "desc").get(0).getTextContent().isEmpty(), id);
      assertTrue(
          all(chart, "*").stream().anyMatch(e -> e.getAttribute("class").contains("mark")), id);
      for (Element drawn : all(chart, "*")) {
        assertFalse(drawn.getAttribute("d").matches(".*(NaN|∞).*"), id);
        assertFalse(drawn.getAttribute("x").matches(".*(NaN|∞).*"), id);
        assertFalse(drawn.getAttribute("cy").matches(".*(NaN|∞).*"), id);
      }
    }
  }

  @Test
  void idsAreUnique() {
    Set<String> seen = new HashSet<>();
    for (Element element : all(page, "*")) {
      String id = element.getAttribute("id");
      assertTrue(id.isEmpty() || seen.add(id), id);
    }
  }

  @Test
  void nothingIsFetched() {
    for (Element element : all(page, "*")) {
      assertEquals("", element.getAttribute("src"));
      assertTrue(element.getAttribute("href").matches("|#.*|data:,"));
    }
    assertFalse(complete.contains("@import"));
    assertFalse(complete.contains("url("));
  }

  @Test
  void everyTrialHasARow() {
    Element table = all(page, "table").get(all(page, "table").size() - 1);
    int trials = SyntheticRun.completeButSmall("run-a", 1).rows().size();

    assertEquals("sortable", table.getAttribute("class"));
    assertEquals(1 + trials, all(table, "tr").size());
  }

  @Test
  void everyTableHasACaptionAndHeadings() {
    for (Element table : all(page, "table")) {
      assertEquals(1, all(table, "caption").size());
      List<Element> rows = all(table, "tr");
      int columns = all(rows.get(0), "th").size();
      for (Element row : rows.subList(1, rows.size())) {
        assertEquals(columns, all(row, "td").size() + all(row, "th").size());
      }
    }
  }

  @Test
  void aSingleTrialLeavesGapsAndNoFault() throws Exception {
    Trials trials = Trials.of(List.of(Rows.row().build()));

    Document gaps = parse(Page.of(Results.of(trials, List.of(), null, null), trials));

    List<String> told =
        all(gaps, "p").stream()
            .filter(p -> p.getAttribute("class").equals("gap"))
            .map(Element::getTextContent)
            .toList();
    assertEquals(8, told.size(), told::toString);
    assertTrue(told.stream().allMatch(gap -> gap.startsWith("not measured – ")));
    assertEquals(3, all(gaps, "svg").size());
  }

  @Test
  void failuresAndWarmUpsAloneLeaveGapsAndNoFault() throws Exception {
    Trials trials =
        Trials.of(
            List.of(
                Rows.row().phase(Phase.WARMUP).build(),
                Rows.row().trial(1).images(0).failure("gone").build()));

    Document gaps = parse(Page.of(Results.of(trials, List.of(), prices(), null), trials));

    assertEquals(0, all(gaps, "svg").size());
    assertTrue(all(gaps, "td").stream().anyMatch(cell -> cell.getTextContent().equals("gone")));
  }

  @Test
  void namesAreNeverMarkup() throws Exception {
    String hostile = "<script>alert(1)</script>\"'&]]>\u0000.jpg";
    Environment environment = Rows.environment();
    TrialRow row =
        Rows.row()
            .run(hostile)
            .settings(Map.of("input", hostile, "records", hostile))
            .environment(
                Environment.builder()
                    .os(hostile)
                    .cpu(hostile)
                    .cores(1)
                    .memoryBytes(1)
                    .disk(hostile)
                    .jvm(hostile)
                    .beam(environment.beam())
                    .runner(hostile)
                    .commit(hostile)
                    .storage(hostile)
                    .build())
            .build();
    TrialRow failed = row.toBuilder().trial(1).images(0).failure(hostile).build();
    Trials trials = Trials.of(List.of(row, failed));
    Comparison comparison = Comparison.of(hostile, trials, trials, 0);

    String html = Page.of(Results.of(trials, List.of(hostile), null, comparison), trials);

    Document read = parse(html);
    assertEquals(1, all(read, "script").size());
    assertFalse(html.contains("<script>alert"));
    assertTrue(
        all(read, "dd").stream().anyMatch(e -> e.getTextContent().contains("<script>alert(1)")));
    assertTrue(all(read, "li").get(0).getTextContent().startsWith("<script>alert(1)"));
  }
}
