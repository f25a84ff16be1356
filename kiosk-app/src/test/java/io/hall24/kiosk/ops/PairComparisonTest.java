package io.hall24.kiosk.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.hall24.kiosk.demo.face.PortraitStudio;
import io.hall24.kiosk.identity.OpenFaceDesk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairComparisonTest {
  @TempDir private Path folder;

  @Test
  void comparesTwoPictures() throws Exception {
    Path a = OpenFaceDesk.portrait("fezbot");
    Path b = OpenFaceDesk.portrait("christian");
    try (var pairs = new PairComparison(OpenFaceDesk.desk(), 0.45)) {
      var same = assertInstanceOf(PairComparison.Outcome.Compared.class, pairs.compare(a, a));
      assertTrue(same.comparison().match());
      var other = assertInstanceOf(PairComparison.Outcome.Compared.class, pairs.compare(a, b));
      assertTrue(!other.comparison().match());
      assertEquals(0.102, other.comparison().score(), 0.02);
    }
  }

  @Test
  void takesTheSecondPictureAsTheCardPortraitThatAnotherProgramDrawsOfIt() throws Exception {
    Path portrait = OpenFaceDesk.portrait("fezbot");
    // Drawn by the JDK, without the code under test.
    byte[] drawn = new PortraitStudio(OpenFaceDesk.desk()).chipPhoto(portrait, 102, 126, 0.6f);
    try (var pairs =
            new PairComparison(OpenFaceDesk.desk(), 0.45, PairComparison.Taken.AS_CARD_PORTRAIT);
        var asItIs = new PairComparison(OpenFaceDesk.desk(), 0.45)) {
      Path card = Files.write(folder.resolve("card.jpg"), drawn);
      double reduced = score(pairs.compare(card, portrait));
      double whole = score(asItIs.compare(card, portrait));
      assertTrue(reduced > 0.93, "score " + reduced);
      assertTrue(reduced > whole, reduced + " of the reduced, " + whole + " of the whole picture");
      assertEquals(2, pairs.acquisition().pictures());
    }
  }

  private static double score(PairComparison.Outcome outcome) {
    return assertInstanceOf(PairComparison.Outcome.Compared.class, outcome).comparison().score();
  }

  @Test
  void writesOneRowAPairAndSaysWhyOneWasNotCompared() throws Exception {
    Files.copy(OpenFaceDesk.portrait("fezbot"), folder.resolve("one, two.jpg"));
    Files.copy(OpenFaceDesk.portrait("christian"), folder.resolve("c.jpg"));
    Files.copy(OpenFaceDesk.portrait("alejandro-escamilla"), folder.resolve("hidden.jpg"));
    Files.writeString(folder.resolve("text.jpg"), "text");
    Path table = folder.resolve("pairs.csv");
    Files.write(
        table,
        List.of(
            "\"one, two.jpg\",\"one, two.jpg\"",
            "c.jpg,hidden.jpg",
            "",
            "text.jpg,c.jpg",
            "c.jpg,absent.jpg",
            "c.jpg"));
    StringBuilder out = new StringBuilder();
    try (var pairs = new PairComparison(OpenFaceDesk.desk(), 0.45)) {
      assertEquals(4, pairs.comparePairs(table, out));
    }
    assertEquals(
        """
        a,b,score,match,error
        "one, two.jpg","one, two.jpg",1.0000,true,
        c.jpg,hidden.jpg,,,b: no-face
        text.jpg,c.jpg,,,a: unknown-format
        c.jpg,absent.jpg,,,b: no such file
        c.jpg,,,,not two fields
        """,
        out.toString());
  }
}
