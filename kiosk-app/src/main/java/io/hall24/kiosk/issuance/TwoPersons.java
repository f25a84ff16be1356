package io.hall24.kiosk.issuance;

import java.util.List;

/**
 * The two members of staff without whom stock is neither loaded, removed, counted nor declared
 * spoiled or missing.
 *
 * @param first staff name
 * @param second staff name of another person
 */
public record TwoPersons(String first, String second) {
  public TwoPersons {
    if (first.isBlank() || second.isBlank() || first.equals(second)) {
      throw new IllegalArgumentException("two different persons are needed");
    }
  }

  /** Both, as the registry contract lists them. */
  public List<String> names() {
    return List.of(first, second);
  }
}
