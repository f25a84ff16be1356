package io.hall24.kiosk.licence;

import io.hall24.kiosk.text.Texts;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of a receipt in one language, from the top down. */
public final class ReceiptText {
  private final Texts texts;
  private final List<ReceiptLine> lines = new ArrayList<>();

  private ReceiptText(Locale language) {
    this.texts = Texts.of(language);
  }

  /**
   * The lines of a receipt.
   *
   * @param language one of {@link Texts#LANGUAGES}; the title stands in all of them
   * @param sample whether it says that it is one of a demonstration
   */
  public static List<ReceiptLine> of(Receipt receipt, Locale language, boolean sample) {
    var text = new ReceiptText(language);
    switch (receipt) {
      case Receipt.Collection collection -> text.collection(collection);
      case Receipt.HandedBack handedBack -> text.handedBack(handedBack);
      case Receipt.Wish wish -> text.wish(wish);
      case Receipt.QueueTicket ticket -> text.ticket(ticket);
      case Receipt.Booking booking -> text.booking(booking);
      case Receipt.ServiceGuide guide -> text.guide(guide);
    }
    text.rule();
    text.note("receipt.help", receipt.helpline());
    if (sample) {
      text.note("receipt.sample");
    }
    return List.copyOf(text.lines);
  }

  /**
   * The facts of a receipt without its sentences, one a line, for a code that a telephone reads.
   *
   * @param language one of {@link Texts#LANGUAGES}
   * @param sample whether it says that it is one of a demonstration
   */
  public static String inBrief(Receipt receipt, Locale language, boolean sample) {
    Stream<String> facts =
        of(receipt, language, false).stream()
            .flatMap(line ->
                switch (line) {
                  case ReceiptLine.Title(var text, var _) -> Stream.of(text);
                  case ReceiptLine.Headline(var text) -> Stream.of(text);
                  case ReceiptLine.Pair(var caption, var value) -> Stream.of(caption + " " + value);
                  case ReceiptLine.Qr(var content) -> Stream.of(content);
                  case ReceiptLine.Note _, ReceiptLine.Rule _ -> Stream.empty();
                });
    Stream<String> marked =
        sample ? Stream.of(Texts.of(language).text("receipt.sample")) : Stream.empty();
    return Stream.concat(facts, marked).collect(Collectors.joining("\n"));
  }

  private void collection(Receipt.Collection receipt) {
    title("receipt.title");
    pair("receipt.entity", receipt.entityName().orElse(texts.text("receipt.entity.none")));
    pair("receipt.code", receipt.uscc());
    pair("receipt.case", receipt.caseNumber());
    rule();
    for (Receipt.CollectedCopy copy : receipt.copies()) {
      String sheet =
          copy.sheet()
              .map(number -> texts.text("receipt.sheet", number))
              .orElseGet(() -> texts.text("receipt.later"));
      lines.add(new ReceiptLine.Pair(name(copy.copy()), sheet));
    }
    rule();
    pair("receipt.collector", receipt.collector());
    receipt.principal().ifPresent(principal -> pair("receipt.principal", principal));
    place(receipt);
    receipt.activeBy().ifPresent(by -> note("receipt.active", time(by)));
    if (receipt.copies().stream().anyMatch(copy -> copy.sheet().isEmpty())) {
      note("receipt.rest", receipt.caseNumber());
    }
    note("receipt.keep");
    receipt
        .electronic()
        .ifPresent(address -> {
          rule();
          note("receipt.electronic", time(address.until()));
          lines.add(new ReceiptLine.Qr(address.url()));
        });
  }

  private void handedBack(Receipt.HandedBack receipt) {
    title("receipt.back.title");
    pair("receipt.code", receipt.uscc());
    pair("receipt.case", receipt.caseNumber());
    rule();
    receipt
        .old()
        .forEach(
            copy -> lines.add(new ReceiptLine.Pair(name(copy), texts.text("receipt.back.given"))));
    rule();
    place(receipt);
    note("receipt.back.keep");
  }

  private String name(Copy copy) {
    return switch (copy) {
      case Copy.Original _ -> texts.text("receipt.original");
      case Copy.Duplicate duplicate -> texts.text("receipt.duplicate", duplicate.label());
    };
  }

  private void wish(Receipt.Wish receipt) {
    title("receipt.wish.title");
    pair("receipt.wish.number", receipt.number());
    place(receipt);
    rule();
    note("receipt.wish.meaning");
    note("receipt.wish.next");
    note("receipt.wish.until", time(receipt.until()));
    note("receipt.wish.alternatives");
  }

  private void ticket(Receipt.QueueTicket receipt) {
    title("receipt.queue.title");
    lines.add(new ReceiptLine.Headline(receipt.number()));
    pair("receipt.queue.counter", receipt.counter());
    receipt.caseNumber().ifPresent(number -> pair("receipt.case", number));
    place(receipt);
    rule();
    note("receipt.queue.next");
  }

  private void booking(Receipt.Booking receipt) {
    title("receipt.booking.title");
    lines.add(new ReceiptLine.Headline(receipt.number()));
    pair(
        "receipt.booking.from",
        receipt.from().map(this::time).orElseGet(() -> texts.text("receipt.booking.ask")));
    place(receipt);
    rule();
    note("receipt.booking.meaning");
    note("receipt.booking.bring");
  }

  private void guide(Receipt.ServiceGuide receipt) {
    title("receipt.guide.title");
    pair("receipt.guide.service", receipt.title());
    pair("receipt.guide.window", receipt.window());
    rule();
    note(receipt.materials().isEmpty() ? "receipt.guide.nothing" : "receipt.guide.materials");
    receipt.materials().forEach(each -> lines.add(new ReceiptLine.Note("· " + each)));
    rule();
    place(receipt);
    note("receipt.guide.code");
    lines.add(new ReceiptLine.Qr(receipt.guide()));
  }

  private void place(Receipt receipt) {
    pair("receipt.time", time(receipt.time()));
    pair("receipt.hall", receipt.hall());
    pair("receipt.terminal", receipt.terminal());
  }

  private String time(LocalDateTime time) {
    return DateTimeFormatter.ofPattern(texts.text("receipt.time.pattern"), texts.language())
        .format(time);
  }

  private void title(String key) {
    List<String> others =
        Texts.LANGUAGES.stream()
            .filter(other -> !other.equals(texts.language()))
            .map(other -> Texts.of(other).text(key))
            .toList();
    lines.add(new ReceiptLine.Title(texts.text(key), others));
  }

  private void pair(String key, String value) {
    lines.add(new ReceiptLine.Pair(texts.text(key), value));
  }

  private void note(String key, Object... values) {
    lines.add(new ReceiptLine.Note(texts.text(key, values)));
  }

  private void rule() {
    lines.add(new ReceiptLine.Rule());
  }
}
