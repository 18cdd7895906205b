package dev.darkroom.benchmark.report.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

class MarkupTest {
  @Test
  void writesElementsInTheirOrder() {
    String written =
        Markup.fragment(
            out -> out.open("p", "class", "a").text("1 < 2 & ").leaf("b", "c").empty("br").close());

    assertEquals("<p class=\"a\">1 &lt; 2 &amp; <b>c</b><br></br></p>", unify(written));
  }

  /** An empty element may be written either way. */
  private static String unify(String written) {
    return written.replace("<br/>", "<br></br>").replace("<br />", "<br></br>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onload='alert(1)",
        "]]></style><script>alert(1)</script>",
        "&lt;&#x3c;&amp;",
        "<!-- --><!DOCTYPE html>",
        "päth/图片 \uD83D\uDE00.jpg"
      })
  void whateverIsWrittenIsReadAgain(String hostile) throws Exception {
    String written = Markup.document(out -> out.leaf("p", hostile, "title", hostile));

    Element read =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(written.getBytes(StandardCharsets.UTF_8)))
            .getDocumentElement();
    assertEquals(hostile, read.getTextContent());
    assertEquals(hostile, read.getAttribute("title"));
    assertEquals(0, read.getElementsByTagName("*").getLength());
  }

  @ParameterizedTest
  @ValueSource(strings = {"\u0000", "\u0001", "\u001B", "\uFFFE", "\uD800", "\uDC00"})
  void whatCannotBeWrittenIsReplaced(String impossible) {
    assertEquals("<p>a\uFFFDb</p>", Markup.fragment(out -> out.leaf("p", "a" + impossible + "b")));
  }

  @Test
  void codeIsLeftAsItIs() throws Exception {
    String code = "for (const a of b) { if (1 < 2 && 3 > 2) c(\"d\"); }";

    String written = Markup.fragment(out -> out.script(code));

    assertEquals("<script>/*<![CDATA[*/\n" + code + "/*]]>*/</script>", written);
  }
}
