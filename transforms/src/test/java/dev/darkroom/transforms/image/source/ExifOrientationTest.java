package dev.darkroom.transforms.image.source;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExifOrientationTest {
  private static final String EXIF = "457869660000";

  @ParameterizedTest
  @CsvSource({
    "49492a0008000000 0100 1201 0300 01000000 06000000, RIGHT_TOP",
    "4d4d002a00000008 0001 0112 0003 00000001 00060000, RIGHT_TOP",
    "4d4d002a00000008 0001 0112 0004 00000001 00000003, BOTTOM_RIGHT",
    "4d4d002a00000008 0002 010f 0002 00000001 00000000 0112 0003 00000001 00080000, LEFT_BOTTOM",
    // Unknown values, other types, and directories that lie outside the block are upright.
    "4d4d002a00000008 0001 0112 0003 00000001 00000000, TOP_LEFT",
    "4d4d002a00000008 0001 0112 0003 00000001 00090000, TOP_LEFT",
    "4d4d002a00000008 0001 0112 0002 00000001 00060000, TOP_LEFT",
    "4d4d002a00000008 ffff 0112 0002 00000001 00060000, TOP_LEFT",
    "4d4d002a00000008 0002 010f 0002 00000001 00000000, TOP_LEFT",
    "4d4d002a7fffffff 0001 0112 0003 00000001 00060000, TOP_LEFT",
    "4d4d002affffffff 0001 0112 0003 00000001 00060000, TOP_LEFT",
    "4d4d002a00000008, TOP_LEFT",
    "58584d002a000008 0001 0112 0003 00000001 00060000, TOP_LEFT",
  })
  void isReadInEitherByteOrder(String tiff, Orientation orientation) {
    byte[] block = HexFormat.of().parseHex("00" + EXIF + tiff.replace(" ", ""));
    assertEquals(orientation, ExifOrientation.read(ByteBuffer.wrap(block), 1, block.length));
  }

  @ParameterizedTest
  @CsvSource({"''", "45786966", "457869660000", "687474703a2f2f6e732e61646f62652e636f6d2f"})
  void otherBlocksAreUpright(String hex) {
    byte[] block = HexFormat.of().parseHex(hex);
    Orientation read = ExifOrientation.read(ByteBuffer.wrap(block), 0, block.length);
    assertEquals(Orientation.TOP_LEFT, read);
  }
}
