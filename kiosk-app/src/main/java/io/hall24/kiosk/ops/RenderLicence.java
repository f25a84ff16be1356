package io.hall24.kiosk.ops;

import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.LicenceRenderer;
import io.hall24.kiosk.licence.Order;
import io.hall24.kiosk.licence.OrderJson;
import io.hall24.kiosk.licence.Rendering;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code hall24 render-licence} does: shows what would be printed for an order. */
public final class RenderLicence {
  private final LicenceRenderer renderer;

  /** Renders with the terminal's forms and fonts. */
  public RenderLicence(LicenceRenderer renderer) {
    this.renderer = renderer;
  }

  /** Which copy a caller wants. */
  public enum Wanted {
    ORIGINAL,
    DUPLICATE
  }

  /** The outcome. */
  public sealed interface Result {
    /** The document is in the file. */
    record Written(Copy copy, int bytes) implements Result {}

    /** The face cannot be printed; exit code 1. */
    record Refused(String reason) implements Result {}

    /** The file is no order, or does not have this copy; exit code 2. */
    record BadOrder(List<String> problems) implements Result {
      public BadOrder {
        problems = List.copyOf(problems);
      }
    }
  }

  /**
   * Renders a copy of the order in a file.
   *
   * @param wanted the first pending copy of this kind; without it the first pending copy of all
   * @param preview the whole sheet with 样本 across it instead of what is laid over stock
   * @throws IOException if the document cannot be written
   */
  public Result render(Path orderFile, Path out, Optional<Wanted> wanted, boolean preview)
      throws IOException {
    String json;
    try {
      json = Files.readString(orderFile);
    } catch (CharacterCodingException notText) {
      return new Result.BadOrder(List.of("is not UTF-8"));
    } catch (IOException unreadable) {
      return new Result.BadOrder(List.of("cannot be read"));
    }
    return switch (OrderJson.order(json)) {
      case OrderJson.Reading.Faulty<Order> faulty -> new Result.BadOrder(faulty.problems());
      case OrderJson.Reading.Read<Order> read -> render(read.value(), out, wanted, preview);
    };
  }

  private Result render(Order order, Path out, Optional<Wanted> wanted, boolean preview)
      throws IOException {
    Optional<Copy> copy =
        order.pending().stream()
            .filter(c -> wanted.isEmpty() || wanted.get() == kind(c))
            .findFirst();
    if (copy.isEmpty()) {
      return new Result.BadOrder(List.of("pending has no such copy"));
    }
    Rendering rendering =
        preview
            ? renderer.preview(order.face(), copy.get())
            : renderer.overprint(order.face(), copy.get());
    return switch (rendering) {
      case Rendering.Rendered rendered -> {
        rendered.pdf().write(out);
        yield new Result.Written(copy.get(), rendered.pdf().size());
      }
      case Rendering.DoesNotFit(var part) -> new Result.Refused(part + " does not fit");
      case Rendering.MissingGlyph(var part, int character) ->
          new Result.Refused("%s: no font has U+%04X".formatted(part, character));
      case Rendering.Absent(var part) -> new Result.Refused(part + " is missing in the face");
      case Rendering.Unplaced(var part) -> new Result.Refused("the form has no place for " + part);
      case Rendering.UnknownType(var type) -> new Result.Refused("the form does not know " + type);
    };
  }

  private static Wanted kind(Copy copy) {
    return switch (copy) {
      case Copy.Original _ -> Wanted.ORIGINAL;
      case Copy.Duplicate _ -> Wanted.DUPLICATE;
    };
  }
}
