package io.hall24.kiosk.licence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.text.code.UnifiedSocialCreditCode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class OrderJsonTest {

  private static List<String> problems(String json) {
    return switch (OrderJson.order(json)) {
      case OrderJson.Reading.Faulty<Order> faulty -> faulty.problems();
      case OrderJson.Reading.Read<Order> read -> throw new AssertionError(read.toString());
    };
  }

  @ParameterizedTest
  @FieldSource("io.hall24.kiosk.licence.PrintRoom#ORDERS")
  void orderIsWrittenAndReadBackUnchanged(String name) {
    Order order = PrintRoom.order(name);
    assertEquals(new OrderJson.Reading.Read<>(order), OrderJson.order(OrderJson.text(order)));
  }

  @Test
  void canonicalFormIsSortedWithoutSpacesAndEscapesOnlyWhatItMust() {
    var face =
        new LicenceFace(
            EntityType.BRANCH,
            "91999999MADEM0011Y",
            Map.of(FaceItem.NAME, "云\"岭\\/é\t\u0001𠮷", FaceItem.CAPITAL, "壹"),
            "q",
            "机关",
            Optional.empty(),
            Optional.of("7"));
    assertEquals(
        "{\"authority\":\"机关\",\"entityType\":\"BRANCH\",\"items\":{\"CAPITAL\":\"壹\","
            + "\"NAME\":\"云\\\"岭\\\\/é\\t\\u0001𠮷\"},\"licenceNumber\":\"7\",\"qr\":\"q\","
            + "\"uscc\":\"91999999MADEM0011Y\"}",
        new String(OrderJson.canonical(face), StandardCharsets.UTF_8));
  }

  /** Computed with another program: python3, json.dumps with sort_keys, and hashlib. */
  @Test
  void faceHashIsThatOfAnIndependentProgram() {
    assertEquals(
        "74e60356a67a2b90839f13e427d496f946caa9c55fdf3cf64855693a73b15eef",
        OrderJson.faceHash(PrintRoom.order("cha").face()));
  }

  @Test
  void everyMistakeIsReportedAtOnce() {
    String json =
        PrintRoom.orderText("cha")
            .replace("LIMITED_COMPANY", "LTD")
            .replace("91999999MADEM0011Y\",\n    \"items", "91999999MADEM0012Y\",\n    \"items")
            .replace("\"2026-11-20\"", "20261120")
            .replace("\"duplicate:1-1\"", "\"copy\"")
            .replace("\"caseNumber\"", "\"caseNo\"")
            .replace("\"TYPE\"", "\"KIND\"");
    List<String> problems = problems(json);
    for (String part :
        List.of("entityType", "uscc", "issueDate", "pending", "caseNumber", "caseNo", "KIND")) {
      assertTrue(problems.stream().anyMatch(p -> p.contains(part)), () -> part + " in " + problems);
    }
  }

  @Test
  void whatIsNoJsonOrNoObjectIsSaidSo() {
    assertTrue(problems("{").getFirst().startsWith("is not JSON"));
    assertTrue(problems("[]").getFirst().contains("not an object"));
  }

  @Test
  void creditCodesOfPublicVectorsAreJudgedRight() {
    for (String code :
        List.of(
            "914403001922038216",
            "9144030071526726XG",
            "91350100M000100Y43",
            "911000001000013428",
            "92999999MADEM002XK")) {
      assertTrue(UnifiedSocialCreditCode.isValid(code), code);
    }
    for (String code :
        List.of(
            "914403001922038215",
            "914403001922038126",
            "91440300192203821",
            "9144030019220382160",
            "91440300I922038216",
            "9144030071526726xg")) {
      assertFalse(UnifiedSocialCreditCode.isValid(code), code);
    }
  }
}
