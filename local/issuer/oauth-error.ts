/** Error codes of RFC 6749, section 5.2, and the status that goes with each. */
const STATUS = {
  invalid_request: 400,
  invalid_client: 401,
  invalid_grant: 400,
  invalid_scope: 400,
  unauthorized_client: 400,
  unsupported_grant_type: 400,
} as const;

/** A refusal of the token or authorization endpoint. */
export class OauthError extends Error {
  override readonly name = 'OauthError';
  readonly code: keyof typeof STATUS;

  constructor(code: keyof typeof STATUS, message: string) {
    super(message);
    this.code = code;
  }

  get status(): number {
    return STATUS[this.code];
  }
}
