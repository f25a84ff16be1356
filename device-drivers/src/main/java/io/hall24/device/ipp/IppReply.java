package io.hall24.device.ipp;

import com.hp.jipp.encoding.IppPacket;
import io.hall24.device.DeviceFailure;

/** What came of one question to a printer. */
sealed interface IppReply {
  /** The printer answered in IPP, though not necessarily kindly. */
  record Answered(IppPacket packet) implements IppReply {}

  /** No byte of the question's body left this machine, and none will. */
  record NotSent(DeviceFailure failure) implements IppReply {}

  /** The printer may have heard the question, but nothing that can be understood came back. */
  record Unanswered(DeviceFailure failure) implements IppReply {}
}
