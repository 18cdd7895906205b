package dev.darkroom.transforms.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitRuleTest {
  private static final String FORM =
      " is not of the form name:percent, a whole percentage from 1 to 100";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "train                          | {train=100}",
        "all_of_1                       | {all_of_1=100}",
        "train:100                      | {train=100}",
        "train:80,validation:10,test:10 | {train=80, validation=10, test=10}",
        "z:1,a:99                       | {z=1, a=99}",
      })
  void parsesInTheOrderGiven(String text, String percentages) {
    assertEquals(percentages, SplitRule.parse(text).percentages().toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                | ''",
        "train:            | train:",
        "train:80,         | train:80",
        "train:80,test     | test",
        "train:0,test:100  | train:0",
        "train:080,test:20 | train:080",
        "train:101         | train:101",
        "train:-1          | train:-1",
        "train:33.3        | train:33.3",
        "train:80%,test:20 | train:80%",
        "train:80, test:20 | ' test:20'",
        "1st:100           | 1st:100",
        "tr-ain:100        | tr-ain:100",
        "../x:100          | ../x:100",
        "a:b:100           | a:b:100",
        ":100              | :100",
      })
  void namesThePartThatIsNone(String text, String part) {
    // The empty part after a last comma is the one that is none.
    String named = text.endsWith(",") ? "" : part;
    assertEquals("'" + named + "'" + FORM, messageOn(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "train:80         | 80",
        "train:80,test:10 | 90",
        "train:80,test:21 | 101",
        "a:100,b:100      | 200",
      })
  void namesASumOtherThanOneHundred(String text, int sum) {
    assertEquals(
        "the percentages of '" + text + "' add up to " + sum + ", not 100", messageOn(text));
  }

  @Test
  void namesARepetition() {
    assertEquals("'train' is named twice in 'train:50,train:50'", messageOn("train:50,train:50"));
    assertEquals("'a' is named twice in 'a:50,b:10,a:10'", messageOn("a:50,b:10,a:10"));
  }

  /** Golden members: an image that changes its split leaks test data into training. */
  @Test
  void membershipIsAContract() {
    SplitRule rule = SplitRule.parse("train:80,validation:10,test:10");

    assertEquals("train", rule.splitOf("roses/1.jpg"));
    assertEquals("train", rule.splitOf("roses/с пробелом.jpg"));
    assertEquals("test", rule.splitOf("\uD83C\uDF3B"));
    // The draw is 71: the first percent outside of 71 is the next split's.
    assertEquals("b", SplitRule.parse("a:71,b:29").splitOf("roses/с пробелом.jpg"));
    assertEquals("a", SplitRule.parse("a:72,b:28").splitOf("roses/с пробелом.jpg"));
  }

  @Test
  void percentagesAreKeptWithinChance() {
    SplitRule rule = SplitRule.parse("train:80,validation:15,test:5");
    int keys = 20_000;
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < keys; i++) {
      seen.merge(rule.splitOf("class/" + i + ".jpg"), 1, Integer::sum);
    }

    rule.percentages()
        .forEach(
            (split, percent) -> {
              double share = percent / 100.0;
              double deviation = Math.sqrt(keys * share * (1 - share));
              assertEquals(keys * share, seen.get(split), 4.27 * deviation, split);
            });
  }

  /** Widening the last split moves images into it and between no others. */
  @Test
  void splitsGrowAtTheExpenseOfTheirNeighbourAlone() {
    SplitRule narrow = SplitRule.parse("train:80,test:20");
    SplitRule wide = SplitRule.parse("train:70,test:30");
    for (int i = 0; i < 1000; i++) {
      String key = i + ".jpg";
      if (narrow.splitOf(key).equals("test")) {
        assertTrue(wide.splitOf(key).equals("test"), key);
      }
    }
  }

  private static String messageOn(String text) {
    return assertThrows(IllegalArgumentException.class, () -> SplitRule.parse(text)).getMessage();
  }
}
