package io.hall24.device.emrtd;

import io.hall24.device.lds.ChipProof;
import io.hall24.device.lds.DocumentFiles;
import io.hall24.device.lds.MalformedFileException;
import io.hall24.device.lds.SecurityObject;
import io.hall24.device.time.Patience;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.sf.scuba.smartcards.CardServiceException;

/**
 * What was got out of an unlocked chip.
 *
 * @param files personal data, zeroed by {@link #close()}
 * @param proof whether it is a copy
 */
record ReadChip(DocumentFiles files, ChipProof proof) implements AutoCloseable {
  /** Zone, face, details in national characters. */
  private static final List<Integer> WANTED = List.of(1, 2, 11);

  private static final Set<Integer> NEEDED = Set.of(1, 2);
  private static final List<Integer> KEYS =
      List.of(CopyCheck.SECURITY_OPTIONS, CopyCheck.SIGNATURE_KEY);

  /** Reads what is wanted of what the chip was issued with, then has it prove itself. */
  static ReadChip from(Chip chip, Patience patience)
      throws CardServiceException, ChipRefusedException, MalformedFileException {
    Map<Integer, byte[]> groups = new TreeMap<>();
    byte[] security = chip.file(Chip.SECURITY_OBJECT, patience::isOver);
    try {
      Set<Integer> issued = patience.isOver() ? Set.of() : SecurityObject.of(security).dataGroups();
      for (int number : WANTED) {
        if (NEEDED.contains(number) || issued.contains(number)) {
          groups.put(number, chip.dataGroup(number, patience::isOver));
        }
      }
      ChipProof proof = proof(chip, issued, groups, patience);
      return new ReadChip(new DocumentFiles(groups, security), proof);
    } catch (CardServiceException
        | ChipRefusedException
        | MalformedFileException
        | RuntimeException lifted) {
      groups.values().forEach(bytes -> Arrays.fill(bytes, (byte) 0));
      throw lifted;
    }
  }

  private static ChipProof proof(
      Chip chip, Set<Integer> issued, Map<Integer, byte[]> groups, Patience patience)
      throws CardServiceException {
    for (int number : KEYS) {
      if (issued.contains(number)) {
        try {
          groups.put(number, chip.dataGroup(number, patience::isOver));
        } catch (ChipRefusedException withheld) {
          return ChipProof.WITHHELD;
        }
      }
    }
    return patience.isOver() ? ChipProof.WITHHELD : new CopyCheck(chip).perform(groups);
  }

  @Override
  public void close() {
    files.close();
  }
}
