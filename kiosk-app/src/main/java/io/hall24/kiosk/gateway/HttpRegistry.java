package io.hall24.kiosk.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hall24.device.time.Patience;
import io.hall24.kiosk.licence.Copy;
import io.hall24.kiosk.licence.Order;
import io.hall24.kiosk.licence.OrderJson;
import io.hall24.kiosk.text.ForgetfulJson;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The registry over the contract's HTTP. */
public final class HttpRegistry implements Registry {
  private final RegistryLink link;
  private final GrantReading grants;

  public HttpRegistry(RegistryLink link) {
    this.link = link;
    this.grants = new GrantReading(link);
  }

  @Override
  public OrdersAnswer orders(HolderQuery holder, Patience patience) throws InterruptedException {
    ObjectNode query =
        RegistryLink.MAPPER
            .createObjectNode()
            .put("documentType", holder.documentType())
            .put("documentNumber", holder.documentNumber())
            .put("nationality", holder.nationality())
            .put("birth", holder.birth().toString());
    if (holder.role() != HolderQuery.Role.HOLDER) {
      query.put("role", holder.role().name());
    }
    return switch (link.ask(Call.post("/v1/orders/query", "COLLECTION", query), patience)) {
      case Heard.Answer(JsonNode said, var signed) -> orders(said);
      case Heard.Problem(String problem, String detail) -> new OrdersAnswer.Refused(problem);
      case Heard.Nothing(String detail) -> new OrdersAnswer.Unavailable(detail);
    };
  }

  private static OrdersAnswer orders(JsonNode said) {
    List<Order> orders = new ArrayList<>();
    for (JsonNode order : said.path("orders")) {
      switch (OrderJson.order(ForgetfulJson.text(order))) {
        case OrderJson.Reading.Read<Order>(Order read) -> orders.add(read);
        case OrderJson.Reading.Faulty<Order>(List<String> problems) -> {
          return new OrdersAnswer.Unavailable("an order against the contract: " + problems);
        }
      }
    }
    try {
      return new OrdersAnswer.Orders(
          orders,
          said.path("clerkConfirmationNeeded").asBoolean(true),
          each(said, "authorisations", HttpRegistry::authorisation),
          Optional.of(said.path("dailyLimit"))
              .filter(JsonNode::isObject)
              .map(limit ->
                  new OrdersAnswer.DailyLimit(
                      limit.path("most").asInt(), limit.path("left").asInt())),
          Set.copyOf(each(said, "surrenders", JsonNode::asText)),
          each(said, "oldSheets", HttpRegistry::oldSheet),
          each(said, "notReady", HttpRegistry::notReady));
    } catch (DateTimeException | IllegalArgumentException against) {
      return new OrdersAnswer.Unavailable("an answer against the contract: " + against);
    }
  }

  private static OrdersAnswer.OldSheet oldSheet(JsonNode sheet) {
    return new OrdersAnswer.OldSheet(
        sheet.path("orderId").asText(),
        Copy.ofCode(sheet.path("copy").asText()),
        sheet.path("code").asText());
  }

  @Override
  public ComparisonsAnswer comparisons(DocumentQuery document, Patience patience)
      throws InterruptedException {
    ObjectNode query =
        RegistryLink.MAPPER
            .createObjectNode()
            .put("documentType", document.documentType())
            .put("documentNumber", document.documentNumber())
            .put("nationality", document.nationality());
    Call call = Call.post("/v1/face-comparisons/query", "COLLECTION", query);
    return switch (link.ask(call, patience)) {
      case Heard.Answer(JsonNode said, var _) ->
          said.path("left").isInt()
              ? new ComparisonsAnswer.Left(said.path("left").intValue())
              : new ComparisonsAnswer.Unavailable("an answer that the contract does not have");
      case Heard.Problem(String problem, var _) -> new ComparisonsAnswer.Refused(problem);
      case Heard.Nothing(String detail) -> new ComparisonsAnswer.Unavailable(detail);
    };
  }

  private static <T> List<T> each(JsonNode said, String list, Function<JsonNode, T> reading) {
    List<T> read = new ArrayList<>();
    said.path(list).forEach(one -> read.add(reading.apply(one)));
    return read;
  }

  private static OrdersAnswer.Authorisation authorisation(JsonNode said) {
    return new OrdersAnswer.Authorisation(
        said.path("orderId").asText(),
        said.path("principal").asText(),
        LocalDate.parse(said.path("until").asText()));
  }

  private static OrdersAnswer.NotReady notReady(JsonNode said) {
    return new OrdersAnswer.NotReady(
        said.path("caseNumber").asText(),
        OrdersAnswer.NotReady.Reason.valueOf(said.path("reason").asText()));
  }

  @Override
  public PickUpAnswer pickUp(String orderId, Patience patience) throws InterruptedException {
    ObjectNode body = RegistryLink.MAPPER.createObjectNode().put("orderId", orderId);
    return switch (link.ask(Call.post("/v1/orders/pick-up", "COLLECTION", body), patience)) {
      case Heard.Answer(JsonNode said, var signed) -> pickUp(said);
      case Heard.Problem(String problem, String detail) -> new PickUpAnswer.Refused(problem);
      case Heard.Nothing(String detail) -> new PickUpAnswer.Unavailable(detail);
    };
  }

  private static PickUpAnswer pickUp(JsonNode said) {
    String url = said.path("url").asText();
    long seconds = said.path("validForSeconds").asLong();
    return url.isEmpty() || seconds < 1
        ? new PickUpAnswer.Unavailable("an answer that the contract does not have")
        : new PickUpAnswer.At(url, Duration.ofSeconds(seconds));
  }

  @Override
  public GrantAnswer grant(GrantRequest request, Patience patience) throws InterruptedException {
    ObjectNode body =
        RegistryLink.MAPPER
            .createObjectNode()
            .put("issuanceId", request.issuanceId())
            .put("orderId", request.orderId())
            .put("copy", request.copy().code());
    body.putObject("head")
        .put("journalId", request.head().journalId())
        .put("sequence", request.head().sequence())
        .put("hash", request.head().hash());
    return switch (link.ask(Call.post("/v1/grants", "COLLECTION", body), patience)) {
      case Heard.Answer(JsonNode said, var signed) -> answer(request, said);
      case Heard.Problem(String problem, String detail) -> new GrantAnswer.Refused(problem);
      case Heard.Nothing(String detail) -> new GrantAnswer.Unavailable(detail);
    };
  }

  private GrantAnswer answer(GrantRequest request, JsonNode said) {
    return switch (said.path("answer").asText()) {
      case "GRANTED" -> granted(request, said.path("grant").asText());
      case "BEHIND" -> new GrantAnswer.Behind(said.path("knownSequence").asLong());
      case "REFUSED" -> new GrantAnswer.Refused(said.path("code").asText());
      default -> new GrantAnswer.Unavailable("an answer that the contract does not have");
    };
  }

  private GrantAnswer granted(GrantRequest request, String jws) {
    return switch (grants.grant(jws)) {
      case GrantReading.Read.Not<Grant>(String why) -> new GrantAnswer.Unavailable(why);
      case GrantReading.Read.Ready<Grant>(Grant grant) when !isFor(request, grant) ->
          new GrantAnswer.Unavailable("the grant is for something else");
      case GrantReading.Read.Ready<Grant>(Grant grant) -> new GrantAnswer.Granted(grant);
    };
  }

  private static boolean isFor(GrantRequest request, Grant grant) {
    return grant.issuanceId().equals(request.issuanceId())
        && grant.orderId().equals(request.orderId())
        && grant.copy().equals(request.copy());
  }

  @Override
  public AnnouncedAnswer announced(Patience patience) throws InterruptedException {
    return switch (link.ask(Call.get("/v1/grants/announced", "COLLECTION"), patience)) {
      case Heard.Answer(JsonNode said, var signed) -> announced(said);
      case Heard.Problem(String problem, String detail) -> new AnnouncedAnswer.Refused(problem);
      case Heard.Nothing(String detail) -> new AnnouncedAnswer.Unavailable(detail);
    };
  }

  private AnnouncedAnswer announced(JsonNode said) {
    List<AnnouncedGrant> announced = new ArrayList<>();
    for (JsonNode jws : said.path("grants")) {
      switch (grants.announced(jws.asText())) {
        case GrantReading.Read.Ready<AnnouncedGrant>(AnnouncedGrant grant) -> announced.add(grant);
        case GrantReading.Read.Not<AnnouncedGrant>(String why) -> {
          return new AnnouncedAnswer.Unavailable(why);
        }
      }
    }
    return new AnnouncedAnswer.Grants(announced);
  }

  @Override
  public Optional<AnnouncedGrant> announced(String jws) {
    return grants.announced(jws) instanceof GrantReading.Read.Ready<AnnouncedGrant>(var grant)
        ? Optional.of(grant)
        : Optional.empty();
  }
}
