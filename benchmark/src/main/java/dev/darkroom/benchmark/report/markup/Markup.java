package dev.darkroom.benchmark.report.markup;

import java.io.StringWriter;
import java.util.function.Consumer;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a page that is XML and HTML at once. The JDK's own XML writer escapes every text and every
 * attribute, and ends every element; what XML has no way to write, such as control characters,
 * becomes U+FFFD. Not thread-safe.
 */
public final class Markup {
  private static final String NOT_XML =
      "[^\\t\\n\\r\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]";

  private final XMLStreamWriter writer;

  private Markup(XMLStreamWriter writer) {
    this.writer = writer;
  }

  /** A whole HTML document. */
  public static String document(Consumer<Markup> html) {
    return write("<!DOCTYPE html>\n", html);
  }

  /** Some elements. */
  public static String fragment(Consumer<Markup> elements) {
    return write("", elements);
  }

  private static String write(String prologue, Consumer<Markup> content) {
    StringWriter text = new StringWriter();
    text.write(prologue);
    try {
      XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      content.accept(new Markup(writer));
      writer.writeEndDocument();
      writer.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e); // A string takes everything.
    }
    return text.toString();
  }

  /**
   * Begins an element.
   *
   * @param attributes names and values in turn
   */
  public Markup open(String element, String... attributes) {
    try {
      writer.writeStartElement(element);
      for (int i = 0; i < attributes.length; i += 2) {
        writer.writeAttribute(attributes[i], clean(attributes[i + 1]));
      }
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  /** Ends the innermost element that is open. */
  public Markup close() {
    try {
      writer.writeEndElement();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  /** Adds text. */
  public Markup text(String text) {
    try {
      writer.writeCharacters(clean(text));
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  /** An element that holds text alone. */
  public Markup leaf(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  /** An element without content that HTML never ends, such as {@code meta}. */
  public Markup empty(String element, String... attributes) {
    try {
      writer.writeEmptyElement(element);
      for (int i = 0; i < attributes.length; i += 2) {
        writer.writeAttribute(attributes[i], clean(attributes[i + 1]));
      }
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return this;
  }

  /** A style sheet, whose text must come from the program itself. */
  public Markup style(String css) {
    return code("style", css);
  }

  /** A script, whose text must come from the program itself. */
  public Markup script(String javaScript) {
    return code("script", javaScript);
  }

  /** For HTML the code as it is, for XML a section of text, the marks of which are comments. */
  private Markup code(String element, String code) {
    open(element);
    try {
      writer.writeCharacters("/*");
      writer.writeCData("*/\n" + code + "/*");
      writer.writeCharacters("*/");
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return close();
  }

  private static String clean(String text) {
    return text.replaceAll(NOT_XML, "\uFFFD");
  }
}
