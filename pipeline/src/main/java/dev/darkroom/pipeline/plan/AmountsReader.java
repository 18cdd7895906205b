package dev.darkroom.pipeline.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.darkroom.transforms.cli.FlagChecks;
import dev.darkroom.transforms.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the JSON files in which users tell prices and quotas; complains of all that is wrong. */
final class AmountsReader {
  private final FlagChecks check;

  AmountsReader(FlagChecks check) {
    this.check = check;
  }

  Prices prices(String flag, String path) {
    ObjectNode node = object(flag, path);
    JsonNode currency = node.remove(Prices.CURRENCY);
    node.remove(Prices.OF_REPORTS);
    Map<String, Double> amounts = amounts(flag, node, Prices.KEYS);
    List<String> missing = new ArrayList<>(Prices.KEYS);
    missing.removeAll(amounts.keySet());
    if (currency == null || !currency.isTextual()) {
      missing.add(Prices.CURRENCY);
    }
    if (!missing.isEmpty()) {
      check.fail(flag, path + " does not tell " + String.join(", ", missing));
      return null;
    }
    return new Prices(currency.asText(), amounts);
  }

  Quotas quotas(String flag, String path) {
    return new Quotas(amounts(flag, object(flag, path), Quotas.KEYS));
  }

  private ObjectNode object(String flag, String path) {
    try {
      return Json.parse(Files.readString(Paths.get(path)), ObjectNode.class);
    } catch (JsonProcessingException e) {
      check.fail(flag, path + " is not a JSON object: " + e.getOriginalMessage());
    } catch (IOException e) {
      check.fail(flag, "cannot read " + path + ": " + e);
    }
    return new ObjectNode(null);
  }

  private Map<String, Double> amounts(String flag, ObjectNode node, Set<String> keys) {
    Map<String, Double> amounts = new HashMap<>();
    node.fields()
        .forEachRemaining(
            field -> {
              String key = field.getKey();
              double amount = field.getValue().asDouble(-1);
              if (!keys.contains(key)) {
                check.fail(flag, "'" + key + "' is none of " + String.join(", ", keys));
              } else if (!field.getValue().isNumber() || amount < 0) {
                check.fail(flag, key + " is " + field.getValue() + ", not a number from 0 on");
              } else {
                amounts.put(key, amount);
              }
            });
    return amounts;
  }
}
