package io.hall24.kiosk.ops.staff;

import io.hall24.device.time.HallClock;
import io.hall24.kiosk.crypto.Bytes;
import io.hall24.kiosk.crypto.CryptoSuite;
import io.hall24.kiosk.crypto.KeyName;
import io.hall24.kiosk.crypto.KeyVault;
import io.hall24.kiosk.crypto.OneTimeCode;
import io.hall24.kiosk.crypto.PinHash;
import io.hall24.kiosk.crypto.SealedFiles;
import io.hall24.kiosk.journal.Journal;
import io.hall24.kiosk.journal.VerifiedTime;
import io.hall24.kiosk.ops.staff.CredentialFile.Credential;
import io.hall24.kiosk.ops.staff.TelephoneBook.Question;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The credentials of staff and their check. There are none until somebody sets one. Whatever
 * happens to them, right and wrong PINs included, is an event in the journal; a PIN counts as wrong
 * from before it is looked at until it has proved right, so that pulling the plug gains no try.
 *
 * <p>Safe for use by several threads, one of which is served at a time. Calls block on the disk and
 * on the hash of the PIN, and ask no device.
 */
public final class StaffRegister {
  private static final KeyName KEY = new KeyName("staff-credentials");
  private static final String DIRECTORY = "staff";
  private final StaffRecord record;
  private final CryptoSuite suite;
  private final PinHash.Cost cost;
  private final Doorkeeper doorkeeper;

  /**
   * @param data the terminal's directory
   * @param vault seals the credentials
   * @param cost of one guess
   * @param time the registry's
   */
  public StaffRegister(
      Path data,
      Journal journal,
      KeyVault vault,
      CryptoSuite suite,
      PinHash.Cost cost,
      HallClock clock,
      VerifiedTime time) {
    var file = new CredentialFile(new SealedFiles(data.resolve(DIRECTORY), KEY, vault, suite));
    this.record = new StaffRecord(journal, file);
    this.suite = suite;
    this.cost = cost;
    this.doorkeeper = new Doorkeeper(record, suite, cost, clock, time);
  }

  /**
   * Everybody who has a credential, by number.
   *
   * @throws IOException when the credentials cannot be read
   */
  public List<StaffMember> members() throws IOException {
    return record.read().credentials().stream().map(Credential::member).toList();
  }

  /** Gives somebody a credential, or a new PIN or role; ends a lock-out. */
  public CredentialChange set(StaffName name, Role role, Pin pin) {
    Optional<Pin.Weakness> weakness = pin.weakness();
    if (weakness.isPresent()) {
      return new CredentialChange.WeakPin(weakness.get());
    }
    char[] digits = pin.digits();
    try {
      return record.inTurn(
          content -> {
            Optional<Credential> known = content.find(name.text());
            int number = known.map(one -> one.member().number()).orElse(content.lastNumber() + 1);
            StaffMember member = new StaffMember(name, role, number);
            record.replace(
                content.with(
                    new Credential(
                        member,
                        PinHash.of(digits, cost, suite),
                        known.flatMap(Credential::token),
                        known.flatMap(Credential::card))),
                written -> new StaffEvent.CredentialSet(name.text(), role, number, written));
            return new CredentialChange.Changed(member);
          },
          CredentialChange.Unavailable::new);
    } finally {
      Arrays.fill(digits, '\0');
    }
  }

  /** Gives somebody a token for one-time codes, instead of any older one. */
  public TokenChange giveToken(StaffName name) {
    return record.inTurn(
        content -> {
          Optional<Credential> known = content.find(name.text());
          if (known.isEmpty()) {
            return new TokenChange.NobodyCalled(name);
          }
          StaffMember member = known.get().member();
          Bytes secret = suite.random(OneTimeCode.SECRET_BYTES);
          record.replace(
              content.with(
                  new Credential(
                      member, known.get().hash(), Optional.of(secret), known.get().card())),
              written -> new StaffEvent.TokenGiven(name.text(), member.number(), written));
          return new TokenChange.Given(member, secret);
        },
        TokenChange.Unavailable::new);
  }

  /**
   * Has somebody enter with a card beside their PIN, instead of any older card.
   *
   * @param publicKey of the card, X.509 SubjectPublicKeyInfo, Base64; whoever registers it has seen
   *     it answer
   */
  public CredentialChange registerCard(StaffName name, String publicKey) {
    return record.inTurn(
        content -> {
          Optional<Credential> known = content.find(name.text());
          if (known.isEmpty()) {
            return new CredentialChange.NobodyCalled(name);
          }
          Credential one = known.get();
          record.replace(
              content.with(
                  new Credential(one.member(), one.hash(), one.token(), Optional.of(publicKey))),
              written ->
                  new StaffEvent.CardRegistered(name.text(), one.member().number(), written));
          return new CredentialChange.Changed(one.member());
        },
        CredentialChange.Unavailable::new);
  }

  /**
   * Whether somebody enters with a card beside the PIN.
   *
   * @param who a staff name, or a staff number in digits
   */
  public boolean wantsCard(String who) {
    return record.inTurn(
        content -> content.find(who).flatMap(Credential::card).isPresent(), unreadable -> false);
  }

  /** Takes somebody's credential away. */
  public CredentialChange remove(StaffName name, Role role) {
    return record.inTurn(
        content -> {
          Optional<Credential> known = content.find(name.text());
          if (known.isEmpty()) {
            return new CredentialChange.NobodyCalled(name);
          }
          StaffMember member = known.get().member();
          if (member.role() != role) {
            return new CredentialChange.OtherRole(member);
          }
          record.replace(
              content.without(name),
              written -> new StaffEvent.CredentialRemoved(name.text(), member.number(), written));
          return new CredentialChange.Changed(member);
        },
        CredentialChange.Unavailable::new);
  }

  /** Checks a credential for one duty; for some it takes a one-time code beside the PIN. */
  public Entry enter(Claim claim, Duty duty) {
    return doorkeeper.enter(claim, duty);
  }

  /**
   * Checks two persons for one thing that takes two; the second is not asked for when the first is
   * not admitted.
   */
  public Approval approve(Claim first, Claim second, Duty duty) {
    return doorkeeper.approve(first, second, duty);
  }

  /**
   * The same with the second person at the other end of a telephone.
   *
   * @param who a staff name or number
   * @param code what they read out
   */
  public Approval approve(
      Claim first, String who, TelephoneBook book, Question question, String code, Duty duty) {
    return doorkeeper.approve(first, who, book, question, code, duty);
  }
}
