package io.hall24.kiosk.ui;

import io.hall24.kiosk.licence.EntityType;
import io.hall24.kiosk.licence.FaceItem;

/** What the items of a licence are called, by type of entity. */
public final class FaceCaptions {
  private FaceCaptions() {}

  /** The caption of an item. */
  public static Words of(EntityType type, FaceItem item) {
    return Words.of(
        "screen.sheet."
            + switch (item) {
              case NAME -> "name";
              case TYPE -> "type";
              case PERSON -> "person." + person(type);
              case COMPOSITION -> "composition";
              case CAPITAL -> "capital." + capital(type);
              case ESTABLISHED ->
                  type == EntityType.INDIVIDUAL_BUSINESS ? "established.registered" : "established";
              case PLACE -> "place." + place(type);
              case BUSINESS_SCOPE -> "scope";
            });
  }

  private static String person(EntityType type) {
    return switch (type) {
      case SOLE_PROPRIETORSHIP -> "investor";
      case INDIVIDUAL_BUSINESS -> "operator";
      case PARTNERSHIP -> "partner";
      case BRANCH -> "head";
      case LIMITED_COMPANY,
          JOINT_STOCK_COMPANY,
          NON_COMPANY_LEGAL_PERSON,
          FARMERS_COOPERATIVE,
          FOREIGN_INVESTED ->
          "legal";
    };
  }

  private static String capital(EntityType type) {
    return switch (type) {
      case LIMITED_COMPANY, JOINT_STOCK_COMPANY, FOREIGN_INVESTED -> "registered";
      default -> "contribution";
    };
  }

  private static String place(EntityType type) {
    return switch (type) {
      case PARTNERSHIP -> "main";
      case INDIVIDUAL_BUSINESS, BRANCH -> "business";
      default -> "domicile";
    };
  }
}
