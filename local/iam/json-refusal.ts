/** A refusal in the words of the AWS JSON protocol, e.g. `new JsonRefusal('AccessDeniedException', 'User: …')`. */
export class JsonRefusal extends Error {
  override readonly name = 'JsonRefusal';
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }

  /** The body of the answer; both spellings of the message are in use among AWS's services. */
  toJson(): string {
    const { type, message } = this;
    return JSON.stringify({ __type: `com.amazon.coral.service#${type}`, message, Message: message });
  }
}
