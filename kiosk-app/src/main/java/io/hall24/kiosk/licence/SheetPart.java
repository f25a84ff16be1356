package io.hall24.kiosk.licence;

/** Everything that the terminal may print on a sheet, by which a refusal names its reason. */
public enum SheetPart {
  NAME,
  TYPE,
  PERSON,
  COMPOSITION,
  CAPITAL,
  ESTABLISHED,
  PLACE,
  BUSINESS_SCOPE,
  /** The unified social credit code. */
  CODE,
  QR,
  /** 副本编号. */
  DUPLICATE_LABEL,
  /** 证照编号. */
  LICENCE_NUMBER,
  /** 登记机关, on stock that does not carry its seal. */
  AUTHORITY,
  ISSUE_YEAR,
  ISSUE_MONTH,
  ISSUE_DAY,
  /** Any line of a receipt. */
  RECEIPT;

  /** The part that an item of the face becomes. */
  public static SheetPart of(FaceItem item) {
    return switch (item) {
      case NAME -> NAME;
      case TYPE -> TYPE;
      case PERSON -> PERSON;
      case COMPOSITION -> COMPOSITION;
      case CAPITAL -> CAPITAL;
      case ESTABLISHED -> ESTABLISHED;
      case PLACE -> PLACE;
      case BUSINESS_SCOPE -> BUSINESS_SCOPE;
    };
  }
}
