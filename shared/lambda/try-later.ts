/** Not now, for a reason that is no error: another sender is at it. The queue brings the message back. */
export class TryLater extends Error {
  override name = "TryLater";
}
