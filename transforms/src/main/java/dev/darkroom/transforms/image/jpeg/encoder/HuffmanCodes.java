package dev.darkroom.transforms.image.jpeg.encoder;

/** The codes of all tables, made for what an image holds. Immutable. */
final class HuffmanCodes {
  private static final int LENGTH_BITS = 8;

  private final HuffmanCode[] tables = new HuffmanCode[Symbols.TABLES];

  /** By table and symbol: the code with zeroes for the value behind it, above the bits of both. */
  private final long[] codes = new long[Symbols.TABLES * Symbols.KINDS];

  private final long bits;

  HuffmanCodes(Symbols symbols) {
    long sum = 0;
    for (int table = 0; table < Symbols.TABLES; table++) {
      int number = table;
      HuffmanCode code = new HuffmanCode(symbol -> symbols.count(number, symbol));
      tables[table] = code;
      for (byte each : code.symbols()) {
        int symbol = each & 0xFF;
        int size = Symbols.valueBits(symbol);
        int length = code.length(symbol) + size;
        codes[table * Symbols.KINDS + symbol] =
            (long) code.code(symbol) << size << LENGTH_BITS | length;
        sum += (long) length * symbols.count(table, symbol);
      }
    }
    bits = sum;
  }

  HuffmanCode table(int table) {
    return tables[table];
  }

  /** How many all symbols take, with the values behind them. */
  long bits() {
    return bits;
  }

  /** The code of a symbol of a table: {@link #bits} and {@link #length}. */
  long code(int symbol) {
    return codes[symbol];
  }

  /** The bits of a code, with zeroes for the value behind it. */
  static long bits(long code) {
    return code >>> LENGTH_BITS;
  }

  /** How many they are. */
  static int length(long code) {
    return (int) code & ((1 << LENGTH_BITS) - 1);
  }
}
