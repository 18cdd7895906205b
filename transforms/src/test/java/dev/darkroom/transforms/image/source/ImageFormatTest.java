package dev.darkroom.transforms.image.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageFormatTest {
  private static final HexFormat HEX = HexFormat.of();

  @ParameterizedTest
  @CsvSource({
    "ffd8ffe0, JPEG",
    "89504e470d0a1a0a, PNG",
    "474946383961, GIF",
    "524946460000000057454250, WEBP",
    "49492a00, TIFF",
    "4d4d002a, TIFF",
    "49492b00, TIFF",
    "424d360000000000000036000000280000 00, BMP",
    "0000001866747970686569630000000068656963, HEIF",
    "0000001c667479706d6966310000000068656963, HEIF",
    "0000001c667479706d6966310000000061766966, AVIF",
    "00000018667479706176696600000000, AVIF",
    "ff0a, JPEG_XL",
    "0000000c4a584c200d0a870a, JPEG_XL",
    "ff4fff51, JPEG_2000",
    "0000000c6a5020200d0a870a, JPEG_2000",
    "4949bc01, JPEG_XR",
    "384250530001, PSD",
  })
  void isToldByTheFirstBytes(String hex, ImageFormat format) {
    assertEquals(Optional.of(format), ImageFormat.sniff(HEX.parseHex(hex.replace(" ", ""))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ff",
        "ffd8",
        "89504e470d0a1a",
        "424d",
        "424d2069732061206361722c206e6f7420616e20696d",
        "5249464600000000574156 45",
        "000000186674797069736f6d0000000069736f6d",
        "3c68746d6c3e"
      })
  void orNotAtAll(String hex) {
    assertEquals(Optional.empty(), ImageFormat.sniff(HEX.parseHex(hex.replace(" ", ""))));
  }
}
