package io.hall24.kiosk.fuzz;

import java.nio.ByteBuffer;
import java.util.Arrays;
import javax.smartcardio.ATR;
import javax.smartcardio.Card;
import javax.smartcardio.CardChannel;
import javax.smartcardio.CardException;
import javax.smartcardio.CardTerminal;
import javax.smartcardio.CommandAPDU;
import javax.smartcardio.ResponseAPDU;

/**
 * A card that says whatever an input says: each answer is a length byte and so many bytes, of which
 * the last two are its status. When nothing is left it has been taken away.
 */
public final class SpokenCard extends Card {
  private static final byte[] ATR_OF_NOBODY = {0x3B, (byte) 0x80, (byte) 0x80, 0x01, 0x01};
  private final ByteBuffer answers;

  /** That says this. */
  public SpokenCard(byte[] input) {
    this.answers = ByteBuffer.wrap(input);
  }

  /** The terminal on which it lies. */
  public CardTerminal terminal() {
    return new CardTerminal() {
      @Override
      public String getName() {
        return "spoken";
      }

      @Override
      public Card connect(String protocol) {
        return SpokenCard.this;
      }

      @Override
      public boolean isCardPresent() {
        return true;
      }

      @Override
      public boolean waitForCardPresent(long timeout) {
        return true;
      }

      @Override
      public boolean waitForCardAbsent(long timeout) {
        return false;
      }
    };
  }

  @Override
  public ATR getATR() {
    return new ATR(ATR_OF_NOBODY);
  }

  @Override
  public String getProtocol() {
    return "T=1";
  }

  @Override
  public CardChannel getBasicChannel() {
    return new CardChannel() {
      @Override
      public Card getCard() {
        return SpokenCard.this;
      }

      @Override
      public int getChannelNumber() {
        return 0;
      }

      @Override
      public ResponseAPDU transmit(CommandAPDU command) throws CardException {
        if (answers.remaining() < 3) {
          throw new CardException("SCARD_W_REMOVED_CARD");
        }
        int length = Math.clamp(answers.get() & 0xFF, 2, answers.remaining());
        byte[] answer = new byte[length];
        answers.get(answer);
        return new ResponseAPDU(answer);
      }

      @Override
      public int transmit(ByteBuffer command, ByteBuffer response) {
        throw new UnsupportedOperationException("nobody here asks so");
      }

      @Override
      public void close() {}
    };
  }

  @Override
  public CardChannel openLogicalChannel() {
    throw new UnsupportedOperationException("nobody here asks for one");
  }

  @Override
  public void beginExclusive() {}

  @Override
  public void endExclusive() {}

  @Override
  public byte[] transmitControlCommand(int code, byte[] command) {
    return new byte[0];
  }

  @Override
  public void disconnect(boolean reset) {}

  /** An input of these answers. */
  public static byte[] saying(byte[]... answers) {
    var input = ByteBuffer.allocate(Arrays.stream(answers).mapToInt(each -> 1 + each.length).sum());
    for (byte[] answer : answers) {
      input.put((byte) answer.length).put(answer);
    }
    return input.array();
  }
}
