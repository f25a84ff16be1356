package io.hall24.kiosk.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.device.time.HallClock;
import io.hall24.kiosk.ops.CodeCheck;
import io.hall24.kiosk.text.code.CodeFault;
import io.hall24.kiosk.text.code.CodeVerdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code hall24 check-code}: whether codes can be right. */
@Command(
    name = "check-code",
    description = "Tells whether codes can be right, and else what is wrong with them.",
    mixinStandardHelpOptions = true)
final class CheckCodeCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "KIND",
      description =
          "uscc (unified social credit code), resident-id (resident identity number),"
              + " permanent-resident (foreigner's permanent residence, 2017 or 2023) or mrz"
              + " (machine readable zone of a travel document, its lines one after the other)")
  private String kind = "";

  @Parameters(index = "1..*", arity = "1..*", paramLabel = "VALUE", description = "codes")
  private List<String> values = new ArrayList<>();

  @Mixin private final Facts facts = new Facts();

  CheckCodeCommand() {}

  @Override
  public Integer call() throws WrongInput {
    CodeCheck.Kind wanted =
        CodeCheck.Kind.of(kind).orElseThrow(() -> new WrongInput(unknownKind()));
    CodeCheck check = new CodeCheck(HallClock.system());
    boolean allValid = true;
    for (int i = 0; i < values.size(); i++) {
      CodeVerdict verdict = check.check(wanted, values.get(i));
      allValid &= verdict instanceof CodeVerdict.Valid;
      String number = values.size() > 1 ? (i + 1) + ": " : "";
      facts.tell(number + words(verdict), json(i + 1, verdict));
    }
    return (allValid ? ExitCode.SUCCESS : ExitCode.NEGATIVE).number();
  }

  private String unknownKind() {
    return "'"
        + kind
        + "' is no kind of code; there are "
        + Arrays.stream(CodeCheck.Kind.values())
            .map(CodeCheck.Kind::word)
            .collect(Collectors.joining(", "));
  }

  private static String words(CodeVerdict verdict) {
    return switch (verdict) {
      case CodeVerdict.Valid(var warnings) when warnings.isEmpty() -> "valid";
      case CodeVerdict.Valid(var warnings) -> "valid, but unusual: " + explained(warnings);
      case CodeVerdict.Invalid(var faults) -> "not valid: " + explained(faults);
    };
  }

  private static String explained(List<CodeFault> faults) {
    return faults.stream().map(CodeFault::words).collect(Collectors.joining("; "));
  }

  private static ObjectNode json(int number, CodeVerdict verdict) {
    ObjectNode json = Facts.object().put("number", number);
    switch (verdict) {
      case CodeVerdict.Valid(var warnings) -> {
        json.put("valid", true).putArray("faults");
        var unusual = json.putArray("warnings");
        warnings.forEach(warning -> unusual.add(warning.words()));
      }
      case CodeVerdict.Invalid(var faults) -> {
        var wrong = json.put("valid", false).putArray("faults");
        faults.forEach(fault -> wrong.add(fault.words()));
        json.putArray("warnings");
      }
    }
    return json;
  }
}
