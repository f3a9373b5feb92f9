/** Signs texts with a secret of the environment (HMAC-SHA-256), as a dependency. */
export interface Signer {
  /** The signature in base64url. */
  sign(text: string): string;
  /** Whether a signature is ours; takes the same time however wrong it is. */
  verifies(text: string, signature: string): boolean;
}
